"""Papers that are plain text: .txt and .md."""

import re
from collections.abc import Iterator
from pathlib import Path

from rapport.sources.passages import Piece
from rapport.sources.unread import Unread

_HEADING = re.compile(r"#{1,6}\s+")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def pieces(file: Path) -> Iterator[Piece]:
    """Yield the paragraphs of a text file, each with its first line's number."""
    lines: list[str] = []
    first = 1
    is_markdown = file.suffix.lower() == ".md"
    for number, line in enumerate(_text(file).replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if line.strip():
            first = first if lines else number
            lines.append(_HEADING.sub("", line.strip()) if is_markdown else line.strip())
        elif lines:
            yield Piece("\n".join(lines), f"rad {first}")
            lines = []
    if lines:
        yield Piece("\n".join(lines), f"rad {first}")


def _text(file: Path) -> str:
    """Return a file's text: UTF-8 or UTF-16, or else as old Windows programs save it."""
    raw = file.read_bytes()
    if raw.startswith(_UTF16):
        return raw.decode("utf-16", "replace")
    if b"\0" in raw[:4096]:
        raise Unread("innehåller inte text.", "Kontrollera att filen är rätt, eller ta bort den.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
