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
from collections.abc import Iterable
from pathlib import Path

from rapport.winerrors import number_of, windows_reason

_written: list[str] = []  # files that the command under way has put in place


def note_written(files: Iterable[Path]) -> None:
    """Note files that have been written, for what stops the command later to name; not what is kept for ourselves."""
    _written.extend(str(file) for file in files if not is_own(file) and str(file) not in _written)


def is_own(file: Path) -> bool:
    """Whether a file is one of those that the program keeps in a report folder for itself."""
    return ".rapport" in file.parts


def forget_written() -> None:
    """Forget them: another command begins."""
    _written.clear()


def what_is_written() -> str:
    """Return in Swedish what the command has written until now; "" for nothing."""
    return f"Redan skrivna är {', '.join(_written)}." if _written else ""


def what_has_changed() -> str:
    """Return in Swedish what the command has written until now, and that it is nothing where it is."""
    return what_is_written() or "Inget har ändrats."


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
