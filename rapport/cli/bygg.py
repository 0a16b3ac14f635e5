"""``rapport bygg``: the official Word document."""

from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import say, show

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
    say("Dokumentet är byggt." if not utkast else "Utkastet är byggt. Det får inte lämnas in så.")
    return 0
