"""Where documents are to be put: whether they can be there, and whether what is there is ours to write over."""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from rapport.archive import UNREADABLE, unpacked
from rapport.disk import contents
from rapport.errors import InputError, OutputError, RefusedError, reason, what_has_changed
from rapport.filenames import require_name
from rapport.word.properties import is_sealed


class There(NamedTuple):
    """What a file holds, None where there is none, and whether it is as we wrote it; no file is in nobody's way."""

    raw: bytes | None
    is_ours: bool


def require_targets(targets: list[Path], shelves: list[Path], *, force: bool) -> dict[Path, There]:
    """Return what is there; raise where a document cannot be put, must not be (a shelf of forms), or is in the way."""
    if targets[0].suffix.lower() != ".docx":
        raise InputError(f"{targets[0]} slutar inte på .docx. Skriv till exempel --ut redovisning.docx.")
    require_name(targets[0])
    if len(targets) > 1:
        from rapport.word.libreoffice import find_libreoffice

        find_libreoffice()
    for target in targets:
        if not target.parent.is_dir():
            raise OutputError(f"Mappen {target.parent} finns inte. Skapa den, eller välj en annan plats med --ut.")
        if target.is_dir():
            raise OutputError(f"{target} är en mapp. Välj ett filnamn med --ut.")
    # Resolved, so that neither .. nor a link leads there.
    if any(target.resolve().is_relative_to(shelf.resolve()) for shelf in shelves for target in targets):
        raise OutputError("Dokumentet kan inte läggas bland mallarna. Välj en annan plats med --ut.")
    there = {target: what_is(target) for target in targets}
    for target, one in there.items():
        if not (force or one.is_ours):
            raise RefusedError(
                f"{target} har ändrats sedan den byggdes, eller kommer från någon annan, och skrivs inte över. "
                "Ta in ändringarna först med  rapport importera, välj ett annat namn med --ut, eller lägg till "
                "--tvinga om de inte behövs."
            )
    return there


def what_is(file: Path) -> There:
    """Return what a file holds, and whether it is a document that we built and nobody has saved since."""
    try:
        raw = contents(file) if file.exists() else None
    except OSError as error:
        raise OutputError(f"{file} kan inte läsas: {reason(error)}. {what_has_changed()}") from error
    return There(raw, raw is None or _is_ours(raw, file))


def _is_ours(raw: bytes, file: Path) -> bool:
    if file.suffix.lower() == ".pdf":
        from rapport.word import pdf

        return pdf.is_sealed(raw)
    try:
        return is_sealed(unpacked(BytesIO(raw), file))
    except (InputError, *UNREADABLE):
        return False
