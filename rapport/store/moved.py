"""Where what stood in an earlier text of a file stands in it now."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MOST = 400  # changed lines that are held against each other one by one


class Hunk(NamedTuple):
    """A piece of an earlier text, and what has taken its place, by their offsets."""

    start: int
    end: int
    new_start: int
    new_end: int


class Moved:
    """The way from places in an earlier text to the same places now."""

    def __init__(self, before: str, now: str) -> None:
        self.now = now
        self.hunks = hunks(before, now)
        self._starts = [hunk.start for hunk in self.hunks]

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line of the text begins now."""
        return line_starts(self.now)

    def offset(self, at: int) -> int:
        """Return where a character stands now; one that has gone has its place among what took its place."""
        hunk = self._at(at)
        if hunk is None or at >= hunk.end:
            return at if hunk is None else at - hunk.end + hunk.new_end
        return min(hunk.new_start + at - hunk.start, hunk.new_end)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a piece stands now; None where all of it has gone."""
        first, last = self._at(start), self._at(end - 1)
        if first is not None and first is last and end <= first.end:
            return None
        is_cut = last is not None and end <= last.end
        return self.offset(start), self.offset(end - 1) + (not is_cut)

    def _at(self, at: int) -> Hunk | None:
        """Return the last hunk that begins no later than a place."""
        number = bisect_right(self._starts, at) - 1
        return self.hunks[number] if number >= 0 else None


def line_starts(text: str) -> list[int]:
    """Return where each line of a text begins."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def hunks(before: str, now: str) -> list[Hunk]:
    """Return what has changed between two texts, in order, each piece as small as lines and then letters make it."""
    whole = _narrowed(Hunk(0, len(before), 0, len(now)), before, now)
    if whole.start == whole.end and whole.new_start == whole.new_end:
        return []
    return [*_by_lines(whole, before, now)]


def patched(before: str, now: str, kept: Iterable[Hunk]) -> str:
    """Return the earlier text with some of the changes that led to the later one."""
    parts, at = [], 0
    for hunk in kept:
        parts += [before[at : hunk.start], now[hunk.new_start : hunk.new_end]]
        at = hunk.end
    return "".join([*parts, before[at:]])


def _by_lines(whole: Hunk, before: str, now: str) -> Iterator[Hunk]:
    old = _LINE.findall(before, whole.start, whole.end)
    new = _LINE.findall(now, whole.new_start, whole.new_end)
    if min(len(old), len(new)) <= 1 or max(len(old), len(new)) > _MOST:
        yield whole
        return
    old_at, new_at = _ends(whole.start, old), _ends(whole.new_start, new)
    for kind, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield _narrowed(Hunk(old_at[first], old_at[last], new_at[new_first], new_at[new_last]), before, now)


def _ends(start: int, lines: list[str]) -> list[int]:
    found = [start]
    for line in lines:
        found.append(found[-1] + len(line))
    return found


def _narrowed(hunk: Hunk, before: str, now: str) -> Hunk:
    """Return a hunk without what is the same at its beginning and its end."""
    old, new = before[hunk.start : hunk.end], now[hunk.new_start : hunk.new_end]
    first = _same(old, new)
    last = _same(old[first:][::-1], new[first:][::-1])
    return Hunk(hunk.start + first, hunk.end - last, hunk.new_start + first, hunk.new_end - last)


def _same(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low
