"""Corrections of files that cannot be read for signs that do not show: they go, and no words are put together."""

import re
from collections.abc import Iterator, Sequence

from rapport.finding import Finding
from rapport.store.area_file import read_area_file
from rapport.store.yaml_errors import CONTROL, is_control_sign
from rapport.workflow.edits import Corrected, Correction, Edit, applied
from rapport.workflow.report import Report

_BREAKS = "\x0b\x0c"  # Word's line break and page break: between two words they are a blank
is_about_signs = is_control_sign


def cleared(report: Report, path: str, findings: Sequence[Finding]) -> Corrected | None:
    """Return a file without the signs that make it unreadable; None where it has none, or is not readable then."""
    about = next(filter(is_about_signs, findings), None)
    if about is None:
        return None
    source = report.text_of(path)
    edits = tuple(_edits(source))
    area = read_area_file(report.bom_of(path) + applied(source, edits), path)
    return Corrected(source, area, (Correction(about, edits),), ()) if area.document else None


def _edits(source: str) -> Iterator[Edit]:
    for match in re.finditer(f"(?:{CONTROL.pattern})+", source):
        start, end = match.span()
        is_between = bool(re.match(r"\S", source[start - 1 : start]) and re.match(r"\S", source[end : end + 1]))
        is_break = any(sign in _BREAKS for sign in match[0])
        yield Edit(start, end, " " if is_break and is_between else "")
