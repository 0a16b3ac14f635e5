"""Corrections of how an answer is written: its lines set apart as lists, tables and addresses, in its file's text."""

from collections.abc import Iterable, Iterator

from rapport.domain.places import Source
from rapport.domain.svar import Svar
from rapport.finding import Finding
from rapport.prose.apart import mends
from rapport.prose.apart_blocks import with_apart
from rapport.prose.apart_lines import Change, Mend
from rapport.prose.blocks import Blocks
from rapport.prose.problem import NOT_ALLOWED
from rapport.workflow.edits import Correction, Edit

_GLUED = {NOT_ALLOWED[name][0] for name in ("dash-list", "bullet", "tab-rows", "address")}


def is_about_lines(finding: Finding) -> bool:
    """Whether a finding is about lines that were meant apart."""
    return finding.rule == "markdown" and finding.message in _GLUED


def rewritten(svar: Svar, places: Source, source: str, findings: Iterable[Finding]) -> Iterator[Correction]:
    """Yield the corrections that set an answer's lines apart, in order; ``source`` is the text of its file.

    What cannot surely be set apart is no correction.
    """
    waiting = list(findings)
    for mend in mends(svar.markdown or "") if waiting else ():
        first, last = (_line(places.place(at).line) for at in (mend.start, mend.end - 1))
        about = [finding for finding in waiting if first <= _line(finding.place.line) <= last]
        edits = _edits(svar.markdown or "", places, source, mend) if about and with_apart(svar.blocks, mend) else None
        if edits:
            waiting = [finding for finding in waiting if finding not in about]
            yield Correction(about[0], edits, mend=mend, also=tuple(about[1:]))


def chosen(svar: Svar, places: Source, source: str, where: tuple[int, int]) -> Iterator[Correction]:
    """Yield the corrections that make lists and tables of lines in a place of the file: somebody has chosen them."""
    for mend in mends(svar.markdown or "", are_meant=True):
        edits = _edits(svar.markdown or "", places, source, mend) if mend.kind != "lines" else None
        is_there = edits and edits[0].start <= where[1] and where[0] <= edits[-1].end
        if edits and is_there and with_apart(svar.blocks, mend):
            yield Correction(Finding("markdown", "info", "", fraga=svar.fraga), edits, mend=mend)


def as_meant(svar: Svar, mends: Iterable[Mend]) -> Blocks | None:
    """Return an answer's blocks as they are to be when lines of it have been set apart; None where they cannot be."""
    blocks: Blocks | None = svar.blocks
    for mend in mends:
        blocks = with_apart(blocks, mend) if blocks else None
    return blocks


def _line(number: int | None) -> int:
    return number or 0


def _edits(markdown: str, places: Source, source: str, mend: Mend) -> tuple[Edit, ...] | None:
    """Return the edits of the file that a mend takes; None where the answer's lines are not lines there."""
    newline = "\r\n" if "\r\n" in source else "\n"
    found = []
    for change in mend.changes:
        span = _span(markdown, places, change)
        if span is None or source[slice(*span)] != markdown[change.start : change.end]:
            return None
        line = source[source.rfind("\n", 0, span[0]) + 1 : span[0]]
        indent = line[: len(line) - len(line.lstrip(" "))]
        first, *rest = change.new.split("\n")
        found.append(Edit(*span, first + "".join(newline + (indent + part if part else "") for part in rest)))
    return tuple(found)


def _span(markdown: str, places: Source, change: Change) -> tuple[int, int] | None:
    """Return where a piece of an answer as written stands in its file; of a place between two, where it is."""
    if change.start < change.end:
        return places.span(change.start, change.end)
    at = change.start
    is_line_start = at == 0 or markdown[at - 1] == "\n"
    span = places.span(at, at + 1) if is_line_start else places.span(at - 1, at)
    return span and ((span[0],) * 2 if is_line_start else (span[1],) * 2)
