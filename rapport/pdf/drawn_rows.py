"""What is drawn on a page as cells, and the cells that stand beside each other as rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapport.pdf.stretch import Stretch

_CELL_GAP = 1.0  # of the letters' size, between what stands on one line
_NEXT_LINE, _NEXT_PARAGRAPH = 1.7, 4.0  # likewise, from line to line within a cell
_SAME, _EVEN = 0.5, 0.2  # likewise: as high as another, and as far from the line above
_BACK = 6  # paragraphs of a first cell
_BEGIN = 3.0  # points; so near each other begin the paragraphs of one cell


@dataclass(slots=True)
class Cell:
    """What is drawn in one go, line under line.

    ``before`` is where the cell to the left ends. ``is_unsure`` says that some of it may be another row's.
    """

    own: list[Stretch]
    before: float | None = None
    is_unsure: bool = False

    @property
    def left(self) -> float:
        """Where it begins."""
        return min(one.left for one in self.own)

    @property
    def right(self) -> float:
        """How far it goes."""
        return max(one.right for one in self.own)

    @property
    def top(self) -> float:
        """Where its highest line stands."""
        return max(one.base for one in self.own)

    @property
    def bottom(self) -> float:
        """Where its lowest line stands."""
        return min(one.base for one in self.own)

    def takes(self, one: Stretch) -> bool:
        """Whether something goes on in the cell: close behind on its last line, or on a line under it.

        In a further column nothing begins within the column before; what stands further down there is a paragraph.
        """
        last = self.own[-1]
        size = max(one.size, last.size)
        if one.is_beside(last):
            return not one.is_column and -size < one.left - last.right <= _CELL_GAP * size
        is_under = one.left < self.right and self.left < one.right and one.left >= (self.before or one.left)
        return is_under and 0 < last.base - one.base <= (_NEXT_PARAGRAPH if self.before else _NEXT_LINE) * size

    def add(self, one: Stretch) -> None:
        """Put in what it takes."""
        last = self.own[-1]
        self.is_unsure = self.is_unsure or last.base - one.base > _NEXT_LINE * max(one.size, last.size)
        self.own.append(one)


Row = list[Cell]


def rows_of(shown: Sequence[Stretch]) -> list[Row]:
    """Return the cells that begin beside each other; they may be set to the top of their row, or to its middle."""
    rows: list[Row] = []
    for one in shown:
        row = rows[-1] if rows else []
        if row and row[-1].takes(one):
            row[-1].add(one)
        elif row and (beside := _left_of(row, one)):
            row.append(Cell([one], max(other.right for other in beside)))
        else:
            rows.append([Cell([one])])
    settled: list[Row] = []
    for row in rows:
        settled += _settled(row, settled) if len(row) > 1 else [row]
    return settled


def may_be_rest(above: Row, below: Row, columns: int) -> bool:
    """Whether a row with empty cells is so near the one above that it may be further lines of that one's cells."""
    step = min(cell.bottom for cell in above) - max(cell.top for cell in below)
    return len(below) < columns and step <= _NEXT_LINE * below[0].own[0].size


def _left_of(row: Row, one: Stretch) -> list[Stretch]:
    """Return the lines beside which something begins a new cell; a paragraph right above a first cell is none."""
    last = row[-1]
    if one.base <= last.bottom - _SAME * one.size:
        return []
    own = last.own[_clear(last, one.left) :]
    return own if len(row) == 1 or len(own) == len(last.own) else []


def _clear(cell: Cell, left: float) -> int:
    """Return from which line on all of a cell stands to the left of something."""
    return 1 + max((n for n, own in enumerate(cell.own) if own.right >= left), default=-1)


def _settled(row: Row, above: list[Row]) -> Iterator[Row]:
    """Yield a row without what is not of it: paragraphs above its first cell, and what stands above it all."""
    first, others = row[0], row[1:]
    start = _clear(first, min(cell.left for cell in others))
    if start:
        yield [Cell(first.own[:start])]
        first = Cell(first.own[start:])
    else:
        first = _with_paragraphs(first, others[0], above)
    if others[0].bottom > first.top + _SAME * first.own[0].size:  # it is drawn later, and stands elsewhere
        yield [first]
        yield others
        return
    at = _level(first, others[0])
    if at and _is_middle(first, others[0]):
        first.is_unsure = True
    elif at:
        yield [Cell(first.own[:at])]
        first = Cell(first.own[at:])
    yield [first, *others]


def _level(first: Cell, other: Cell) -> int:
    """Return which line of a first cell another begins beside, if any."""
    beside = (n for n, own in enumerate(first.own) if own.is_beside(other.own[0]))
    return next(beside, 0)


def _is_middle(first: Cell, other: Cell) -> bool:
    """Whether a cell of few lines stands in the middle of a first one, whose lines are all as far from each other."""
    size = first.own[0].size
    steps = [a.base - b.base for a, b in pairwise(first.own)]
    middle = (first.top + first.bottom - other.top - other.bottom) / 2
    return max(steps) - min(steps) < _EVEN * size and abs(middle) < _EVEN * size


def _with_paragraphs(first: Cell, other: Cell, above: list[Row]) -> Cell:
    """Return a first cell with its paragraphs above, down from the one beside which another cell begins."""
    for back in range(1, min(_BACK, len(above)) + 1):
        (cell, *more), below = above[-back], above[-back + 1][0] if back > 1 else first
        step = cell.bottom - below.top
        if more or not 0 < step <= _NEXT_PARAGRAPH * below.own[0].size or abs(cell.left - below.left) > _BEGIN:
            break
        if (at := next((n for n, own in enumerate(cell.own) if own.is_beside(other.own[0])), None)) is not None:
            own = [one for (part,) in above[-back:] for one in part.own]
            above[-back:] = [[Cell(own[:at])]] if at else []
            return Cell([*own[at:], *first.own], is_unsure=True)
    return first
