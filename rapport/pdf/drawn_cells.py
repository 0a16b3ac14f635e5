"""The tables of a page without lines between their cells, told by the order in which cells are drawn.

A program that prints a table draws one cell after the other, each with all its lines: what stands beside the first line
of a cell, after its last, begins the next cell of that row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapport.pdf.stretch import Stretch

_CELL_GAP = 1.0  # of the letters' size, between what stands on one line
_NEXT_LINE = 1.7  # of the letters' size, from line to line within a cell
_NEXT_ROW, _ROW_ALONE = 4.0, 2.4  # likewise, from row to row, and to one with a single cell
_SAME = 0.5  # of the letters' size: as high as another
_LEAST_ROWS = 2
_MARK = 6  # signs, at the most, of an item's mark or a question's number


@dataclass(slots=True)
class _Cell:
    """What is drawn in one go, line under line."""

    own: list[Stretch]

    @property
    def left(self) -> float:
        return min(one.left for one in self.own)

    @property
    def right(self) -> float:
        return max(one.right for one in self.own)

    def takes(self, one: Stretch) -> bool:
        """Whether something goes on in the cell: close behind on its last line, or on the next line under it."""
        last = self.own[-1]
        size = max(one.size, last.size)
        if one.is_beside(last):
            return -size < one.left - last.right <= _CELL_GAP * size
        is_under = one.left < self.right and self.left < one.right
        return is_under and 0 < last.base - one.base <= _NEXT_LINE * size


Row = list[_Cell]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table: its rows of cells, and whether some row has no first cell, so that it may belong to the one above."""

    rows: list[list[list[Stretch]]]
    is_unsure: bool


def drawn(shown: Sequence[Stretch]) -> Iterator[Drawn]:
    """Yield the tables among what is drawn on a page."""
    rows = list(_rows(shown))
    at = 0
    while at < len(rows):
        end = _end(rows, at)
        if end - at >= _LEAST_ROWS:
            columns = _columns(rows[at:end])
            table = [_placed(row, columns) for row in rows[at:end]]
            yield Drawn(table, any(not row[0] for row in table))
        at = max(end, at + 1)


def _rows(shown: Sequence[Stretch]) -> Iterator[Row]:
    """Yield the cells that begin beside each other."""
    row: Row = []
    for one in shown:
        if row and row[-1].takes(one):
            row[-1].own.append(one)
        elif row and (at := _beside(row, one)) is not None:
            if at:  # a paragraph right above a table's first cell
                yield [_Cell(row[0].own[:at])]
                row = [_Cell(row[0].own[at:])]
            row.append(_Cell([one]))
        else:
            if row:
                yield row
            row = [_Cell([one])]
    if row:
        yield row


def _beside(row: Row, one: Stretch) -> int | None:
    """Return which line of a row's first cell something begins beside: the first, if there is more than that cell."""
    heads = row[0].own[:1] if len(row) > 1 else row[0].own
    at = next((n for n, own in enumerate(heads) if abs(one.base - own.base) <= _SAME * max(one.size, own.size)), None)
    return at if at is not None and all(other.right < one.left for other in row[-1].own[at:]) else None


def _end(rows: Sequence[Row], at: int) -> int:
    """Return where a table that begins at a row ends; its last row has several cells."""
    if len(rows[at]) < 2 or _is_item(rows[at]):  # noqa: PLR2004 - one cell is no row of a table
        return at
    end, last = at + 1, at + 1
    while end < len(rows) and _follows(rows[end - 1], rows[end]) and not _is_item(rows[end]):
        columns = _columns(rows[at : end + 1])
        if len(columns) < max(map(len, rows[at : end + 1])):
            break
        end += 1
        last = end if len(rows[end - 1]) > 1 else last
    return last


def _is_item(row: Row) -> bool:
    """Whether what looks like a first cell is the mark of an item, or the number of a question."""
    text = "".join(one.styled.text for one in row[0].own).strip()
    if len(text) == 1 and not text.isalnum():
        return True
    is_mark = len(text) == 1 or text.rstrip(".)").replace(".", "").isdecimal()
    return len(row) == 2 and is_mark and len(text) < _MARK  # noqa: PLR2004 - a mark and its text


def _follows(above: Row, below: Row) -> bool:
    """Whether a row stands right under another."""
    lowest = min(cell.own[-1].base for cell in above)
    first = below[0].own[0]
    most = _NEXT_ROW if len(below) > 1 else _ROW_ALONE
    return 0 < lowest - first.base <= most * first.size


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Return from where to where each column goes: what stands over or under each other is one."""
    found: list[tuple[float, float]] = []
    for left, right in sorted((cell.left, cell.right) for row in rows for cell in row):
        if found and left < found[-1][1]:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def _placed(row: Row, columns: Sequence[tuple[float, float]]) -> list[list[Stretch]]:
    cells: list[list[Stretch]] = [[] for _ in columns]
    for cell in row:
        cells[next(n for n, (left, right) in enumerate(columns) if left <= cell.left <= right)] += cell.own
    return cells
