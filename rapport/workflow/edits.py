"""Corrections of files as they are made and shown: the characters, the findings they answer, the difference."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapport.finding import Finding
from rapport.output.shown import seen
from rapport.prose.apart_lines import Mend
from rapport.store.area_file import AreaFile

HARD_SPACE, SHOWN_HARD_SPACE = "\u00a0", "°"  # as Word shows it among its formatting marks
_CONTEXT = 28
_WIDEST = 78


@dataclass(frozen=True, slots=True)
class Edit:
    """Some characters of a file's text, from ``start`` to ``end``, and what is to stand there instead."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: the finding and the edits in the file that it takes.

    A correction of what is shown has the same edits ``in_text``, the answer's text; one of the lines of an answer has
    its ``mend``. One of how the file is written has neither. ``also`` are the findings that it answers besides.
    """

    finding: Finding
    edits: tuple[Edit, ...]
    in_text: tuple[Edit, ...] = ()
    mend: Mend | None = None
    also: tuple[Finding, ...] = ()

    @property
    def is_of_lines(self) -> bool:
        """Whether it changes whole lines, not some words."""
        return not self.in_text


@dataclass(frozen=True, slots=True)
class Corrected:
    """One file with all its corrections, as read and as it would become; ``left`` are to be done by hand."""

    before: str
    area: AreaFile
    corrections: tuple[Correction, ...]
    left: tuple[Finding, ...]


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made; of two at one place the first given comes first."""
    numbered = sorted(enumerate(edits), key=lambda pair: (pair[1].start, pair[1].end, pair[0]), reverse=True)
    for _, edit in numbered:
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def shown(source: str, correction: Correction) -> Iterator[str]:
    """Yield the difference that a correction makes to a file: its place, what was and what is to be."""
    yield f"{correction.finding.place}  {correction.finding.rule}"
    start, end = correction.edits[0].start, correction.edits[-1].end
    line_start = source.rfind("\n", 0, start) + 1
    line_end = source.find("\n", end)
    line_end = line_end if line_end >= 0 else len(source)
    if correction.is_of_lines:
        first, last, mark = line_start, line_end, ""
    else:
        first, last, mark = max(line_start, start - _CONTEXT), min(line_end, end + _CONTEXT), "…"
    inside = [Edit(edit.start - first, edit.end - first, edit.new) for edit in correction.edits]
    before = source[first:last]
    after = applied(before, inside)
    blanks = len(before) - len(before.lstrip()) if correction.is_of_lines else 0
    for sign, text in (("-", before), ("+", after)):
        for line in text.split("\n") if correction.is_of_lines else [text.lstrip()]:
            yield f"{sign} {mark}{_short(line[blanks:])}{mark}".rstrip().replace(HARD_SPACE, SHOWN_HARD_SPACE)


def _short(line: str) -> str:
    """Return a line of a file as a terminal has room for it, with nothing in it that acts there."""
    line = seen(line.rstrip("\r"))
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"
