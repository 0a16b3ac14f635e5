"""Names that a file or a folder can be given: those that Windows cannot have are refused everywhere.

A report goes between computers, and Windows does not refuse them all: what is written to ``NUL.docx`` is gone, and
``redovisning.`` becomes another name.
"""

import re
from pathlib import Path

from rapport.errors import InputError
from rapport.winerrors import WINDOWS

LOOKS = (".pdf", ".txt")  # a filled-in form as it looks, and nothing more
FORMS = (".docx", *LOOKS)  # what a filled-in form may be
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³]) *(?:\..*)?", re.IGNORECASE | re.DOTALL
)
_QUOTE = '"'
_SIGNS = '<>:"|?*'  # in Windows; after : is another part of the same file, which nobody sees


def require_name(path: Path) -> None:
    """Raise InputError where a path that is to be made, or a folder of it that is not there, has an impossible name."""
    folders = [folder.name for folder in path.parents if not folder.is_dir()]
    for name in (path.name, *folders):
        if fault := _fault(name):
            raise InputError(f"{path} kan inte skrivas: {fault} Välj ett annat namn.")


def _fault(name: str) -> str:
    if name in ("", ".", ".."):
        return ""
    if _RESERVED.fullmatch(name):
        return f"Windows har namnet {name.partition('.')[0].strip()} för sig självt, också med en ändelse efter."
    if name[-1] in ". ":
        what = "en punkt" if name[-1] == "." else "ett mellanslag"
        return f"namnet ”{name}” slutar på {what}, som Windows tar bort."
    if found := [sign for sign in name if sign in (_SIGNS if WINDOWS else _QUOTE)]:
        return f"i namnet ”{name}” står  {found[0]}  som inte går att ha i ett filnamn i Windows."
    return ""
