"""What ``rapport importera`` says of what it has read: who changed what, what may be lost, what is left."""

from shutil import get_terminal_size
from typing import TYPE_CHECKING

from rapport.cli.command import say, show, shows_colour
from rapport.workflow.files import as_argument

if TYPE_CHECKING:
    from pathlib import Path

    from rapport.workflow.colleague import Document
    from rapport.workflow.merged import Merged

_SETTLED = {"godta": "godtagna", "avvisa": "avvisade"}


def show_merged(merged: "Merged", tracked: str, ar: int | None) -> None:
    """Show who changed what, what is to be decided, and what is tracked; say first what cannot be seen there."""
    from rapport.output.hamtning import as_text

    _tell(merged, ar)
    for line in as_text(merged.svar, colour=shows_colour(), width=get_terminal_size().columns):
        show(line)
    for document in merged.documents:
        if document.changes:
            how = _SETTLED.get(tracked, "inte hämtade")
            show("", f"Spårade ändringar i {document.name}, {how}:")
        for change in document.changes:
            show(f"  {f'Fråga {change.fraga}, ' if change.fraga else ''}{change}")


def _tell(merged: "Merged", ar: int | None) -> None:
    """Say what cannot be seen in the table: what may not come with, and what is not there."""
    for finding in merged.may_lose:
        where = f"fråga {finding.fraga}, {finding.place}" if finding.fraga else str(finding.place)
        say(f"{where}: {finding.message} {finding.hint or ''}".rstrip())
    for document in merged.documents:
        _tell_of(document, merged, ar)
    for why in merged.stopped:
        say(why)
    for svar in merged.svar:
        if svar.is_taken and svar.tecken[0] != svar.tecken[1]:
            say(
                f"Fråga {svar.fraga}: {svar.tecken[0]} tecken i Word, här {svar.tecken[1]}: "
                "något i Words utformning kan inte skrivas här (rubriknummer, sammanslagna celler). Läs svaret."
            )
        if svar.lost:
            say(f"Fråga {svar.fraga}: uttrycken är ersatta av Words text: {'  '.join(svar.lost)}")
    for fraga in dict.fromkeys(merged.unticked):
        say(f"Fråga {fraga} har inget kryss i Word. Mappens kryss är kvar; kontrollera vilket som gäller.")
    if merged.kommentarer:
        fragor = ", ".join(dict.fromkeys(merged.kommentarer))
        say(f"Kommentarer vid {fragor} står som kommentar vid svaret.")


def _tell_of(document: "Document", merged: "Merged", ar: int | None) -> None:
    name = document.name
    if document.missing and not document.is_answer:
        say(f"{name} har inte frågorna {', '.join(document.missing)}; de lämnas som de är.")
    is_compared = any(svar.file == name and not svar.is_new for svar in merged.svar)
    if document.built is None and is_compared and not document.is_answer:
        why = "byggdes ur svar som mappen inte har kvar" if document.is_ours else "är inte byggt ur mappen"
        say(f"{name} {why}, så det jämförs med mappen som två texter.")
    if seen := merged.seen.get(name):
        say(f"Redan hämtat ur {name} och inte ändrat där sedan dess: {', '.join(seen)}. Tas om med --fraga.")
    if document.underlag.ar and ar and document.underlag.ar != ar and not document.is_answer:
        say(f"{name} är redovisningen för {document.underlag.ar}, men mappen är för {ar}.")
    for comment in document.comments:
        say(f"Kommentar som inte står vid något svar i {name}: {comment}")


def tell_left(merged: "Merged", folder: "Path", tracked: str) -> None:
    """Say how what is left can be decided."""
    how = "" if tracked == "lamna" else f" --andringar {tracked}"
    for document in merged.documents:
        command = f"  rapport importera{as_argument(document.file)} --till{as_argument(folder) or ' .'}"
        name = document.name
        fragor = list(dict.fromkeys(one.fraga for one in merged.conflicts if one.file == name))
        if fragor:
            flags = "".join(f" --fraga {fraga}" for fraga in fragor)
            say(f"Att avgöra i {name}: {', '.join(fragor)}. Det ena eller det andra:")
            say(f"{command}{flags} --ta dokumentet{how}", f"{command}{flags} --ta mappen{how}")
        if document.left:
            say(f"Inte hämtade ur {name}, för att ändringar är spårade: {', '.join(sorted(document.left))}. Antingen:")
            only = "".join(f" --fraga {fraga}" for fraga in sorted(document.left))
            say(f"{command}{only} --andringar godta", f"{command}{only} --andringar avvisa")
