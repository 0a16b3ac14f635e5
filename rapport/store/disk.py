"""Seeing that what is written is on the disk itself: what is renamed later is then whole even if the power fails."""

import os
from contextlib import suppress
from pathlib import Path


def put(file: Path, raw: bytes) -> None:
    """Write a file, and see that what it holds is on the disk."""
    with file.open("wb") as stream:
        stream.write(raw)
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
