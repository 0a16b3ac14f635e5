"""Who else has a report folder open, on this computer or another: a small file for each, kept fresh while it is so.

They are a courtesy, and nothing is decided by them: what keeps two from overwriting each other is how they save. One
that has not been touched for a while was left by somebody who was cut off.
"""

import json
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from rapport.errors import RapportError
from rapport.store.byggen import OWN
from rapport.store.lock import vem
from rapport.store.writing import write_text

_FOLDER = "narvaro"
_FRESH = 90.0  # seconds
_MOST_BYTES = 4_000
_MOST = 50  # people in one folder


class Other(NamedTuple):
    """Somebody else who has the report open, and which answers."""

    vem: str
    fragor: tuple[str, ...]


class Narvaro:
    """Our own file among them."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._place = folder, folder / OWN / _FOLDER
        self._file = self._place / f"{token_hex(8)}.json"

    def show(self, fragor: list[str]) -> None:
        """Let others see which answers are open here; where that cannot be written, they do not."""
        if not self._folder.is_dir():  # moved, or on a disk that has gone: it is not to be made anew
            return
        with suppress(OSError, RapportError):
            self._place.mkdir(parents=True, exist_ok=True)
            if not (ignored := self._place / ".gitignore").exists():
                write_text(ignored, "*\n")
            write_text(self._file, json.dumps({"vem": vem() or "någon", "fragor": sorted(fragor)}, ensure_ascii=False))

    def leave(self) -> None:
        """Let others see that nothing is open here any longer."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def others(self) -> list[Other]:
        """Return who else has the report open; what cannot be read is nobody, and what nobody keeps is removed."""
        found = []
        with suppress(OSError):
            now = self._file.stat().st_mtime  # the disk's own time, whatever the clock of this computer says
            files = [file for file in self._place.iterdir() if file.suffix == ".json" and file != self._file]
            for file in sorted(files)[:_MOST]:
                with suppress(OSError, ValueError):
                    found += self._read(file, now)
        return found

    def _read(self, file: Path, now: float) -> list[Other]:
        age = now - file.stat().st_mtime
        if age > _FRESH:
            if age > 10 * _FRESH:
                file.unlink(missing_ok=True)
            return []
        said = json.loads(file.read_bytes()[:_MOST_BYTES].decode("utf-8"))
        who, fragor = (said.get("vem"), said.get("fragor")) if isinstance(said, dict) else (None, None)
        if not isinstance(who, str) or not isinstance(fragor, list):
            return []
        return [Other(who[:80], tuple(str(fraga)[:20] for fraga in fragor[:_MOST]))]
