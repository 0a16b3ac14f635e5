"""``rapport ny``: a new report folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapport.cli.command import say, show
from rapport.errors import InputError

if TYPE_CHECKING:
    from rapport.domain.underlag import Underlag

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
    formuläret räknas upp.
    """
    from rapport.cli.progress import ProgressLine
    from rapport.workflow.files import as_argument
    from rapport.workflow.load import load
    from rapport.workflow.new_report import create_report

    with ProgressLine("Läser förra redovisningen …") as progress:
        last = load(fran, progress=progress).underlag if fran else None
    name = (region or (last.region if last else "")).strip()
    if not name:
        raise InputError('Flaggan --region saknas. Skriv till exempel --region "Region Dalarna".')
    if not (name + (diarienummer or "")).isprintable():
        raise InputError("Regionens namn eller diarienumret innehåller ett osynligt tecken. Skriv om det för hand.")
    if ar is None:
        raise InputError("Flaggan --ar saknas. Skriv till exempel --ar 2025.")
    number = year(ar)
    form = create_report(mapp, name, number, mall, (diarienummer or "").strip())
    if mall is None and form.ar != number:
        say(f"Mallen för {number} finns inte än; {form.ar} års mall används. Byt i rapport.yaml när årets har kommit.")
    homeless = _bring(last, mapp) if last else 0
    show(str(mapp))
    say(f"Öppna mappen i VS Code och skriv svaren. Kontrollera med: rapport kontrollera{as_argument(mapp)}")
    return 1 if homeless else 0


def _bring(last: "Underlag", folder: Path) -> int:
    """Move last report's answers to a new folder; return how many have no question in its form."""
    from rapport.workflow.new_report import move_answers

    taken, homeless = move_answers(last, folder)
    say(f"{taken} svar hämtade ur {last.kalla}, som utkast.")
    if any(svar.siffror or "{{" in (svar.markdown or "") for svar in last.svar_by_fraga.values()):
        say(f"Svaren har uttryck för siffror. Lägg årets tabeller i {folder / 'siffror'}, med samma namn och kolumner.")
    for svar in homeless:
        say(f"Fråga {svar.fraga} i {last.kalla} har ingen motsvarighet i det nya formuläret; svaret är inte hämtat.")
    return len(homeless)


def year(text: str) -> int:
    """Return a year as the user wrote it; InputError when it is none."""
    if not (text.isascii() and text.isdigit() and _FIRST <= int(text) <= _LAST):
        raise InputError(f"Flaggan --ar är ”{text}”, men ska vara ett årtal från {_FIRST} till {_LAST}.")
    return int(text)
