"""What Windows means when it refuses, by its own numbers, which say more than those that C has of them.

Python has the number of what it asks Windows itself (``replace``, ``unlink``, ``stat``), and of a file that C opens
only what C makes of it: a path that is too long is not there, and one that OneDrive cannot fetch is an invalid
argument. Then the file is asked after once more.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path

WINDOWS = os.name == "nt"
UNFINISHED = ".rapport-"  # how the names of our own temporary files begin
LONGEST = 259  # characters of a path, where nobody has allowed more
DENIED, SHARED = 5, (32, 33, 1224)
_ABSENT = (2, 3, 206)
_TOO_LONG = 206
# OneDrive's and SharePoint's own: no provider under way, no network, not fetched in time …
_CLOUD = {*range(362, 367), *range(374, 399), 404, 426}
_FROM_AFAR = 0x1000 | 0x40000 | 0x400000  # offline, or fetched when it is opened or read
_READ_ONLY = 0x1
_WORDS = {
    19: "platsen är skrivskyddad",
    39: "disken är full",
    112: "disken är full",
    1295: "lagringsutrymmet är slut",
    123: 'namnet går inte att använda i Windows: inget av  < > : " / \\ | ? *  får stå i det',
    161: "sökvägen går inte att använda i Windows",
    225: "virusskyddet har stoppat den",
    226: "virusskyddet har stoppat den",
    1260: "datorns regler (grupprincip) tillåter det inte; fråga it-avdelningen",
}
_NETWORK = (
    "nätverksplatsen svarar inte; kontrollera uppkopplingen (VPN), att enheten är ansluten, och försök igen sedan"
)
_WORDS |= dict.fromkeys((15, 21, 51, 53, 54, 55, 58, 59, 64, 67, 121, 1203, 1222, 1231, 1236, 2250), _NETWORK)
_OFFLINE = (
    "den ligger bara i OneDrive och kan inte hämtas nu; se att OneDrive är igång och uppkopplad, eller högerklicka "
    "på den när den är det och välj  Behåll alltid på den här enheten"
)
_PROGRAMS = {
    **dict.fromkeys((".docx", ".docm", ".doc", ".dotx", ".rtf"), "Word"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".csv"), "Excel"),
    ".pdf": "en PDF-läsare (Acrobat eller webbläsaren)",
}
_SYNC = "virusskyddet eller synkroniseringen (OneDrive)"


def number_of(error: OSError) -> int | None:
    """Return Windows' own number of what went wrong; None where it is not Windows that says so."""
    return getattr(error, "winerror", None)


def is_held(error: OSError) -> bool:
    """Whether a file may only be held by another program for a moment: what is denied looks the same."""
    number = number_of(error)
    if number is None:
        return WINDOWS and isinstance(error, PermissionError)
    return number == DENIED or number in SHARED


def is_read_only(file: Path) -> bool:
    """Whether Windows has marked a file as one that is not to be changed."""
    return _has(file, _READ_ONLY)


def is_too_long(file: Path) -> bool:
    """Whether a path is longer than Windows takes where nobody has allowed it more."""
    return _length(file) > LONGEST


def windows_reason(error: OSError) -> str | None:
    """Return in Swedish why Windows refused; None where it did not, or its number says no more than C's."""
    file = _file(error)
    number = number_of(error)
    if number is None:
        if not WINDOWS:
            return None
        number = _asked_again(file)
    if (length := _length(file)) > LONGEST and (number in _ABSENT or isinstance(error, FileNotFoundError)):
        return f"sökvägen är {length} tecken lång, och Windows klarar {LONGEST}; korta namn, eller flytta mappen uppåt"
    if number == _TOO_LONG:
        return f"sökvägen är för lång, Windows klarar {LONGEST} tecken; korta namn, eller flytta mappen uppåt"
    if number in _CLOUD or (number is None and error.errno == errno.EINVAL and _has(file, _FROM_AFAR)):
        return _OFFLINE
    return _WORDS.get(number or 0) or (_held(error, file) if is_held(error) else None)


def _held(error: OSError, file: Path | None) -> str:
    """Return what it is that holds a file, as far as its kind tells, or that it may not be used at all."""
    program = _PROGRAMS.get(file.suffix.lower()) if file else None
    if number_of(error) in SHARED:
        what = f"troligen {program}; stäng den där" if program else f"troligen {_SYNC}; vänta en stund"
        return f"den används av ett annat program, {what} och försök igen"
    if _has(file, _READ_ONLY):
        return "den är skrivskyddad; högerklicka på den, välj Egenskaper och ta bort krysset vid Skrivskyddad"
    if file and file.name.startswith(UNFINISHED):
        return (
            "åtkomst nekad; du får inte skriva i mappen, eller så skyddar Windows den (Kontrollerad mappåtkomst): "
            "välj en annan plats, eller fråga it-avdelningen"
        )
    if program:
        return f"åtkomst nekad; troligen är den öppen i {program}: stäng den där och försök igen"
    return (
        f"åtkomst nekad; kanske har du inte rätt till den, eller så håller {_SYNC} den: vänta en stund och försök igen"
    )


def _file(error: OSError) -> Path | None:
    """Return the file that was meant: of two, the one that was to be replaced."""
    name = getattr(error, "filename2", None) or error.filename
    return Path(os.fsdecode(name)) if isinstance(name, str | bytes) else None


def _length(file: Path | None) -> int:
    return len(os.path.abspath(file)) if file else 0  # noqa: PTH100 - nothing is to be looked up


def _asked_again(file: Path | None) -> int | None:
    try:
        if file:
            file.stat()
    except OSError as error:
        return number_of(error)
    return None


def _has(file: Path | None, marks: int) -> bool:
    """Whether Windows has marked a file so."""
    with suppress(OSError):
        return bool(file and getattr(file.stat(), "st_file_attributes", 0) & marks)
    return False
