"""Answers that are last year's as they came, and that nobody has begun on: a line for each area says it."""

from collections.abc import Iterator
from itertools import groupby

from rapport.domain.oversikt import Oversikt
from rapport.finding import Finding
from rapport.output.colour import Paint
from rapport.output.wrapped import wrapped

_RULE = "fjolarstext"
_FEWEST = 2  # in one area; a single one is said as it is
_HOW = {"error": "ordagrant", "warning": "nästan"}


def last_years(oversikt: Oversikt, findings: list[Finding]) -> list[Finding]:
    """Return the findings on drafts that are last year's, where an area has several: the errors, then the others."""
    drafts = {fraga.id for omrade in oversikt.omraden for fraga in omrade.fragor if fraga.status == "utkast"}
    found = [f for f in findings if f.rule == _RULE and f.fraga in drafts and f.severity in _HOW]
    ordered = sorted(found, key=_kind)
    groups = (list(members) for _, members in groupby(ordered, _kind))
    return [finding for members in groups if len(members) >= _FEWEST for finding in members]


def last_years_by_area(oversikt: Oversikt, findings: list[Finding], paint: Paint, width: int) -> Iterator[str]:
    """Yield such findings, a line for each area, and what to do."""
    if not findings:
        return
    yield ""
    fragor = {omrade.nummer: omrade for omrade in oversikt.omraden}
    for (severity, nummer), members in groupby(findings, _kind):
        found = [finding.fraga or "" for finding in members]
        omrade = fragor.get(nummer)
        which = omrade.omfang if omrade and len(found) == len(omrade.fragor) else ", ".join(found)
        area = f"Område {nummer}"
        line = f"{area}: {len(found)} svar är {_HOW[severity]} förra årets: {which}"
        first, *rest = wrapped(line, width, rest="  ")
        yield first.replace(area, paint(area, "bold"), 1)
        yield from rest
    hint = f"{findings[0].hint} [{_RULE}]"
    yield from wrapped(hint, width, "  ")


def _kind(finding: Finding) -> tuple[str, int]:
    return finding.severity, finding.omrade or 0
