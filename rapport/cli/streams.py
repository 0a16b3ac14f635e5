"""The streams of a process made fit to be spoken through: there at all, with signs that they can show, and colours."""

import codecs
import os
import sys
from contextlib import suppress
from typing import IO, Any
from unicodedata import combining, normalize

TWINS = "rapport-tvillingar"  # how codecs know what is done with signs that an encoding does not have
_TWINS = {
    "☒": "[x]",
    "☐": "[ ]",
    "…": "...",
    "→": "->",
    "«": "<<",
    "»": ">>",
    "█": "#",
    "░": ".",
    "═": "=",
    "│": "|",
    "▸": ">",
}
_TWINS |= dict.fromkeys("–—−─", "-") | dict.fromkeys("’‘", "'") | dict.fromkeys("”“", '"') | dict.fromkeys("•·●", "*")
_STDOUT, _VIRTUAL_TERMINAL = -11, 4  # as Windows numbers them


def prepare() -> None:
    """Open what is closed, or not there as under pythonw, to nowhere; let Swedish letters and bars come out whole.

    What a person reads on a terminal comes in the terminal's own encoding, with look-alikes of what that has not: an
    old console has no ☒. All else is UTF-8, whatever code page Windows has set.
    """
    _open_missing()
    codecs.register_error(TWINS, _twins)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            is_old = stream.isatty() and codecs.lookup(stream.encoding).name != "utf-8"
            stream.reconfigure(encoding=None if is_old else "utf-8", errors=TWINS if is_old else "replace")


def in_signs_of(stream: IO[str], text: str) -> str:
    """Return a text with only such signs as a stream can take."""
    codecs.register_error(TWINS, _twins)
    encoding = getattr(stream, "encoding", None) or "ascii"
    return text.encode(encoding, TWINS).decode(encoding)


def _open_missing() -> None:
    """Open missing streams in order, so that each gets its own number.

    Else the next file of the user's that is opened would get it, and whatever a library says to that stream.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w" if number else "r", encoding="utf-8"))  # noqa: PTH123, SIM115


def _twins(error: UnicodeError) -> tuple[str, int]:
    """Return look-alikes in ASCII of what an encoding does not have, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_twin, error.object[error.start : error.end])), error.end


def _twin(sign: str) -> str:
    bare = "".join(letter for letter in normalize("NFKD", sign) if not combining(letter))
    return _TWINS.get(sign) or (bare if bare.isascii() and bare.isprintable() else "?")


def knows_codes() -> bool:
    """Whether the terminal obeys codes for colours; a Windows console is asked to, and may be too old."""
    if os.name != "nt":
        return True
    import ctypes  # it takes long to load

    with suppress(AttributeError, OSError):
        kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - it is there in Windows alone
        handle, mode = kernel.GetStdHandle(_STDOUT), ctypes.c_ulong()
        if kernel.GetConsoleMode(handle, ctypes.byref(mode)):
            is_on = bool(mode.value & _VIRTUAL_TERMINAL)
            return is_on or bool(kernel.SetConsoleMode(handle, mode.value | _VIRTUAL_TERMINAL))
    return False
