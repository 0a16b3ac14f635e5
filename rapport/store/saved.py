"""When a report was last saved: the time that a document built of it bears, so that the same gives the same."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from rapport.nobodys import NOBODYS

_EPOCH = "SOURCE_DATE_EPOCH"  # how builds that are to come out alike everywhere say what time it is
_TABLES = ("*.csv", "*.xlsx")


def saved_at(folder: Path, form: Path) -> datetime:
    """Return when the newest file that a document is made of was saved, or the time that the environment sets."""
    with suppress(KeyError, ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(int(os.environ[_EPOCH]), UTC)
    return datetime.fromtimestamp(max((file.stat().st_mtime for file in _sources(folder, form)), default=0), UTC)


def _sources(folder: Path, form: Path) -> Iterator[Path]:
    found = [*folder.glob("*.yaml"), form / "mall.yaml", form / "mall.docx"]
    found += [file for pattern in _TABLES for file in (folder / "siffror").rglob(pattern)]
    yield from (file for file in found if file.is_file() and not NOBODYS.fullmatch(file.name))
