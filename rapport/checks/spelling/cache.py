"""What is already known about words, kept in one file of the user's cache folder.

The file is worth nothing beyond time: a damaged one, or one of another dictionary, is as good as none, and where
it cannot be written the next run is as slow as this one. Two runs at once do no harm: each puts a whole file in
place, and the last one wins.
"""

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapport.cachefolder import cache_folder

_MOST_BYTES = 4_000_000
_MOST_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the dictionaries say of a word.

    ``near`` holds the words it may have been meant to be, the likeliest first; None where nobody has asked.
    ``is_loose`` says that it could be a compound with a very short part, such as "sikfångst" or a slip.
    """

    is_right: bool
    is_loose: bool = False
    is_english: bool = False
    near: tuple[str, ...] | None = None


def read(fingerprint: str) -> dict[str, Verdict]:
    """Return every verdict that is remembered from the same dictionaries."""
    where = cache_folder()
    if not where:
        return {}
    try:
        with (where / "stavning.json").open("rb") as stream:
            return _verdicts(json.loads(stream.read(_MOST_BYTES)), fingerprint)
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return {}


def write(fingerprint: str, verdicts: Mapping[str, Verdict], used: Mapping[str, Verdict]) -> None:
    """Remember the verdicts; when they are too many, only those that were ``used`` in this run."""
    kept = verdicts if len(verdicts) <= _MOST_WORDS else used
    data = {
        "ordbok": fingerprint,
        "ratt": " ".join(word for word, verdict in kept.items() if verdict.is_right),
        "ovrigt": {
            word: [verdict.is_loose, verdict.is_english, None if verdict.near is None else " ".join(verdict.near)]
            for word, verdict in kept.items()
            if not verdict.is_right
        },
    }
    where = cache_folder()
    if where:
        with suppress(OSError):
            where.mkdir(parents=True, exist_ok=True)
            _replace(where / "stavning.json", json.dumps(data, ensure_ascii=False).encode("utf-8"))


def _verdicts(data: Any, fingerprint: str) -> dict[str, Verdict]:  # noqa: ANN401 - whatever stands in the file
    if data["ordbok"] != fingerprint:
        return {}
    found = dict.fromkeys(data["ratt"].split(), Verdict(is_right=True))
    for word, (is_loose, is_english, near) in data["ovrigt"].items():
        words = None if near is None else tuple(near.split())
        if not all(map(str.isalpha, words or ())):
            return {}
        found[word] = Verdict(is_right=False, is_loose=bool(is_loose), is_english=bool(is_english), near=words)
    return found


def _replace(file: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".stavning-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)
