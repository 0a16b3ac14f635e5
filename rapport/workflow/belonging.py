"""Which files of a folder a report is made of: what a check looks at, and what is watched."""

from pathlib import Path

from rapport.nobodys import is_nobodys

_KINDS = (".yaml", ".docx")
_FOLDERS = ("siffror", "kallor")


def is_of_report(file: Path) -> bool:
    """Return whether a file, by its path in the folder, is one that a check looks at."""
    if not file.parts or is_nobodys(file):  # the folder itself, when it goes
        return False
    return file.parts[0] in _FOLDERS or (len(file.parts) == 1 and file.suffix.lower() in _KINDS)
