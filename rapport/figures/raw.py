"""A table as it stands in its file → Tabell: headings to names, cells to values, a finding for all that is amiss.

What reads a kind of file makes a ``Raw``, and says what is too much in the same words as the others.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rapport import limits
from rapport.domain.tabell import Kolumn, Tabell
from rapport.errors import reason
from rapport.figures import doubts
from rapport.figures.cells import Cell, as_text, identifier, typed
from rapport.figures.merged import Area, Rows, fill, in_table
from rapport.figures.naming import cell_name, first_few
from rapport.figures.title import below_title
from rapport.finding import Finding, Place
from rapport.prose.numbers import thousands

MAX_BYTES = limits.TABLE_BYTES.most
MAX_ROWS = limits.TABLE_ROWS.most
MAX_COLUMNS = limits.TABLE_COLUMNS.most
MAX_CELLS = limits.TABLE_CELLS.most
MAX_CELL = limits.TABLE_CELL.most


@dataclass(frozen=True, slots=True)
class Raw:
    """A table's rows; the first is the header. ``merged`` are the areas of cells merged in its sheet."""

    name: str
    file: str
    rows: Rows
    sheet: str | None = None
    merged: tuple[Area, ...] = ()


def complaint(file: str, message: str, hint: str, row: int | None = None, column: int | None = None) -> Finding:
    """Return an error in a table's file, at a row and a column."""
    return Finding("siffra", "error", message, hint, Place(file, row, column))


def unreadable(file: str, error: OSError) -> Finding:
    """Return the finding that the system does not let us read a file."""
    hint = "Kanske är den öppen i ett annat program. Stäng det och försök igen."
    return complaint(file, f"Filen kan inte läsas: {reason(error)}.", hint)


def too_large(file: str, what: str) -> Finding:
    """Return the finding that a table is beyond what is read."""
    hint = (
        f"Högst {thousands(MAX_ROWS)} rader, {MAX_COLUMNS} kolumner och {thousands(MAX_CELLS)} celler läses. "
        "Exportera bara de ärenden och kolumner som svaren behöver."
    )
    return complaint(file, f"Tabellen {what} och läses inte.", hint)


def build(raw: Raw) -> tuple[Tabell | None, list[Finding]]:
    """Return a table; None where its shape is such that no figure in it could be trusted."""
    if not raw.rows:
        hint = "Första raden ska ha kolumnernas rubriker, och varje rad därunder ett ärende."
        return None, [complaint(raw.file, "Tabellen är tom.", hint)]
    rows, title = below_title(raw.file, [(number, [_cleaned(cell) for cell in cells]) for number, cells in raw.rows])
    above = [title] if title else []
    if title and title.severity == "error":
        return None, above
    (header_row, header), body = rows[0], rows[1:]
    width = max((at for at, cell in enumerate(header, 1) if cell is not None), default=0)
    rows, filled = fill(raw.file, rows, in_table(raw.merged, rows, width))
    faults = [*above, *filled, *_shape(raw, header_row, header[:width], body)]
    if any(fault.severity == "error" for fault in faults):
        return None, faults
    sums = dict(doubts.totals(raw.file, body))
    tabell = _table(raw, header[:width], body)
    return tabell, [*above, *filled, *doubts.odd(tabell, set(sums)), *doubts.points(tabell, body), *sums.values()]


def _table(raw: Raw, header: list[Cell], body: Rows) -> Tabell:
    """Return a table of rows whose every cell has a heading."""
    numbers = tuple(number for number, _ in body)
    columns: list[Kolumn] = []
    values = []
    for index, heading in enumerate(header):
        if heading is None:
            continue  # a column without heading that holds nothing
        found = typed([cells[index] if index < len(cells) else None for _, cells in body])
        text = as_text(heading)
        kolumn = Kolumn(
            namn=identifier(text),
            rubrik=text,
            slag=found.kind,
            nummer=index + 1,
            udda=tuple((numbers[at], _at(body, at, index)) for at in found.odd),
            vantat=found.nearly,
            andelar=found.is_share,
        )
        columns.append(kolumn)
        values.append(found.values)
    return Tabell(
        namn=raw.name,
        fil=raw.file,
        blad=raw.sheet,
        kolumner=tuple(columns),
        rader=tuple(zip(*values, strict=True)),
        radnummer=numbers,
    )


def _cleaned(cell: Cell) -> Cell:
    """Return a cell with the blanks around a text gone, an empty text as None."""
    return (unicodedata.normalize("NFC", cell.strip()) or None) if isinstance(cell, str) else cell


def _at(body: Rows, row: int, column: int) -> str:
    cell = body[row][1][column]
    return as_text(cell) if cell is not None else ""


def _shape(raw: Raw, row: int, header: list[Cell], body: Rows) -> Iterator[Finding]:
    """Yield what makes it impossible to say which column a cell is in."""
    seen: dict[str, int] = {}
    for column, heading in enumerate(header, 1):
        name = identifier(as_text(heading)) if heading is not None else ""
        if name in seen and name:
            message = f"{cell_name(row, seen[name])} och {cell_name(row, column)} har samma rubrik, ”{heading}”."
            yield complaint(raw.file, message, "Ge den ena en annan rubrik.", row, column)
        elif not name and (heading is not None or any(len(c) >= column and c[column - 1] is not None for _, c in body)):
            hint = "Skriv en rubrik i den. Tabellens första rad ska vara rubrikraden."
            message = f"{cell_name(row, column)} är ingen rubrik, men kolumnen har värden."
            yield complaint(raw.file, message, hint, row, column)
        seen.setdefault(name, column)
    beyond = [(number, len(header) + 1) for number, c in body if any(x is not None for x in c[len(header) :])]
    if beyond:
        names = first_few([cell_name(*at) for at in beyond])
        message = f"Tabellen är bredare än sin rubrikrad: {names} står utanför den."
        hint = (
            "Den första raden ska vara rubrikraden, med en rubrik för varje kolumn: ta bort rader ovanför den. Eller "
            "så är ett decimalkomma också filens skiljetecken: spara då tabellen med semikolon, eller som .xlsx."
        )
        yield complaint(raw.file, message, hint, *beyond[0])
