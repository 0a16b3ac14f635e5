"""Runs something again each time a file of a report is saved."""

import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.cli.command import say
from rapport.cli.streams import knows_codes
from rapport.cli.terminal import flush
from rapport.errors import RapportError, reason
from rapport.workflow.belonging import is_of_report

if TYPE_CHECKING:
    from watchfiles import Change

_TICK = 100  # milliseconds: how long the first run waits for the watch to have begun
_STILL = 100  # milliseconds without another change: a program that saves may write several times
_LOOK = 1.0  # seconds between looks whether the folder is still there
_BACK = object()  # what is yielded when a folder is back
_CLEAR = "\x1b[H\x1b[2J"  # what is seen; what has scrolled away is the user's


def watch(path: Path, run: Callable[[], int], rounds: int | None = None) -> int:
    """Run now and after each change to a file there; ends with KeyboardInterrupt, or after ``rounds`` runs.

    An error that stops one round is shown, and the watch goes on: the next save may mend it.
    """
    from watchfiles import watch as changes_in

    if not path.exists():
        return run()  # which says so
    gc.enable()  # unlike other commands, this one lives long
    folder = (path if path.is_dir() else path.parent).resolve()

    def matters(_change: "Change", name: str) -> bool:
        file = Path(name)
        return file.is_relative_to(folder) and is_of_report(file.relative_to(folder))

    code = 0
    is_first = True
    in_report = path.is_dir() or path.suffix == ".yaml"  # beside a lone document may lie anything

    def begun() -> Iterator[object]:
        return changes_in(
            folder, watch_filter=matters, recursive=in_report, step=_STILL, rust_timeout=_TICK, yield_on_timeout=True
        )

    # The watch begins before the first run, so that what is saved meanwhile is seen.
    for changes in _lasting(begun, path, folder):
        if changes or is_first:
            if not is_first:
                clear()
            is_first = False
            code = _once(run)
            if rounds is not None and (rounds := rounds - 1) <= 0:
                break
            say("", f"{time.strftime('%H.%M.%S')}  Väntar på nästa ändring i {path}. Avsluta med Ctrl+C.", "")
            if not flush():
                break  # nobody reads it any more
    return code


def _lasting(begin: Callable[[], Iterator[object]], path: Path, folder: Path) -> Iterator[object]:
    """Yield what a watch sees, and watch anew each time its folder has been away: a network comes and goes.

    That it has gone is said once each time. What was saved meanwhile is looked for when it is back.
    """
    is_back = False
    while True:
        known, looked, has_begun = _identity(folder), time.monotonic(), False
        try:
            for changes in begin():
                is_time = time.monotonic() - looked > _LOOK
                if (is_time or changes) and _identity(folder) != known:
                    break
                looked = time.monotonic() if is_time else looked
                yield _BACK if is_back else changes
                has_begun, is_back = True, False
        except (OSError, RuntimeError):  # as the system says that what is watched has gone
            if not has_begun and known and _identity(folder) == known:
                raise  # it is there, and cannot be watched
        if _identity(folder) is None:
            say(f"{path} nås inte just nu. Väntar på att mappen kommer tillbaka. Avsluta med Ctrl+C.")
        while _identity(folder) is None:
            time.sleep(_LOOK)
        is_back = True


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return what a folder is known by while it is there; another in its place is another, where numbers last."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return (0, 0) if os.name == "nt" else (status.st_dev, status.st_ino)


def clear() -> None:
    """Take away what the last round showed, on a terminal that can."""
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and knows_codes():
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()


def than_before(number: int, before: int | None) -> str:
    """Return in words how many findings there are against the last round; "" in the first one."""
    if before is None:
        return ""
    if number == before:
        return "Lika många som nyss."
    return f"{abs(number - before)} {'fler' if number > before else 'färre'} än nyss."


def _once(run: Callable[[], int]) -> int:
    try:
        return run()
    except RapportError as error:
        say(*error.lines)
        return error.exit_code
    except OSError as error:
        if error.filename is None:
            raise
        say(f"{error.filename} kan inte användas: {reason(error)}.")
        return 2
