"""The pages of a PDF without tags → lines, by where the letters stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Any

from rapport.pdf.line import Line, Styled
from rapport.pdf.stretch import Stretch, alignment, joined

_CELL_GAP = 1.3  # of the letters' size, between cells
_WIDE = 1.35  # of the usual distance between lines
_USUAL, _FAR = 1.2, 3.0  # of the letters' size, from line to line
_OTHER_SIZE = 0.08
_ALIGNED = 4.0  # points
_LEAST_ROWS = 2


def placed_lines(pages: Sequence[Mapping[str, Any]]) -> list[Line]:
    """Return the lines of a document in the order in which its pages are read."""
    found: list[Line] = []
    for number, page in enumerate(pages, 1):
        rows = list(_rows([Stretch.of(row) for row in _with_fields(page)]))
        found += _lines(rows, number)
    return _with_gaps(found)


def _with_fields(page: Mapping[str, Any]) -> Iterator[Sequence[Any]]:
    yield from page["stretches"]
    for kind, value, left, right, base, size in page["fields"]:
        text = ("☒" if value else "☐") if kind == "ruta" else value
        small = min(size, 12.0)
        yield [-1, [[text, False, False, False, 0, None]], left, right, base + 0.2 * small, small]


def _rows(stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """Yield the stretches of each line, as they follow each other; what was drawn later joins the line it is on."""
    row: list[Stretch] = []
    for one in _in_order(stretches):
        if row and not (one.is_beside(row[-1]) and one.left >= row[-1].right - one.size):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _in_order(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return stretches as they are read: as drawn where that goes down the page, or else by place."""
    shown = [one for one in stretches if one.styled.text.strip()]
    ups = sum(b.base > a.base + max(a.size, b.size) and b.left < a.right for a, b in pairwise(shown))
    if not shown or ups <= 0.1 * len(shown) + 2:
        return _with_late(shown)
    return sorted(shown, key=lambda one: (-round(one.base / 3), one.left))


def _with_late(shown: list[Stretch]) -> list[Stretch]:
    """Return stretches with those that stand beside an earlier one put there: boxes that a form draws last."""
    out: list[Stretch] = []
    for one in shown:
        beside = [n for n, other in enumerate(out) if one.is_beside(other)] if len(one.styled.text.strip()) == 1 else []
        is_late = beside and beside[-1] < len(out) - 1
        if is_late:
            after = [n for n in beside if out[n].left <= one.left]
            out.insert((after[-1] + 1) if after else beside[0], one)
        else:
            out.append(one)
    return out


def _lines(rows: Sequence[list[Stretch]], page: int) -> Iterator[Line]:
    parted = [list(_cells(row)) for row in rows]
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and len(parted[end]) > 1 and _is_aligned(parted[at], parted[end]):
            end += 1
        if end - at >= _LEAST_ROWS:
            cells = tuple(tuple(map(_text, _placed(parted[at], row))) for row in parted[at:end])
            align = alignment([_placed(parted[at], row) for row in parted[at:end]])
            yield replace(_line(rows[at], page), styled=Styled("", ()), rows=cells, is_whole=True, align=align)
            at = end
        else:
            yield _line(rows[at], page)
            at += 1


def _cells(row: list[Stretch]) -> Iterator[list[Stretch]]:
    cell: list[Stretch] = []
    for one in row:
        if cell and one.left - cell[-1].right > _CELL_GAP * max(one.size, cell[-1].size):
            yield cell
            cell = []
        cell.append(one)
    yield cell


def _is_aligned(first: list[list[Stretch]], row: list[list[Stretch]]) -> bool:
    """Whether a line's cells stand under those of another: by their left or their right edge."""
    if _is_item(row):
        return False
    return len(row) <= len(first) and all(any(_is_under(cell, other) for other in first) for cell in row)


def _is_item(row: list[list[Stretch]]) -> bool:
    """Whether what looks like a first cell is the mark of an item, or the number of a question."""
    text = "".join(one.styled.text for one in row[0]).strip()
    return len(row) == 2 and (len(text) == 1 or text.rstrip(".)").replace(".", "").isdecimal()) and len(text) < 6  # noqa: PLR2004


def _is_under(cell: list[Stretch], other: list[Stretch]) -> bool:
    left, right = cell[0].left - other[0].left, cell[-1].right - other[-1].right
    return min(abs(left), abs(right), abs(left + right) / 2) < _ALIGNED


def _placed(first: list[list[Stretch]], row: list[list[Stretch]]) -> list[list[Stretch]]:
    """Return a line's cells by the columns that they stand in."""
    cells: list[list[Stretch]] = [[] for _ in first]
    for cell in row:
        cells[next(n for n, other in enumerate(first) if _is_under(cell, other))] += cell
    return cells


def _text(cell: list[Stretch]) -> Styled:
    return joined(cell).stripped()


def _line(row: list[Stretch], page: int) -> Line:
    styled = joined(row).stripped()
    main = max(row, key=lambda one: len(one.styled.text))
    return Line(styled, page, 0, row[0].left, row[-1].right, main.base, main.size)


def _with_gaps(lines: Sequence[Line]) -> list[Line]:
    """Return lines with those marked that stand further from the line above than lines usually do."""
    steps = [step for above, line in pairwise(lines) if 0 < (step := _step(above, line)) < _FAR]
    usual = median(steps) if steps else _USUAL
    out = list(lines[:1])
    for above, line in pairwise(lines):
        is_other = above.page == line.page and abs(above.size - line.size) > _OTHER_SIZE * above.size
        out.append(replace(line, gap=_step(above, line) > _WIDE * usual or is_other))
    return out


def _step(above: Line, line: Line) -> float:
    """Return how far below another a line stands, in sizes of its letters; 0 on another page."""
    if above.page != line.page or above.base is None or line.base is None:
        return 0.0
    return (above.base - line.base) / max(above.size, line.size, 1)
