"""Cells merged in Excel: only the first of them has a value in the file.

Down one column they are filled with it. What spans columns, is in the heading or holds a number is refused: nobody
can tell what a number on two rows is a number of.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rapport.figures.cells import Cell, as_text, number
from rapport.figures.naming import cell_name, first_few
from rapport.finding import Finding, Place

Rows = list[tuple[int, list[Cell]]]  # those that hold anything, each with its number as Excel shows it

_UNMERGE = "Häv sammanfogningen i Excel (Start, Sammanfoga och centrera) och skriv värdet i varje cell som det gäller."


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """A merged area: its first and last row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{cell_name(self.top, self.left)}:{cell_name(self.bottom, self.right)}"


def fill(file: str, rows: Rows, merged: Sequence[Area]) -> tuple[Rows, list[Finding]]:
    """Return a table's rows with merged cells filled, and the finding that says so, or the error that refuses them."""
    numbers = [row for row, _ in rows]
    firsts = dict(rows)
    held = [(area, value) for area in sorted(merged) if (value := _first(firsts, area)) is not None]
    wrong = [area for area, value in held if _is_unsure(area, value, numbers[0])]
    if wrong:
        one = f"Cellerna {first_few([str(area) for area in wrong])} är sammanfogade"
        message = f"{one}, och det går inte att veta vilka rader och kolumner värdet gäller."
        return rows, [Finding("siffra", "error", message, _UNMERGE, Place(file, wrong[0].top, wrong[0].left))]
    filled = []
    ends: dict[int, int] = {}  # areas never overlap in a sound file; in another they cost no more than its cells
    for area, value in held:
        if area.top <= ends.get(area.left, 0):
            continue
        ends[area.left] = area.bottom
        inside = range(bisect_right(numbers, area.top), bisect_right(numbers, area.bottom))
        for at in inside:
            cells = rows[at][1]
            cells.extend([None] * (area.left - len(cells)))
            cells[area.left - 1] = value
        if inside:
            filled.append((area, value))
    return rows, [_filled(file, filled)] if filled else []


def in_table(merged: Sequence[Area], rows: Rows, width: int) -> list[Area]:
    """Return the areas that touch a table's rows and columns."""
    numbers = [row for row, _ in rows]
    return [
        area
        for area in merged
        if area.left <= width and bisect_left(numbers, area.top) < bisect_right(numbers, area.bottom)
    ]


def _first(firsts: dict[int, list[Cell]], area: Area) -> Cell:
    cells = firsts.get(area.top, [])
    return cells[area.left - 1] if area.left <= len(cells) else None


def _is_unsure(area: Area, value: Cell, header_row: int) -> bool:
    return area.left != area.right or area.top <= header_row or number(value) is not None


def _filled(file: str, filled: Sequence[tuple[Area, Cell]]) -> Finding:
    names = [f"{area} (”{as_text(value)[:40]}”)" for area, value in filled if value is not None]
    message = f"De sammanfogade cellerna {first_few(names)} har fyllts i med sitt värde på varje rad."
    hint = f"Stämmer det inte: {_UNMERGE[0].lower()}{_UNMERGE[1:]}"
    return Finding("siffra", "info", message, hint, Place(file, filled[0][0].top, filled[0][0].left))
