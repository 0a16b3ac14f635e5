"""What amounts a report's tables can be said to know: their cells, and sums over them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from rapport.domain.tabell import Kolumn, Tabell
from rapport.figures.cells import as_text
from rapport.figures.tables import Tables

_MAX_VALUES = 200  # a column with more different values parts the rows into nothing


def amounts_in(tables: Tables) -> Iterator[Decimal]:
    """Yield every amount that a report's tables have."""
    for tabell in tables.by_name.values():
        yield from amounts_of(tabell)


def amounts_of(tabell: Tabell) -> Iterator[Decimal]:
    """Yield each number of a table, each column's sum, and its sums over every value of every other column."""
    for kolumn in tabell.kolumner:
        if kolumn.slag == "tal":
            cells = tabell.cells(kolumn)
            values = {row: cell for row, cell in enumerate(cells) if isinstance(cell, Decimal)}
            yield from values.values()
            yield sum(values.values(), Decimal(0))
            for other in tabell.kolumner:
                if other != kolumn:
                    yield from _sums(tabell, other, values)


def _sums(tabell: Tabell, by: Kolumn, values: dict[int, Decimal]) -> Iterable[Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row, cell in enumerate(tabell.cells(by)):
        if cell is not None and row in values:
            sums[as_text(cell).casefold()] += values[row]
    return sums.values() if len(sums) <= _MAX_VALUES else ()
