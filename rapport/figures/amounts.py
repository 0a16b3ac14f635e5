"""What amounts a report can be said to know: those of its tables, their sums, and those in its text papers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path

from rapport.domain.belopp import KandaBelopp, find_belopp
from rapport.domain.tabell import Kolumn, Tabell
from rapport.figures.cells import as_text
from rapport.figures.decode import decode
from rapport.figures.tables import Tables

_TEXTS = {".txt", ".md"}
_MAX_PAPERS = 500
_MAX_BYTES = 2_000_000  # of one paper
_MAX_VALUES = 200  # a column with more different values parts the rows into nothing


def known_amounts(tables: Tables, shelf: Path) -> KandaBelopp | None:
    """Return every amount of a report's tables, and of the papers on its shelf; None when it has neither."""
    papers = _papers(shelf)
    if not papers and not tables.exist:
        return None
    amounts = [amount for tabell in tables.by_name.values() for amount in amounts_of(tabell)]
    return KandaBelopp.of([*amounts, *(belopp.value for paper in papers for belopp in find_belopp(paper))])


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


def _papers(shelf: Path) -> list[str]:
    """Return the text of every source paper that is plain text."""
    if not shelf.is_dir():
        return []
    files = sorted(islice((file for file in shelf.rglob("*") if file.suffix.lower() in _TEXTS), _MAX_PAPERS))
    return [text for file in files if (text := _text(file, shelf)) is not None]


def _text(file: Path, shelf: Path) -> str | None:
    """Return a paper's text; None when it cannot be read, which is said where the papers are kept."""
    if not file.is_file() or not file.resolve().is_relative_to(shelf.resolve()):
        return None
    try:
        with file.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
    except OSError:
        return None
    return decode(raw) if len(raw) <= _MAX_BYTES else None
