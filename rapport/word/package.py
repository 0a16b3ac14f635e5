"""A .docx as what it is: a zip of named parts. Hostile until read, written the same on every machine."""

import lzma
import struct
import zipfile
import zlib
from pathlib import Path

from rapport.errors import InputError

Parts = dict[str, bytes]
DOCUMENT = "word/document.xml"

MAX_ENTRIES = 2_000
MAX_BYTES = 100_000_000  # all parts together, unpacked
MAX_RATIO = 200  # unpacked to packed, for parts of some size
_SMALL = 100_000  # bytes; below this any ratio is harmless
_UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a way of packing that we do not know
    RuntimeError,  # a part with a password
    UnicodeDecodeError,
    ValueError,
    MemoryError,
    struct.error,
    lzma.LZMAError,
)
_EPOCH = (1980, 1, 1, 0, 0, 0)


def read_package(file: Path) -> Parts:
    """Return the parts of a .docx by name, in file order; InputError when it is none or may do harm."""
    try:
        with file.open("rb") as stream, zipfile.ZipFile(stream) as archive:
            infos = archive.infolist()
            _refuse_bombs(file, infos)
            parts = {info.filename: _read(archive, info) for info in infos}
    except _UNREADABLE as error:
        raise InputError(f"{file} {_what_it_is(file)}") from error
    except OSError as error:
        raise InputError(f"{file} kan inte läsas. Kontrollera att filen finns och inte är öppen.") from error
    if "content.xml" in parts and "mimetype" in parts:
        raise InputError(f"{file} är ett OpenDocument (.odt), inte ett Worddokument. Spara om det som .docx.")
    if DOCUMENT not in parts:
        raise InputError(f"{file} är inget Worddokument (.docx): texten saknas i filen.")
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in part.replace(b"\0", b""):
            raise InputError(f"{file} innehåller en dokumenttyp (DOCTYPE) och öppnas inte, för säkerhets skull.")
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


def _refuse_bombs(file: Path, infos: list[zipfile.ZipInfo]) -> None:
    names = {info.filename for info in infos}
    total = sum(info.file_size for info in infos)
    dense = any(i.file_size > _SMALL and i.file_size > MAX_RATIO * max(i.compress_size, 1) for i in infos)
    if len(infos) > MAX_ENTRIES or total > MAX_BYTES or dense:
        raise InputError(f"{file} är orimligt stor när den packas upp och öppnas inte, för säkerhets skull.")
    if len(names) < len(infos):
        raise InputError(f"{file} innehåller samma del två gånger och öppnas inte, för säkerhets skull.")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as part:
        return part.read(info.file_size)
