"""A CSV file → a raw table: whichever separator and encoding it was saved with."""

import csv
from io import StringIO

from rapport.figures.decode import decode
from rapport.figures.raw import MAX_BYTES, MAX_CELL, MAX_COLUMNS, MAX_ROWS, Cell, Raw, complaint, too_large
from rapport.finding import Finding

_SEPARATORS = ";\t,"
_SAVE_AGAIN = "Öppna filen i Excel och spara den som CSV UTF-8 (kommaavgränsad) eller som .xlsx."


def read_csv(raw: bytes, name: str, file: str) -> tuple[list[Raw], list[Finding]]:
    """Read a file's bytes; no table and a finding when it cannot be read as one."""
    if len(raw) > MAX_BYTES:
        return [], [too_large(file, f"är större än {MAX_BYTES // 1_000_000} MB")]
    text = decode(raw)
    if text is None:
        return [], [complaint(file, "Filen är ingen läsbar CSV-fil: teckenkodningen är okänd.", _SAVE_AGAIN)]
    first, _, rest = text.partition("\n")
    separator = None
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        text, separator = rest, first.strip()[-1]  # Excel's own note; it shows the next line as row 1
    separator = separator or _separator(text)
    rows: list[tuple[int, list[Cell]]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                rows.append((number, list(cells)))
            if fault := _too_much(file, len(rows), cells):
                return [], [fault]
    except csv.Error:
        message = f"Rad {number + 1} kan inte läsas: ett citattecken är inte avslutat, eller står mitt i en cell."
        return [], [complaint(file, message, f'Rätta citattecknen ("). {_SAVE_AGAIN}', number + 1)]
    return [Raw(name, file, rows)], []


def _separator(text: str) -> str:
    """Return the sign that parts the header's cells: the one it has most of outside quotation marks."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    unquoted = "".join(header.split('"')[::2])
    return max(_SEPARATORS, key=unquoted.count)


def _too_much(file: str, rows: int, cells: list[str]) -> Finding | None:
    if rows > MAX_ROWS + 1:
        return too_large(file, "har för många rader")
    if len(cells) > MAX_COLUMNS and any(cell.strip() for cell in cells[MAX_COLUMNS:]):
        return too_large(file, "har för många kolumner")
    if any(len(cell) > MAX_CELL for cell in cells):
        return too_large(file, "har en cell med orimligt mycket text")
    return None
