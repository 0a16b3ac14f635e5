"""How a command speaks to whoever is at the terminal: the one way out for everything that is printed."""

import errno
import os
import sys
from contextlib import suppress
from typing import IO, Any

from rapport.output.shown import as_json, line

WIDTH = 80
# What the system says of a pipe that its reader has closed: Windows calls it an argument that is not valid.
_UNREAD = {errno.EPIPE, errno.EINVAL}


def say(*lines: str) -> None:
    """Tell the user something that is not the result: it goes to stderr, each text as one line."""
    with suppress(OSError):  # there is nobody left to tell
        _print("\n".join(map(line, lines)), sys.stderr)


def show(*lines: str) -> None:
    """Give the result of the command: it goes to stdout, each text as one line."""
    show_made("\n".join(map(line, lines)))


def show_data(data: Any) -> None:  # noqa: ANN401 - plain data
    """Give the result of the command to another program, as JSON."""
    show_made(as_json(data))


def show_made(text: str) -> None:
    """Give a result that is made to be printed as it is: data, a page, lines that have been seen to already."""
    try:
        _print(text, sys.stdout)
    except OSError as error:
        _note_unread(error)


def flush() -> bool:
    """Send what has been shown on its way; return whether it can still be read by anybody."""
    try:
        sys.stdout.flush()
    except OSError as error:
        _note_unread(error)
    return getattr(sys.stdout, "name", "") != os.devnull


def _print(text: str, stream: IO[str]) -> None:
    """Print, in a stream that has only its own signs with look-alikes of the others."""
    try:
        print(text, file=stream)
    except UnicodeEncodeError:
        from rapport.cli.streams import in_signs_of

        print(in_signs_of(stream, text), file=stream)


def _note_unread(error: OSError) -> None:
    """See that what is shown from now on goes nowhere, as nobody reads it: the command goes on to its own exit code."""
    if error.errno not in _UNREAD:
        raise error
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as long as we live


def shows_colour() -> bool:
    """Whether what goes to stdout is seen by a person, on a terminal that shows colours."""
    if not sys.stdout.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb":
        return False
    from rapport.cli.streams import knows_codes

    return knows_codes()
