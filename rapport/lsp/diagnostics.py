"""Findings as the editor shows them: each at its exact words in the text as it stands, unsaved."""

from collections.abc import Mapping
from functools import cache

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Range,
)

from rapport.finding import Finding, Place, Related, Severity
from rapport.lsp.checked import Checked
from rapport.lsp.positions import Text
from rapport.lsp.session import RAPPORT
from rapport.workflow.rule_pages import rule_page

SOURCE = "rapport"
_MOST_KNOWN = 10_000
_SEVERITIES: Mapping[Severity, DiagnosticSeverity] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}


def diagnostics(checked: Checked) -> dict[str, list[Diagnostic]]:
    """Return what was found, by the path of the file that it is shown in; every open file is among them.

    What is about words that are no longer in the text, because what is there now cannot be read, is not shown.
    """
    found: dict[str, list[Diagnostic]] = {name: [] for name in checked.files}
    for finding in checked.findings:
        path = _path(checked, finding)
        if shown := _shown(checked, path, finding):
            found.setdefault(path, []).append(shown)
    return found


def _shown(checked: Checked, path: str, finding: Finding) -> Diagnostic | None:
    """Return a finding as it is shown, if it is; where no open file has anything to do with it, as it was before."""
    if not checked.files.keys().isdisjoint((path, *(other.place.path for other in finding.related))):
        where = range_of(checked, path, finding)
        return _diagnostic(checked, finding, where) if where is not None else None
    known = checked.on_disk.shown
    if finding not in known:
        if len(known) > _MOST_KNOWN:
            known.clear()
        where = range_of(checked, path, finding)
        known[finding] = _diagnostic(checked, finding, where) if where is not None else None
    return known[finding]


def range_of(checked: Checked, path: str, one: Finding | Related) -> Range | None:
    """Return where a finding, or another place of it, stands in a file; None where it has gone from there."""
    text = checked.text(path)
    if text is None:
        return Text("").range(0, 0)
    if one.place.path != path:  # it has no place of its own: the file's first line
        return text.range(*text.token(text.at(Place())))
    if one.fraga and one.offset is not None and one.excerpt and checked.granskning:
        is_there, span = _span(checked, one.fraga, one.offset, one.offset + len(one.excerpt))
        if is_there:
            return text.range(text.moved(span[0]), text.moved(span[1])) if span else None
    start = text.at(one.place)
    if one.excerpt and text.text.startswith(one.excerpt, start):
        return text.range(start, start + len(one.excerpt))
    return text.range(*text.token(start))


def _span(checked: Checked, fraga: str, start: int, end: int) -> tuple[bool, tuple[int, int] | None]:
    """Return whether a piece of an answer's text has a place in its file, and where it is now."""
    assert checked.granskning is not None  # noqa: S101 - whoever asks has seen to it
    underlag = checked.granskning.underlag
    svar, source = underlag.svar_by_fraga.get(fraga), underlag.places.source_by_fraga.get(fraga)
    first, last = (svar.origin(start), svar.origin(end, is_end=True)) if svar else (None, None)
    if source is None or first is None or last is None or first[0] >= last[1]:
        return False, None
    return True, source.span(first[0], last[1])


def _path(checked: Checked, finding: Finding) -> str:
    """Return the file that a finding is shown in: its own, or the one that its area's answers begin in."""
    path, granskning = finding.place.path, checked.granskning
    if path is not None and path in checked.files:
        return path
    if path is None and finding.omrade and granskning:
        omrade = granskning.underlag.mall.omrade_by_nummer[finding.omrade]
        path = granskning.underlag.places.of_omrade(finding.omrade).path or omrade.filnamn
    return path if path and checked.text(path) else RAPPORT


def _diagnostic(checked: Checked, finding: Finding, where: Range) -> Diagnostic:
    waived = f"Tillåtet: {finding.waived}" if finding.waived is not None else None
    return Diagnostic(
        where,
        "\n".join(filter(None, [finding.message, finding.hint, waived])),
        DiagnosticSeverity.Hint if finding.waived is not None else _SEVERITIES[finding.severity],
        finding.rule,
        _documentation(finding.rule),
        SOURCE,
        related_information=[*filter(None, (_related(checked, other) for other in finding.related))] or None,
        data={"omrade": finding.omrade, "fraga": finding.fraga, "offset": finding.offset, "fix": finding.fix},
    )


@cache
def _documentation(rule: str) -> CodeDescription | None:
    page = rule_page(rule)
    return CodeDescription(page.as_uri()) if page else None


def _related(checked: Checked, other: Related) -> DiagnosticRelatedInformation | None:
    path = other.place.path
    where = range_of(checked, path, other) if path else None
    if path is None or where is None:
        return None
    words = [f"Fråga {other.fraga}" if other.fraga else "Här", f"”{other.excerpt}”" if other.excerpt else ""]
    return DiagnosticRelatedInformation(Location(checked.uri(path), where), ": ".join(filter(None, words)))
