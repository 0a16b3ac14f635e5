"""A PDF's pages as JSON can hold them: stretches of letters with style and place, and the tags.

It runs in the process that reads. A page has "stretches", each [mcid, runs, left, right, base, size, inner], "tags",
each [type, key, kids], or none, "fields" and "rules"; a run is [text, bold, italic, raised, font, href], a kid an mcid
or a tag, and inner what is drawn by itself within a stretch: each the number of its first letter, where that before it
ends, and where it begins.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rapport import limits
from rapport.apart import alive
from rapport.disk import contents
from rapport.pdf.raw_page import Fonts, stretches
from rapport.pdf.raw_rules import rules
from rapport.pdf.raw_tags import fields, tags

LOCKED = "är skyddad med lösenord eller krypterad. Öppna den, ta bort lösenordet och spara en kopia."
BROKEN = "är skadad och kan inte läsas. Hämta den på nytt, eller öppna och spara om den."
SCANNED = (
    "har ingen text; den ser ut att vara inskannad. Gör den sökbar (OCR) i skannern eller i Acrobat, "
    "eller hämta svaren ur Worddokumentet."
)
TOO_LARGE = "är för stor för att vara ett ifyllt formulär."


def read_apart(file: str) -> dict[str, Any]:
    """Return the pages of a PDF, or under "fel" why it cannot be read."""
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    try:
        with PdfDocument(contents(Path(file))) as document:
            if len(document) > limits.PDF_FORM_PAGES.most:
                return {"fel": TOO_LARGE}
            document.init_forms()
            pages = list(_pages(document))
            title = " ".join(str(document.get_metadata_value("Title") or "").split())
    except PdfiumError as error:
        return {"fel": LOCKED if error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY) else BROKEN}
    except _TooLargeError:
        return {"fel": TOO_LARGE}
    if not any(page["stretches"] for page in pages):
        return {"fel": SCANNED}
    return {"sidor": pages, "titel": title}


class _TooLargeError(Exception):
    """There are more letters than a form can have."""


def _pages(document: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - the library has no types
    from pypdfium2 import PdfiumError

    fonts, left = Fonts(), limits.PDF_FORM_CHARACTERS.most
    for number in range(len(document)):
        alive()
        try:
            page = document[number]
        except PdfiumError:
            yield {"stretches": [], "tags": None, "fields": [], "skadad": True}
            continue
        layer = page.get_textpage()
        try:
            left -= layer.count_chars()
            if left < 0:
                raise _TooLargeError
            drawn = rules(page)
            yield {
                "stretches": stretches(page, layer, fonts, drawn),
                "tags": tags(page),
                "fields": fields(document, page),
                "rules": drawn,
            }
        finally:
            layer.close()
            page.close()
