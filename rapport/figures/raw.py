"""A table as it stands in its file → Tabell: headings to names, cells to values, a finding for all that is amiss.

What reads a kind of file makes a ``Raw``, and says what is too much in the same words as the others.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapport.domain.tabell import Kolumn, Tabell
from rapport.figures.cells import Cell, as_text, identifier, typed
from rapport.finding import Finding, Place
from rapport.nearest import folded
from rapport.prose.numbers import thousands

MAX_BYTES = 4_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 100
MAX_CELL = 10_000  # characters
_TOTALS = {"summa", "summor", "totalt", "total", "totalsumma", "delsumma", "summa totalt", "totalt summa"}
_FEW = 20  # one in so many cells: likely a slip, not another kind of column

Rows = list[tuple[int, list[Cell]]]  # those that hold anything, each with its number as Excel shows it


@dataclass(frozen=True, slots=True)
class Raw:
    """A table's rows; the first is the header."""

    name: str
    file: str
    rows: Rows
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


def build(raw: Raw) -> tuple[Tabell | None, list[Finding]]:
    """Return a table; None where its shape is such that no figure in it could be trusted."""
    if not raw.rows:
        hint = "Första raden ska ha kolumnernas rubriker, och varje rad därunder ett ärende."
        return None, [complaint(raw.file, "Tabellen är tom.", hint)]
    rows = [(number, [_cleaned(cell) for cell in cells]) for number, cells in raw.rows]
    (header_row, header), body = rows[0], rows[1:]
    width = max((at for at, cell in enumerate(header, 1) if cell is not None), default=0)
    faults = [*_shape(raw, header_row, header[:width], body)]
    if faults:
        return None, faults
    numbers = tuple(number for number, _ in body)
    columns: list[Kolumn] = []
    values = []
    for index, heading in enumerate(header[:width]):
        if heading is None:
            continue  # a column without heading that holds nothing
        found = typed([cells[index] if index < len(cells) else None for _, cells in body])
        odd = tuple((numbers[at], str(_at(body, at, index))) for at in found.odd)
        text = as_text(heading)
        columns.append(Kolumn(namn=identifier(text), rubrik=text, slag=found.kind, nummer=index + 1, udda=odd))
        values.append(found.values)
    tabell = Tabell(
        namn=raw.name,
        fil=raw.file,
        blad=raw.sheet,
        kolumner=tuple(columns),
        rader=tuple(zip(*values, strict=True)),
        radnummer=numbers,
    )
    return tabell, [*_nearly_numbers(tabell), *_totals(tabell)]


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
            message = f"Kolumnerna {seen[name]} och {column} har samma rubrik, ”{heading}”."
            yield complaint(raw.file, message, "Ge den ena en annan rubrik.", row, column)
        elif not name and (heading is not None or any(len(c) >= column and c[column - 1] is not None for _, c in body)):
            hint = "Skriv en rubrik i den. Tabellens första rad ska vara rubrikraden."
            yield complaint(raw.file, f"Kolumn {column} har ingen rubrik.", hint, row, column)
        seen.setdefault(name, column)
    for number, cells in body:
        if any(cell is not None for cell in cells[len(header) :]):
            message = f"Rad {number} har fler celler än rubrikraden."
            hint = (
                "Den första raden ska vara rubrikraden: ta bort rader ovanför den. Eller så är ett decimalkomma också "
                "filens skiljetecken: spara då tabellen med semikolon, eller som .xlsx."
            )
            yield complaint(raw.file, message, hint, number, len(header) + 1)
            return


def _nearly_numbers(tabell: Tabell) -> Iterator[Finding]:
    """Yield a warning where a column is numbers but for a few cells; to add it up is an error of its own."""
    for kolumn in tabell.kolumner:
        if 0 < len(kolumn.udda) <= max(1, len(tabell.rader) // _FEW):
            row, text = kolumn.udda[0]
            message = f"Kolumnen {kolumn.rubrik} är tal utom i rad {row}, där det står ”{text[:40]}”."
            hint = "Skriv ett tal i cellen, eller töm den. Tills dess kan kolumnen inte summeras."
            yield replace(complaint(tabell.fil, message, hint, row, kolumn.nummer), severity="warning")


def _totals(tabell: Tabell) -> Iterator[Finding]:
    """Yield an error for each row that already is a sum: it would be counted twice."""
    for number, rad in zip(tabell.radnummer, tabell.rader, strict=True):
        word = next((v for v in rad if isinstance(v, str) and folded(v).rstrip(":") in _TOTALS), None)
        if word:
            message = f"Rad {number} är en summarad (”{word}”) och skulle räknas dubbelt."
            yield complaint(tabell.fil, message, "Ta bort raden; uttrycken räknar summorna.", number)
