"""Runs something again each time a file of a report is saved."""

import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.cli.command import say
from rapport.errors import RapportError
from rapport.nobodys import is_nobodys

if TYPE_CHECKING:
    from watchfiles import Change

_TICK = 100  # milliseconds: how long the first run waits for the watch to have begun
_STILL = 100  # milliseconds without another change: a program that saves may write several times
_KINDS = (".yaml", ".docx")
_CLEAR = "\x1b[H\x1b[2J"  # what is seen; what has scrolled away is the user's
_FOLDERS = ("siffror", "kallor")


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
        return is_of_report(Path(name).relative_to(folder))

    code = 0
    is_first = True
    in_report = path.is_dir() or path.suffix != ".docx"  # beside a lone document may lie anything
    # The watch begins before the first run, so that what is saved meanwhile is seen.
    for changes in changes_in(
        folder, watch_filter=matters, recursive=in_report, step=_STILL, rust_timeout=_TICK, yield_on_timeout=True
    ):
        if changes or is_first:
            if not is_first:
                clear()
            is_first = False
            code = _once(run)
            if rounds is not None and (rounds := rounds - 1) <= 0:
                break
            say("", f"{time.strftime('%H.%M.%S')}  Väntar på nästa ändring i {path}. Avsluta med Ctrl+C.", "")
    return code


def clear() -> None:
    """Take away what the last round showed, on a terminal that can."""
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()


def than_before(number: int, before: int | None) -> str:
    """Return in words how many findings there are against the last round; "" in the first one."""
    if before is None:
        return ""
    if number == before:
        return "Lika många som nyss."
    return f"{abs(number - before)} {'fler' if number > before else 'färre'} än nyss."


def is_of_report(file: Path) -> bool:
    """Return whether a file, by its path in the folder, is one that a check looks at."""
    if is_nobodys(file):
        return False
    return file.parts[0] in _FOLDERS or (len(file.parts) == 1 and file.suffix.lower() in _KINDS)


def _once(run: Callable[[], int]) -> int:
    try:
        return run()
    except RapportError as error:
        say(*error.lines)
        return error.exit_code
