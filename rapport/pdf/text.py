"""A text that somebody took out of a PDF → lines."""

import re
from collections.abc import Iterator
from pathlib import Path

from rapport import limits
from rapport.disk import opened
from rapport.errors import InputError
from rapport.limits import within
from rapport.pdf.columns import unfolded
from rapport.pdf.line import Line, plain

_BULLETS = re.compile(r"\s*[•▪◦‣➢](?:\s+[•▪◦‣➢])*\s*")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(file: Path) -> list[Line]:
    """Read a text file as lines; InputError where it is none."""
    if not file.is_file():  # a pipe would be waited for for ever
        raise InputError(f"{file} är ingen vanlig fil och läses inte.")
    with opened(file) as stream:
        raw = stream.read(limits.TEXT_BYTES.most + 1)
    within(limits.TEXT_BYTES, len(raw))
    lines = list(lines_of(_decoded(raw, file)))
    within(limits.PDF_LINES, len(lines))
    return lines


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text; a form feed ends a page."""
    page, number, gap, items = 1, 0, False, ""
    for sheet in text.replace("\r\n", "\n").replace("\r", "\n").split("\f"):
        fresh = page > 1
        for line in unfolded(sheet.split("\n")):
            number += 1
            if not line.strip():
                gap = True
                continue
            if _BULLETS.fullmatch(line):  # some programs give the signs before items by themselves
                items += "".join(line.split())
                continue
            shown = line.replace("\t", " ")
            if items and (gap or fresh or len(items) == 1):
                shown, items = f"{items[0]} {shown.lstrip()}", items[1:]
            yield Line(plain(shown), page, number, gap=gap and not fresh, new_page=fresh)
            gap = fresh = False
        page += 1


def _decoded(raw: bytes, file: Path) -> str:
    if raw.startswith(_UTF16):
        return raw.decode("utf-16", "replace")
    if b"\0" in raw[:4096]:
        raise InputError(f"{file} innehåller inte text. Kontrollera att filen är rätt.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
