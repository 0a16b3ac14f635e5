"""What reads each kind of paper: plain text, the text layer of a PDF, the rows of a workbook.

What is read by way of somebody else's parser is only named here, and run in a process of its own: see ``worker``.
Word is read by the floor's other room, whose reader comes from above: one way to read a Word document.
"""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from rapport import limits
from rapport.apart import alive
from rapport.archive import UNREADABLE, read_parts
from rapport.book import refuse_harm
from rapport.disk import contents, opened
from rapport.errors import InputError
from rapport.limits import TooMuchError
from rapport.sources.paper import Extract, Reader, Unread

Readers = Mapping[str, Reader | str]  # by the end of a file's name: a reader, or "module:function" to be run apart

_HEADING = re.compile(r"#{1,6}\s+")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

_MAX_PAGES = limits.PDF_PAGES.most
_MAX_CHARACTERS = limits.PDF_CHARACTERS.most
_PARTED = "\ufffe"  # what PDFium makes of a hyphen that ends a line, and of the line's end
_LOCKED = "Öppna den, ta bort lösenordet och spara en kopia, eller lägg dit en annan utgåva."
_SCANNED = "Gör den sökbar (OCR) i skannern eller i Acrobat, eller lägg texten bredvid som .txt."
_BROKEN_PDF = "Hämta den på nytt, eller öppna och spara om den."

_MAX_SHEETS = limits.PAPER_SHEETS.most
_MAX_ROWS = limits.PAPER_ROWS.most  # with something in them
_LAST_ROW = 1_048_576  # Excel's own
_MAX_COLUMNS = limits.PAPER_COLUMNS.most
_TOO_WIDE = "Lägg de kolumner som behövs i en egen fil."
_TOO_LARGE = "Lägg de blad och rader som behövs i en egen fil."
_BROKEN_BOOK = "Öppna den i Excel och spara om den som .xlsx utan lösenord."


def plain(file: Path) -> Iterator[Extract]:
    """Yield the paragraphs of a text file, each with its first line's number."""
    lines: list[str] = []
    first = 1
    is_markdown = file.suffix.lower() == ".md"
    for number, line in enumerate([*_text(file).replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""], 1):
        if line.strip():
            first = first if lines else number
            lines.append(_HEADING.sub("", line.strip()) if is_markdown else line.strip())
        elif lines:
            yield Extract("\n".join(lines), f"rad {first}")
            lines = []


def _text(file: Path) -> str:
    """Return a file's text: UTF-8 or UTF-16, or else as old Windows programs save it."""
    raw = contents(file)
    if raw.startswith(_UTF16):
        return raw.decode("utf-16", "replace")
    if b"\0" in raw[:4096]:
        raise Unread("innehåller inte text.", "Kontrollera att filen är rätt, eller ta bort den.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def pdf(file: Path) -> Iterator[Extract]:
    """Yield the pages of a PDF that have text; Unread when it is locked, broken or only pictures."""
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    characters = 0
    try:
        with PdfDocument(contents(file)) as document:
            if len(document) > _MAX_PAGES:
                raise Unread("är för stor för att läsas hel.", "Dela upp den, och lägg dit de delar som behövs.")
            for number in range(len(document)):
                alive()
                text = _page(document, number, _MAX_CHARACTERS - characters)
                characters += len(text)
                if text.strip():
                    yield Extract(text.strip(), f"sida {number + 1}", number + 1)
    except PdfiumError as error:
        if error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
            raise Unread("är skyddad med lösenord eller krypterad.", _LOCKED) from error
        raise Unread("är skadad och kan inte läsas.", _BROKEN_PDF) from error
    if not characters:
        raise Unread("har ingen text att söka i; den ser ut att vara inskannad.", _SCANNED)


def _page(document: Any, number: int, left: int) -> str:  # noqa: ANN401 - the library has no types
    """Return the text of a page, each line on its own; Unread where it is more than what is left to read."""
    page = document[number]
    layer = page.get_textpage()
    try:
        if layer.count_chars() > left:
            raise Unread("är för stor för att läsas hel.", "Dela upp den, och lägg dit de delar som behövs.")
        return str(layer.get_text_range()).replace("\r\n", "\n").replace(_PARTED, "-\n")
    finally:
        layer.close()
        page.close()


def workbook(file: Path) -> Iterator[Extract]:
    """Yield the rows of a workbook with sheet and row; Unread when it is none.

    Formulas are never worked out: what Excel last saved as their values is what is found.
    """
    try:
        refuse_harm(file, read_parts(file))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about the looks of cells
            yield from _rows(file)
    except TooMuchError as error:
        raise Unread(*error.parts) from error
    except (Unread, InputError, OSError, MemoryError):
        raise
    except UNREADABLE as error:
        raise Unread("är ingen Excelfil som kan läsas.", _BROKEN_BOOK) from error
    except Exception as error:  # a damaged file can make the library raise anything
        raise Unread("är skadad och kan inte läsas.", _BROKEN_BOOK) from error


def _rows(file: Path) -> Iterator[Extract]:
    from openpyxl import load_workbook

    filled = 0
    with opened(file) as stream:
        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        if len(book.worksheets) > _MAX_SHEETS:
            raise Unread(f"har fler än {_MAX_SHEETS} blad.", _TOO_LARGE)
        for unit, sheet in enumerate(book.worksheets):
            sheet.reset_dimensions()  # what the file says of its own size may be wrong
            rows: Iterable[tuple[Any, ...]] = sheet.iter_rows(values_only=True)
            for number, row in enumerate(rows, 1):
                alive()
                if any(value is not None for value in row[_MAX_COLUMNS:]):
                    raise Unread(f"har fler än {_MAX_COLUMNS} kolumner.", _TOO_WIDE)
                text = " · ".join(filter(None, (_shown(value) for value in row if value is not None)))
                filled += bool(text)
                if filled > _MAX_ROWS or number > _LAST_ROW:
                    raise Unread("är för stor för att läsas hel.", _TOO_LARGE)
                if text:
                    yield Extract(text, f"blad {sheet.title}, rad {number}", unit, alone=True)


def _shown(value: object) -> str:
    """Return a cell's value as the sheet shows it."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip().replace(".", ",") if isinstance(value, float) else str(value).strip()


OWN_READERS: Readers = {".txt": plain, ".md": plain, ".pdf": f"{__name__}:pdf", ".xlsx": f"{__name__}:workbook"}
