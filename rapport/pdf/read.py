"""A PDF → its lines, read in a process of its own: whatever is the matter with the file, we go on."""

from pathlib import Path
from typing import Any, NamedTuple

from rapport import limits
from rapport.apart import Apart, BrokenOffError
from rapport.errors import InputError
from rapport.limits import within
from rapport.pdf.line import Line
from rapport.pdf.placed import placed_lines
from rapport.pdf.tagged import is_tagged, tagged_lines

_SECONDS = 60.0  # a machine may have much else to do; for each page there is a limit of its own


class Read(NamedTuple):
    """What a PDF holds: its lines, its title, the texts outside its tags, and the pages that could not be read."""

    lines: list[Line]
    title: str
    outside: list[str]
    broken: list[int]


def read_pdf(file: Path) -> Read:
    """Read a PDF; InputError where it cannot be read."""
    with Apart(seconds=_SECONDS) as apart:
        try:
            found: dict[str, Any] = apart.call("rapport.pdf.raw:read_apart", str(file))
        except BrokenOffError as error:
            raise InputError(f"{file} {error}") from error
    return as_lines(file, found)


def as_lines(file: Path, found: dict[str, Any]) -> Read:
    """Return what the process that reads has found as lines."""
    if "fel" in found:
        raise InputError(f"{file} {found['fel']}")
    pages = found["sidor"]
    within(limits.PDF_LINES, sum(len(page["stretches"]) for page in pages) // 3)
    has_fields = any(page["fields"] for page in pages)
    lines, outside = tagged_lines(pages) if is_tagged(pages) and not has_fields else (placed_lines(pages), [])
    broken = [number for number, page in enumerate(pages, 1) if page.get("skadad")]
    return Read(lines, found["titel"], outside, broken)
