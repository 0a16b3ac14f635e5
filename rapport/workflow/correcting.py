"""Corrections: what findings say should stand instead, put in the files, and nothing but those characters changed."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rapidfuzz.distance import Indel

from rapport.domain.places import Source
from rapport.domain.svar import Svar
from rapport.finding import Finding
from rapport.store.area_file import AreaFile, read_area_file
from rapport.workflow.barring import barred, is_about_bars
from rapport.workflow.clearing import cleared, is_about_signs
from rapport.workflow.edits import Corrected, Correction, Edit, applied
from rapport.workflow.report import Report
from rapport.workflow.rewriting import as_meant, chosen, is_about_lines, rewritten


def corrected(report: Report, findings: Iterable[Finding]) -> Iterator[Corrected]:
    """Yield every file of a report that findings can correct; waived findings are left alone.

    What one correction hides from another is made when the report, thus corrected, is checked again.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.waived is None and finding.place.path and is_to_correct(finding):
            by_path.setdefault(finding.place.path, []).append(finding)
    for path, members in by_path.items():
        ordered = sorted(members, key=_order)
        yield cleared(report, path, ordered) or barred(report, path, ordered) or _corrected(report, path, ordered)


def is_to_correct(finding: Finding) -> bool:
    """Whether a finding may have a correction."""
    is_given = finding.fix is not None and bool(finding.excerpt)
    return is_given or is_about_lines(finding) or is_about_bars(finding) or is_about_signs(finding)


def _order(finding: Finding) -> tuple[int, int]:
    return finding.place.line or 0, finding.place.column or 0


def _corrected(report: Report, path: str, findings: list[Finding]) -> Corrected:
    """Return a file corrected; what would not read as meant afterwards is left as it is."""
    by_hand: set[Finding] = set()
    while True:
        made, left = _chosen(report, path, [f for f in findings if f not in by_hand])
        area = _with(report, path, made)
        wrong = _misread(report, area, made)
        if not wrong:
            hand = [finding for finding in findings if finding in by_hand or finding in left]
            return Corrected(report.text_of(path), area, tuple(made), tuple(hand))
        suspects = [correction for correction in made if correction.finding.fraga in wrong]
        alone = [one for one in suspects if _misread(report, _with(report, path, [one]), [one])]
        by_hand |= {finding for one in alone or suspects for finding in (one.finding, *one.also)}


def _chosen(report: Report, path: str, findings: list[Finding]) -> tuple[list[Correction], set[Finding]]:
    """Return the corrections that can be made in a file together, and the findings that are left.

    Where an answer's lines are set apart its words are left for the next time, when they stand elsewhere.
    """
    source, places = report.text_of(path), report.underlag.places.source_by_fraga
    of_lines = [finding for finding in findings if is_about_lines(finding)]
    made: list[Correction] = []
    for fraga in dict.fromkeys(finding.fraga or "" for finding in of_lines):
        svar, place = report.underlag.svar_by_fraga.get(fraga), places.get(fraga)
        if svar and place:
            made += rewritten(svar, place, source, [finding for finding in of_lines if finding.fraga == fraga])
    met = {finding for one in made for finding in (one.finding, *one.also)}
    left = {finding for finding in findings if not finding.fix} - met
    moved = {one.finding.fraga for one in made}
    free_from = 0
    for finding in findings:
        if finding.fraga in moved or not finding.fix:
            continue
        correction = _correction(report, source, finding)
        if correction and correction.edits[0].start >= free_from:
            made.append(correction)
            free_from = correction.edits[-1].end
        else:
            left.add(finding)
    return sorted(made, key=lambda one: one.edits[0].start), left


def _with(report: Report, path: str, made: list[Correction]) -> AreaFile:
    """Return a file as it would be with some corrections made."""
    edits = [edit for correction in made for edit in correction.edits]
    return read_area_file(report.bom_of(path) + applied(report.text_of(path), edits), path)


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


def _misread(report: Report, area: AreaFile, made: list[Correction]) -> set[str]:
    """Return the questions whose answers, read again, are not the old ones with just the corrections made."""
    before, after = report.answers_of(report.area(area.path)), report.answers_of(area)
    by_fraga = {fraga: [c for c in made if c.finding.fraga == fraga] for fraga in before}
    touched = {fraga for fraga, corrections in by_fraga.items() if corrections}
    if before.keys() != after.keys() or any(before[fraga] != after[fraga] for fraga in before.keys() - touched):
        return touched
    return {fraga for fraga in touched if not _is_as_meant(before[fraga], after[fraga], by_fraga[fraga])}


def chosen_lines(report: Report, path: str, where: tuple[int, int]) -> Iterator[Correction]:
    """Yield the lists and tables that lines in a place of a file can be made, where they then read as that."""
    source, places = report.text_of(path), report.underlag.places
    for fraga, place in places.source_by_fraga.items():
        if places.by_fraga[fraga].path == path:
            for one in chosen(report.underlag.svar_by_fraga[fraga], place, source, where):
                if not _misread(report, _with(report, path, [one]), [one]):
                    yield one


def _is_as_meant(before: Svar, after: Svar, corrections: list[Correction]) -> bool:
    mends = [correction.mend for correction in corrections if correction.mend]
    if mends:
        return as_meant(before, mends) == after.blocks
    return after.text == applied(before.text, [edit for correction in corrections for edit in correction.in_text])
