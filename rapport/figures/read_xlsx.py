"""An Excel workbook → raw tables, one a sheet. Hostile until read: no macros, no entities, no bombs."""

import re
import warnings
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from rapport import limits
from rapport.apart import alive
from rapport.archive import Bounds, unpacked
from rapport.book import refuse_harm
from rapport.errors import InputError
from rapport.figures.cells import Cell, Share, identifier
from rapport.figures.merged import Rows
from rapport.figures.naming import cell_name
from rapport.figures.raw import MAX_BYTES, MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Raw, complaint, too_large
from rapport.figures.sheet_xml import Sheet, look
from rapport.finding import Finding

# A sheet of empty cells is dense, and no harm.
_BOUNDS = Bounds(entries=limits.BOOK_PARTS.most, size=limits.BOOK_BYTES.most, ratio=None)
_MAX_SHEETS = limits.BOOK_SHEETS.most
_MAX_LINES = 1_048_576  # rows of a sheet, empty ones too
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # what a number format has as text, and its colours
_SAVE_AGAIN = "Öppna filen i Excel och spara den på nytt som .xlsx, utan lösenord."


class _TooMuchError(Exception):
    """A sheet is beyond what is read; says in what way."""


class _UnfitError(Exception):
    """No figure of a workbook could be trusted; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read_xlsx(raw: bytes, name: str, file: str) -> tuple[list[Raw], list[Finding]]:
    """Read a workbook's bytes; no table and a finding when it cannot be read, or may do harm."""
    if len(raw) > MAX_BYTES:
        return [], [too_large(file, f"är större än {MAX_BYTES // 1_000_000} MB")]
    try:
        parts = unpacked(BytesIO(raw), "Filen", _BOUNDS)
        refuse_harm("Filen", parts)
        found = _sheets(raw, parts, file)
        return _tables(found, name, file), _hidden([sheet for _, _, sheet in found], file)
    except _UnfitError as error:
        return [], [error.finding]
    except InputError as error:
        return [], [complaint(file, str(error), _SAVE_AGAIN)]
    except _TooMuchError as error:
        return [], [too_large(file, str(error))]
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever a damaged workbook makes the libraries raise, it cannot be read
        return [], [complaint(file, "Filen kan inte läsas som en Excelfil.", _SAVE_AGAIN)]


def _fault(sheets: list[Sheet], file: str) -> Finding | None:
    """Return what makes it impossible to say what the tables hold: cells without a value, or with two."""
    if not all(sheet.is_computed for sheet in sheets):
        message = "Filen har formler vars värden inte är uträknade."
        return complaint(file, message, "Öppna filen i Excel, som räknar ut dem, och spara den.")
    row, column = next((sheet.twice for sheet in sheets if sheet.twice), (None, None))
    if row is None:
        return None
    what = f"Cellen {cell_name(row, column)}" if column else f"Rad {row}"
    message = f"{what} står två gånger i filen, eller i fel ordning, och det går inte att veta vad som gäller."
    return complaint(file, message, _SAVE_AGAIN, row, column)


def _hidden(sheets: list[Sheet], file: str) -> list[Finding]:
    """Return a warning where rows are hidden: the sum that Excel shows of a filtered sheet is another."""
    rows = sum(sheet.hidden for sheet in sheets)
    if not rows:
        return []
    what = "En rad är dold" if rows == 1 else f"{rows} rader är dolda"
    message = f"{what} i Excel, kanske av ett filter, men räknas med."
    return [replace(complaint(file, message, "Ta bort filtret, eller ta bort raderna ur filen."), severity="warning")]


def _sheets(raw: bytes, parts: dict[str, bytes], file: str) -> list[tuple[str, Rows, Sheet]]:
    """Return the sheets that show and hold anything: title, rows, what else the file says of it."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and validation that we have no use for
        workbook = load_workbook(BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        try:
            sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
            if len(sheets) > _MAX_SHEETS:
                raise _TooMuchError("har för många blad")
            alive()
            looks = [look(parts[sheet._worksheet_path]) for sheet in sheets]  # noqa: SLF001
            if fault := _fault(looks, file):
                raise _UnfitError(fault)
            read = zip(sheets, looks, strict=True)
            return [(str(sheet.title), rows, seen) for sheet, seen in read if (rows := _rows(sheet, seen))]
        finally:
            workbook.close()


def _tables(sheets: list[tuple[str, Rows, Sheet]], name: str, file: str) -> list[Raw]:
    found = [(title, rows, tuple(sheet.merged)) for title, rows, sheet in sheets]
    if len(found) == 1:
        return [Raw(name, file, found[0][1], merged=found[0][2])]
    names = [name, *(f"{name}_{identifier(title)}" for title, _, _ in found[1:])]
    return [Raw(own, file, rows, title, merged) for own, (title, rows, merged) in zip(names, found, strict=False)]


def _rows(sheet: Any, seen: Sheet) -> Rows:  # noqa: ANN401 - openpyxl has no types
    if seen.last_column > MAX_COLUMNS:
        raise _TooMuchError("har för många kolumner")
    sheet.reset_dimensions()  # what the file says of its size need not be so
    rows: Rows = []
    missing = None  # the library gives one and the same for each row that is not in the file: of those may be a million
    for number, values in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), 1):
        if number > _MAX_LINES:
            raise _TooMuchError("har för många rader")
        if values is missing:
            continue
        alive()
        cells = [_cell(value) for value in values]
        if all(cell is None for cell in cells):
            missing = values
            continue
        rows.append((number, cells))
        if len(rows) > MAX_ROWS + 1:
            raise _TooMuchError("har för många rader")
        if len(rows) * seen.last_column > MAX_CELLS:
            raise _TooMuchError("har för många celler")
    return rows


def _cell(cell: Any) -> Cell:  # noqa: ANN401 - openpyxl has no types
    """Return a cell's value as we know values; a truth value is the word that Excel shows."""
    value: object = cell.value
    if isinstance(value, bool):
        return "SANT" if value else "FALSKT"
    if isinstance(value, int | float):
        return _number(Decimal(f"{value:.15g}"), cell.number_format)  # as many digits as Excel has
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    text = str(value).strip()
    if len(text) > MAX_CELL:
        raise _TooMuchError("har en cell med orimligt mycket text")
    return text or None


def _number(value: Decimal, style: str | None) -> Decimal:
    """Return a number, as a share when its cell is shown in percent; a % that is only text is after a whole percent."""
    if not style or "%" not in style:
        return value
    return Share(value if "%" in _QUOTED.sub("", style) else value / 100)
