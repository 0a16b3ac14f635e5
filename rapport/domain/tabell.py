"""Tabell: one table of figures, as an agency's case system exports it, one row a grant."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Varde = Decimal | date | str | None
Kolumnslag = Literal["tal", "datum", "text"]
Vantat = Literal["tal", "datum", "procent"]


@dataclass(frozen=True, slots=True)
class Kolumn:
    """One column: the name it has in expressions, the heading it has in the file, and what its cells are.

    ``udda`` holds row number and text of the cells that keep a column from being numbers, dates or shares, as
    ``vantat`` says, where most of it is; ``andelar`` is whether its numbers are shares, shown in percent.
    """

    namn: str
    rubrik: str
    slag: Kolumnslag
    nummer: int
    udda: tuple[tuple[int, str], ...] = ()
    vantat: Vantat = "tal"
    andelar: bool = False


@dataclass(frozen=True, slots=True)
class Tabell:
    """A table: its rows as values in the columns' order, None for an empty cell.

    ``radnummer`` has one number a row, as Excel shows it; ``fil`` is relative to the report folder.
    """

    namn: str
    fil: str
    kolumner: tuple[Kolumn, ...]
    rader: tuple[tuple[Varde, ...], ...] = ()
    radnummer: tuple[int, ...] = ()
    blad: str | None = None

    @property
    def kalla(self) -> str:
        """The file, with the sheet where a workbook has several."""
        return f"{self.fil}, blad {self.blad}" if self.blad else self.fil

    def cells(self, kolumn: Kolumn) -> list[Varde]:
        """Return a column's cells, top to bottom."""
        index = self.kolumner.index(kolumn)
        return [rad[index] for rad in self.rader]
