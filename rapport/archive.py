"""A zip of named parts, as Word and Excel save: hostile until it has been looked through."""

import lzma
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO, NamedTuple

from rapport.disk import opened
from rapport.errors import InputError
from rapport.limits import XML_TAGS, XML_VALUES, ZIP_BYTES, ZIP_PARTS, TooMuchError, within


class Bounds(NamedTuple):
    """What a zip may grow to: its parts, their bytes together, and unpacked to packed for parts of some size."""

    entries: int = ZIP_PARTS.most
    size: int = ZIP_BYTES.most
    ratio: int | None = 200


_USUAL = Bounds()
_SMALL = 100_000  # bytes; below this any ratio is harmless
_HEAD = 400  # bytes: XML says its encoding first of all
_ENCODING = re.compile(rb"""[^<]{0,4}<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)""")
# In others, such as UTF-7, a sign may be written otherwise than as its byte, and be seen by the parser alone.
_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"ascii", b"iso-8859-1", b"latin1"}
_ENCODINGS |= {b"iso-8859-15", b"windows-1252"}
UNREADABLE = (
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


def read_parts(file: Path) -> dict[str, bytes]:
    """Return the parts of a zip by name, in file order.

    Raises InputError where it may do harm, one of ``UNREADABLE`` where it is no whole zip, OSError as the system does.
    """
    if file.exists() and not file.is_file():
        raise InputError(f"{file} är ingen vanlig fil och läses inte.")  # a pipe would be waited for for ever
    with opened(file) as stream:
        return unpacked(stream, file)


def unpacked(stream: IO[bytes], file: Path | str, bounds: Bounds = _USUAL) -> dict[str, bytes]:
    """Return the parts of an open zip, as ``read_parts`` does; ``file`` is what a message calls it."""
    with zipfile.ZipFile(stream) as archive:
        infos = archive.infolist()
        _refuse_bombs(file, infos, bounds)
        return {info.filename: _read(archive, info) for info in infos}


def refuse_entities(file: Path | str, parts: dict[str, bytes], ends: tuple[str, ...] = (".xml", ".rels")) -> None:
    """Raise InputError where a part declares a document type: it could make a small file grow without end.

    ``ends`` says which parts are looked at: those whose names end so.
    """
    for name, part in parts.items():
        if name.endswith(ends) and b"<!DOCTYPE" in part.replace(b"\0", b""):
            raise InputError(f"{file} innehåller en dokumenttyp (DOCTYPE) och öppnas inte, för säkerhets skull.")


def refuse_swelling(file: Path | str, parts: dict[str, bytes]) -> None:
    """Raise InputError where parsed parts would take much more room than they do as they are: before any is.

    Every < begins at most one element and every = at most one attribute, in the encodings that are read.
    """
    for part in parts.values():
        said = _ENCODING.match(part[:_HEAD].replace(b"\0", b""))
        if said and said[1].lower() not in _ENCODINGS:
            name = said[1].decode("ascii", "replace")
            raise InputError(f"{file} har teckenkodningen {name}, som inte läses. Öppna filen och spara om den.")
    try:
        within(XML_TAGS, sum(part.count(b"<") for part in parts.values()))
        within(XML_VALUES, sum(part.count(b"=") for part in parts.values()))
    except TooMuchError as error:
        raise InputError(f"{file} {error.words}") from error


def _refuse_bombs(file: Path | str, infos: list[zipfile.ZipInfo], bounds: Bounds) -> None:
    names = {info.filename for info in infos}
    total = sum(info.file_size for info in infos)
    ratio = max((i.file_size / max(i.compress_size, 1) for i in infos if i.file_size > _SMALL), default=0)
    is_dense = bounds.ratio is not None and ratio > bounds.ratio
    if len(infos) > bounds.entries or total > bounds.size or is_dense:
        raise InputError(f"{file} är orimligt stor när den packas upp och öppnas inte, för säkerhets skull.")
    if len(names) < len(infos):
        raise InputError(f"{file} innehåller samma del två gånger och öppnas inte, för säkerhets skull.")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as part:
        return part.read(info.file_size)
