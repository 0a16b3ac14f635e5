"""Keeping what was there before a command writes, in the report folder; bounded, and never needed to read the report.

    .rapport/angra/000007-3f9a2c41/   one write
        1, 2, …                       what its first, second … file held; nothing where there was no file
        1.ny, 2.ny, …                 what is written over such a file where it lies, which may be cut off in the middle
        post.json                     which files they are, with checksums before and after
        skrivs                        the writing has begun; renamed as it ends:
        klar                          every file was written

Its order is what lets a write be cut off anywhere: what was there is kept, then the post is put in place whole, and
only then the files of the report are written, each whole. Without a post nothing had been written; without ``klar``
the checksums say of each file whether it had, and the next command takes back what was (``unfinished``).
"""

import json
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from rapport.disk import remove, replace
from rapport.errors import OutputError, reason, what_has_changed
from rapport.store.beside import is_kept_in_place, settle
from rapport.store.history_post import (
    DONE,
    NAME,
    POST,
    UNDER_WAY,
    checksum,
    content,
    history_place,
    is_keepable,
    place_of,
)
from rapport.store.lock import locked, vem
from rapport.store.writing import write_all, write_text

MOST_WRITES = 40
MOST_BYTES = 50_000_000
_UNFINISHED = 600  # seconds until a post that never came is left by something that was killed, and not on its way
Contents = Mapping[str, bytes | None]  # by names relative to the report folder; None where there is to be no file
Own = Mapping[Path, bytes | None]
_NOTHING: Own = {}


class Write(NamedTuple):
    """What is said of a write: the command, and by file the fingerprints of the answers as it leaves them.

    ``tar_tillbaka`` is the name of the write that it brings back, and ``kvar`` what it has to leave of that.
    """

    kommando: str
    svar: Mapping[str, Mapping[str, str]]
    tar_tillbaka: str = ""
    kvar: tuple[str, ...] = ()


def write_kept(folder: Path, contents: Contents, read: Contents, write: Write, own: Own = _NOTHING) -> None:
    """Write files of a report, all or none, and keep what was there. Raises OutputError; then nothing has changed.

    ``read`` is what they held when it was decided what to write; SavedMeanwhileError where one no longer does.
    ``own`` are files of ours that are written with them, the last of all, and not kept.
    """
    with keeping(folder, contents, read, write):
        paths = {folder / name: raw for name, raw in contents.items()}
        write_all({**paths, **own}, {folder / name: raw for name, raw in read.items()})


@contextmanager
def keeping(folder: Path, contents: Contents, read: Contents, write: Write) -> Iterator[None]:
    """Keep what files hold, by the reading that decided, while they get new contents, and nobody else writes.

    Raises OutputError where it cannot be kept: what could not be brought back is not overwritten. Where the writing
    itself is refused and has changed nothing, nothing is kept.
    """
    with locked(folder, write.kommando):
        entry = _begun(folder, read, contents, write)
        try:
            yield
        except BaseException:
            with suppress(OSError, OutputError):
                numbered = enumerate(contents.items(), 1)
                if not any(
                    _is_written(folder, name, read[name], raw, entry / f"{n}.ny") for n, (name, raw) in numbered
                ):
                    discard(entry)
            raise
        # From here on all is written: what cannot be tidied is no reason to say otherwise.
        with suppress(OSError):
            call_done(entry)
            _forget_oldest(entry.parent)


def _is_written(folder: Path, name: str, before: bytes | None, after: bytes | None, over: Path) -> bool:
    """Whether a file holds anything of what was to be written."""
    now = content(folder, name)
    return now != before and (now == after or over.exists())


def _begun(folder: Path, before: Contents, after: Contents, write: Write) -> Path:
    """Keep what was there, on disk for good, and return where."""
    if strange := [name for name in after if not is_keepable(name)]:
        raise OutputError(f"{strange[0]!r} är ett namn som inte går att spara undan. Byt namn. {what_has_changed()}")
    files = [place_of(folder, name) for name in after]
    place = history_place(folder)
    entry: Path | None = None
    try:
        place.mkdir(parents=True, exist_ok=True)
        _ignore_in_git(place)
        entry = place / f"{_next_number(place):06}-{token_hex(4)}"
        entry.mkdir()
        for number, (name, raw) in enumerate(after.items(), 1):
            if (was := before[name]) is not None:
                put(entry / str(number), was)
            if raw is not None and is_kept_in_place(files[number - 1]):
                put(entry / f"{number}.ny", raw)
        put(entry / UNDER_WAY, b"")
        put(entry / f".{POST}", _post(before, after, write))
        replace(entry / f".{POST}", entry / POST)
        settle(entry)
        settle(place)
    except OSError as error:
        if entry:
            shutil.rmtree(entry, ignore_errors=True)
        raise OutputError(
            f"Det som fanns kan inte sparas undan i {place}: {reason(error)}. {what_has_changed()} "
            "Frigör plats på disken, eller kontrollera att du får skriva i mappen, och försök igen."
        ) from error
    return entry


def _post(before: Contents, after: Contents, write: Write) -> bytes:
    files = [
        {"fil": name, "fore": checksum(before[name]), "efter": checksum(raw), "svar": dict(write.svar.get(name, {}))}
        for name, raw in after.items()
    ]
    about = {"version": 1, "kommando": write.kommando, "tid": datetime.now(UTC).isoformat(timespec="seconds")}
    post = {**about, "filer": files, "tar_tillbaka": write.tar_tillbaka, "vem": vem(), "kvar": list(write.kvar)}
    return json.dumps(post, ensure_ascii=False, indent=1).encode("utf-8")


def put(file: Path, raw: bytes) -> None:
    """Write a file, and see that what it holds is on the disk."""
    with file.open("wb") as stream:
        stream.write(raw)
        stream.flush()
        os.fsync(stream.fileno())


def _ignore_in_git(folder: Path) -> None:
    """Keep the history, and this too, out of a version control that has a history of its own."""
    if not (folder / ".gitignore").exists():
        write_text(folder / ".gitignore", "*\n")


def _next_number(place: Path) -> int:
    return 1 + max((int(path.name[:6]) for path in place.iterdir() if NAME.fullmatch(path.name)), default=0)


def _forget_oldest(place: Path) -> None:
    """Remove what is beyond the bounds, the oldest first and never the newest, and what was left half written."""
    entries = sorted(path for path in place.iterdir() if NAME.fullmatch(path.name))
    posts = [path for path in entries if (path / POST).exists()]
    for path in set(entries) - set(posts):
        if path.stat().st_mtime < time.time() - _UNFINISHED:
            shutil.rmtree(path, ignore_errors=True)
    total = 0
    for number, path in enumerate(reversed(posts)):
        total += sum(file.stat().st_size for file in path.iterdir())
        if number and (number >= MOST_WRITES or total > MOST_BYTES):
            with suppress(OSError):
                discard(path)


def call_done(entry: Path) -> None:
    """Let a write stand as one of which every file was written; a rename takes no room on a disk that is full."""
    replace(entry / UNDER_WAY, entry / DONE)
    settle(entry)


def discard(entry: Path) -> None:
    """Remove a write from the history: its post first, so that half of it is never taken for the whole."""
    remove(entry / POST)
    shutil.rmtree(entry)
