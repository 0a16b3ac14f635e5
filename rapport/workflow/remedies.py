"""Corrections one by one, as an editor offers them: the edits of the text as it stands, each sure to give what it says.

Of a text that cannot be read a correction is offered where it is right in what stands in for it, and the words that
it is about are the same there, sign for sign.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from copy import copy
from typing import NamedTuple

from rapport.finding import Finding
from rapport.store.folder import KALLOR, RAPPORT
from rapport.store.moved import Moved
from rapport.store.yaml import BOM
from rapport.workflow.clearing import is_about_signs
from rapport.workflow.correcting import chosen_lines, corrected, is_to_correct
from rapport.workflow.edits import HARD_SPACE, SHOWN_HARD_SPACE, Correction, Edit
from rapport.workflow.report import Report
from rapport.workflow.rewriting import is_about_lines

_LONGEST = 40
_KINDS = {
    "list": "Gör raderna till en lista",
    "table": "Gör raderna till en tabell",
    "lines": "Låt raderna stå var för sig",
}


class Remedy(NamedTuple):
    """A change that somebody may want: what it does, and the edits of a file's text, counted without a BOM.

    ``to_write`` is where in the text as changed something is left to write.
    """

    title: str
    path: str
    edits: tuple[Edit, ...]
    to_write: int | None = None


def reads(report: Report, path: str, text: str) -> bool:
    """Whether a file of answers has a text as the report was read with it."""
    with suppress(KeyError):
        return report.text_of(path) == text.removeprefix(BOM)
    return False


def is_readable(report: Report, path: str) -> bool:
    """Whether a file of answers can be read as it stands, and nothing stands in for it."""
    document = report.area(path).document
    return document is not None and document.moved is None


def is_mendable(finding: Finding) -> bool:
    """Whether a finding may have a correction."""
    is_answers = finding.place.path not in {None, RAPPORT, KALLOR}
    return is_answers and finding.waived is None and is_to_correct(finding)


def tried(report: Report, path: str, text: str) -> Report:
    """Return a report as it would be with another text of a file; the report itself stays as it is."""
    other = copy(report)
    other.overlay(path, text)
    return other


def correction(report: Report, finding: Finding) -> Remedy | None:
    """Return the correction of one finding; None where a person has to make it."""
    path = finding.place.path
    if path is None or not is_mendable(finding):
        return None
    made = _made(report, finding)
    document = report.area(path).document
    if made is None and document and document.moved:
        made = _made(tried(report, path, document.bom + document.source), finding)
        edits = _moved(document.source, document.moved, made.edits) if made else None
    else:
        edits = made.edits if made else None
    return Remedy(_title(finding, made), path, edits) if made and edits else None


def of_lines(report: Report, path: str, where: tuple[int, int]) -> Iterator[Remedy]:
    """Yield the lists and tables that the lines somebody has marked in a file can be made."""
    for one in chosen_lines(report, path, where) if is_readable(report, path) else ():
        yield Remedy(_title(one.finding, one), path, one.edits)


def _made(report: Report, finding: Finding) -> Correction | None:
    return next((one for file in corrected(report, [finding]) for one in file.corrections), None)


def _moved(source: str, moved: Moved, edits: Iterable[Edit]) -> tuple[Edit, ...] | None:
    """Return edits of an earlier text as edits of what it is now; None where the words there are others."""
    found = []
    for edit in edits:
        first, last = max(edit.start - 1, 0), min(edit.end + 1, len(source))
        span = moved.span(first, last)
        if span is None or moved.now[slice(*span)] != source[first:last]:
            return None
        found.append(Edit(span[0] + edit.start - first, span[0] + edit.end - first, edit.new))
    return tuple(found)


def _title(finding: Finding, made: Correction) -> str:
    if made.mend:
        return _KINDS[made.mend.kind]
    if is_about_signs(finding):
        return "Ta bort tecknen som inte syns"
    if finding.fix is None or is_about_lines(finding):
        has_bar = any("|" in edit.new for edit in made.edits)
        return "Sätt in lodstrecket som håller isär raderna" if has_bar else "Dra in raderna så att de hör till svaret"
    excerpt, fix = _short(finding.excerpt or "", finding.fix)
    return f"Ändra ”{excerpt}” till ”{fix}”" if fix.strip() else f"Ta bort ”{excerpt}”"


def _short(old: str, new: str) -> tuple[str, str]:
    """Return two texts on a line each, where they are long only the words in which they differ."""
    if max(len(old), len(new)) > _LONGEST:
        before, after = old.split(" "), new.split(" ")
        while len(before) > 1 and len(after) > 1 and before[0] == after[0]:
            del before[0], after[0]
        while len(before) > 1 and len(after) > 1 and before[-1] == after[-1]:
            del before[-1], after[-1]
        old, new = " ".join(before), " ".join(after)
    shown = (" ".join(one.replace(HARD_SPACE, SHOWN_HARD_SPACE).split("\n")) for one in (old, new))
    first, second = (one if len(one) <= _LONGEST else one[: _LONGEST - 1] + "…" for one in shown)
    return first, second
