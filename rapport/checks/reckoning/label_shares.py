"""Shares that the rows of a table are named with: "Regionalfonden (40 procent)", against the amounts beside them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.reckoning.table_shares import CellShare
from rapport.checks.reckoning.tables import Cell, NumberTable, tables_of
from rapport.domain.mangder import Mangd, find_mangder
from rapport.domain.svar import Svar

_HUNDRED = Decimal(100)
_IN_BRACKETS = re.compile(r"\((?:motsvarande )?\d{1,3}(?:,\d+)?[ \u00a0]?(?:procent|%)\)")
_FEWEST = 2  # rows that show which amount the shares are of


def wrong_labels(svar: Svar) -> Iterator[CellShare]:
    """Yield every amount that is not the share that its row is named with, of the amount that most others are of."""
    for table in tables_of(svar):
        labels = [_share(row[0]) for row in table.rows]
        if sum(label is not None for label in labels) > _FEWEST:
            for column in range(1, len(table.heading)):
                yield from _in_column(table, labels, column)


def _share(cell: Cell) -> Mangd | None:
    match = _IN_BRACKETS.search(cell.text)
    return next((m for m in find_mangder(match[0]) if m.slag == "procent"), None) if match else None


def _in_column(table: NumberTable, labels: list[Mangd | None], column: int) -> Iterator[CellShare]:
    named = [(row[column], label) for row, label in zip(table.rows, labels, strict=True) if label]
    wholes = [row[column].tal for row, label in zip(table.rows, labels, strict=True) if label is None]
    for whole in wholes:
        if whole is None or whole.slag == "procent" or whole.value <= 0:
            continue
        wrong = [CellShare(cell, cell, given) for cell, label in named if (given := _other(cell, label, whole))]
        if len(named) - len(wrong) >= _FEWEST and 0 < len(wrong) < len(named) - len(wrong):
            yield from wrong
            return


def _other(cell: Cell, label: Mangd, whole: Mangd) -> Decimal | None:
    """Return the share of a whole that an amount is, where it is another than its label says; none where it is that."""
    if cell.tal is None:
        return None
    given = cell.tal.value / whole.value * _HUNDRED
    rounded = (cell.tal.step + whole.step) / 2 / whole.value * _HUNDRED
    return None if abs(given - label.value) <= max(label.step, Decimal(1)) + rounded else given
