"""Lines that were meant to stand by themselves but that Markdown joins: lists as Word writes them, rows, addresses."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import groupby, pairwise
from typing import NamedTuple

from rapport.prose.problem import NOT_ALLOWED, Problem

# Bullets that Markdown does not know, and numbers that it takes only at the start of a paragraph.
_SIGNS = (
    re.compile(r"[–—‒―−➢→]\s+\S"),
    re.compile(r"[-–—]\w"),
    re.compile(r"o\s+\S"),
    re.compile(r"[a-zåäö]\)\s+\S"),
    re.compile(r"\d{1,2}[.)]\s+\S"),
)
_SHORT_LINE = re.compile(r"[A-ZÅÄÖ\d].{0,34}(?<![.,:;!?…–—-])")
# What a line of an address does not end with, but a line of a sentence may.
_GOES_ON = re.compile(
    r"(?:^|\s)(?:att|av|de[mnt]?|en|ett|från|för|i|inom|med|men|och|om|på|samt|som|till|under|vid|är)$"
)
_BULLET = re.compile("[•·▪◦‣●\uf0b7]\\s*\\S")
# A whole paragraph ends a sentence; what begins as something else of Markdown's is none.
_ENDS = re.compile(r"[.!?:…][”\"’')]*(?:\^?\[[^\[\]]+\])*$")
_OTHER = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s|\||>|#|\[\^|\{\{[^{}]*\}\}$")
_HEADING = re.compile(r"[A-ZÅÄÖ\d].{0,59}(?<![.,:;!?…–—-])")
_LONG = 120  # characters; a longer line is seldom one of a text broken by hand
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_UNSEEN = re.compile(r"\[\^[^\[\]\s]+\]|\*|\\(?=[!-/:-@\[-`{-~])")
_FIGURE = re.compile(r"\{\{.*?\}\}")
_EXCERPT = 40


class _Line(NamedTuple):
    """A line of an answer as written, without what is around it, and where it begins."""

    start: int
    text: str


def glued(source: str, text: str) -> Iterator[Problem]:
    """Yield the first of each row of lines that were meant apart; ``text`` is the answer's, as it will be read."""
    shown = text.replace("*", "")
    at = 0
    lines = []
    for line in source.split("\n"):
        lines.append(_Line(at + len(line) - len(line.lstrip()), line.strip()))
        at += len(line) + 1
    for name, least, kind in (("dash-list", 2, sign), ("tab-rows", 2, tabs), ("address", 3, is_short)):
        for run in _runs(lines, kind):
            joined = [above for above, below in pairwise(run) if _is_joined(above, below, shown)]
            if len(joined) + 1 >= least:
                yield _problem(name, joined[0])
    widest = max((len(above.text) for above, below in pairwise(lines) if _is_broken(above, below)), default=0)
    for run in _runs(lines, _is_plain):
        if _are_paragraphs(run, max(_LONG, widest)):
            yield from (_problem("paragraphs", one) for one, below in pairwise(run) if _is_joined(one, below, shown))


def _problem(name: str, line: _Line) -> Problem:
    return Problem(*NOT_ALLOWED[name], line.start, line.text[:_EXCERPT], is_error=False)


def _is_plain(line: str) -> int:
    """Return 1 for a line of running text; otherwise 0."""
    return int(bool(line) and not (sign(line) or _BULLET.match(line) or _OTHER.match(line) or "\t" in line))


def _is_broken(above: _Line, below: _Line) -> bool:
    """Whether a line ends in mid-sentence and goes on with the next, as in a text broken at some width."""
    return bool(above.text and below.text[:1].islower()) and not _ends(above.text)


def _are_paragraphs(run: list[_Line], least: int) -> bool:
    """Whether each line of a run is a whole paragraph or a heading above one, and one is longer than any broken."""
    if len(run) < 2 or max(len(line.text) for line in run) <= least or not _ends(run[-1].text):  # noqa: PLR2004
        return False
    return all(_ends(above.text) or _is_heading(above.text, below.text) for above, below in pairwise(run))


def _is_heading(line: str, below: str) -> bool:
    words = line.replace("*", "")
    return bool(_HEADING.fullmatch(words)) and not _GOES_ON.search(words) and len(below) > _LONG and _ends(below)


def _ends(line: str) -> bool:
    return bool(_ENDS.search(line.replace("*", "")))


def _runs(lines: list[_Line], kind: Callable[[str], int]) -> Iterator[list[_Line]]:
    """Yield the lines in a row that are of one kind; 0 is none."""
    return (list(run) for number, run in groupby(lines, lambda line: kind(line.text)) if number)


def _is_joined(above: _Line, below: _Line, shown: str) -> bool:
    """Whether two lines follow each other as one in the answer's text."""
    end, start = _FIGURE.split(_seen(above.text))[-1], _FIGURE.split(_seen(below.text))[0]
    return f"{end} {start}" in shown


def _seen(line: str) -> str:
    """Return a line as it is seen, but for its figures: a link as its text, a note's mark or a backslash not at all."""
    return unescape(_UNSEEN.sub("", _LINK.sub(r"\1", line)))


def sign(line: str) -> int:
    """Return which of the signs of lists that Markdown does not know a line begins with; 0 is none."""
    return next((number for number, pattern in enumerate(_SIGNS, 1) if pattern.match(line)), 0)


def tabs(line: str) -> int:
    """Return how many tabs part a line; none in a line that begins as a list's."""
    return 0 if sign(line) or _BULLET.match(line) else line.count("\t")


def is_short(line: str) -> int:
    """Return 1 where a line is as short as an address's, and ends as such a one does; otherwise 0."""
    words = line.replace("*", "")
    ends_well = bool(_SHORT_LINE.fullmatch(words)) and not _GOES_ON.search(words)
    return int(ends_well and not sign(line) and "\t" not in line and "|" not in line)
