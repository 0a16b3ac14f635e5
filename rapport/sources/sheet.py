"""Papers in Excel: every row with something in it, as the sheet shows its values."""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from rapport.archive import UNREADABLE, read_parts, refuse_entities
from rapport.errors import InputError
from rapport.sources.passages import Piece
from rapport.sources.unread import Unread

_MAX_SHEETS = 100
_MAX_ROWS = 50_000  # with something in them
_LAST_ROW = 1_048_576  # Excel's own
_MAX_COLUMNS = 200
_TOO_WIDE = "Lägg de kolumner som behövs i en egen fil."
_TOO_LARGE = "Lägg de blad och rader som behövs i en egen fil."
_BROKEN = "Öppna den i Excel och spara om den som .xlsx utan lösenord."


def pieces(file: Path) -> Iterator[Piece]:
    """Yield the rows of a workbook with sheet and row; Unread when it is none.

    Formulas are never worked out: what Excel last saved as their values is what is found.
    """
    try:
        refuse_entities(file, read_parts(file))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about the looks of cells
            yield from _rows(file)
    except (Unread, InputError, OSError):
        raise
    except UNREADABLE as error:
        raise Unread("är ingen Excelfil som kan läsas.", _BROKEN) from error
    except Exception as error:  # a damaged file can make the library raise anything
        raise Unread("är skadad och kan inte läsas.", _BROKEN) from error


def _rows(file: Path) -> Iterator[Piece]:
    from openpyxl import load_workbook

    filled = 0
    with file.open("rb") as stream:
        workbook = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        for unit, sheet in enumerate(islice(workbook.worksheets, _MAX_SHEETS)):
            sheet.reset_dimensions()  # what the file says of its own size may be wrong
            rows: Iterable[tuple[Any, ...]] = sheet.iter_rows(values_only=True, max_col=_MAX_COLUMNS + 1)
            for number, row in enumerate(rows, 1):
                if row[_MAX_COLUMNS:] and row[_MAX_COLUMNS] is not None:
                    raise Unread(f"har fler än {_MAX_COLUMNS} kolumner.", _TOO_WIDE)
                text = _text(row)
                filled += bool(text)
                if filled > _MAX_ROWS or number > _LAST_ROW:
                    raise Unread("är för stor för att läsas hel.", _TOO_LARGE)
                if text:
                    yield Piece(text, f"blad {sheet.title}, rad {number}", unit, alone=True)


def _text(row: Iterable[Any]) -> str:
    values = (_value(value) for value in row if value is not None)
    return " · ".join(value for value in values if value)


def _value(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip().replace(".", ",") if isinstance(value, float) else str(value).strip()
