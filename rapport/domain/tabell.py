"""Tabell: one table of figures, as an agency's case system exports it, one row a grant."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, SkipValidation

Varde = Decimal | date | str | None
Slag = Literal["tal", "datum", "text"]


class Kolumn(BaseModel):
    """One column: the name it has in expressions, the heading it has in the file, and what its cells are.

    ``udda`` holds row number and text of the cells that keep a column from being numbers, where most of it is.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    namn: str
    rubrik: str
    slag: Slag
    nummer: int
    udda: tuple[tuple[int, str], ...] = ()


class Tabell(BaseModel):
    """A table: its rows as values in the columns' order, None for an empty cell.

    ``radnummer`` has one number a row, as Excel shows it; ``fil`` is relative to the report folder.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    namn: str
    fil: str
    blad: str | None = None
    kolumner: tuple[Kolumn, ...]
    rader: Annotated[tuple[tuple[Varde, ...], ...], SkipValidation] = ()
    radnummer: Annotated[tuple[int, ...], SkipValidation] = ()

    @property
    def kalla(self) -> str:
        """The file, with the sheet where a workbook has several."""
        return f"{self.fil}, blad {self.blad}" if self.blad else self.fil

    def cells(self, kolumn: Kolumn) -> list[Varde]:
        """Return a column's cells, top to bottom."""
        index = self.kolumner.index(kolumn)
        return [rad[index] for rad in self.rader]
