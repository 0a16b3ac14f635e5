"""``rapport importera``: answers from a filled-in form in Word into a report folder."""

from difflib import ndiff
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from rapport.cli.command import WIDTH, say, show
from rapport.errors import InputError

if TYPE_CHECKING:
    from rapport.domain.underlag import Underlag
    from rapport.workflow.importing import Difference

EXAMPLE = "rapport importera ifyllt.docx --till min-redovisning"


def command(
    fil: Annotated[Path, typer.Argument(metavar="FIL.docx", help="Det ifyllda formuläret.")],
    till: Annotated[Path, typer.Option(metavar="MAPP", help="Mappen som svaren ska till. Skapas om den inte finns.")],
    fraga: Annotated[
        list[str] | None,
        typer.Option(metavar="NR", help="Tar Words svar på frågan även om mappens är ett annat. Kan upprepas."),
    ] = None,
    alla: Annotated[
        bool,
        typer.Option("--alla", help="Tar Words svar på alla frågor, utom där uttryck för siffror skulle gå förlorade."),
    ] = False,
    mall: Annotated[str | None, typer.Option(metavar="ID", help="Vilket formulär dokumentet är.")] = None,
    region: Annotated[str | None, typer.Option(metavar="NAMN", help="Regionens namn, för en ny mapp.")] = None,
    ar: Annotated[str | None, typer.Option(metavar="ÅR", help="Året som redovisas, för en ny mapp.")] = None,
) -> int:
    """Hämtar svar ur ett ifyllt Worddokument, vårt eget eller någon annans, till en mapp.

    Tomma svar fylls. Ett svar som skiljer sig från mappens visas, men skrivs inte över utan --fraga eller --alla.
    Slutkoden är 1 om något inte har hämtats.
    """
    from rapport.workflow import importing, open_report
    from rapport.workflow.load import load

    loaded = load(fil, mall)
    underlag = loaded.underlag
    wanted = _known(fraga or [], underlag)
    if not till.exists() or (till.is_dir() and not any(till.iterdir())):
        _create(till, underlag, region, ar)
    report = open_report(till)
    importing.refuse_unreadable(report.loaded)
    here = report.underlag
    differences = list(importing.compare(underlag, here))
    # An expression is worth more than the figure it gave: only an answer named by its number loses any.
    taken = [d for d in differences if d.is_new or d.fraga in wanted or (alla and not d.lost)]
    left = [d for d in differences if d not in taken]
    kommentarer = {fraga: svar.kommentar for fraga, svar in underlag.svar_by_fraga.items() if svar.kommentar}
    files = importing.take_in(report, taken, kommentarer)
    for difference in left:
        show("\n".join([f"Fråga {difference.fraga}", *_diff(difference), ""]))
    lost = [finding for finding in loaded.findings if finding.rule in _MAY_LOSE]
    for finding in lost:
        say(f"{finding.message} {finding.hint}")
    for name in _unticked(underlag, here):
        say(f"Fråga {name} har inget kryss i Word. Mappens kryss är kvar; kontrollera vilket som gäller.")
    _report(taken, left, files, till)
    if kommentarer:
        say(f"Kommentarer vid {', '.join(kommentarer)} står som kommentar vid svaret.")
    return 1 if left or lost else 0


# What may stand in Word and not come with: said, and never passed over.
_MAY_LOSE = {"utan-hem", "sparade-andringar", "dold-text", "markdown"}


def _unticked(document: "Underlag", folder: "Underlag") -> list[str]:
    svar = document.svar_by_fraga
    return [f for f, ours in folder.svar_by_fraga.items() if ours.kryss and f in svar and not svar[f].kryss]


def _known(fragor: list[str], underlag: "Underlag") -> set[str]:
    for fraga in fragor:
        if fraga not in underlag.mall.fraga_by_id:
            raise InputError(f"Fråga {fraga} finns inte. Frågorna är {', '.join(underlag.mall.fraga_by_id)}.")
    return set(fragor)


def _create(folder: Path, underlag: "Underlag", region: str | None, ar: str | None) -> None:
    from rapport.cli.ny import year
    from rapport.workflow.new_report import create_report

    name = region or underlag.region
    number = year(ar) if ar else underlag.ar
    if not name or not number:
        raise InputError("Dokumentet säger inte region och år. Lägg till --region och --ar så skapas mappen.")
    create_report(folder, name, number, underlag.mall.id, underlag.diarienummer or "")


def _diff(difference: "Difference") -> list[str]:
    """Return an answer's changes, line by line: - what the folder has, + what Word has."""
    lines = [line for line in ndiff(difference.before.splitlines(), difference.after.splitlines()) if line[0] in "-+"]
    if difference.kryss_before != difference.kryss_after:
        before, after = (", ".join(kryss) or "inget" for kryss in (difference.kryss_before, difference.kryss_after))
        lines = [f"- kryss: {before}", f"+ kryss: {after}", *lines]
    return [fill(line, WIDTH, subsequent_indent="  ", break_on_hyphens=False) for line in lines if line[2:].strip()]


def _report(taken: "list[Difference]", left: "list[Difference]", files: list[Path], folder: Path) -> None:
    for difference in taken:
        if difference.tecken_in_word != difference.tecken_here:
            say(
                f"Fråga {difference.fraga}: {difference.tecken_in_word} tecken i Word, här {difference.tecken_here}: "
                "något i Words utformning kan inte skrivas här (rubriknummer, sammanslagna celler). Läs svaret."
            )
        if difference.lost:
            say(f"Fråga {difference.fraga}: uttrycken är ersatta av Words text: {'  '.join(difference.lost)}")
    names = ", ".join(file.name for file in files) or "inga filer"
    say(f"{len(taken)} svar hämtade till {folder} ({names}).")
    for difference in left:
        if difference.lost:
            say(
                f"Fråga {difference.fraga} har siffror ur tabeller; bara --fraga {difference.fraga} skriver över dem. "
                "Då försvinner:\n  " + "\n  ".join(difference.lost)
            )
    if left:
        names = ", ".join(d.fraga for d in left)
        flags = " ".join(f"--fraga {d.fraga}" for d in left)
        safe = " eller --alla" if not any(d.lost for d in left) else ""
        say(f"{len(left)} svar skiljer sig och hämtades inte: {names}. Ta dem med {flags}{safe}.")
