"""The data set as an Excel workbook: the reports, a sheet for each area with a row for each answer, and what they name.

Every text is written as one: what begins with = is no formula. The same data set gives the same bytes.
"""

import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapport.samling.schema import TABELL_BY_NAMN, Row, Tabell
from rapport.samling.sqlite import rows_in

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_MOST = 32_767  # characters of a cell, says Excel
_CUT = " … [resten står i redovisningar.sqlite och i csv/svar.csv]"
_TITLE = 31  # characters of a sheet's name
_WIDE, _NARROW, _LETTER = 90, 8, 1.15  # a column's width in characters; what a letter takes
_DAY = (1980, 1, 1, 0, 0, 0)  # of every part: the first that a zip knows
_DATE = b"1980-01-01T00:00:00Z"
_ANSWERS = """
    SELECT r.region, r.ar, s.fraga, f.text, s.kryss, s.tecken, s.text
    FROM svar s JOIN redovisningar r USING (redovisning) JOIN fragor f ON f.mall = r.mall AND f.fraga = s.fraga
    WHERE s.omrade = ? ORDER BY s.rowid
"""
_OTHERS = ("belopp", "mal", "aktorer", "kommuner", "diarienummer", "grunder", "fynd", "inkomna")


def write_workbook(database: sqlite3.Connection, file: Path) -> None:
    """Write the workbook."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _whole(book, database, TABELL_BY_NAMN["redovisningar"], "Redovisningar")
    for nummer, rubrik in database.execute("SELECT omrade, min(rubrik) FROM omraden GROUP BY omrade ORDER BY omrade"):
        heads = ("Region", "År", "Fråga", "Frågan", "Kryss", "Tecken", "Svar")
        _sheet(book, f"{nummer} {rubrik}", heads, (24, 6, 7, 40, 12, 8, _WIDE), database.execute(_ANSWERS, (nummer,)))
    for name in _OTHERS:
        _whole(book, database, TABELL_BY_NAMN[name], name.capitalize())
    raw = BytesIO()
    book.save(raw)
    file.write_bytes(_undated(raw))


def _whole(book: Any, database: sqlite3.Connection, tabell: Tabell, title: str) -> None:  # noqa: ANN401 - no types
    longest = ", ".join(f"max(length(coalesce({name}, '')))" for name in tabell.namn_pa_kolumner)
    widths = database.execute(f"SELECT {longest} FROM {tabell.namn}").fetchone()  # noqa: S608 - names of ours
    heads = tabell.namn_pa_kolumner
    wide = [max(_NARROW, len(head) + 3, min(_WIDE, found or 0)) for head, found in zip(heads, widths, strict=True)]
    _sheet(book, title, heads, wide, rows_in(database, tabell))


def _sheet(book: Any, title: str, heads: Sequence[str], widths: Sequence[float], rows: Iterable[Row]) -> None:  # noqa: ANN401 - no types
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet: WriteOnlyWorksheet = book.create_sheet(_fit(title))
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width * _LETTER
    sheet.freeze_panes = "A2"
    bold, top = Font(bold=True), Alignment(vertical="top", wrap_text=True)
    sheet.append([*_cells(sheet, heads, font=bold)])
    count = 1
    for row in rows:
        sheet.append([*_cells(sheet, row, alignment=top)])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{count}"


def _cells(sheet: Any, values: Iterable[Any], **style: Any) -> Iterator[Any]:  # noqa: ANN401 - no types
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    for value in values:
        if isinstance(value, str):
            clean = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", value)
            cell = WriteOnlyCell(sheet, clean if len(clean) <= _MOST else clean[: _MOST - len(_CUT)] + _CUT)
            cell.data_type = "s"
        else:
            cell = WriteOnlyCell(sheet, value)
        for name, setting in style.items():
            setattr(cell, name, setting)
        yield cell


def _fit(title: str) -> str:
    """Return a sheet's name: cut at a word, without what Excel has no such names with."""
    clean = "".join(" " if sign in r"[]:*?/\'" else sign for sign in title)
    return clean if len(clean) <= _TITLE else clean[: _TITLE - 1].rpartition(" ")[0] + "…"


def _undated(raw: BytesIO) -> bytes:
    """Return a workbook without the moment that it was written."""
    made = BytesIO()
    with zipfile.ZipFile(raw) as was, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as now:
        for info in was.infolist():
            part = was.read(info)
            if info.filename == "docProps/core.xml":
                part = re.sub(rb"(?<=W3CDTF\">)[^<]+", _DATE, part)
            now.writestr(zipfile.ZipInfo(info.filename, _DAY), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()
