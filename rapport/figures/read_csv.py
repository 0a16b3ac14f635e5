"""A CSV file → a raw table: whichever separator and encoding it was saved with."""

import csv
from io import StringIO
from itertools import islice

from rapport.figures.merged import Rows
from rapport.figures.raw import MAX_BYTES, MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Raw, complaint, too_large
from rapport.finding import Finding

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SEPARATORS = ";\t,"
_HEADED = 10  # lines that a header is looked for in
_SAVE_AGAIN = "Öppna filen i Excel och spara den som CSV UTF-8 (kommaavgränsad) eller som .xlsx."


def read_csv(raw: bytes, name: str, file: str) -> tuple[list[Raw], list[Finding]]:
    """Read a file's bytes; no table and a finding when it cannot be read as one."""
    if len(raw) > MAX_BYTES:
        return [], [too_large(file, f"är större än {MAX_BYTES // 1_000_000} MB")]
    found = parted(raw)
    if found is None:
        return [], [complaint(file, "Filen är ingen läsbar CSV-fil: teckenkodningen är okänd.", _SAVE_AGAIN)]
    text, separator, first = found
    text = text[first:]
    rows, filled = Rows(), 0
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                rows.append((number, list(cells)))
                filled += len(cells)
            if fault := _too_much(file, len(rows), filled, cells):
                return [], [fault]
    except csv.Error:
        message = f"Rad {number + 1} kan inte läsas: ett citattecken är inte avslutat, eller står mitt i en cell."
        return [], [complaint(file, message, f'Rätta citattecknen ("). {_SAVE_AGAIN}', number + 1)]
    return [Raw(name, file, rows)], []


def parted(raw: bytes) -> tuple[str, str, int] | None:
    """Return a file's text, the sign that parts its cells, and where its first row begins; None where it is no text."""
    text = _decoded(raw)
    if text is None:
        return None
    line, _, rest = text.partition("\n")
    if line.strip().lower().startswith("sep=") and len(line.strip()) == len("sep=;"):
        return text, line.strip()[-1], len(text) - len(rest)  # Excel's own note; it shows the next line as row 1
    return text, _separator(text), 0


def _decoded(raw: bytes) -> str | None:
    """Return a file's text: by its byte order mark, or else UTF-8, or Windows-1252; None when it is none of them."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _try(raw[len(mark) :], encoding)
    if b"\0" in raw:
        # In Swedish text every other byte of UTF-16 is zero; which half says the byte order.
        is_little = raw[1::2].count(0) >= raw[::2].count(0)
        text = _try(raw, "utf-16-le" if is_little else "utf-16-be")
    else:
        text = _try(raw, "utf-8")
        text = _try(raw, "cp1252") if text is None else text
    return None if text is None or "\0" in text else text


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _separator(text: str) -> str:
    """Return the sign that parts the header's cells: the one it has most of outside quotation marks.

    The header is the first line whose sign the next line has too; a title above it may have any.
    """
    lines = ("".join(line.split('"')[::2]) for line in text.splitlines() if line.strip())
    first = list(islice(lines, _HEADED))
    signs = [max(_SEPARATORS, key=line.count) for line in first]
    sure = (sign for sign, one, two in zip(signs, first, first[1:], strict=False) if sign in one and sign in two)
    return next(sure, next(iter(signs), ";"))


def _too_much(file: str, rows: int, filled: int, cells: list[str]) -> Finding | None:
    if filled > MAX_CELLS:
        return too_large(file, "har för många celler")
    if rows > MAX_ROWS + 1:
        return too_large(file, "har för många rader")
    if len(cells) > MAX_COLUMNS and any(cell.strip() for cell in cells[MAX_COLUMNS:]):
        return too_large(file, "har för många kolumner")
    if any(len(cell) > MAX_CELL for cell in cells):
        return too_large(file, "har en cell med orimligt mycket text")
    return None
