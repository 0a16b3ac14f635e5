"""What in an Excel workbook could make the library that reads it swell or stall, looked for before it is given any."""

import re
from pathlib import Path

from rapport.archive import refuse_entities, refuse_swelling
from rapport.limits import BOOK_FORMATS, within

_EVERY = ("",)  # however a part's name ends, a workbook may say that it is a sheet
_FORMAT = re.compile(rb"<(?:[\w.-]+:)?xf[\s/>]")


def refuse_harm(file: Path | str, parts: dict[str, bytes]) -> None:
    """Raise InputError where a part may do harm; ``file`` is what a message calls the workbook."""
    refuse_entities(file, parts, _EVERY)
    refuse_swelling(file, parts)
    for part in parts.values():
        within(BOOK_FORMATS, sum(1 for _ in _FORMAT.finditer(part)))
