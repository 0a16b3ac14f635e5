"""What ``rapport importera`` says of what it has read: who changed what, what may be lost, what is left."""

from shutil import get_terminal_size
from typing import TYPE_CHECKING

from rapport.cli.command import say, show, shows_colour
from rapport.workflow.files import as_argument

if TYPE_CHECKING:
    from pathlib import Path

    from rapport.workflow.merged import Merged

_SETTLED = {"godta": "godtagna", "avvisa": "avvisade"}


def show_merged(merged: "Merged", tracked: str, ar: int | None) -> None:
    """Show who changed what, what is to be decided, and what is tracked; say first what cannot be seen there."""
    from rapport.output.hamtning import as_text
    from rapport.workflow.merged_words import told

    for line in told(merged, ar, "Tas om med --fraga."):
        say(line)
    for line in as_text(merged.svar, colour=shows_colour(), width=get_terminal_size().columns):
        show(line)
    for document in merged.documents:
        if document.changes:
            how = _SETTLED.get(tracked, "inte hämtade")
            show("", f"Spårade ändringar i {document.name}, {how}:")
        for change in document.changes:
            show(f"  {f'Fråga {change.fraga}, ' if change.fraga else ''}{change}")


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
    if texts := [finding for finding in merged.may_lose if finding.rule == "utan-hem" and finding.severity == "error"]:
        many = "En text" if len(texts) == 1 else f"{len(texts)} texter"
        say(f"{many} utan svar att stå i följde inte med, se överst. Det som hör till ett svar: skriv in det där.")
