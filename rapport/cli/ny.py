"""``rapport ny``: a new report folder."""

from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import say, show
from rapport.errors import InputError


def command(
    mapp: Annotated[Path, typer.Argument(metavar="MAPP", help="Mappen som ska skapas.")],
    region: Annotated[str, typer.Option(metavar="NAMN", help="Regionens namn, till exempel ”Region Dalarna”.")],
    ar: Annotated[str, typer.Option(metavar="ÅR", help="Året som redovisas, till exempel 2025.")],
    mall: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Formuläret som besvaras. Förval: årets, eller det senaste före det."),
    ] = None,
    diarienummer: Annotated[
        str | None, typer.Option(metavar="NR", help="Redovisningens diarienummer. Kan läggas till senare.")
    ] = None,
) -> int:
    """Skapar en mapp för en ny redovisning: en fil per område, med frågorna ovanför tomma svar.

    Med i mappen följer inställningar för VS Code, som då visar frågorna och föreslår nycklar.
    """
    from rapport import workflow
    from rapport.store.ny import choose_form, create_folder

    year = _year(ar)
    mall_id = mall or choose_form(year)
    values = {"region": region.strip(), "år": str(year), "diarienummer": (diarienummer or "").strip()}
    if not values["region"]:
        raise InputError("Regionens namn saknas. Skriv till exempel --region ”Region Dalarna”.")
    create_folder(mapp, workflow.mall(mall_id), values)
    if mall is None and mall_id != str(year):
        say(f"Mallen för {year} finns inte än; {mall_id} års mall används. Byt i rapport.yaml när årets har kommit.")
    show(str(mapp))
    say(f"Öppna mappen i VS Code och skriv svaren. Kontrollera med: rapport kontrollera {mapp}")
    return 0


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 2000 <= int(text) <= 2100):  # noqa: PLR2004 - as rapport.yaml says
        raise InputError(f"--ar är ”{text}”, men ska vara ett årtal med fyra siffror, till exempel 2025.")
    return int(text)
