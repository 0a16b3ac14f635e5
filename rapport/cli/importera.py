"""``rapport importera``: filled-in forms in Word → the answers of a report folder."""

import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from rapport.cli.command import say, show, shows_colour
from rapport.errors import InputError

if TYPE_CHECKING:
    from rapport.domain.hamtning import HamtatSvar
    from rapport.workflow.colleague import Document
    from rapport.workflow.importing import Merged
    from rapport.workflow.report import Report

EXAMPLE = "rapport importera fran-anna.docx fran-bo.docx --till min-redovisning"


def command(
    filer: Annotated[list[Path], typer.Argument(metavar="FIL.docx", help="De ifyllda formulären.")],
    till: Annotated[Path, typer.Option(metavar="MAPP", help="Mappen som svaren ska till. Skapas om den inte finns.")],
    fraga: Annotated[
        list[str] | None,
        typer.Option(metavar="NR", help="Avgör frågan: dokumentets svar gäller, eller det --ta säger. Kan upprepas."),
    ] = None,
    ta: Annotated[
        str, typer.Option(metavar="SIDA", help="Vems text som gäller för --fraga: dokumentet eller mappen.")
    ] = "dokumentet",
    alla: Annotated[
        bool,
        typer.Option("--alla", help="Tar alla svar även ur ett dokument som inte är byggt ur mappen."),
    ] = False,
    ja: Annotated[bool, typer.Option("--ja", help="Skriver utan att fråga först.")] = False,
    mall: Annotated[str | None, typer.Option(metavar="ID", help="Vilket formulär dokumentet är.")] = None,
    region: Annotated[str | None, typer.Option(metavar="NAMN", help="Regionens namn, för en ny mapp.")] = None,
    ar: Annotated[str | None, typer.Option(metavar="ÅR", help="Året som redovisas, för en ny mapp.")] = None,
) -> int:
    """Hämtar svar ur ifyllda Worddokument, vårt eget eller någon annans, till en mapp.

    Är dokumentet byggt ur mappen hämtas det som ändrats i Word, stycke för stycke; mappens egna ändringar är kvar.
    Det som ändrats på båda håll visas och lämnas tills det avgörs med --fraga. Slutkoden är 1 om något är kvar.
    """
    from rapport.workflow import open_report
    from rapport.workflow.importing import merge

    if not till.exists() or (till.is_dir() and not any(till.iterdir())):
        _create(till, filer[0], mall, region, ar)
    report = open_report(till)
    merged = merge(report, filer, mall=mall, takes_all=alla, decided=_known(fraga or [], report), side=_side(ta))
    _tell(merged)
    for line in _shown(merged.svar):
        show(line)
    taken = len({svar.fraga for svar in merged.svar if svar.is_taken})
    if report.unsaved and not ja and not _yes(taken):
        say("Inget är ändrat.")
        return 1
    files = report.save("importera")
    if files:
        say(f"{taken} svar hämtade till {till} ({', '.join(file.name for file in files)}).")
    elif not merged.conflicts:
        say("Inget att hämta: svaren är desamma i mappen.")
    _ask_for(merged, till)
    return 1 if merged.conflicts or merged.may_lose else 0


def _side(word: str) -> Literal["dokumentet", "mappen"]:
    if word == "dokumentet":
        return "dokumentet"
    if word == "mappen":
        return "mappen"
    raise InputError(f"Flaggan --ta är ”{word}”, men ska vara dokumentet eller mappen.")


def _known(fragor: list[str], report: "Report") -> list[str]:
    known = report.underlag.mall.fraga_by_id
    for fraga in fragor:
        if fraga not in known:
            raise InputError(f"Fråga {fraga} finns inte. Frågorna är {', '.join(known)}.")
    return fragor


def _create(folder: Path, file: Path, mall: str | None, region: str | None, ar: str | None) -> None:
    from rapport.cli.ny import year
    from rapport.workflow.load import load
    from rapport.workflow.new_report import create_report

    underlag = load(file, mall).underlag
    name = region or underlag.region
    number = year(ar) if ar else underlag.ar
    if not name or not number:
        raise InputError("Dokumentet säger inte region och år. Lägg till --region och --ar så skapas mappen.")
    create_report(folder, name, number, underlag.mall.id, underlag.diarienummer or "")


def _yes(number: int) -> bool:
    """Ask whether to write; where nobody can be asked, what is beyond doubt is written at once."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    say(f"Ska {number} svar skrivas till mappen? [j/n]")
    return sys.stdin.readline().strip().lower() in {"j", "ja"}


def _shown(svar: "list[HamtatSvar]") -> list[str]:
    from rapport.output.hamtning import as_text

    return list(as_text(svar, colour=shows_colour(), width=get_terminal_size().columns))


def _tell(merged: "Merged") -> None:
    """Say what cannot be seen in the table: what may not come with, and what is not there."""
    for finding in merged.may_lose:
        say(f"{finding.message} {finding.hint}")
    for document in merged.documents:
        _tell_of(document, merged)
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


def _tell_of(document: "Document", merged: "Merged") -> None:
    name = document.file.name
    if document.missing:
        say(f"{name} har inte frågorna {', '.join(document.missing)}; de lämnas som de är.")
    if document.built is None and any(svar.file == name and not svar.is_new for svar in merged.svar):
        say(f"{name} är inte byggt ur mappen, så det jämförs med mappen som två texter.")


def _ask_for(merged: "Merged", folder: Path) -> None:
    """Say how what is left can be decided."""
    by_file: dict[str, list[str]] = {}
    for one in merged.conflicts:
        by_file.setdefault(one.file, []).append(one.fraga)
    files = {document.file.name: document.file for document in merged.documents}
    for name, fragor in by_file.items():
        flags = " ".join(f"--fraga {fraga}" for fraga in dict.fromkeys(fragor))
        say(
            f"Att avgöra i {name}: {', '.join(dict.fromkeys(fragor))}. Låt dokumentet gälla med\n"
            f"  rapport importera {files[name]} --till {folder} {flags}\n"
            "eller mappen, med  --ta mappen  sist."
        )
