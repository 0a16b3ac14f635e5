"""Corrections: what findings say should stand instead, put in the files, and nothing but those characters changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Indel

from rapport.domain.places import Source
from rapport.domain.svar import Svar
from rapport.finding import Finding
from rapport.store.area_file import AreaFile, read_area_file
from rapport.workflow.report import Report

HARD_SPACE, SHOWN_HARD_SPACE = "\u00a0", "°"  # as Word shows it among its formatting marks
_CONTEXT = 28


@dataclass(frozen=True, slots=True)
class Edit:
    """Some characters of a file's text, from ``start`` to ``end``, and what is to stand there instead."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: the finding, the edits in the file that it takes, and the same in the answer's text."""

    finding: Finding
    edits: tuple[Edit, ...]
    in_text: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """One file with all its corrections, as read and as it would become; ``left`` are to be done by hand."""

    before: str
    area: AreaFile
    corrections: tuple[Correction, ...]
    left: tuple[Finding, ...]


def corrected(report: Report, findings: Iterable[Finding]) -> Iterator[Corrected]:
    """Yield every file of a report that findings can correct; waived findings are left alone."""
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fix is not None and finding.excerpt and finding.waived is None and finding.place.path:
            by_path.setdefault(finding.place.path, []).append(finding)
    for path, members in by_path.items():
        yield _corrected(report, path, sorted(members, key=_order))


def _order(finding: Finding) -> tuple[int, int]:
    return finding.place.line or 0, finding.place.column or 0


def _corrected(report: Report, path: str, findings: list[Finding]) -> Corrected:
    """Return a file corrected; what would not read as meant afterwards is left as it is."""
    by_hand: set[Finding] = set()
    while True:
        made, left = _chosen(report, report.text_of(path), [f for f in findings if f not in by_hand])
        area = _with(report, path, made)
        wrong = _misread(report, area, made)
        if not wrong:
            hand = [finding for finding in findings if finding in by_hand or finding in left]
            return Corrected(report.text_of(path), area, tuple(made), tuple(hand))
        suspects = [correction for correction in made if correction.finding.fraga in wrong]
        alone = [one for one in suspects if _misread(report, _with(report, path, [one]), [one])]
        by_hand |= {one.finding for one in alone or suspects}


def _chosen(report: Report, source: str, findings: list[Finding]) -> tuple[list[Correction], list[Finding]]:
    """Return the corrections that can be made in a file together, and the findings that are left."""
    made: list[Correction] = []
    left: list[Finding] = []
    for finding in findings:
        correction = _correction(report, source, finding)
        free_from = made[-1].edits[-1].end if made else 0
        if correction and correction.edits[0].start >= free_from:
            made.append(correction)
        else:
            left.append(finding)
    return made, left


def _with(report: Report, path: str, made: list[Correction]) -> AreaFile:
    """Return a file as it would be with some corrections made."""
    edits = [edit for correction in made for edit in correction.edits]
    return read_area_file(report.bom_of(path) + _applied(report.text_of(path), edits), path)


def _correction(report: Report, source: str, finding: Finding) -> Correction | None:
    """Return the edits that turn a finding's excerpt into its fix; None where they cannot be made in the file."""
    underlag = report.underlag
    svar = underlag.svar_by_fraga.get(finding.fraga or "")
    places = underlag.places.source_by_fraga.get(finding.fraga or "")
    excerpt, offset = finding.excerpt or "", finding.offset
    if svar is None or places is None or offset is None or svar.text[offset : offset + len(excerpt)] != excerpt:
        return None
    if _holds_note(svar, offset, offset + len(excerpt)):
        return None  # which side of the note's mark is meant, only a person can say
    in_text = tuple(_differences(excerpt, finding.fix or "", offset))
    in_file: list[Edit] = []
    for edit in in_text:
        span = _span(svar, places, edit.start, edit.end)
        if span is None or source[slice(*span)] != svar.text[edit.start : edit.end]:
            return None  # it is a figure's, or was written in another way than it reads
        in_file.append(Edit(*span, edit.new))
    return Correction(finding, tuple(in_file), in_text) if in_file else None


def _holds_note(svar: Svar, start: int, end: int) -> bool:
    """Whether a note's mark stands somewhere inside a piece of an answer's text."""
    first, last = svar.origin(start), svar.origin(end - 1)
    return bool(first and last and svar.markdown and "[^" in svar.markdown[first[0] : last[1]])


def _differences(old: str, new: str, at: int) -> Iterator[Edit]:
    """Yield the edits, as few characters as can be, that turn one text into another; ``at`` is where it begins."""
    for is_same, steps in groupby(Indel.opcodes(old, new), key=lambda step: step.tag == "equal"):
        if not is_same:
            group = list(steps)
            first, last = group[0], group[-1]
            yield Edit(at + first.src_start, at + last.src_end, new[first.dest_start : last.dest_end])


def _span(svar: Svar, places: Source, start: int, end: int) -> tuple[int, int] | None:
    """Return where a piece of an answer's text stands in its file; for a place between two, where the first ends.

    None where it was written otherwise than it reads, in an expression, an entity or a mark in code.
    """
    if start == end:
        before = _span(svar, places, start - 1, start) if start else None
        after = _span(svar, places, start, start + 1)
        if before:
            return before[1], before[1]
        return (after[0], after[0]) if after else None
    found = [svar.origin(at) for at in range(start, end)]
    if any(origin is None or origin[1] - origin[0] != 1 for origin in found):
        return None
    first, last = found[0], found[-1]
    return places.span(first[0], last[1]) if first and last else None


def _applied(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def _misread(report: Report, area: AreaFile, made: list[Correction]) -> set[str]:
    """Return the questions whose answers, read again, are not the old ones with just the corrections made."""
    before, after = report.answers_of(report.area(area.path)), report.answers_of(area)
    corrected = {correction.finding.fraga or "" for correction in made}
    if before.keys() != after.keys():
        return corrected
    edits = {fraga: [e for c in made if c.finding.fraga == fraga for e in c.in_text] for fraga in corrected}
    return {fraga for fraga in corrected if after[fraga].text != _applied(before[fraga].text, edits[fraga])}


def shown(corrected: Corrected) -> Iterator[str]:
    """Yield the difference that corrections make, two lines each, a hard space as °."""
    source = corrected.before
    for correction in corrected.corrections:
        start, end = correction.edits[0].start, correction.edits[-1].end
        line_start = source.rfind("\n", 0, start) + 1
        line_end = source.find("\n", end)
        before = source[max(line_start, start - _CONTEXT) : start].lstrip()
        after = source[end : min(line_end if line_end >= 0 else len(source), end + _CONTEXT)]
        new = source[start:end]
        for edit in reversed(correction.edits):
            new = new[: edit.start - start] + edit.new + new[edit.end - start :]
        yield f"{correction.finding.place}  {correction.finding.rule}"
        for sign, text in (("-", source[start:end]), ("+", new)):
            yield f"{sign} …{before}{text}{after}…".replace(HARD_SPACE, SHOWN_HARD_SPACE)
