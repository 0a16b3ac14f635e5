"""``rapport lage``: how far each answer has come, and who has it."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import WIDTH, require_format, show, show_data, shows_colour

EXAMPLE = 'rapport lage min-redovisning --ansvarig "Oskar Tallhed"'


def command(
    mapp: Annotated[
        Path, typer.Argument(metavar="MAPP", help="Mappen med redovisningen. Förval: mappen du står i.")
    ] = Path(),
    ansvarig: Annotated[
        str | None, typer.Option(metavar="NAMN", help="Visar bara de svar som en person är ansvarig för.")
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Hur det visas: text (förval) eller json.")
    ] = "text",
) -> int:
    """Visar hur långt redovisningen har kommit: dagar kvar, och för varje svar status, tecken och ansvarig.

    Sist står vad som är kvar att göra, person för person. Status och ansvarig skriver du vid svaret.
    """
    from rapport.cli.progress import ProgressLine
    from rapport.output.lage import as_data, as_text
    from rapport.workflow.lage import lage

    require_format(format_)
    with ProgressLine() as progress:
        found = lage(mapp, ansvarig, progress)
    if format_ == "json":
        show_data(as_data(found.oversikt, found.sista_dag, today()))
    else:
        lines = as_text(found.oversikt, found.sista_dag, today(), colour=shows_colour(), width=WIDTH)
        show(*lines)
    return 0


def today() -> date:
    """Return what day it is where the user is."""
    return datetime.now().astimezone().date()
