"""The folders that this user has had open, the last first: what is opened where none is named."""

import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from rapport.errors import RapportError
from rapport.samling.namn import DATABASE
from rapport.store.folder import RAPPORT
from rapport.store.writing import write_text

_MOST = 12
_MOST_BYTES = 100_000


class Slag(NamedTuple):
    """A kind of folder that is remembered: in which file, and the file that tells that a folder is one."""

    file: str
    tells: str


REPORTS = Slag("senaste.json", RAPPORT)
DATA_SETS = Slag("senaste-samlingar.json", DATABASE)


def remember(folder: Path, slag: Slag = REPORTS) -> None:
    """Note that a folder has been opened; where that cannot be written, it is not remembered."""
    place = _place(slag)
    if place is None:
        return
    here = folder.resolve()
    names = [str(here), *(str(one) for one in _known(slag) if one != here)][:_MOST]
    with suppress(OSError, RapportError, UnicodeEncodeError):
        place.parent.mkdir(parents=True, exist_ok=True)
        write_text(place, json.dumps(names, ensure_ascii=False, indent=1) + "\n")


def recent(slag: Slag = REPORTS) -> list[Path]:
    """Return the folders that have been opened and are still there, the last first."""
    return [folder for folder in _known(slag) if is_one(folder, slag)]


def opened_last(here: Path) -> Path | None:
    """Return the folder to open where none is named: the one that one stands in, or else the last; None for none."""
    return here if is_one(here, REPORTS) else next(iter(recent()), None)


def is_one(folder: Path, slag: Slag) -> bool:
    """Whether a folder is of a kind."""
    with suppress(OSError):
        return (folder / slag.tells).is_file()
    return False


def _known(slag: Slag) -> list[Path]:
    place = _place(slag)
    with suppress(OSError, ValueError, RecursionError):
        if place and place.stat().st_size <= _MOST_BYTES:
            names = json.loads(place.read_bytes().decode("utf-8"))
            texts = [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
            return [path for path in map(Path, texts[:_MOST]) if path.is_absolute()]
    return []


def _place(slag: Slag) -> Path | None:
    from platformdirs import user_state_path

    path = user_state_path("rapport", appauthor=False)
    return path / slag.file if path.is_absolute() else None  # a user without a home has ~ for one
