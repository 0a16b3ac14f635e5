"""``rapport samla``: many regions' reports into one data set."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapport.cli.command import WIDTH, say, show

if TYPE_CHECKING:
    from rapport.workflow.samla import Samling

EXAMPLE = "rapport samla inkomna --ut samling"
_FEW = 6  # regions that are named where they are missing


def command(
    sokvagar: Annotated[
        list[Path],
        typer.Argument(metavar="SÖKVÄG", help="Mappar, ifyllda formulär (.docx, .pdf) och zipfiler med sådana."),
    ],
    ut: Annotated[Path, typer.Option(metavar="MAPP", help="Mappen som samlingen läggs i.")],
) -> int:
    """Samlar många regioners redovisningar i en datamängd.

    I mappen läggs redovisningar.sqlite, redovisningar.xlsx och öppna data i CSV. Det
    som inte har ändrats sedan sist läses inte igen. En fil som inte går att läsa
    stoppar inte de andra.
    """
    from rapport.cli.progress import ProgressLine
    from rapport.workflow.samla import gather

    with ProgressLine("Samlar …") as progress:
        samling = gather(sokvagar, ut, progress)
    return _tell(samling, ut)


def _tell(samling: "Samling", ut: Path) -> int:
    """Say what came of it: what is to be done first of all last, where the eyes are."""
    from rapport.output.wrapped import wrapped

    count = len(samling.redovisningar)
    show(str(ut))
    words = "redovisning" if count == 1 else "redovisningar"
    say(f"{count} {words} i samlingen, varav {samling.read} {'läst' if samling.read == 1 else 'lästa'} nu.")
    if samling.is_healed:
        say(*wrapped("Den förra körningen avbröts medan den skrev, så allt har lästs och skrivits på nytt.", WIDTH))
    for ar, regions in samling.missing.items():
        if regions:
            more = f" och {len(regions) - _FEW} till" if len(regions) > _FEW else ""
            say(*wrapped(f"För {ar} saknas {len(regions)} av 21 regioner: {', '.join(regions[:_FEW])}{more}.", WIDTH))
    for fault in samling.faults:
        say(fault)
    for olast in samling.olasta:
        say(f"Inte med: {olast.kalla}", *wrapped(olast.fel, WIDTH, "  "))
    if samling.asked:
        names = ", ".join(one.kalla for one in samling.asked)
        say(f"Region eller år saknas i {names}.", f"  Fyll i dem i {ut / 'inkomna.yaml'}, och kör kommandot igen.")
    return 1 if samling.olasta or samling.asked or samling.faults else 0
