"""One lock for each report folder, so that one command writes there at a time, on a network drive too.

What is locked is a byte of a file that is always there, and not the file's being there: the system lets go of such a
lock when the process that holds it ends, however it ends, and a file server does when it loses the computer. A file
that is there while somebody writes is left by one who is killed, and nobody on another computer can know that; where
a disk has no other locks, it is what there is, and then nobody waits for it longer than a write can take.
"""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import get_ident

from rapport.disk import patiently, remove
from rapport.errors import OutputError, reason, what_has_changed
from rapport.store.beside import leave, sweep
from rapport.store.history_post import FOLDER, history_place
from rapport.store.writing import write_text

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FOLDER, _FILE, _WITHOUT = "las", "vem", "skriver"
WAIT = 30  # seconds for somebody else to be done: a write takes some hundredths of one
_DEAD = 120  # seconds that a file without a lock is believed
_AT = 1 << 30  # the byte that is locked on Windows, where nobody may read one that is: beyond who holds it
_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
_ROOM = 200  # bytes for who holds it
_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_held: set[tuple[str, int]] = set()  # folders that a thread of this process has locked


@contextmanager
def locked(folder: Path, command: str) -> Iterator[None]:
    """Keep everybody else from writing in a report folder, and take away what they left when they were killed.

    What is locked already, further out, stays so. Raises OutputError, which says who writes, where that does not end.
    """
    key = (str(folder.resolve()), get_ident())
    if key in _held:
        yield
        return
    with ExitStack() as stack:
        _take(folder, f"rapport {command} ({_since()})", stack)
        _held.add(key)
        stack.callback(_held.discard, key)
        for place in (folder, *_own(folder)):
            sweep(place)
        if not (ignored := folder / FOLDER / _FOLDER / ".gitignore").exists():
            write_text(ignored, "*\n")  # it is nothing to share
        yield


def _own(folder: Path) -> Iterator[Path]:
    own = folder / FOLDER
    yield own
    yield from (place for place in own.iterdir() if place.is_dir() and not place.is_symlink())


def _take(folder: Path, who: str, stack: ExitStack) -> None:
    place = history_place(folder).with_name(_FOLDER)
    try:
        place.mkdir(parents=True, exist_ok=True)
        handle = patiently(lambda: os.open(place / _FILE, _OPEN, 0o666))
    except OSError as error:
        raise OutputError(f"{place} kan inte skrivas: {reason(error)}. {what_has_changed()}") from error
    stack.callback(os.close, handle)
    until, pause = time.monotonic() + WAIT, 0.01
    while not _try(handle, place, stack):
        if time.monotonic() > until:
            raise OutputError(
                f"I {folder} skriver just nu {_holder(handle)}. {what_has_changed()} Försök igen när det är klart."
            )
        time.sleep(pause)
        pause = min(2 * pause, 0.2)
    _write(handle, who)
    stack.callback(_write, handle, "")


def _write(handle: int, who: str) -> None:
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, who.encode("utf-8", "replace")[: _ROOM - 1].ljust(_ROOM - 1) + b"\n")


def _try(handle: int, place: Path, stack: ExitStack) -> bool:
    """Return whether the lock is ours now."""
    try:
        _lock(handle)
    except OSError as error:
        return error.errno not in _HELD and _try_without(place, stack)
    stack.callback(_unlock, handle)
    return True


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _AT, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _unlock(handle: int) -> None:
    """Let go; closing would do it too, but on Windows not at once."""
    with suppress(OSError):
        if sys.platform == "win32":
            os.lseek(handle, _AT, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_UN)


def _try_without(place: Path, stack: ExitStack) -> bool:
    """Return whether the lock is ours, on a disk that has none: there is a file for as long as somebody writes."""
    file = place / _WITHOUT
    try:
        os.utime(place / _FILE)  # the disk's own time, whatever the clock of this computer says
        with suppress(FileNotFoundError):
            if file.stat().st_mtime < (place / _FILE).stat().st_mtime - _DEAD:
                remove(file)
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    except OSError as error:
        raise OutputError(f"{place} kan inte skrivas: {reason(error)}. {what_has_changed()}") from error
    stack.callback(leave, file)
    return True


def vem() -> str:
    """Return who writes, the user's name and the computer's, as far as they are known: at most 80 characters."""
    user = next(filter(None, map(os.environ.get, ("USERNAME", "LOGNAME", "USER"))), "")
    computer = os.environ.get("COMPUTERNAME") or (os.uname().nodename if hasattr(os, "uname") else "")
    who = " ".join(filter(None, [user, computer and f"på {computer}"]))
    return "".join(sign if sign.isprintable() else " " for sign in who)[:80]


def _since() -> str:
    """Return who writes, on which computer and since when."""
    return f"{who}, sedan {datetime.now().astimezone():%H.%M}" if (who := vem()) else ""


def _holder(handle: int) -> str:
    """Return who holds the lock, as they wrote; that may be anything, and is shown."""
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        text = os.read(handle, _ROOM).decode("utf-8", "replace")
        if written := " ".join("".join(sign if sign.isprintable() else " " for sign in text).split()):
            return written
    return "någon annan"
