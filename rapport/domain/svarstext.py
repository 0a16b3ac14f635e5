"""Svarstext: an answer's plain text as it is read: its paragraphs, and its tables as rows of cells."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

Tabellrader = list[list[str]]


class Cell(NamedTuple):
    """A cell of a table in an answer: which table, row and column, from 1; where its text begins in the answer's."""

    tabell: int
    rad: int
    kolumn: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends in the answer's text."""
        return self.start + len(self.text)


def parts(text: str, celler: Iterable[Cell]) -> Iterator[str | Tabellrader]:
    """Yield the paragraphs and the tables of an answer in order; cells that are not in the text make no table."""
    at = 0
    for _, group in groupby(sorted(celler), key=lambda cell: cell.tabell):
        cells = list(group)
        start, end = cells[0].start, max(cell.end for cell in cells)
        if start >= at and all(start <= cell.start and text[cell.start : cell.end] == cell.text for cell in cells):
            yield from _lines(text[at:start])
            yield _rows(cells)
            at = end
    yield from _lines(text[at:])


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _rows(cells: list[Cell]) -> Tabellrader:
    """Return the rows of a table, all equally long."""
    columns = sorted({cell.kolumn for cell in cells})
    found = []
    for _, row in groupby(cells, key=lambda cell: cell.rad):
        by_column = {cell.kolumn: cell.text for cell in row}
        found.append([by_column.get(column, "") for column in columns])
    return found
