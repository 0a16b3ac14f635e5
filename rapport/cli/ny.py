"""``rapport ny``: a new report folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapport.cli.command import say, show
from rapport.errors import InputError

if TYPE_CHECKING:
    from rapport.workflow.new_report import Last

EXAMPLE = 'rapport ny min-redovisning --region "Region Dalarna" --ar 2025'
_FIRST, _LAST = 2000, 2100  # the years that rapport.yaml may have


def command(
    mapp: Annotated[Path, typer.Argument(metavar="MAPP", help="Mappen som ska skapas.")],
    region: Annotated[
        str | None, typer.Option(metavar="NAMN", help="Regionens namn, till exempel ”Region Dalarna”.")
    ] = None,
    ar: Annotated[str | None, typer.Option(metavar="ÅR", help="Året som redovisas, till exempel 2025.")] = None,
    mall: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Formuläret som besvaras. Förval: årets, eller det senaste före det."),
    ] = None,
    diarienummer: Annotated[
        str | None, typer.Option(metavar="NR", help="Redovisningens diarienummer. Kan läggas till senare.")
    ] = None,
    fran: Annotated[
        Path | None, typer.Option(metavar="FÖRRA", help="Hämtar svaren ur förra redovisningens mapp, som utkast.")
    ] = None,
) -> int:
    """Skapar en mapp för en ny redovisning: en fil per område, med frågorna ovanför tomma svar.

    Med i mappen följer inställningar för VS Code, som då visar frågorna och föreslår nycklar. Med --fran följer
    också förra redovisningens svar med, fråga för fråga efter frågans text; det som inte har någon fråga i det nya
    formuläret räknas upp. Ansvariga, ordlista, regler och registret över papper följer också med. Mappen minns sin
    företrädare (förra i rapport.yaml), och kontrollen säger vilka svar som är förra årets.
    """
    from rapport.cli.progress import ProgressLine
    from rapport.domain.regioner import meant_region
    from rapport.workflow.new_report import create_report, read_last

    with ProgressLine("Läser förra redovisningen …"):
        last = read_last(fran) if fran else None
    name = (region or (last.underlag.region if last else "")).strip()
    if not name:
        raise InputError('Flaggan --region saknas. Skriv till exempel --region "Region Dalarna".')
    if not (name + (diarienummer or "")).isprintable():
        raise InputError("Regionens namn eller diarienumret innehåller ett osynligt tecken. Skriv om det för hand.")
    if ar is None:
        raise InputError("Flaggan --ar saknas. Skriv till exempel --ar 2025.")
    number = year(ar)
    form = create_report(mapp, name, number, mall, (diarienummer or "").strip(), last=last)
    if mall is None and form.ar != number:
        say(f"Mallen för {number} finns inte än; {form.ar} års mall används. Byt i rapport.yaml när årets har kommit.")
    if region and (meant := meant_region(name)):
        say(f"Ingen region heter {name}. Menade du {meant}? Rätta i så fall  region  i rapport.yaml.")
    is_left = _bring(last, mapp) if last else False
    show(str(mapp))
    _lead_on(mapp)
    return 1 if is_left else 0


def _lead_on(folder: Path) -> None:
    """Say what comes next."""
    from rapport.workflow.files import as_argument

    say(f"Öppna mappen i VS Code och skriv svaren. Kontrollera med: rapport kontrollera{as_argument(folder)}")
    say("Kontrollen kan också visas i VS Code medan du skriver. Sätt in den där med: rapport lsp --installera")


def _bring(last: "Last", folder: Path) -> bool:
    """Move last report's answers to a new folder and tell what came with them; return whether anything was left."""
    from rapport.workflow.new_words import bring

    lines, is_left = bring(last, folder)
    say(*lines)
    return is_left


def year(text: str) -> int:
    """Return a year as the user wrote it; InputError when it is none."""
    if not (text.isascii() and text.isdigit() and _FIRST <= int(text) <= _LAST):
        raise InputError(f"Flaggan --ar är ”{text}”, men ska vara ett årtal från {_FIRST} till {_LAST}.")
    return int(text)
