"""LibreOffice, run for one document: found, given short paths, and ended with all that it has started."""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

from rapport.errors import InputError

TIMEOUT = 180  # seconds; a report takes two
_USUAL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)


def find_libreoffice() -> str:
    """Return LibreOffice's program; InputError, with what to do, when the machine has none."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    for place in _USUAL_PLACES:
        if place.is_file():
            return str(place)
    raise InputError(
        "PDF kan inte göras: LibreOffice finns inte på datorn. Installera LibreOffice, eller öppna dokumentet "
        "i Word och välj Spara som PDF (kryssa i ”Taggar för dokumentstruktur” under Alternativ)."
    )


def run(command: list[str], seconds: float = TIMEOUT) -> None:
    """Run a program to its end; SubprocessError where it fails, or takes longer, and then nothing of it is left.

    What it prints goes nowhere: a pipe would be held open by what it has started, and be waited for.
    """
    process = subprocess.Popen(  # noqa: S603 - LibreOffice, with paths of ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"TZ": "UTC"},  # the time that a document bears is given in UTC
        start_new_session=True,  # a group of its own, to be ended as one; Windows has none, and takes no notice
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        code = process.wait(seconds)
    except BaseException:  # Ctrl+C too: it does not reach another group
        _end_tree(process)
        raise
    if code:
        raise subprocess.CalledProcessError(code, command)


def _end_tree(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it has started: LibreOffice's first program only starts the one that works."""
    with suppress(OSError, subprocess.SubprocessError):
        if os.name == "nt":
            taskkill = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(taskkill, check=False, capture_output=True, timeout=20)  # noqa: S603 - Windows' own
        else:
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(OSError, subprocess.SubprocessError):
        process.kill()
        process.wait(5)
