"""Writes that follow on each other as somebody types, kept as one: what can be brought back is what was there before.

Otherwise an hour's typing would push everything else out of a history that is bounded.
"""

import json
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from rapport.disk import replace
from rapport.errors import InputError
from rapport.store.beside import settle
from rapport.store.history import discard, put
from rapport.store.history_post import DONE, POST, Entry, places, read_entry

_LONGEST = timedelta(minutes=10)


def join_last(folder: Path) -> None:
    """Make the last two writes one, where the later goes on from the earlier; a failure leaves them as they are.

    The later one's place is taken by both, whole, before either goes: cut off anywhere, all can be brought back.
    """
    with suppress(OSError, InputError):
        found = [read_entry(path) for path in places(folder)[-2:]]
        if len(found) == 2 and _goes_on(*found):  # noqa: PLR2004 - the earlier and the later
            _join(*found)


def _goes_on(earlier: Entry, later: Entry) -> bool:
    """Whether a write was made by the same command on just what the one before it left, a moment ago."""
    before, after = earlier.post, later.post
    is_same = before.kommando == after.kommando and earlier.is_done and later.is_done
    is_plain = not (before.tar_tillbaka or after.tar_tillbaka or before.kvar or after.kvar)
    is_same = is_same and before.vem == after.vem
    follows = [(one.fil, one.efter) for one in before.filer] == [(one.fil, one.fore) for one in after.filer]
    return is_same and is_plain and follows and timedelta() <= after.tid - before.tid < _LONGEST


def _join(earlier: Entry, later: Entry) -> None:
    """Let the earlier write be as if it had written what the later one did."""
    number, _, own = later.name.partition("-")
    place = later.path.with_name(f"{int(number) + 1:06}-{own}")
    files = [
        {"fil": new.fil, "fore": old.fore, "efter": new.efter, "svar": {**old.svar, **new.svar}}
        for old, new in zip(earlier.post.filer, later.post.filer, strict=True)
    ]
    post = {**json.loads((earlier.path / POST).read_bytes()), "filer": files}
    kept = {str(at): earlier.kept(fil) for at, fil in enumerate(earlier.post.filer, 1)}
    place.mkdir()
    for name, raw in kept.items():
        if raw is not None:
            put(place / name, raw)
    put(place / DONE, b"")
    put(place / f".{POST}", json.dumps(post, ensure_ascii=False, indent=1).encode("utf-8"))
    replace(place / f".{POST}", place / POST)
    settle(place.parent)
    discard(later.path)
    discard(earlier.path)
