"""What the last gathering read, so that what has not changed since is not read again.

It lies beside the data set, and holds as long as that is byte for byte what was written, and the program the same.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from rapport.cachefolder import code_version, digest
from rapport.disk import opened
from rapport.samling.namn import DATABASE
from rapport.store.shelf import shelves
from rapport.workflow.inkomna import Inlamnad
from rapport.workflow.result import fingerprint

FILE = ".rapport-samling.json"
_MOST_BYTES = 100_000_000


class Last(NamedTuple):
    """What a file gave the last time: what it was known by then, whose and of when it is; or why it was not read.

    ``redovisning`` is None where another file gave the same report and was used. Where it ``is_asked`` whose or of
    when it is, region and year are what was made likely.
    """

    print: str
    redovisning: str | None = None
    region: str | None = None
    ar: int | None = None
    fel: str | None = None
    is_asked: bool = False


@dataclass(frozen=True)
class Minne:
    """What each file gave the last time, by what it is called; the data set that has its rows; the pages written.

    ``known_pages`` are those of them that may be as they should, with what tells whether they are.
    ``is_broken_off`` says that the last data set was not put in place as a whole.
    """

    database: Path
    by_kalla: dict[str, Last] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    prints: dict[str, str] = field(default_factory=dict)
    known_pages: dict[str, str] = field(default_factory=dict)
    is_broken_off: bool = False

    def recall(self, one: Inlamnad) -> Last | None:
        """Return what a file gave the last time; None where it, or the form that it answers, may be another now."""
        last = self.by_kalla.get(one.kalla)
        return last if last and last.print == self.print_of(one) else None

    def print_of(self, one: Inlamnad) -> str:
        """Return what tells a file from what it was before."""
        if one.kalla not in self.prints:
            self.prints[one.kalla] = _print(one)
        return self.prints[one.kalla]


def load_minne(ut: Path) -> Minne:
    """Return what the last gathering into a folder read; nothing where that no longer holds."""
    minne = Minne(ut / DATABASE)
    with suppress(OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        with opened(ut / FILE) as stream:
            kept: dict[str, Any] = json.loads(stream.read(_MOST_BYTES))
        minne = replace(minne, is_broken_off=bool(kept.get("avbruten")))
        minne.pages.extend(map(str, kept["sidor"]))
        if kept["program"] == code_version() and kept["summa"] == checksum(minne.database):
            minne.known_pages.update(kept["sidor"])
            minne.by_kalla.update({kalla: Last(*last) for kalla, last in kept["filer"].items()})
    return minne


def kept(by_kalla: Mapping[str, Last], pages: Mapping[str, str], database: Path) -> bytes:
    """Return what is to be remembered, as it is kept."""
    return _written({"program": code_version(), "summa": checksum(database), "sidor": pages, "filer": by_kalla})


def broken_off(pages: Iterable[str]) -> bytes:
    """Return what is to be remembered while a data set with some pages is put in place: that it is not there whole."""
    return _written({"avbruten": True, "sidor": dict.fromkeys(pages, "")})


def _written(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=0).encode("utf-8", "surrogatepass")


def checksum(file: Path) -> str:
    """Return a file's checksum."""
    found = sha256()
    with opened(file) as stream:
        while block := stream.read(1 << 20):
            found.update(block)
    return found.hexdigest()


def _print(one: Inlamnad) -> str:
    if one.slag == "mapp":
        return fingerprint(one.path) or ""
    forms = [file for shelf in shelves(one.path.parent) for file in sorted(shelf.glob("*/mall.yaml"))]
    with suppress(OSError):
        return digest(repr((checksum(one.path), [(file.name, file.stat().st_mtime_ns) for file in forms])))
    return ""
