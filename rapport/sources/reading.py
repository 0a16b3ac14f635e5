"""A paper's file → its passages, or the reason why it cannot be searched."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rapport.errors import InputError
from rapport.finding import Finding, Place
from rapport.sources import pdf, plain, sheet
from rapport.sources.passages import Passage, Piece, pack
from rapport.sources.unread import Unread

MAX_FILE = 50_000_000  # bytes
_MAX_PASSAGES = 50_000
Reader = Callable[[Path], Iterable[Piece]]
Readers = Mapping[str, Reader]
# Word is read by the floor's other room, whose reader comes from above: one way to read a Word document.
READERS: Readers = {".txt": plain.pieces, ".md": plain.pieces, ".pdf": pdf.pieces, ".xlsx": sheet.pieces}
RULE = "kallor"


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a paper gave: its passages, and a finding where it could not be read."""

    passages: tuple[Passage, ...]
    finding: Finding | None = None


def read(file: Path, shown: str, readers: Readers) -> Reading:
    """Read one paper; ``shown`` is its path as the user knows it."""
    try:
        return Reading(_passages(file, readers[file.suffix.lower()]))
    except Unread as error:
        return Reading((), finding(f"{shown} {error.message}", error.hint, shown))
    except InputError as error:  # already a sentence that says what to do, with the whole path
        return Reading((), finding(str(error).replace(str(file), shown), _SKIPPED, shown))
    except OSError:
        hint = "Stäng den om den är öppen i ett annat program, och kontrollera att du får läsa den."
        return Reading((), finding(f"{shown} kan inte läsas.", hint, shown))


def _passages(file: Path, reader: Reader) -> tuple[Passage, ...]:
    if not file.is_file():
        raise Unread("är ingen vanlig fil.", "Ta bort den ur mappen.")
    if file.stat().st_size > MAX_FILE:
        limit = f"{MAX_FILE // 1_000_000} MB"
        raise Unread(f"är större än {limit} och läses inte.", "Dela upp den, eller spara den som text.")
    passages = tuple(islice(pack(reader(file)), _MAX_PASSAGES + 1))
    if len(passages) > _MAX_PASSAGES:
        raise Unread("är för stor för att läsas hel.", "Dela upp den, och lägg dit de delar som behövs.")
    if not passages:
        raise Unread("är tom.", "Kontrollera att filen är rätt, eller ta bort den.")
    return passages


_SKIPPED = "De andra papperen går att söka i ändå."


def finding(message: str, hint: str, shown: str) -> Finding:
    """Return what is said of a paper that cannot be searched."""
    return Finding(RULE, "warning", message, hint, Place(shown))
