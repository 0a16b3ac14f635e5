"""What can stop a command, with the exit code it ends in.

RapportError           exit code 2: could not run
├── InputError         what was asked for is not there or cannot be read
├── OutputError        the result cannot be written
└── RefusedError       exit code 1: the command could run but must not (errors stand, a file would be lost)

Every message is one Swedish sentence or two: the place, the value, what to do; where there
is more to say, one argument for each line of it. What is wrong *inside* the
users' files is never an exception but a Finding.
"""

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rapport.winerrors import number_of, windows_reason


class _Command:
    """The files that the command under way has put in place, in order; None where no command is."""

    written: dict[str, None] | None = None


@contextmanager
def noting() -> Iterator[None]:
    """Note what is written from here on, a command of its own."""
    _Command.written = {}
    try:
        yield
    finally:
        _Command.written = None


def note_written(files: Iterable[Path]) -> None:
    """Note files that have been written, for what stops the command later to name; not what is kept for ourselves."""
    if _Command.written is not None:
        _Command.written |= dict.fromkeys(str(file) for file in files if not is_own(file))


def is_own(file: Path) -> bool:
    """Whether a file is one of those that the program keeps in a report folder for itself."""
    return ".rapport" in file.parts


def what_is_written(also: Iterable[Path] = ()) -> str:
    """Return in Swedish what the command has written until now, and ``also`` what it just has; "" for nothing."""
    names = (_Command.written or {}) | dict.fromkeys(str(file) for file in also if not is_own(file))
    return f"Redan skrivna är {', '.join(names)}." if names else ""


def what_has_changed(also: Iterable[Path] = ()) -> str:
    """Return in Swedish what the command has written until now, and that it is nothing where it is."""
    return what_is_written(also) or "Inget har ändrats."


class RapportError(Exception):
    """A command cannot go on; the message is shown to the user as it stands."""

    exit_code = 2

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines

    def __str__(self) -> str:
        return "\n".join(self.lines)


class InputError(RapportError):
    """A file, folder or form that was asked for is missing or unreadable."""


class OutputError(RapportError):
    """The result cannot be written: a read-only target, a full disk, a file open in Word."""


class RefusedError(RapportError):
    """The command was understood and declined, because going on would do harm."""

    exit_code = 1


_REASONS = {  # by the system's own names: not every system has them all
    "ENOSPC": "disken är full",
    "EDQUOT": "lagringsutrymmet är slut",
    "EFBIG": "filen är större än vad som får plats på en fil där; välj en annan disk, eller dela upp den",
    "EROFS": "platsen är skrivskyddad",
    "ENAMETOOLONG": "namnet är för långt",
    "EEXIST": "något annat har redan det namnet",
    "ENOTDIR": "en del av sökvägen är ingen mapp",
    "ELOOP": "länken leder runt i en cirkel",
    "EIO": "disken, eller nätverket dit, svarar fel",
    "EMFILE": "för många filer är öppna; stäng andra program",
    "ENFILE": "för många filer är öppna; stäng andra program",
    "EBUSY": "den används av ett annat program",
    "ETXTBSY": "den används av ett annat program",
    "ESTALE": "nätverksplatsen har försvunnit; anslut den igen",
    "ETIMEDOUT": "nätverksplatsen svarar inte",
    "EHOSTUNREACH": "nätverksplatsen svarar inte",
    "EINVAL": "namnet går inte att använda där",
    "EILSEQ": "namnet går inte att använda där",
}


def reason(error: OSError) -> str:
    """Return in Swedish why the system refused."""
    if said := windows_reason(error):
        return said
    if isinstance(error, PermissionError):
        return "åtkomst nekad; kanske är den öppen i ett annat program"
    if isinstance(error, FileNotFoundError):
        return "den finns inte"
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return "en mapp och en fil har förväxlats"
    unknown = f"systemfel {number_of(error) or error.errno}"
    return _REASONS.get(errno.errorcode.get(error.errno or 0, ""), unknown)
