"""How a command speaks to whoever is at the terminal; loads nothing."""

import os
import sys

WIDTH = 80


def say(text: str) -> None:
    """Tell the user something that is not the result: it goes to stderr."""
    print(text, file=sys.stderr)  # noqa: T201 - this is how a command speaks


def show(text: str) -> None:
    """Give the result of the command: it goes to stdout."""
    print(text)  # noqa: T201 - this is how a command answers


def shows_colour() -> bool:
    """Whether what goes to stdout is seen by a person, on a terminal that shows colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
