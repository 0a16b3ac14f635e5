"""What lies beside a file while it is written, unfinished or under another name; and what a killed command left."""

import os
import re
import shutil
import time
from contextlib import ExitStack, suppress
from pathlib import Path

from rapport.disk import new_file, patiently, remove, require_free
from rapport.winerrors import UNFINISHED

_LEFT = re.compile(rf"{re.escape(UNFINISHED)}(?:(?P<when>[0-9a-f]{{8}})-)?[a-z0-9_]{{8}}(?:\.[\w.-]{{1,30}})?")
DEAD = 600  # seconds until what is unfinished, where nobody holds a lock, was left by something that was killed


def beside(target: Path, leftovers: ExitStack, raw: bytes) -> Path:
    """Return a new file beside a target, on the disk itself so that a rename is of the whole; removed in the end."""
    handle, file = new_file(target.parent, f"{UNFINISHED}{int(time.time()):08x}-", target.suffix)
    leftovers.callback(leave, file)
    with open(handle, "wb") as stream:  # noqa: PTH123 - a handle has no path
        stream.write(raw)
        stream.flush()
        os.fsync(handle)
    return file


def other_name(target: Path, now: bytes, leftovers: ExitStack) -> Path:
    """Return another name for a file, beside it; a copy where the disk has no such names."""
    other = target.with_name(f"{UNFINISHED}{int(time.time()):08x}-{os.urandom(4).hex()}{target.suffix}")
    try:
        os.link(target, other)
    except OSError:
        copy = beside(target, leftovers, now)
        make_like(target, copy)
        return copy
    leftovers.callback(leave, other)
    return other


def make_like(target: Path, new: Path) -> None:
    """Give a new file the owner, the rights and what else a system keeps of the one that it takes the place of.

    Where there is none, it gets the rights of any new file: what is unfinished is nobody else's to read.
    """
    if not target.exists():
        mask = os.umask(0)
        os.umask(mask)
        new.chmod(0o666 & ~mask)
        return
    now, wanted = new.stat(), target.stat()
    if (now.st_uid, now.st_gid) != (wanted.st_uid, wanted.st_gid):  # on Windows both are nobody's
        os.chown(new, wanted.st_uid, wanted.st_gid)
    shutil.copystat(target, new)
    os.utime(new)


def overwrite(target: Path, raw: bytes) -> None:
    """Write over a file where it lies."""
    with patiently(lambda: target.open("r+b")) as stream:
        stream.write(raw)
        stream.truncate()
        stream.flush()
        os.fsync(stream.fileno())


def settle(folder: Path) -> None:
    """See that the names in a folder are on the disk, where the system has a way to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(folder: Path, *, older_than: float = 0) -> None:
    """Remove what commands that were killed left unfinished in a folder; all of it where nobody else can be writing."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            left = _LEFT.fullmatch(entry.name)
            if left and not entry.is_dir(follow_symlinks=False):
                made = int(left["when"], 16) if left["when"] else entry.stat(follow_symlinks=False).st_mtime
                if not older_than or made < time.time() - older_than:
                    with suppress(OSError):
                        Path(entry.path).unlink(missing_ok=True)


def is_kept_in_place(file: Path) -> bool:
    """Whether a file is written over where it lies: a new one could not have its other names, or its owner."""
    if not file.exists():
        return False
    status = file.stat()
    if status.st_nlink > 1:
        return True
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        return False
    return os.geteuid() != status.st_uid or status.st_gid not in (os.getegid(), *os.getgroups())


def leave(file: Path) -> None:
    """Remove a file that is done with, where the system lets us."""
    with suppress(OSError):
        remove(file)


def require_replaceable(file: Path) -> None:
    """Raise OSError where another program holds a file so that it cannot be written, before anything else is."""
    if is_kept_in_place(file):
        patiently(lambda: file.open("r+b")).close()
    else:
        require_free(file)
