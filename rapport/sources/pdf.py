"""Papers in PDF: the text layer alone, page by page."""

import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.sources.passages import Piece
from rapport.sources.unread import Unread

if TYPE_CHECKING:
    from pypdf import PdfReader

_MAX_PAGES = 2_000
_MAX_CHARACTERS = 10_000_000
_MAX_SECONDS = 60  # a page that takes long is let finish; a paper of such pages is not
_LOCKED = "Öppna den, ta bort lösenordet och spara en kopia, eller lägg dit en annan utgåva."
_SCANNED = "Gör den sökbar (OCR) i skannern eller i Acrobat, eller lägg texten bredvid som .txt."
_BROKEN = "Hämta den på nytt, eller öppna och spara om den."


def pieces(file: Path) -> Iterator[Piece]:
    """Yield the paragraphs of a PDF with their pages; Unread when it is locked, broken or only pictures."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks are about the file, in English
    characters = 0
    try:
        with file.open("rb") as stream:
            for number, text in _pages(_opened(PdfReader(stream))):
                characters += len(text)
                yield from _paragraphs(text, number)
    except (Unread, OSError):
        raise
    except (DependencyError, FileNotDecryptedError) as error:
        raise Unread("är skyddad med lösenord eller krypterad.", _LOCKED) from error
    except Exception as error:  # a damaged file can make the library raise anything
        raise Unread("är skadad och kan inte läsas.", _BROKEN) from error
    if not characters:
        raise Unread("har ingen text att söka i; den ser ut att vara inskannad.", _SCANNED)


def _opened(reader: "PdfReader") -> "PdfReader":
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unread("är skyddad med lösenord.", _LOCKED)
    return reader


def _pages(reader: "PdfReader") -> Iterator[tuple[int, str]]:
    started, characters = time.monotonic(), 0
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        characters += len(text)
        if number > _MAX_PAGES or characters > _MAX_CHARACTERS or time.monotonic() - started > _MAX_SECONDS:
            raise Unread("är för stor för att läsas hel.", "Dela upp den, och lägg dit de delar som behövs.")
        if text.strip():
            yield number, text


def _paragraphs(text: str, page: int) -> Iterator[Piece]:
    """Yield a page's paragraphs; where the layer has no blank lines, the page is one."""
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            lines.append(line.strip())
        elif lines:
            yield Piece("\n".join(lines), f"sida {page}", page)
            lines = []
