"""A .docx as what it is: a zip of named parts. Hostile until read, written the same on every machine."""

import zipfile
from pathlib import Path

from rapport.errors import InputError

Parts = dict[str, bytes]

MAX_ENTRIES = 2_000
MAX_BYTES = 100_000_000  # all parts together, unpacked
MAX_RATIO = 200  # unpacked to packed, for parts of some size
_SMALL = 100_000  # bytes; below this any ratio is harmless
_EPOCH = (1980, 1, 1, 0, 0, 0)


def read_package(file: Path) -> Parts:
    """Return the parts of a .docx by name, in file order; InputError when it is none or may do harm."""
    try:
        with zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
            _refuse_bombs(file, infos)
            parts = {info.filename: _read(archive, info) for info in infos}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, EOFError, NotImplementedError) as error:
        raise InputError(f"{file} är inte ett helt Worddokument (.docx). Öppna och spara om det i Word.") from error
    except OSError as error:
        raise InputError(f"{file} kan inte läsas. Kontrollera att filen finns och inte är öppen.") from error
    if "word/document.xml" not in parts:
        raise InputError(f"{file} är inget Worddokument (.docx): texten saknas i filen.")
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in part:
            raise InputError(f"{file} innehåller en dokumenttyp (DOCTYPE) och öppnas inte, för säkerhets skull.")
    return parts


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
