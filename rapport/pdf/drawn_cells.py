"""The tables of a page without lines between their cells, told by the order in which cells are drawn.

A program that prints a table draws one cell after the other, each with all its lines: what stands beside the first line
of a cell, after its last, begins the next cell of that row.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapport.pdf.cells import Cells
from rapport.pdf.drawn_rows import Row, may_be_rest, rows_of
from rapport.pdf.rules import Rule, is_upright
from rapport.pdf.stretch import Stretch

_NEXT_ROW, _ROW_ALONE = 4.0, 2.4  # of the letters' size, from row to row, and to one with a single cell
_LEAST_ROWS = 2
_LINED = 2  # lines between rows: one is that under a head
_MARK = 6  # signs, at the most, of an item's mark or a question's number


def drawn(shown: Sequence[Stretch], rules: Sequence[Rule] = ()) -> Iterator[Cells]:
    """Yield the tables among what is drawn on a page; ``rules`` may part their rows, though not their columns."""
    rows = rows_of(shown)
    at = 0
    while at < len(rows):
        end = _end(rows, at)
        if end - at >= _LEAST_ROWS:
            own = rows[at:end]
            columns = _columns(own)
            table = [_placed(row, columns) for row in own]
            is_unsure = any(cell.is_unsure for row in own for cell in row) or any(not row[0] for row in table[1:])
            yield Cells(table, is_unsure or _is_lined(own, len(columns), rules))
        at = max(end, at + 1)


def _is_lined(rows: Sequence[Row], columns: int, rules: Sequence[Rule]) -> bool:
    """Whether lines part rows, but not some that may be further lines of the cells above."""
    left, right = rows[0][0].left, max(cell.right for row in rows for cell in row)
    level = {rule[1] for rule in rules if not is_upright(rule) and rule[0] < right and left < rule[2]}
    parted = [any(_top(below) < y < _bottom(above) for y in level) for above, below in pairwise(rows)]
    near = [may_be_rest(above, below, columns) for above, below in pairwise(rows)]
    return sum(parted) >= _LINED and any(n and not p for n, p in zip(near, parted, strict=True))


def _top(row: Row) -> float:
    return max(cell.top for cell in row)


def _bottom(row: Row) -> float:
    return min(cell.bottom for cell in row)


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
    step = _bottom(above) - _top(below)
    return 0 < step <= (_NEXT_ROW if len(below) > 1 else _ROW_ALONE) * below[0].own[0].size


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
