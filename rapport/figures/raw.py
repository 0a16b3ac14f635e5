"""A table as it stands in its file, before anybody has said what its cells are, and what is too much."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rapport.finding import Finding, Place
from rapport.prose.numbers import thousands

MAX_BYTES = 4_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 100
MAX_CELL = 10_000  # characters

Cell = str | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Raw:
    """A table's rows that hold anything, each with its number as Excel shows it; the first is the header."""

    name: str
    file: str
    rows: list[tuple[int, list[Cell]]]
    sheet: str | None = None


def complaint(file: str, message: str, hint: str, row: int | None = None, column: int | None = None) -> Finding:
    """Return an error in a table's file, at a row and a column."""
    return Finding("siffra", "error", message, hint, Place(file, row, column))


def too_large(file: str, what: str) -> Finding:
    """Return the finding that a table is beyond what is read."""
    hint = (
        f"Högst {thousands(MAX_ROWS)} rader och {MAX_COLUMNS} kolumner läses. "
        "Exportera bara de ärenden och kolumner som svaren behöver."
    )
    return complaint(file, f"Tabellen {what} och läses inte.", hint)
