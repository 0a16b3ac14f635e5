"""``rapport underlag sok``: snippets in the source papers."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapport.cli import papers
from rapport.cli.command import require_format, show, show_data, shows_colour
from rapport.cli.progress import ProgressLine

if TYPE_CHECKING:
    from rapport.workflow.papers import Looked

EXAMPLE = "rapport underlag sok samverkansråd beslut --antal 10"


def command(
    ord_: Annotated[list[str], typer.Argument(metavar="ORD", help="Vad du letar efter: ord, belopp, diarienummer.")],
    i: Annotated[
        Path, typer.Option("--i", metavar="MAPP", help="Redovisningens mapp, eller en mapp med bara papper.")
    ] = Path(),
    antal: Annotated[int, typer.Option(metavar="N", help="Hur många stycken som visas. Förval: 5.")] = 5,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Hur resultatet visas: text (förval) eller json.")
    ] = "text",
) -> int:
    """Söker i källornas papper (.docx, .pdf, .xlsx, .txt, .md i mappen kallor) och visar styckena, de bästa först.

    Böjningar, sammansättningar och skannade texter utan å, ä och ö hittas också, och belopp oavsett mellanrum.
    """
    from rapport.workflow import searching

    papers.require_count(antal)
    require_format(format_)
    words = " ".join(ord_)
    with ProgressLine() as progress:
        traffar, looked = searching.find(i, words, progress)
    kallor = {traff.paper: looked.library.kalla(traff.paper) for traff in traffar[:antal]}
    papers.tell(looked)
    if format_ == "json":
        found = [papers.as_data(traff, kallor[traff.paper]) for traff in traffar[:antal]]
        data = {"version": papers.VERSION, "kalla": i.as_posix(), "sokord": words, "antal": looked.total}
        data |= {"traffar": found, "olasta": papers.unread_data(looked.unread)}
        show_data(data)
        return 0
    colour = shows_colour()
    for traff in traffar[:antal]:
        show(*papers.heading(traff, kallor[traff.paper], colour=colour), *papers.snippet(traff, colour=colour), "")
    show(_summary(words, looked.total if traffar else 0, antal, looked))
    return 0


def _summary(words: str, found: int, shown: int, looked: "Looked") -> str:
    count = len(looked.library.papers) - len(looked.unread)
    where = f"{count} papper" if count != 1 else "ett papper"
    if not found:
        guess = f" Menade du {' eller '.join(looked.close)}?" if looked.close else " Pröva färre eller kortare ord."
        return f"Ingenting om ”{words}” i {where}.{guess}"
    best = f"de {shown} bästa" if shown > 1 else "det bästa"
    more = f", {best} visas. Fler med --antal {min(found, 2 * shown)}." if found > shown else "."
    return f"{found} {'stycken' if found > 1 else 'stycke'} i {where}{more}"
