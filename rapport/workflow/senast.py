"""The report folders that this user has had open, the last first: what is opened where none is named."""

import json
from contextlib import suppress
from pathlib import Path

from rapport.errors import RapportError
from rapport.store.folder import RAPPORT
from rapport.store.writing import write_text

_FILE = "senaste.json"
_MOST = 12
_MOST_BYTES = 100_000


def remember(folder: Path) -> None:
    """Note that a report folder has been opened; where that cannot be written, it is not remembered."""
    place = _place()
    if place is None:
        return
    here = folder.resolve()
    names = [str(here), *(str(one) for one in _known() if one != here)][:_MOST]
    with suppress(OSError, RapportError, UnicodeEncodeError):
        place.parent.mkdir(parents=True, exist_ok=True)
        write_text(place, json.dumps(names, ensure_ascii=False, indent=1) + "\n")


def recent() -> list[Path]:
    """Return the report folders that have been opened and are still there, the last first."""
    return [folder for folder in _known() if _is_report(folder)]


def opened_last(here: Path) -> Path | None:
    """Return the folder to open where none is named: the one that one stands in, or else the last; None for none."""
    return here if _is_report(here) else next(iter(recent()), None)


def _is_report(folder: Path) -> bool:
    with suppress(OSError):
        return (folder / RAPPORT).is_file()
    return False


def _known() -> list[Path]:
    place = _place()
    with suppress(OSError, ValueError, RecursionError):
        if place and place.stat().st_size <= _MOST_BYTES:
            names = json.loads(place.read_bytes().decode("utf-8"))
            texts = [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
            return [path for path in map(Path, texts[:_MOST]) if path.is_absolute()]
    return []


def _place() -> Path | None:
    from platformdirs import user_state_path

    path = user_state_path("rapport", appauthor=False)
    return path / _FILE if path.is_absolute() else None  # a user without a home has ~ for one
