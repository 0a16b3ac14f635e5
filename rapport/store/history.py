"""Keeping what was there before a command writes, in the report folder; bounded, and never needed to read the report.

    .rapport/angra/000007-3f9a2c41/   one write
        1, 2, …                       what its first, second … file held; nothing where there was no file
        post.json                     which files they are, with checksums before and after
        klar                          every file was written

Its order is what lets a write be cut off anywhere: what was there is kept, then the post is put in place whole, and
only then the files of the report are written, each whole. Without a post nothing had been written; without ``klar``
the checksums say of each file whether it had.
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

from rapport.errors import OutputError, reason
from rapport.store.files import write_all, write_text
from rapport.store.history_post import DONE, NAME, POST, checksum, content, history_place, is_keepable

MOST_WRITES = 40
MOST_BYTES = 50_000_000
_UNFINISHED = 600  # seconds until a post that never came is left by something that was killed, and not on its way
Contents = Mapping[str, bytes | None]  # by names relative to the report folder; None where there is to be no file


class Write(NamedTuple):
    """What is said of a write: the command, and by file the fingerprints of the answers as it leaves them.

    ``tar_tillbaka`` is the name of the write that it brings back, and ``kvar`` what it has to leave of that.
    """

    kommando: str
    svar: Mapping[str, Mapping[str, str]]
    tar_tillbaka: str = ""
    kvar: tuple[str, ...] = ()


def write_kept(folder: Path, contents: Contents, write: Write) -> None:
    """Write files of a report, all or none, and keep what was there. Raises OutputError; then nothing has changed."""
    with keeping(folder, contents, write):
        write_all({folder / name: raw for name, raw in contents.items()})


@contextmanager
def keeping(folder: Path, contents: Contents, write: Write) -> Iterator[None]:
    """Keep what is there while files get new contents.

    Raises OutputError where it cannot be kept: what could not be brought back is not overwritten. Where the writing
    itself is refused and has changed nothing, nothing is kept.
    """
    before = {name: content(folder, name) for name in contents}
    entry = _begun(folder, before, contents, write)
    try:
        yield
    except BaseException:
        with suppress(OSError, OutputError):
            if all(content(folder, name) == raw for name, raw in before.items()):
                _discard(entry)
        raise
    # From here on all is written: what cannot be tidied is no reason to say otherwise.
    with suppress(OSError):
        (entry / DONE).touch()
        _forget_oldest(entry.parent)


def _begun(folder: Path, before: Contents, after: Contents, write: Write) -> Path:
    """Keep what was there, on disk for good, and return where."""
    if strange := [name for name in after if not is_keepable(name)]:
        raise OutputError(f"{strange[0]!r} är ett namn som inte går att spara undan. Byt namn; inget har ändrats.")
    place = history_place(folder)
    entry: Path | None = None
    try:
        place.mkdir(parents=True, exist_ok=True)
        _ignore_in_git(place)
        entry = place / f"{_next_number(place):06}-{token_hex(4)}"
        entry.mkdir()
        for number, raw in enumerate(before.values(), 1):
            if raw is not None:
                _put(entry / str(number), raw)
        _put(entry / f".{POST}", _post(before, after, write))
        (entry / f".{POST}").replace(entry / POST)
        _settle(entry)
        _settle(place)
    except OSError as error:
        if entry:
            shutil.rmtree(entry, ignore_errors=True)
        raise OutputError(
            f"Det som fanns kan inte sparas undan i {place}: {reason(error)}. Därför har inget skrivits. "
            "Frigör plats på disken, eller kontrollera att du får skriva i mappen, och försök igen."
        ) from error
    return entry


def _post(before: Contents, after: Contents, write: Write) -> bytes:
    files = [
        {"fil": name, "fore": checksum(before[name]), "efter": checksum(raw), "svar": dict(write.svar.get(name, {}))}
        for name, raw in after.items()
    ]
    about = {"version": 1, "kommando": write.kommando, "tid": datetime.now(UTC).isoformat(timespec="seconds")}
    post = {**about, "filer": files, "tar_tillbaka": write.tar_tillbaka, "kvar": list(write.kvar)}
    return json.dumps(post, ensure_ascii=False, indent=1).encode("utf-8")


def _put(file: Path, raw: bytes) -> None:
    """Write a file, and see that what it holds is on the disk."""
    with file.open("wb") as stream:
        stream.write(raw)
        stream.flush()
        os.fsync(stream.fileno())


def _settle(folder: Path) -> None:
    """See that the names in a folder are on the disk, where the system has a way to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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
                _discard(path)


def _discard(entry: Path) -> None:
    """Remove a write from the history; its post first, so that half of it is never taken for the whole."""
    (entry / POST).unlink(missing_ok=True)
    shutil.rmtree(entry)
