"""Two columns beside each other in a text that keeps the look of its page → one after the other."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_GUTTER = re.compile(r"(?<=\S) {2,}(?=\S)|^ {20,}(?=\S)")
_LEAST, _PART = 8, 0.5  # so many lines of a page have a right column, of those that reach so far
_NARROW = 20  # signs; a table's first column is seldom wider
_SLACK = 1
_WORDS = 3  # in half a line of running text, and more


def unfolded(rows: Sequence[str]) -> list[str]:
    """Return the lines of a page in the order in which they are read."""
    start = _right_column(rows)
    return list(_read(rows, start)) if start else list(rows)


def _right_column(rows: Sequence[str]) -> int:
    """Return where the right column begins; 0 where there is none."""
    starts: Counter[int] = Counter()
    for row in rows:
        starts.update({match.end() for match in _GUTTER.finditer(row) if match.end() > _NARROW})
    if not starts:
        return 0
    start, _ = starts.most_common(1)[0]
    reach = [row for row in rows if len(row) > start]
    split = [row for row in reach if _split(row, start) is not None]
    lefts = sorted(len(row[:start].split()) for row in split if row[:start].strip())
    has_prose = (
        bool(lefts)
        and lefts[len(lefts) // 2] >= _WORDS
        and sum(len(row[start:].split()) for row in split) >= _WORDS * len(split)
    )
    return start if len(split) >= _LEAST and len(split) >= _PART * len(reach) and has_prose else 0


def _split(row: str, start: int) -> int | None:
    """Return where a line's part of the right column begins; None where it has none."""
    places = range(start - _SLACK, start + _SLACK + 1)
    return next((at for at in places if row[at - 2 : at] == "  " and row[at : at + 1].strip()), None)


def _read(rows: Sequence[str], start: int) -> Iterator[str]:
    """Yield what stands to the left, then what stands to the right, down to each line that goes across."""
    left: list[str] = []
    right: list[str] = []
    for row in rows:
        at = _split(row, start)
        if at is None and len(row) > start - _SLACK and row[start - 2 : start].strip():
            yield from (*left, *right, row)
            left, right = [], []
            continue
        at = start if at is None else at
        left.append(row[:at].rstrip())
        right.append(row[at:].rstrip())
    yield from (*left, *right)
