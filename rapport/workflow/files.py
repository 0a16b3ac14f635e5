"""Writing results to files that a user names."""

import re
from itertools import count
from pathlib import Path

from rapport.errors import InputError
from rapport.output import FORMATS
from rapport.store.files import write_text

_BARE = re.compile(r"[\w.,/\\:+-]+")  # what needs no quotation marks in PowerShell and bash
_BEGINNING = 1000  # bytes
_OF_PEOPLE = (".yaml", ".yml", ".docx", ".pdf", ".md", ".csv", ".xlsx")


def write_result(target: Path, text: str, format_: str) -> None:
    """Write a result; InputError where it would take the place of something that people have written."""
    suffix = target.suffix.lower()
    if suffix in _OF_PEOPLE and suffix not in FORMATS[format_]:
        raise InputError(f"{target} kan vara någons underlag. Ge resultatet ett annat namn, till exempel resultat.txt.")
    if not target.parent.is_dir():
        raise InputError(f"Mappen {target.parent} finns inte. Skapa den, eller välj en annan plats med --ut.")
    write_text(target, text)


def free_place(wanted: Path, mark: str) -> Path:
    """Return where a result can be written that nobody has named: the wanted place, or one numbered from 2 on.

    What is there already may only be an earlier result of the same kind, which has the mark among its first lines.
    """
    names = (wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}") for number in count(1))
    return next(file for file in names if not (file.exists() or file.is_symlink()) or _has_mark(file, mark))


def _has_mark(file: Path, mark: str) -> bool:
    if not file.is_file() or file.is_symlink():
        return False
    with file.open("rb") as stream:
        return mark.encode("utf-8") in stream.read(_BEGINNING)


def as_argument(path: Path) -> str:
    """Return a path as it follows a command that is to be pasted, a blank before it; "" for the folder one is in."""
    if path == Path():
        return ""
    text = str(path)
    if _BARE.fullmatch(text):
        return f" {text}"
    quote = "'" if re.search(r"[$`]", text) and "'" not in text else '"'
    return f" {quote}{text}{quote}"
