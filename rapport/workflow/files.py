"""Writing results to files that a user names."""

from pathlib import Path

from rapport.errors import InputError
from rapport.output import FORMATS
from rapport.store.files import write_text

_OF_PEOPLE = (".yaml", ".yml", ".docx", ".pdf", ".md", ".csv", ".xlsx")


def write_result(target: Path, text: str, format_: str) -> None:
    """Write a result; InputError where it would take the place of something that people have written."""
    suffix = target.suffix.lower()
    if suffix in _OF_PEOPLE and suffix not in FORMATS[format_]:
        raise InputError(f"{target} kan vara någons underlag. Ge resultatet ett annat namn, till exempel resultat.txt.")
    if not target.parent.is_dir():
        raise InputError(f"Mappen {target.parent} finns inte. Skapa den, eller välj en annan plats med --ut.")
    write_text(target, text)
