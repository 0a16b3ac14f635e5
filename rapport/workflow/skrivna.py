"""What each page that writes has sent last of an answer, so that a text which grew out of it meets no dispute with it.

It is kept in memory, and on disk with the answers themselves, in the same write: after a crash it is known just how
much of what a page had sent came into the file. What was lost and came with the text of another page, which had seen
it, is known by its number alone: ``sett``.

    .rapport/skrivare/3f9a2c41….json   of one run: {"version": 1, "sant": [{skrivare, fraga, nummer, svar, sett}]}
"""

import json
from collections import OrderedDict
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from time import time
from typing import NamedTuple

from pydantic import ValidationError

from rapport.errors import RapportError
from rapport.store.byggen import OWN
from rapport.store.schema import SvarPost
from rapport.store.writing import write_text

_FOLDER = "skrivare"
_MOST = 40  # writers of one run that are remembered; each has one answer
_MOST_FILES, _OLDEST = 20, 30 * 86_400.0  # runs, and seconds
_MOST_BYTES = 1 << 22


class Sent(NamedTuple):
    """What a writer has sent of an answer: which time in order, and the answer's entry as she had made it.

    ``sett`` is the number of a later one, which was lost and has come in the text of another who had seen it.
    """

    nummer: int
    post: SvarPost | None
    sett: int = 0

    @property
    def received(self) -> int:
        """The number of the last that has come, either way."""
        return max(self.nummer, self.sett)


class Skrivna:
    """What all writers have sent last."""

    def __init__(self, folder: Path) -> None:
        self._place = folder / OWN / _FOLDER
        self._file = self._place / f"{token_hex(8)}.json"
        self._sent: OrderedDict[tuple[str, str], Sent] = OrderedDict()
        self._before: dict[tuple[str, str], Sent] = {}
        self._saved: dict[tuple[str, str], int] = {}
        with suppress(OSError):
            for file in sorted(self._place.glob("*.json"), key=lambda one: one.stat().st_mtime)[-_MOST_FILES:]:
                self._before |= _read(file)

    def last(self, writer: str, fraga: str) -> Sent | None:
        """Return what a writer has sent last of an answer."""
        return self._sent.get((writer, fraga)) or self._before.get((writer, fraga))

    def note(self, writer: str, fraga: str, sent: Sent) -> None:
        """Remember what a writer has sent."""
        self._sent[writer, fraga] = sent
        self._sent.move_to_end((writer, fraga))
        while len(self._sent) > _MOST:
            self._sent.popitem(last=False)

    def note_seen(self, fraga: str, numbers: Mapping[str, int]) -> None:
        """Remember of others than the writer up to which number all is in a text that has come."""
        for writer, nummer in numbers.items():
            last = self.last(writer, fraga) or Sent(0, None)
            if nummer > last.received:
                self.note(writer, fraga, last._replace(sett=nummer))

    def forget(self, fraga: str) -> None:
        """Forget what was sent of an answer: it has come to stand aside, and not in the report."""
        for known in (self._sent, self._before, self._saved):
            for key in [key for key in known if key[1] == fraga]:
                del known[key]

    def numbers(self, fraga: str) -> dict[str, int]:
        """Return by writer the number of what was last received of an answer."""
        found = {**self._before, **self._sent}
        return {writer: sent.received for (writer, of), sent in found.items() if of == fraga}

    def saved(self, fragor: Collection[str]) -> None:
        """Note that all that has been received of some answers is on disk."""
        self._saved = {
            key: sent.received if key[1] in fragor else self._saved.get(key, 0) for key, sent in self._sent.items()
        }

    def on_disk(self, fraga: str) -> dict[str, int]:
        """Return by writer the number of what was last received of an answer and is on disk."""
        found = {**{key: sent.received for key, sent in self._before.items()}, **self._saved}
        return {writer: nummer for (writer, of), nummer in found.items() if of == fraga}

    def as_file(self) -> dict[Path, bytes]:
        """Return the file that is to be written with the answers, as they have come to be by what was sent."""
        if not self._sent:
            return {}
        self._begin()
        sent = [
            {
                "skrivare": writer,
                "fraga": fraga,
                "nummer": one.nummer,
                "svar": one.post.model_dump(by_alias=True) if one.post else None,
                "sett": one.sett,
            }
            for (writer, fraga), one in self._sent.items()
        ]
        return {self._file: json.dumps({"version": 1, "sant": sent}, ensure_ascii=False).encode("utf-8")}

    def _begin(self) -> None:
        """Make the place, and take away what is too old; where that cannot be done the save will say so."""
        if self._file.exists():
            return
        with suppress(OSError, RapportError):
            self._place.mkdir(parents=True, exist_ok=True)
            if not (ignored := self._place / ".gitignore").exists():
                write_text(ignored, "*\n")
            files = sorted(self._place.glob("*.json"), key=lambda one: one.stat().st_mtime)
            for number, file in enumerate(reversed(files)):
                if number >= _MOST_FILES or time() - file.stat().st_mtime > _OLDEST:
                    file.unlink(missing_ok=True)


def _read(file: Path) -> dict[tuple[str, str], Sent]:
    """Return what a run of the program had received and saved; nothing where that cannot be read."""
    found: dict[tuple[str, str], Sent] = {}
    with suppress(OSError, ValueError, KeyError, TypeError, ValidationError):
        if file.stat().st_size > _MOST_BYTES:
            return {}
        for one in json.loads(file.read_bytes())["sant"]:
            post = SvarPost.model_validate(one["svar"]) if one["svar"] is not None else None
            sent = Sent(int(one["nummer"]), post, int(one.get("sett", 0)))
            found[str(one["skrivare"]), str(one["fraga"])] = sent
    return found
