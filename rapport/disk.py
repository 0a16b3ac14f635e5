"""The disk as it is where everything is watched: a file may be held for a moment, and writing may be refused.

A virus scanner or a synchroniser opens what has just been written, and Windows neither replaces, removes nor reads a
file meanwhile. So we ask again, for a second in all, and then say who usually holds such a file (``winerrors``).

What is unfinished is made here, and not by ``tempfile``: where writing is refused that takes the refusal for a name
that is taken, and tries two thousand million others; and its folders are for their owner alone, those renamed too.
"""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import TypeVar

from rapport.errors import OutputError, what_has_changed
from rapport.winerrors import UNFINISHED, is_held, is_read_only, is_too_long

T = TypeVar("T")
_WAITS = (0.05, 0.15, 0.3, 0.5)  # seconds between five tries
_NAMES = 100  # tries of a name of eight random letters
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)


def patiently(act: Callable[[], T]) -> T:
    """Return what something gives, tried again for a while where another program holds the file."""
    for wait in _WAITS:
        try:
            return act()
        except OSError as error:
            if not is_held(error):
                raise
        time.sleep(wait)
    return act()


def opened(file: Path) -> BufferedReader:
    """Open a file to read its bytes."""
    return patiently(lambda: file.open("rb"))


def contents(file: Path) -> bytes:
    """Return all that a file holds."""
    return patiently(file.read_bytes)


def replace(new: Path, target: Path) -> None:
    """Rename a file to the name of another, which it takes the place of."""
    patiently(lambda: new.replace(target))


def remove(file: Path) -> None:
    """Remove a file, which need not be there."""
    patiently(lambda: file.unlink(missing_ok=True))


def require_free(file: Path) -> None:
    """Raise OSError where somebody holds a file so that it cannot be replaced.

    It is renamed to itself, which changes nothing; another refusal than that says nothing about it. One that is marked
    as read-only could be renamed, but not replaced.
    """
    if is_read_only(file):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
    try:
        patiently(lambda: file.rename(file))
    except OSError as error:
        if is_held(error):
            raise


def new_file(folder: Path, prefix: str, suffix: str = "") -> tuple[int, Path]:
    """Make a file with a name that nothing has, for us alone to read; return it open, and its path."""
    return _named_anew(folder, prefix, suffix, _made)


@contextmanager
def workplace() -> Iterator[Path]:
    """Give an empty folder for us alone, among the system's temporary ones; what cannot be removed of it stays."""
    try:
        place = Path(tempfile.gettempdir())
    except FileNotFoundError as error:
        raise OutputError(
            "Ingen tillfällig mapp går att skriva i. Kontrollera att disken inte är full och vart miljövariabeln "
            f"TEMP leder. {what_has_changed()}"
        ) from error
    folder = _named_anew(place, UNFINISHED[1:], "", _made_folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _named_anew(folder: Path, prefix: str, suffix: str, make: Callable[[Path], T]) -> T:
    """Return what is made under a random name, another where that is taken; any other refusal stands at once."""
    for tries_left in reversed(range(_NAMES)):
        try:
            return make(folder / f"{prefix}{os.urandom(4).hex()}{suffix}")
        except FileExistsError:
            if not tries_left:
                raise
    raise AssertionError("the last try returns or raises")


def _made(file: Path) -> tuple[int, Path]:
    try:
        return os.open(file, _NEW, 0o600), file
    except FileNotFoundError as error:
        if is_too_long(file) or not file.parent.is_dir():
            raise
        # So Windows says of a folder that it protects against programs that it does not know.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file)) from error


def _made_folder(folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    return folder
