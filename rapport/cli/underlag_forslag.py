"""``rapport underlag forslag``: snippets that may belong in an answer."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from rapport.cli import papers
from rapport.cli.command import require_format, show, show_data, shows_colour
from rapport.cli.progress import ProgressLine
from rapport.output.wrapped import wrapped

EXAMPLE = "rapport underlag forslag 3.1 --i min-redovisning"


def command(
    fraga: Annotated[str, typer.Argument(metavar="FRÅGA", help="Frågans nummer, till exempel 3.1.")],
    i: Annotated[
        Path, typer.Option("--i", metavar="MAPP", help="Redovisningens mapp, eller en mapp med bara papper.")
    ] = Path(),
    antal: Annotated[int, typer.Option(metavar="N", help="Hur många stycken som visas. Förval: 5.")] = 5,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Hur resultatet visas: text (förval) eller json.")
    ] = "text",
) -> int:
    """Föreslår de stycken ur papperen som troligast hör hemma i ett svar och inte redan står där.

    Förslagen bygger på områdets sökord, frågans text och det som redan är skrivet. Under varje stycke står vilka ord
    som mötte det. Läs alltid hela papperet: ett förslag till beslut är inget beslut.
    """
    from rapport.workflow import searching

    papers.require_count(antal)
    require_format(format_)
    with ProgressLine() as progress:
        found, looked = searching.suggestions(i, fraga, progress)
    shown = found[:antal]
    kallor = {suggestion.traff.paper: looked.library.kalla(suggestion.traff.paper) for suggestion in shown}
    papers.tell(looked)
    if format_ == "json":
        rows = [papers.as_data(s.traff, kallor[s.traff.paper]) | {"samma_i": list(s.same_in)} for s in shown]
        data = {"version": papers.VERSION, "kalla": i.as_posix(), "fraga": fraga, "antal": len(found)}
        data |= {"forslag": rows, "olasta": papers.unread_data(looked.unread)}
        show_data(data)
        return 0
    colour = shows_colour()
    for suggestion in shown:
        traff = suggestion.traff
        why = [f"Ord som mötte: {', '.join(_apart(traff.words))}."]
        why += [f"Samma text i {', '.join(suggestion.same_in)}."] if suggestion.same_in else []
        lines = wrapped(" ".join(why), papers.width(), "  ")
        heading = papers.heading(traff, kallor[traff.paper], colour=colour)
        show(*heading, *papers.snippet(traff, colour=colour), *lines, "")
    show(_summary(fraga, len(found), antal))
    return 0


def _apart(words: Iterable[str]) -> list[str]:
    """Return the words that were met, without those that an expression among them already has."""
    shown = list(words)
    within = {part for word in shown if " " in word for part in word.casefold().split()}
    return [word for word in shown if word.casefold() not in within]


def _summary(fraga: str, found: int, shown: int) -> str:
    if not found:
        return f"Inget stycke i papperen ser ut att höra till fråga {fraga} utöver det som redan står i svaret."
    if found > shown:
        which = f"De {shown} troligaste förslagen" if shown > 1 else "Det troligaste förslaget"
        return f"{which} till fråga {fraga}. Fler med --antal {min(found, 2 * shown)}."
    return f"{found} förslag till fråga {fraga}."
