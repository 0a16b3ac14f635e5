"""The result of a check as it was the last time, for when nothing that it is made of has changed.

What it is made of is in its key: every file of the report as it is now, the forms that can be found, the code, and
what was asked for. Which report came before it stands in one of those files; that one's files are told beside the
result. A report that cannot be read plainly has no key, and is checked.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from rapport.cachefolder import code_version, digest, read_cache, write_cache
from rapport.domain.oversikt import FragaLage, OmradeLage, Oversikt
from rapport.filenames import FORMS
from rapport.finding import Finding, Place, Related
from rapport.nobodys import NOBODYS
from rapport.output.interface import Granskning
from rapport.store.files import AREA_PATTERNS
from rapport.store.shelf import shelves
from rapport.workflow.regler import Documentation

_MOST_BYTES = 2**22
_FOLDERS = ("siffror", "kallor")  # their files may be large: they are known by time and size


class Key(NamedTuple):
    """What a result is kept under: the name of its file, and what tells the report as it is from any other."""

    name: str
    report: str


def key_of(path: Path, mall_id: str | None, only: Collection[str], omrade: int | None) -> Key | None:
    """Return the key of a check; None where a file cannot be read plainly."""
    asked = repr((str(path), str(path.resolve()), mall_id, sorted(only), omrade))
    with suppress(OSError):
        if files := [*_files(path)]:
            return Key(f"resultat/{digest(asked)}", digest(repr((asked, files, code_version()))))
    return None


def fingerprint(path: Path) -> str | None:
    """Return what tells the files of a report from what they were; None where one cannot be read plainly."""
    with suppress(OSError, ValueError):
        return digest(repr([*_files(path)]))
    return None


def recall(key: Key) -> Granskning | None:
    """Return the result that is kept under a key; None when there is none, or what it was held against is another."""
    data = read_cache(key.name, key.report)
    with suppress(KeyError, TypeError, ValueError, AttributeError):
        if data and all(fingerprint(Path(path)) == known for path, known in data["mot"].items()):
            return _granskning(data)
    return None


def keep(key: Key, granskning: Granskning, mot: Mapping[str, str | None] | None = None) -> None:
    """Keep a result under a key; ``mot`` are the reports that it was held against, each with its fingerprint."""
    held_against = dict(mot or {})
    if any(known is None or fingerprint(Path(path)) != known for path, known in held_against.items()):
        return
    data = {
        "mot": held_against,
        "oversikt": granskning.oversikt,
        "findings": [asdict(finding) for finding in granskning.findings],
        "ej_kontrollerat": granskning.ej_kontrollerat,
    }
    write_cache(key.name, key.report, data)


def _files(path: Path) -> Iterator[tuple[object, ...]]:
    """Yield what tells each file that a result may depend on from what it was before."""
    folder = path if path.is_dir() else path.parent
    if path.suffix.lower() in FORMS:
        yield _content(path)
    else:
        for file in sorted(file for pattern in AREA_PATTERNS for file in folder.glob(pattern)):
            yield _content(file)
        for name in _FOLDERS:
            for file in sorted(file for file in (folder / name).rglob("*") if not NOBODYS.fullmatch(file.name)):
                yield _stamp(file)
    for shelf in shelves(folder):
        for file in sorted(shelf.glob("*/mall.yaml")):
            yield _stamp(file)


def _content(file: Path) -> tuple[object, ...]:
    if not file.is_file() or file.stat().st_size > _MOST_BYTES:
        raise OSError(f"{file}: no plain file")
    return str(file), str(file.resolve()), sha256(file.read_bytes()).hexdigest()


def _stamp(file: Path) -> tuple[object, ...]:
    status = file.stat()
    return str(file), status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_mode


def _granskning(data: dict[str, Any]) -> Granskning:
    oversikt = Oversikt(*data["oversikt"])
    return Granskning(
        oversikt._replace(omraden=tuple(_omrade([*omrade]) for omrade in oversikt.omraden)),
        tuple(map(_finding, data["findings"])),
        tuple(data["ej_kontrollerat"]),
        Documentation(),
    )


def _omrade(data: list[Any]) -> OmradeLage:
    lage = OmradeLage(*data)
    return lage._replace(fragor=tuple(FragaLage(*fraga) for fraga in lage.fragor))


def _finding(data: dict[str, Any]) -> Finding:
    related = tuple(Related(**{**other, "place": Place(**other["place"])}) for other in data["related"])
    return Finding(**{**data, "place": Place(**data["place"]), "related": related})
