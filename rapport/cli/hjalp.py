"""``rapport hjalp``: how the work is done, topic by topic."""

from typing import Annotated

import typer

from rapport.cli.topics import tell

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
    return tell(amne or [])
