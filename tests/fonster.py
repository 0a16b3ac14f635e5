"""Windows as a program meets it there, for tests on other systems: files that somebody holds, and what it then says.

A file is held by what it is, and not by its name: one that another program has open can be neither replaced, renamed
nor removed, under any of its names, and some cannot even be read.
"""

import errno
import io
import os
from pathlib import Path

import pytest

DENIED, SHARED = 5, 32
_CALLS = ("replace", "rename", "unlink", "remove")


def refusal(number, path, other=None, *, code=errno.EACCES):
    """Return what Python raises on Windows where the system refuses by a number of its own."""
    error = OSError(code, "refused", str(path), None, None if other is None else str(other))
    error.winerror = number
    return error


class Disk:
    """What others hold: ``hold`` a file for good, or for so many times that it is asked for."""

    def __init__(self):
        self.held, self.asked = {}, []

    def hold(self, path, times=10**9, *, number=SHARED, reads=False):
        self.held[_what(path)] = [times, number, reads]

    def let_go(self):
        self.held.clear()

    def meet(self, name, *paths, is_read=False):
        """Refuse where one of the paths is held."""
        for path in paths:
            held = self.held.get(_what(path))
            if held and held[0] and (held[2] or not is_read):
                held[0] -= 1
                self.asked.append(name)
                raise refusal(held[1], *paths)


def _what(path):
    try:
        status = Path(path).stat()
    except (OSError, TypeError):
        return None
    return status.st_dev, status.st_ino


@pytest.fixture
def disk(monkeypatch):
    """Return a disk where files can be held; waiting takes no time, and is noted in ``disk.waits``."""
    disk = Disk()
    disk.waits = []
    for name in _CALLS:
        real = getattr(os, name)

        def call(*paths, _real=real, _name=name, **rest):
            disk.meet(_name, *paths)
            return _real(*paths, **rest)

        monkeypatch.setattr(os, name, call)
    opens = io.open

    def opened(file, mode="r", *rest, **more):
        disk.meet("open", file, is_read=mode in ("r", "rb"))
        return opens(file, mode, *rest, **more)

    monkeypatch.setattr(io, "open", opened)
    monkeypatch.setattr("time.sleep", disk.waits.append)
    return disk
