"""``rapport hjalp``: how the work is done, topic by topic."""

from typing import TYPE_CHECKING, Annotated

import typer

from rapport.cli.command import WIDTH, show, shows_colour
from rapport.cli.commands import COMMANDS, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLE = "rapport hjalp word"


def topic_names(incomplete: str) -> "list[str]":
    """Return the topics whose names begin as a line does."""
    from rapport.workflow.hjalp import TOPICS

    return [name for name in TOPICS if name.startswith(incomplete)]


def command(
    amne: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ÄMNE",
            help="Ett ämne, till exempel word. Eller ett ord, en regel, ett kommando.",
            autocompletion=topic_names,
        ),
    ] = None,
) -> int:
    """Visar hur arbetet går till, ämne för ämne, med exempel.

    Utan ämne räknas ämnena upp. Ett annat ord söks i ämnenas text.
    """
    from rapport.output.hjalp import as_text
    from rapport.workflow.hjalp import TOPICS, topic

    word = " ".join(amne or [])
    name = folded(word).casefold()
    if not word:
        show("\n".join(_overview()))
    elif name in TOPICS:
        show("\n".join(as_text(topic(name).text, WIDTH, colour=shows_colour())))
    else:
        show("\n".join(_leads(word, name)))
    return 0


def _overview() -> "Iterator[str]":
    from textwrap import fill

    from rapport.workflow.hjalp import topics

    width = max(len(one.id) for one in topics())
    yield "Så går arbetet till, ämne för ämne:"
    yield ""
    for one in topics():
        label = f"  {one.id:<{width}}  "
        yield fill(one.title, WIDTH, initial_indent=label, subsequent_indent=" " * len(label))
    yield ""
    yield "Läs ett ämne:        rapport hjalp word"
    yield "Sök på ett ord:      rapport hjalp fotnot"
    yield "Om ett kommando:     rapport importera --help"
    yield "Om en regel:         rapport regel upprepning"


def _leads(word: str, name: str) -> "Iterator[str]":
    """Yield where a word that is no topic is explained; InputError, with the nearest topic, where it is nowhere."""
    from rapport.errors import InputError
    from rapport.nearest import nearest
    from rapport.workflow.hjalp import TOPICS, is_rule, mentions

    commands = [one for one in COMMANDS if one == name or one.startswith(f"{name} ")]
    if is_rule(name):
        yield f"{name} är en regel. Läs om den med:  rapport regel {name}"
    for one in commands:
        yield f"{one} är ett kommando. Läs om det med:  rapport {one} --help"
    found = mentions(f"rapport {name}" if commands else word)
    if found:
        also = " också" if commands or is_rule(name) else ""
        yield f"Om ”{word}” står det{also} här:"
        width = max(len(one.id) for one, _ in found)
        yield from (f"  rapport hjalp {one.id:<{width}}  {heading}" for one, heading in found)
    elif not commands and not is_rule(name):
        meant = nearest(name, [*TOPICS, *COMMANDS])
        raise InputError(
            f"Ämnet ”{word}” finns inte. " + (f"Menade du {meant}? " if meant else "") + "Se rapport hjalp."
        )
