"""A .docx as what it is: a zip of named parts. Hostile until read, written the same on every machine."""

import zipfile
from pathlib import Path

from rapport.archive import UNREADABLE, read_parts, refuse_entities
from rapport.errors import InputError

Parts = dict[str, bytes]
DOCUMENT = "word/document.xml"

_EPOCH = (1980, 1, 1, 0, 0, 0)


def read_package(file: Path) -> Parts:
    """Return the parts of a .docx by name, in file order; InputError when it is none or may do harm."""
    try:
        parts = read_parts(file)
    except UNREADABLE as error:
        raise InputError(f"{file} {_what_it_is(file)}") from error
    except OSError as error:
        raise InputError(f"{file} kan inte läsas. Kontrollera att filen finns och inte är öppen.") from error
    if "content.xml" in parts and "mimetype" in parts:
        raise InputError(f"{file} är ett OpenDocument (.odt), inte ett Worddokument. Spara om det som .docx.")
    if DOCUMENT not in parts:
        raise InputError(f"{file} är inget Worddokument (.docx): texten saknas i filen.")
    refuse_entities(file, parts)
    return parts


def _what_it_is(file: Path) -> str:
    """Return, for a file that is no readable zip, what it looks like and what to do."""
    with file.open("rb") as stream:
        start = stream.read(8)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return "är ett gammalt Worddokument (.doc) eller skyddat med lösenord. Spara om det som .docx utan lösenord."
    if start.startswith(b"PK"):
        return "är skadat eller inte helt. Hämta Worddokumentet på nytt, eller öppna och spara om det i Word."
    return "är inget Worddokument (.docx). Öppna filen i Word och spara om den som .docx."


def write_package(target: Path, parts: Parts) -> None:
    """Write parts to a file; the same parts give the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels")):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, parts[name])
