"""``rapport jamfor``: how other regions answer the question that is being written."""

from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import WIDTH, require_format, say, show_data, shows_colour

EXAMPLE = "rapport jamfor 3.4 --i min-redovisning"


def command(
    fraga: Annotated[str, typer.Argument(metavar="FRÅGA", help="Frågans nummer, till exempel 3.4.")],
    i: Annotated[
        Path | None, typer.Option("--i", metavar="MAPP", help="Redovisningens mapp. Förval: mappen du står i.")
    ] = None,
    samling: Annotated[
        Path | None,
        typer.Option(
            metavar="MAPP", help="Mappen med samlingen. Förval: en i närheten, eller den som senast användes."
        ),
    ] = None,
    ar: Annotated[
        int | None, typer.Option(metavar="ÅR", help="Ett annat år än det senaste som andra har redovisat.")
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Hur det visas: text (förval) eller json.")
    ] = "text",
) -> int:
    """Visar hur andra regioner svarar på frågan du skriver på.

    Svaren kommer ur en samling, som görs med rapport samla. Den letas efter intill redovisningens mapp. Den egna
    regionens svar är inte med; utan redovisning visas alla. Har frågan fått ett annat nummer hittas den på sin text.
    """
    from rapport.cli.paged import show_paged
    from rapport.output.jamfor import as_data, as_text
    from rapport.workflow.jamfor import compare

    require_format(format_)
    found = compare(fraga, i, samling, ar)
    if format_ == "json":
        show_data(as_data(found))
        return 0
    others = [one for one in found.aren if one != found.ar]
    more = f" Andra år, med --ar: {', '.join(map(str, others))}." if others else ""
    say(f"Ur samlingen {found.samling}.{more}")
    show_paged(as_text(found, WIDTH, colour=shows_colour()))
    return 0
