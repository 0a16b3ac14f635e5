"""What has been handed in: report folders, filled-in forms, and zips with such in them, wherever they lie."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from rapport.archive import UNREADABLE, read_parts
from rapport.domain.regioner import LAN
from rapport.errors import InputError, RapportError, reason
from rapport.filenames import FORMS
from rapport.nobodys import is_nobodys
from rapport.store.folder import RAPPORT
from rapport.store.inkomna import Asked

_ZIP = ".zip"
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_BARE = re.compile(r"^Region |s?regionen$| län$")


class Inlamnad(NamedTuple):
    """Something handed in: what it is called, where it lies, and of what kind it is: mapp, docx, pdf or txt."""

    kalla: str
    path: Path
    slag: str


class Olast(NamedTuple):
    """Something handed in that cannot be read: what it is called, and why, with what to do.

    ``inlamnad`` is what it was taken for; None where it will be no different before its name is.
    """

    kalla: str
    fel: str
    inlamnad: Inlamnad | None = None


def find(paths: Sequence[Path], ut: Path, unpacked: Path) -> Iterator[Inlamnad | Olast]:
    """Yield everything handed in under some paths, but for what lies in ``ut``; zips are unpacked into a folder.

    Raises InputError where a path does not exist.
    """
    for number, path in enumerate(paths):
        if not path.exists():
            raise InputError(f"{path} finns inte. Kontrollera sökvägen.")
        yield from _in(path, path.name or path.resolve().name, ut.resolve(), unpacked / str(number))


def guessed(kalla: str) -> Asked:
    """Return what a file's name makes likely: the one region of the 21, and the one year, that stand in it."""
    name = kalla.replace("_", " ").replace("-", " ").lower()
    regions = {lan.region for lan in LAN if _BARE.sub("", lan.region).lower().replace("-", " ") in name}
    if len(regions) > 1:  # Jämtland Härjedalen; Västra Götaland and Gotland
        longest = max(regions, key=len)
        regions = {longest} if all(_BARE.sub("", one).lower() in longest.lower() for one in regions) else set()
    years = set(_YEAR.findall(name))
    region = next(iter(regions)) if len(regions) == 1 else None
    return Asked(kalla, region, int(*years) if len(years) == 1 else None)


def _in(path: Path, kalla: str, ut: Path, unpacked: Path) -> Iterator[Inlamnad | Olast]:
    if path.is_file() and path.name == RAPPORT:
        yield Inlamnad(kalla, path.parent, "mapp")
    elif path.is_file():
        yield from _file(path, kalla, ut, unpacked)
    elif (path / RAPPORT).is_file():
        yield Inlamnad(kalla, path, "mapp")
    elif path.is_dir() and path.resolve() != ut:
        try:
            entries = sorted(os.scandir(path), key=lambda entry: entry.name)
        except OSError as error:
            yield Olast(kalla, f"Mappen kan inte läsas ({reason(error)}). Kontrollera att du får öppna den.")
            return
        for entry in entries:
            if is_nobodys(Path(entry.name)) or entry.is_symlink():
                continue
            # A text among other files is somebody's notes; one that is named is meant.
            if entry.is_dir() or Path(entry.name).suffix.lower() in (*FORMS[:2], _ZIP):
                yield from _in(Path(entry.path), f"{kalla}/{entry.name}", ut, unpacked / entry.name)


def _file(path: Path, kalla: str, ut: Path, unpacked: Path) -> Iterator[Inlamnad | Olast]:
    suffix = path.suffix.lower()
    if suffix == _ZIP:
        yield from _zip(path, kalla, ut, unpacked)
    elif suffix in FORMS:
        yield Inlamnad(kalla, path, suffix[1:])
    else:
        yield Olast(kalla, "Filen är ingen mapp, .docx, .pdf, .txt eller .zip. Be om redovisningen i Word.")


def _zip(path: Path, kalla: str, ut: Path, unpacked: Path) -> Iterator[Inlamnad | Olast]:
    """Unpack a zip, names and sizes looked at first, and yield what is in it; a zip in a zip is not opened."""
    try:
        parts = read_parts(path)
    except (RapportError, OSError, *UNREADABLE) as error:
        why = str(error).partition(" ")[2] if isinstance(error, RapportError) else "är skadad eller har lösenord."
        yield Olast(kalla, f"Zipfilen {why} Packa upp den och lämna mappen i stället.")
        return
    for name, raw in parts.items():
        inner = PurePosixPath(name.replace("\\", "/"))
        if name.endswith("/") or "__MACOSX" in inner.parts or is_nobodys(Path(inner.name)):
            continue
        if inner.is_absolute() or ".." in inner.parts or ":" in name:
            yield Olast(f"{kalla}/{inner.name}", "Namnet i zipfilen leder ut ur den, så filen läses inte.")
        elif inner.suffix.lower() == _ZIP:
            yield Olast(f"{kalla}/{inner}", "En zipfil i en zipfil läses inte. Packa upp den.")
        else:
            target = unpacked.joinpath(*inner.parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(raw)
    yield from _in(unpacked, kalla, ut, unpacked) if unpacked.is_dir() else ()
