"""The pages of a PDF without tags → lines, by where the letters stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Any

from rapport.pdf.line import Line
from rapport.pdf.placed_tables import without_tables
from rapport.pdf.stretch import Stretch, joined

_CELL_GAP = 1.3  # of the letters' size, between cells
_WIDE = 1.35  # of the usual distance between lines
_USUAL, _FAR = 1.2, 3.0  # of the letters' size, from line to line
_OTHER_SIZE = 0.08
_FEW_CELLS = 2  # on a line that is in no table: a tab or two


def placed_lines(pages: Sequence[Mapping[str, Any]]) -> list[Line]:
    """Return the lines of a document in the order in which its pages are read."""
    found: list[Line] = []
    for number, page in enumerate(pages, 1):
        shown, tables = without_tables([Stretch.of(row) for row in _with_fields(page)], page, number)
        found += _lines(list(_rows(shown)), number, tables)
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
    for one, after_it in zip(shown, [*shown[1:], None], strict=False):  # a page may be empty
        leads = after_it is not None and one.is_beside(after_it) and 0 <= after_it.left - one.right < _FAR * one.size
        may_be_late = len(one.styled.text.strip()) == 1 and not leads  # a bullet has its text right behind it
        beside = [n for n, other in enumerate(out) if one.is_beside(other)] if may_be_late else []
        is_late = beside and beside[-1] < len(out) - 1
        if is_late:
            after = [n for n in beside if out[n].left <= one.left]
            out.insert((after[-1] + 1) if after else beside[0], one)
        else:
            out.append(one)
    return out


def _lines(rows: Sequence[list[Stretch]], page: int, tables: Mapping[int, Line]) -> Iterator[Line]:
    for row in rows:
        plain_row = [one for one in row if one.mcid not in tables]
        yield from (tables[one.mcid] for one in row if one.mcid in tables)
        if plain_row:
            is_unsure = len(list(_cells(plain_row))) > _FEW_CELLS
            yield replace(_line(plain_row, page), is_unsure=is_unsure)


def _cells(row: list[Stretch]) -> Iterator[list[Stretch]]:
    cell: list[Stretch] = []
    for one in row:
        if cell and one.left - cell[-1].right > _CELL_GAP * max(one.size, cell[-1].size):
            yield cell
            cell = []
        cell.append(one)
    yield cell


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
