"""Where columns that stand close to each other begin: at one place on several lines, each time after some room."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from rapport.pdf.stretch import Stretch

_AT = 0.6  # points; so near each other begin the cells of one column
_NEAR = 8.0  # of the letters' size, between such cells
_OTHERS = 2  # that begin at the same place, so that it is no chance
_WIDER = 0.33  # than most blanks, of the letters' size
_WORDS = 1.5  # on a line, drawn each by itself: then where they begin says nothing
_Start = tuple[float, float]  # how far to the right, and how high


def at_columns(shown: Sequence[Stretch]) -> list[Stretch]:
    """Return stretches, parted where a column begins within one; what begins a column is marked as such."""
    if sum(len(one.inner) for one in shown) > _WORDS * len(shown):
        return list(shown)
    starts = sorted([(one.left, one.base) for one in shown] + [(x, o.base) for o in shown for _, _, x in o.inner])
    found: list[Stretch] = []
    for one in shown:
        for part in _parts(one, starts):
            last = found[-1] if found else None
            is_beside = last is not None and last.is_beside(part) and part.left - last.right > _WIDER * part.size
            found.append(part._replace(is_column=is_beside and _is_start((part.left, part.base), part.size, starts)))
    return found


def _parts(one: Stretch, starts: Sequence[_Start]) -> Iterator[Stretch]:
    at, left = 0, one.left
    for inner, end, x in one.inner:
        if _is_start((x, one.base), one.size, starts):
            yield one._replace(styled=one.styled[at : int(inner)], left=left, right=end, inner=())
            at, left = int(inner), x
    yield one._replace(styled=one.styled[at:], left=left, inner=())


def _is_start(place: _Start, size: float, starts: Sequence[_Start]) -> bool:
    """Whether so many others begin right above or below a place that it is the left of a column."""
    left, base = place
    near = starts[bisect_left(starts, (left - _AT,)) : bisect_right(starts, (left + _AT, float("inf")))]
    return len({y for _, y in near if size / 2 < abs(y - base) <= _NEAR * size}) >= _OTHERS
