"""Runs something again each time a file of a report is saved."""

import gc
import time
from collections.abc import Callable
from pathlib import Path

from rapport.cli.command import say
from rapport.errors import RapportError

_PAUSE = 0.4  # seconds between looks; a person does not notice it
State = dict[Path, tuple[int, int]]


def watch(path: Path, run: Callable[[], int], rounds: int | None = None) -> int:
    """Run now and after each change to a file there; ends with KeyboardInterrupt, or after ``rounds`` runs.

    An error that stops one round is shown, and the watch goes on: the next save may mend it.
    """
    gc.enable()  # unlike other commands, this one lives long
    seen: State | None = None
    code = 0
    while rounds is None or rounds > 0:
        state = _state(path)
        if state == seen:
            time.sleep(_PAUSE)
            continue
        seen = state
        code = _once(run)
        say(f"\n{time.strftime('%H.%M.%S')}  Väntar på nästa ändring i {path}. Avsluta med Ctrl+C.\n")
        rounds = rounds - 1 if rounds is not None else None
    return code


def _once(run: Callable[[], int]) -> int:
    try:
        return run()
    except RapportError as error:
        say(str(error))
        return error.exit_code


def _state(path: Path) -> State:
    folder = path if path.is_dir() else path.parent
    files = [*folder.glob("*.yaml"), *folder.glob("*.docx"), *folder.glob("siffror/*")]
    return {file: stamp for file in files if (stamp := _stamp(file))}


def _stamp(file: Path) -> tuple[int, int] | None:
    """Return when a file was changed and its size; None when it has just gone away."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
