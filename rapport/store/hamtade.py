"""Which answers have been taken in from which documents, kept in the report folder.

A colleague's document is often taken in again, to decide what was left. What was taken then, and has been worked on
since, is not to come back by that.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from rapport.disk import opened
from rapport.store.byggen import OWN
from rapport.store.files import MAX_BYTES

_FILE = "hamtade.json"
_MOST = 6_000  # answers; the oldest go first


def fingerprint(*parts: object) -> str:
    """Return what tells an answer of a document from any other."""
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def taken(folder: Path) -> list[str]:
    """Return the fingerprints of the answers that have been taken in; none where they cannot be read."""
    file = _place(folder)
    if not file.is_file() or not file.resolve().is_relative_to(folder.resolve()):
        return []
    with opened(file) as stream:
        raw = stream.read(MAX_BYTES + 1)
    try:
        found = json.loads(raw) if len(raw) <= MAX_BYTES else None
    except (ValueError, RecursionError):
        return []
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def remembered(folder: Path, fingerprints: Iterable[str]) -> dict[Path, bytes | None]:
    """Return what is to be kept, and where, when answers come to those that have been taken in."""
    new = list(fingerprints)
    known = [one for one in taken(folder) if one not in new]
    return {_place(folder): json.dumps([*known, *new][-_MOST:]).encode()} if new else {}


def forgotten(folder: Path) -> dict[Path, bytes | None]:
    """Return what is to be removed to forget all that has been taken in: it may be gone again, and is asked for."""
    return {_place(folder): None} if _place(folder).exists() else {}


def _place(folder: Path) -> Path:
    return folder / OWN / _FILE
