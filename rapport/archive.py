"""A zip of named parts, as Word and Excel save: hostile until it has been looked through."""

import lzma
import struct
import zipfile
import zlib
from pathlib import Path

from rapport.errors import InputError

MAX_ENTRIES = 2_000
MAX_BYTES = 100_000_000  # all parts together, unpacked
MAX_RATIO = 200  # unpacked to packed, for parts of some size
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
    with file.open("rb") as stream, zipfile.ZipFile(stream) as archive:
        infos = archive.infolist()
        _refuse_bombs(file, infos)
        return {info.filename: _read(archive, info) for info in infos}


def refuse_entities(file: Path, parts: dict[str, bytes]) -> None:
    """Raise InputError where a part declares a document type: it could make a small file grow without end."""
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in part.replace(b"\0", b""):
            raise InputError(f"{file} innehåller en dokumenttyp (DOCTYPE) och öppnas inte, för säkerhets skull.")


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
