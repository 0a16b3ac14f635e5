"""How a command speaks to whoever is at the terminal: the one way out for everything that is printed."""

import os
import sys
from contextlib import suppress
from typing import Any

from rapport.output.shown import as_json, line

WIDTH = 80


def say(*lines: str) -> None:
    """Tell the user something that is not the result: it goes to stderr, each text as one line."""
    with suppress(OSError):  # there is nobody left to tell
        print("\n".join(map(line, lines)), file=sys.stderr)  # noqa: T201 - this is how a command speaks


def show(*lines: str) -> None:
    """Give the result of the command: it goes to stdout, each text as one line."""
    print("\n".join(map(line, lines)))  # noqa: T201 - this is how a command answers


def show_data(data: Any) -> None:  # noqa: ANN401 - plain data
    """Give the result of the command to another program, as JSON."""
    show_made(as_json(data))


def show_made(text: str) -> None:
    """Give a result that is made to be printed as it is: data, a page, lines that have been seen to already."""
    print(text)  # noqa: T201 - as above


def shows_colour() -> bool:
    """Whether what goes to stdout is seen by a person, on a terminal that shows colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
