"""Columns of a table that tell the change between two others: "+12" where 153 is 13 more than 140."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from rapport.checks.reckoning.tables import Cell, NumberTable, tables_of
from rapport.domain.mangder import in_swedish
from rapport.domain.svar import Svar

_CHANGE = re.compile(r"förändr|skillnad|differens|\bdiff|avvik|ökning|minskning|utveckling|\+/[-–−]", re.IGNORECASE)
_PERCENT = re.compile(r"%|procent(?!enhet)", re.IGNORECASE)
_HUNDRED, _HALF = Decimal(100), Decimal("0.5")
_FEWEST_RIGHT = 2  # rows that show what the column is, before another can be wrong
_FEWEST_COLUMNS = 4


class _Row(NamedTuple):
    """A row's change as it is told, with where it stands, and the step of its last sign."""

    cell: Cell
    said: Decimal
    step: Decimal
    is_percent: bool


class WrongChange(NamedTuple):
    """A change that its row's two values contradict: the three cells, and what the values give, in words."""

    cell: Cell
    first: Cell
    second: Cell
    given: str


def wrong_changes(svar: Svar) -> Iterator[WrongChange]:
    """Yield every change of a table that the two values of its row contradict, where the other rows hold."""
    for table in tables_of(svar):
        for column in range(_FEWEST_COLUMNS - 1, len(table.heading)):
            if _CHANGE.search(table.heading[column].text):
                yield from _column(table, column)


def _column(table: NumberTable, column: int) -> Iterator[WrongChange]:
    rows = [
        (row, _said(row[column], table.heading[column]))
        for row in table.rows[1:]
        if row[column].tal or not row[column].is_empty
    ]
    told = [(row, said) for row, said in rows if said]
    if len(told) < len(rows):
        return
    best: tuple[int, list[WrongChange]] = (0, [])
    for first, second in combinations(range(column - 1, 0, -1), 2):
        # The nearest two columns first; "budget − utfall" goes the other way, and a table may leave out the signs.
        for way in (1, -1, 0):
            right, wrong = _held(told, (second, first), way)
            if right > best[0]:
                best = right, wrong
    right, wrong = best
    if right >= _FEWEST_RIGHT and right > len(wrong):
        yield from wrong


def _held(told: list[tuple[tuple[Cell, ...], _Row]], pair: tuple[int, int], way: int) -> tuple[int, list[WrongChange]]:
    """Return in how many rows the change is that of two columns, and the rows where it is not."""
    right, wrong = 0, []
    for row, said in told:
        first, second = row[pair[0]].tal, row[pair[1]].tal
        if first is None or second is None or first.slag != second.slag or (said.is_percent and not first.value):
            continue
        difference = (second.value - first.value) * (way or 1)
        slack = said.step / 2 + (first.step + second.step) / 2
        if said.is_percent:
            slack = said.step + slack / first.value * _HUNDRED
            difference = difference / first.value * _HUNDRED
        if abs((difference if way else abs(difference)) - (said.said if way else abs(said.said))) <= slack:
            right += 1
        else:
            exact = difference.quantize(Decimal("0.1")) if said.is_percent else difference
            shown = in_swedish(exact if way else abs(exact)).replace("-", "−")
            wrong.append(WrongChange(said.cell, row[pair[0]], row[pair[1]], shown + (" procent" * said.is_percent)))
    return right, wrong


def _said(cell: Cell, heading: Cell) -> _Row | None:
    """Return the change that a cell tells; a bare number is in per cent where the heading says so."""
    if cell.tal is None:
        return None
    is_percent = cell.tal.slag == "procent" or bool(_PERCENT.search(heading.text))
    step = cell.tal.step or (Decimal(1) if is_percent else Decimal(0))
    return _Row(cell, cell.tal.value, step, is_percent)
