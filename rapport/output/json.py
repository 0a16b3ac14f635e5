"""The result as JSON; ``version`` rises when a key changes meaning."""

from collections.abc import Iterator
from typing import Any

from rapport.finding import Finding, Related
from rapport.output.interface import Granskning
from rapport.output.shown import as_json

VERSION = 1
IS_MADE = True


def render(granskning: Granskning, *, colour: bool, width: int) -> Iterator[str]:  # noqa: ARG001 - as the interface says
    """Yield the result as one JSON document."""
    yield as_json(as_data(granskning))


def as_data(granskning: Granskning) -> dict[str, Any]:
    """Return the result as plain data, with the keys of the published format."""
    oversikt = granskning.oversikt
    return {
        "version": VERSION,
        "kalla": oversikt.kalla,
        "mall": oversikt.mall,
        "omraden": [
            {
                "nummer": omrade.nummer,
                "rubrik": omrade.rubrik,
                "tecken": omrade.tecken,
                "maxtecken": omrade.maxtecken,
                "fragor": [{"id": f.id, "tecken": f.tecken, "status": f.status} for f in omrade.fragor],
            }
            for omrade in oversikt.omraden
        ],
        "findings": [_finding(finding) for finding in granskning.findings],
        "ej_kontrollerat": list(granskning.ej_kontrollerat),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "omrade": finding.omrade,
        "fraga": finding.fraga,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "excerpt": finding.excerpt,
        "offset": finding.offset,
        "fix": finding.fix,
        "related": [_related(related) for related in finding.related],
        "message": finding.message,
        "hint": finding.hint,
        "waived": finding.waived,
    }


def _related(related: Related) -> dict[str, Any]:
    place = related.place
    return {"fraga": related.fraga, "path": place.path, "line": place.line, "excerpt": related.excerpt}
