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

from rapport.domain.places import Source
from rapport.domain.svar import Svar
from rapport.finding import Finding, Place, Related, Severity
from rapport.lsp.checked import Checked, MadeOf
from rapport.lsp.positions import Text
from rapport.lsp.session import RAPPORT
from rapport.workflow.rule_pages import rule_page

SOURCE = "rapport"
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
    before = dict(checked.on_disk.shown)
    checked.on_disk.shown.clear()
    for finding in checked.findings:
        path = _path(checked, finding)
        made_of, known = _made_of(checked, path, finding), before.get(finding)
        if made_of is not None and known and _is_same(made_of, known[0]):
            shown = known[1]
        else:
            where = range_of(checked, path, finding)
            shown = _diagnostic(checked, finding, where) if where is not None else None
        if made_of is not None:
            checked.on_disk.shown[finding] = made_of, shown
        if shown:
            found.setdefault(path, []).append(shown)
    return found


def _made_of(checked: Checked, path: str, finding: Finding) -> MadeOf | None:
    """Return what the places of a finding come from, but for files that are not open; None where that is not known."""
    found: list[tuple[Svar, Source]] = []
    places: list[tuple[str | None, Finding | Related]] = [(path, finding)]
    places += [(other.place.path, other) for other in finding.related]
    for name, one in places:
        if name not in checked.files or name is None:
            continue
        svar, source = _answer(checked, one.fraga or "")
        is_in_words = one.place.path == name and one.offset is not None and one.excerpt
        if svar is None or source is None or not is_in_words or checked.files[name].text.has_own_lines:
            return None
        found.append((svar, source))
    return tuple(found)


def _is_same(one: MadeOf, other: MadeOf) -> bool:
    """Whether all that some places come from is as it was: the answers themselves, and where they stand."""
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(svar is was and source == old for (svar, source), (was, old) in pairs)


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
    svar, source = _answer(checked, fraga)
    first, last = (svar.origin(start), svar.origin(end, is_end=True)) if svar else (None, None)
    if source is None or first is None or last is None or first[0] >= last[1]:
        return False, None
    return True, source.span(first[0], last[1])


def _answer(checked: Checked, fraga: str) -> tuple[Svar | None, Source | None]:
    """Return the answer to a question, and where it is written."""
    if checked.granskning is None:
        return None, None
    underlag = checked.granskning.underlag
    return underlag.svar_by_fraga.get(fraga), underlag.places.source_by_fraga.get(fraga)


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
