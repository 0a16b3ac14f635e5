"""A zip of named parts, as Word and Excel save: hostile until it has been looked through."""

import lzma
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO, NamedTuple

from rapport.errors import InputError


class Bounds(NamedTuple):
    """What a zip may grow to: its parts, their bytes together, and unpacked to packed for parts of some size."""

    entries: int = 2_000
    size: int = 100_000_000
    ratio: int | None = 200


_USUAL = Bounds()
_SMALL = 100_000  # bytes; below this any ratio is harmless
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
    with file.open("rb") as stream:
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
