"""The lines of an answer as written, the signs that they begin with, and what it is to set some of them apart."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

Span = tuple[int, int]

_BULLET = "•·▪◦‣●\uf0b7"
_SIGN = re.compile(
    rf"(?P<bullet>[{_BULLET}])\s*(?=\S)|(?P<dash>[–—‒―−➢→])\s+(?=\S)|(?P<tight>[-–—])(?=[^\W\d_])|(?P<o>o)\s+(?=\S)"
    r"|(?P<letter>[a-zåäö])\)\s+(?=\S)|(?P<number>\d{1,2})[.)]\s+(?=\S)"
)
MARKER = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?=\S)")
STOPS = (":", ".", "!", "?")
ENOUGH = 3  # so many lines in a row are no aside, whatever stands before them


class Line(NamedTuple):
    """A line of an answer as written, and where it begins there."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where its last sign that is no blank ends."""
        return self.start + len(self.text.rstrip())

    @property
    def stop(self) -> int:
        """Where its line feed stands."""
        return self.start + len(self.text)

    @property
    def indent(self) -> int:
        """How many columns in its text begins."""
        return len(self.text.expandtabs(4)) - len(self.text.expandtabs(4).lstrip())

    @property
    def body(self) -> int:
        """Where its text begins."""
        return self.start + len(self.text) - len(self.text.lstrip())


class Row(NamedTuple):
    """A line of its own to be: the places of its text, one for each cell, and how deep it stands in its list."""

    spans: tuple[Span, ...]
    level: int = 0


class Change(NamedTuple):
    """What to write instead of a piece of the answer as written; a line feed in ``new`` begins a line of its kind."""

    start: int
    end: int
    new: str


class Mend(NamedTuple):
    """Lines set apart, from ``start`` to ``end`` of the answer as written; ``first`` is a numbered list's number."""

    kind: Literal["list", "lines", "table"]
    start: int
    end: int
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    first: int | None = None


def groups(source: str) -> Iterator[list[Line]]:
    """Yield the lines that stand together, without a blank one between."""
    at, group = 0, list[Line]()
    for text in source.split("\n"):
        if text.strip():
            group.append(Line(at, text))
        elif group:
            yield group
            group = []
        at += len(text) + 1
    if group:
        yield group


def sign(line: Line) -> re.Match[str] | None:
    """Return the sign that a line begins with as a list's does, but not Markdown's; its group is its kind."""
    return _SIGN.match(line.text.lstrip())


def sign_name(line: Line) -> str:
    """Return the kind of a line's sign; "" without one."""
    found = sign(line)
    return (found.lastgroup or "") if found else ""


def content(line: Line) -> int:
    """Return where the text behind a line's sign begins."""
    found = sign(line)
    return line.body + (found.end() if found else 0)


def on_lines(lead: Sequence[Line], items: Sequence[Sequence[Line]]) -> Mend:
    """Return lines that stay lines, by a backslash at the end of each but the last."""
    ends = [*lead[-1:], *(one[-1] for one in items[:-1])]
    rows = tuple(Row(((one[0].body, one[-1].end),)) for one in items)
    changes = tuple(Change(line.end, line.stop, "\\") for line in ends)
    return Mend("lines", items[0][0].body, items[-1][-1].end, rows, changes)
