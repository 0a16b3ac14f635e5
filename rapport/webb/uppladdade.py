"""Files that a page has been given, until it is decided what becomes of them: in a folder of our own, by number.

What a file is called where it came from is shown, and is never a path here.
"""

import re
from collections.abc import AsyncIterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from rapport.errors import InputError
from rapport.workflow.bringing import room_for_files

KINDS = (".docx", ".csv", ".tsv", ".xlsx", ".pdf", ".txt", ".md")
_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp", ".svg"}
_INSTEAD = {".doc": ".docx", ".odt": ".docx", ".rtf": ".docx", ".xls": ".xlsx", ".ods": ".xlsx", ".pptx": ".pdf"}
_MOST = 60  # files at once
_MOST_BYTES = 300_000_000  # of all of them
_LONGEST = 120  # characters of a name
_NAME = re.compile(r"(?:[^\s,;:]*[/\\])?(uppladdad-\d+\.[a-z]+)")


class Uppladdad(NamedTuple):
    """A file that has come: where it lies, and what it is called where it came from."""

    id: str
    name: str
    file: Path
    size: int


class Uppladdade:
    """The files; ``end`` takes them away."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._room = ExitStack()
        self._by_id: dict[str, Uppladdad] = {}
        self._number = 0

    async def take(self, name: str, chunks: AsyncIterator[bytes]) -> Uppladdad:
        """Keep a file as it is read; InputError where it is of no kind that can be used, or there are too many."""
        shown = _shown(name)
        suffix = Path(shown).suffix.lower()
        if suffix not in KINDS:
            raise InputError(_unreadable(shown, suffix))
        left = _MOST_BYTES - sum(one.size for one in self._by_id.values())
        if len(self._by_id) >= _MOST or left <= 0:
            raise InputError("Det är för många filer på en gång. Ta först hand om dem som redan är här.")
        self._folder = self._folder or self._room.enter_context(room_for_files())
        self._number += 1
        file, size = self._folder / f"uppladdad-{self._number}{suffix}", 0
        try:
            with file.open("xb") as stream:
                async for chunk in chunks:
                    size += stream.write(chunk)
        except BaseException:
            file.unlink(missing_ok=True)
            raise
        found = self._by_id[str(self._number)] = Uppladdad(str(self._number), self._unlike(shown), file, size)
        return found

    def __getitem__(self, number: object) -> Uppladdad:
        """Return a file by its number; InputError where there is none."""
        found = self._by_id.get(number) if isinstance(number, str) else None
        if found is None:
            raise InputError("Filen finns inte kvar här. Välj den igen.")
        return found

    def named(self, text: str) -> str:
        """Return a text in which each file is called what its owner calls it."""
        names = {one.file.name: one.name for one in self._by_id.values()}
        return _NAME.sub(lambda found: names.get(found[1], found[1]), text)

    def drop(self, number: object) -> None:
        """Take a file away, if it is there."""
        found = self._by_id.pop(number, None) if isinstance(number, str) else None
        if found:
            found.file.unlink(missing_ok=True)

    def end(self) -> None:
        """Take all of them away."""
        self._by_id.clear()
        self._folder = None
        self._room.close()

    def _unlike(self, name: str) -> str:
        """Return a name that none of the other files has."""
        names, path = {one.name for one in self._by_id.values()}, Path(name)
        again = (f"{path.stem} ({number}){path.suffix}" for number in range(2, _MOST + 2))
        return next(one for one in (name, *again) if one not in names)


def _unreadable(shown: str, suffix: str) -> str:
    """Return that a file is of no kind that can be used, and what to do instead."""
    if suffix in _PICTURES:
        return f"{shown} är en bild, och bilder kan inte stå i redovisningen."
    instead = _INSTEAD.get(suffix) or f"{', '.join(KINDS[:-1])} eller {KINDS[-1]}"
    return f"{shown} kan inte läsas här. Spara den som {instead}, och välj den filen."


def _shown(name: str) -> str:
    """Return the last part of a name, as it can be shown on a line."""
    last = normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in last).split())
    path = Path(shown or "fil")
    return f"{path.stem[:_LONGEST]}{path.suffix[:10]}"
