"""The tables of a page without tags, by the lines that are drawn or the order of drawing, each as one line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rapport.pdf.cell_text import cell_text, is_told
from rapport.pdf.cells import Cells
from rapport.pdf.column_starts import at_columns
from rapport.pdf.drawn_cells import drawn
from rapport.pdf.filled import filled
from rapport.pdf.grid import grids
from rapport.pdf.line import Line, Styled, plain
from rapport.pdf.stretch import Stretch, alignment

_SIGN = -10  # no tag has such a number


def without_tables(
    stretches: Sequence[Stretch], page: Mapping[str, Any], number: int
) -> tuple[list[Stretch], dict[int, Line]]:
    """Return what stands on a page with a sign in the place of each table, and the tables by these signs."""
    shown = at_columns([one for one in stretches if one.styled.text.strip()])
    tables: dict[int, Line] = {}
    rules = page.get("rules", ())
    for grid in grids(rules):
        cells = filled(grid, [one for one in shown if grid.holds(one)])
        if sum(any(cell for cell in column) for column in zip(*cells.rows, strict=True)) > 1:
            is_unsure = cells.is_unsure or grid.holds_another
            shown = _exchanged(shown, replace(cells, is_unsure=is_unsure), tables, number)
    for cells in list(drawn(shown, rules)):
        shown = _exchanged(shown, cells, tables, number)
    return shown, tables


def _exchanged(shown: Sequence[Stretch], cells: Cells, tables: dict[int, Line], page: int) -> list[Stretch]:
    """Return what is shown with a sign for a table, which is put among the tables."""
    own = [one for row in cells.rows for cell in row for one in cell]
    ids = {id(one) for one in own}
    first = next(n for n, one in enumerate(shown) if id(one) in ids)
    columns = zip(*cells.rows, strict=True)
    edges = [max((one.right for cell in column for one in cell), default=0.0) for column in columns]
    each = [list(zip(row, edges, strict=True)) for row in cells.rows]
    is_told_all = all(is_told(cell, edge) for row in each for cell, edge in row)
    left, right = min(one.left for one in own), max(one.right for one in own)
    key = _SIGN - len(tables)
    sign = Stretch(key, plain("\u25a6\u25a6"), left, right, own[0].base, own[0].size)
    tables[key] = Line(
        Styled("", ()), page, 0, left, right, own[0].base, own[0].size,
        is_whole=True, rows=tuple(tuple(cell_text(cell, edge) for cell, edge in row) for row in each),
        align=alignment(cells.rows), is_unsure=cells.is_unsure or not is_told_all, is_merged=cells.is_merged,
    )  # fmt: skip
    return [sign if n == first else one for n, one in enumerate(shown) if n == first or id(one) not in ids]
