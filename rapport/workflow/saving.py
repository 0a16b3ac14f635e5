"""Saving while others write too: one at a time, on what is on disk then, and again where an editor saves meanwhile."""

from collections.abc import Callable, Mapping
from pathlib import Path

from rapport.errors import RefusedError
from rapport.store.history import Write, write_kept
from rapport.store.history_join import join_last
from rapport.store.lock import locked
from rapport.store.unfinished import take_back_unfinished
from rapport.store.writing import SavedMeanwhileError, write_all
from rapport.workflow.conflict import Rebased

_TRIES = 5  # nobody saves so often
TYPED = {"redigera"}  # commands that save by themselves, again and again


def saved_whole(
    folder: Path, command: str, rebased: Callable[[], dict[str, Rebased]], own: Mapping[Path, bytes | None]
) -> dict[str, Rebased]:
    """Write files as they are to be on what is on disk, all or none, and keep what was there; return what was written.

    Raises Conflict where they cannot be, and RefusedError where what they were decided from was half a write.
    """
    with locked(folder, command):
        if said := take_back_unfinished(folder):
            raise RefusedError(f"{said} Inget annat har skrivits; kör kommandot igen.")
        for last in (*[False] * (_TRIES - 1), True):
            files = rebased()
            try:
                _write(folder, command, files, own)
                if command in TYPED:
                    join_last(folder)
            except SavedMeanwhileError:
                if last:
                    raise
            else:
                return files
    raise AssertionError("the last try returns or raises")


def _write(folder: Path, command: str, files: Mapping[str, Rebased], own: Mapping[Path, bytes | None]) -> None:
    if not files:
        write_all(own)
        return
    contents = {name: one.source.encode("utf-8") for name, one in files.items()}
    read = {name: None if one.disk is None else one.disk.encode("utf-8") for name, one in files.items()}
    write_kept(folder, contents, read, Write(command, {name: one.svar for name, one in files.items()}), own)
