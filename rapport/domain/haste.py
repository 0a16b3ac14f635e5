"""Haste: a check while a text is being typed answers with what is known, and leaves the rest for when there is time.

What takes long to find out about a word, say, is then left open: ``may_wait`` says so, and notes it. What is built on
something left open is remembered for that check only, see ``Svar.remember``; the next one, with time, finds it out.
A check that a newer text has overtaken is broken off where it asks ``still_wanted``.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any


class Overtaken(Exception):  # noqa: N818 - nothing is wrong
    """The text is another by now."""


class Pace:
    """How one check is done: in haste or not, and as long as somebody wants it.

    ``left`` counts the answers that were left open, ``guesses`` are what was built on them, by answer and key.
    ``recent`` is what checks of the same report leave to those that come after and have no time.
    """

    def __init__(self, is_wanted: Callable[[], bool], *, is_hasty: bool) -> None:
        self.is_wanted = is_wanted
        self.is_hasty = is_hasty
        self.left = 0
        self.guesses: dict[Hashable, Any] = {}
        self.recent: dict[str, Any] = {}


_pace: ContextVar[Pace | None] = ContextVar("pace", default=None)


@contextmanager
def at_pace(pace: Pace) -> Iterator[Pace]:
    """Let what is checked inside be checked at a pace of its own, in this thread."""
    before = _pace.set(pace)
    try:
        yield pace
    finally:
        _pace.reset(before)


def may_wait() -> bool:
    """Whether what is not known is to be left open for now; it is noted that it was."""
    pace = _pace.get()
    if pace is None or not pace.is_hasty:
        return False
    pace.left += 1
    return True


def left_open() -> int:
    """Return how much this check has left open so far."""
    pace = _pace.get()
    return pace.left if pace else 0


def recently() -> dict[str, Any] | None:
    """Return what earlier checks of this report have left to this one, to be added to; None where none will follow."""
    pace = _pace.get()
    return pace.recent if pace else None


def still_wanted() -> None:
    """Go on as long as the text is the one that is checked; Overtaken where it is not."""
    pace = _pace.get()
    if pace is not None and not pace.is_wanted():
        raise Overtaken


def remembered(found: dict[Hashable, Any], key: Hashable, find: Callable[[], Any]) -> Any:  # noqa: ANN401 - as given
    """Return what is found under a key, and keep it there unless it was built on what was left open."""
    pace = _pace.get()
    if pace is None:
        found[key] = find()
        return found[key]
    guess = (id(found), key)
    if guess in pace.guesses:
        pace.left += 1
        return pace.guesses[guess]
    still_wanted()
    before = pace.left
    value = find()
    if pace.left == before:
        found[key] = value
    else:
        pace.guesses[guess] = value
    return value
