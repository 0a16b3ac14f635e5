"""Marks on an answer's plain text, and the segments that they cut it into."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup

from rapport.prose.blocks import Blocks, Break, Text, passages

_NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to be seen in an answer: from ``start`` to ``end`` in its text, a line for each passage.

    ``anchor`` is the id of the place where it begins. ``look`` is its class; a mark without one is only a place to
    link to. ``title`` is what is said of the words when they are pointed at. ``tail`` follows right after it.
    """

    start: int
    end: int
    anchor: str
    look: str | None = None
    tail: Markup = _NOTHING
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text that the same marks cover, the first given first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


class Marking:
    """The marks of one answer, cut into segments; ``marks`` are those that cover any text at all."""

    def __init__(self, blocks: Blocks, marks: Iterable[Mark]) -> None:
        spans = list(_text_spans(blocks)) if marks else []
        self.marks = tuple(trimmed for mark in marks if (trimmed := _trimmed(mark, spans)))
        self._segments = tuple(_segments(self.marks))
        self._ends = [segment.end for segment in self._segments]

    def cut(self, start: int, end: int) -> Iterator[Segment]:
        """Yield the segments from ``start`` to ``end``, those without a mark too."""
        at = start
        for segment in self._segments[bisect_right(self._ends, start) :]:
            if segment.start >= end:
                break
            if segment.start > at:
                yield Segment(at, segment.start, ())
            at = max(at, segment.start)
            yield Segment(at, min(segment.end, end), segment.marks)
            at = min(segment.end, end)
        if at < end:
            yield Segment(at, end, ())


def _text_spans(blocks: Blocks) -> Iterator[tuple[int, int]]:
    """Yield where each Text stands in the answer's text: between them are line feeds alone."""
    at = 0
    for passage in passages(blocks):
        for inline in passage:
            if isinstance(inline, Text):
                yield at, at + len(inline.text)
                at += len(inline.text)
            at += isinstance(inline, Break)
        at += 1


def _trimmed(mark: Mark, spans: list[tuple[int, int]]) -> Mark | None:
    """Return the mark without line feeds at its ends, so that it begins and ends where something is shown."""
    first = bisect_right(spans, mark.start, key=lambda span: span[1])
    last = bisect_left(spans, mark.end, key=lambda span: span[0]) - 1
    if mark.start >= mark.end or first > last:
        return None
    return replace(mark, start=max(mark.start, spans[first][0]), end=min(mark.end, spans[last][1]))


def _segments(marks: tuple[Mark, ...]) -> Iterator[Segment]:
    borders = sorted({border for mark in marks for border in (mark.start, mark.end)})
    waiting = sorted(enumerate(marks), key=lambda numbered: numbered[1].start, reverse=True)
    covering: dict[int, Mark] = {}
    for start, end in pairwise(borders):
        while waiting and waiting[-1][1].start <= start:
            number, mark = waiting.pop()
            covering[number] = mark
        covering = {number: mark for number, mark in covering.items() if mark.end > start}
        if covering:
            yield Segment(start, end, tuple(covering[number] for number in sorted(covering)))
