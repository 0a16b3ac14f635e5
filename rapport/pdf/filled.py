"""What stands in the cells of a table that is drawn with lines."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from rapport.pdf.cells import Cells
from rapport.pdf.drawn_rows import may_be_rest, rows_of
from rapport.pdf.grid import Grid, Place
from rapport.pdf.stretch import Stretch

_OVER = 4.0  # points; what stands so far over a line is in two cells
_NARROW = 9.0  # no letter has room there: it is what is between two cells
_FEW = 2  # rows: then the lines may part a head from the rest, and its rows are not parted
Row = list[list[Stretch]]


def filled(grid: Grid, own: Sequence[Stretch]) -> Cells:
    """Put what stands in a table in its cells, what is put together in its first; no row or narrow column is empty."""
    first = grid.firsts()
    placed = [(grid.place(one), one) for one in own]
    for together in _beside_each_other(placed, first):
        first |= {at: at for at in first if first[at] == together}
    table: list[Row] = [[[] for _ in grid.columns[1:]] for _ in grid.rows[1:]]
    is_crossed = False
    for at, one in placed:
        over = [n for n, x in enumerate(grid.columns[1:-1], 1) if one.left + _OVER < x < one.right - _OVER]
        is_crossed = is_crossed or any(first[at[0], column] != first[at] for column in over)
        row, column = first[at]
        table[row][column].append(one)
    wide = [n for n, (a, b) in enumerate(pairwise(grid.columns)) if b - a > _NARROW or any(row[n] for row in table)]
    rows = [[row[n] for n in wide] for row in table if any(row)]
    is_merged = any(place != one for place, one in first.items())
    if len(rows) <= _FEW:
        parts = [_parts(row, own) for row in rows]
        rows = [row for part in parts for row in part.rows]
        is_crossed = is_crossed or any(part.is_unsure for part in parts)
    return Cells([[_downwards(cell) for cell in row] for row in rows], is_crossed, is_merged)


def _beside_each_other(placed: Sequence[tuple[Place, Stretch]], first: Mapping[Place, Place]) -> set[Place]:
    """Return the first cells of those that are none together, though no line parts them: each has its own text."""
    found = set()
    for ((row, column), one), (other_place, other) in pairwise(placed):
        if other_place[0] == row and other_place[1] > column and one.is_beside(other):
            found |= {first[row, column]} & {first[other_place]}
    return found


def _parts(row: Row, own: Sequence[Stretch]) -> Cells:
    """Return the rows that a row is, by the order of drawing: lines may part a table's head alone from the rest."""
    column_by_id = {id(one): n for n, cell in enumerate(row) for one in cell}
    drawn = rows_of([one for one in own if id(one) in column_by_id])
    if sum(len(cells) > 1 for cells in drawn) <= _FEW:
        return Cells([row])
    parts: list[Row] = []
    for cells in drawn:
        parts.append([[] for _ in row])
        for one in (one for cell in cells for one in cell.own):
            parts[-1][column_by_id[id(one)]].append(one)
    is_unsure = any(may_be_rest(above, below, len(row)) for above, below in pairwise(drawn))
    return Cells(parts, is_unsure or any(cell.is_unsure for cells in drawn for cell in cells))


def _downwards(cell: list[Stretch]) -> list[Stretch]:
    """Return what stands in a cell as it was drawn, if that goes down; or else by place."""
    if any(b.base > a.base + max(a.size, b.size) for a, b in pairwise(cell)):
        return sorted(cell, key=lambda one: (-round(one.base / 3), one.left))
    return cell
