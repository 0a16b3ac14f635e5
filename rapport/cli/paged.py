"""A long result at a terminal: as much as there is room for at a time."""

import sys
from collections.abc import Iterable
from itertools import islice
from shutil import get_terminal_size

from rapport.cli.terminal import show

_QUESTION = "Enter visar mer, alla visar resten, s slutar: "


def show_paged(lines: Iterable[str]) -> None:
    """Give the result of the command; where a person reads it, a screen at a time."""
    waiting = iter(lines)
    is_read = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    if is_read:
        room = max(get_terminal_size().lines - 2, 5)
        page, rest = [*islice(waiting, room)], next(waiting, None)
        while rest is not None:
            show(*page)
            wanted = _asked()
            if wanted in {"s", "sluta"}:
                return
            if wanted in {"a", "alla"}:
                page = [rest, *waiting]
                break
            page, rest = [rest, *islice(waiting, room - 1)], next(waiting, None)
        show(*page)
    else:
        show(*waiting)


def _asked() -> str:
    sys.stderr.write(_QUESTION)
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip().lower() if line else "sluta"
