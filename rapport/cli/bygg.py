"""``rapport bygg``: the official Word document."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapport.cli.command import say, show
from rapport.cli.restored import tell_of_restored

if TYPE_CHECKING:
    from rapport.workflow.built import Built

EXAMPLE = "rapport bygg min-redovisning --utkast"


def command(
    mapp: Annotated[
        Path, typer.Argument(metavar="MAPP", help="Mappen med redovisningen. Förval: mappen du står i.")
    ] = Path(),
    ut: Annotated[
        Path | None,
        typer.Option(
            metavar="FIL.docx", help="Var dokumentet ska ligga. Förval: i mappen, med år och region i namnet."
        ),
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Gör också en taggad PDF (PDF/UA). Kräver LibreOffice.")] = False,
    utkast: Annotated[
        bool,
        typer.Option(
            "--utkast",
            help="Bygger även om fel återstår. UTKAST står i filnamnet (utom med --ut) och på varje sida.",
        ),
    ] = False,
    tvinga: Annotated[
        bool, typer.Option("--tvinga", help="Skriver över ett dokument som har ändrats sedan det byggdes.")
    ] = False,
) -> int:
    """Bygger Worddokumentet: formuläret med svaren ifyllda, rutorna kryssade och fotnoterna på plats.

    Formulärets egen text ändras aldrig. Så länge fel återstår byggs dokumentet bara som utkast.
    """
    from rapport.cli.progress import ProgressLine
    from rapport.workflow.build import build

    tell_of_restored(mapp)
    with ProgressLine("Kontrollerar och bygger …") as progress:
        built = build(mapp, ut, is_draft=utkast, with_pdf=pdf, force=tvinga, progress=progress)
    for file in built.files:
        show(str(file))
    for loss in built.losses:
        say(f"Kan sakna text i utkastet: {loss.place}: {loss.message}")
    for file in built.gone:
        say(f"{file} ligger utanför {mapp}, så det som stod där före bygget kan inte tas tillbaka.")
    for file in built.kept:
        say(f"{file.name} hade ändrats. Den versionen tas tillbaka med  rapport angra {mapp}")
    for fault in built.not_compared:
        say(f"{fault.place}: {fault.message} {fault.hint or ''}")
    state = "Dokumentet är byggt." if not utkast else "Utkastet är byggt. Det får inte lämnas in så."
    say(" ".join([state, *_not_done(built)]))
    return 0


def _not_done(built: "Built") -> Iterator[str]:
    """Yield which answers are not marked as done, where any is not."""
    many = len(built.not_done)
    if many and many == built.answered:
        yield "Inget svar är klart (status)."
    elif many:
        yield f"{many} svar är inte {'klara' if many > 1 else 'klart'}: {', '.join(built.not_done)}."
