"""The result as SARIF 2.1.0, for code platforms and editors."""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from rapport.finding import Finding, Place
from rapport.output.interface import Granskning, file_of
from rapport.output.shown import as_json

IS_MADE = True
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(granskning: Granskning, *, colour: bool, width: int) -> Iterator[str]:  # noqa: ARG001 - as the interface says
    """Yield the result as one JSON document."""
    yield as_json(as_data(granskning))


def as_data(granskning: Granskning) -> dict[str, Any]:
    """Return the result as a SARIF log with one run."""
    named = list(dict.fromkeys(finding.rule for finding in granskning.findings))
    notes = [{"level": "note", "message": {"text": line}} for line in granskning.ej_kontrollerat]
    run = {
        "tool": {
            "driver": {
                "name": "rapport",
                "version": version("rapport"),
                "rules": [_rule(rule, granskning.dokumentation.get(rule, "").strip()) for rule in named],
            }
        },
        "language": "sv-SE",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolConfigurationNotifications": notes}],
        "results": [_result(finding, named.index(finding.rule), granskning) for finding in granskning.findings],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: str, text: str) -> dict[str, Any]:
    return {
        "id": rule,
        "shortDescription": {"text": text.partition("\n")[0] or rule},
        "fullDescription": {"text": text},
    }


def _result(finding: Finding, index: int, granskning: Granskning) -> dict[str, Any]:
    text = " ".join(filter(None, [finding.message, finding.hint]))
    found: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "properties": {"omrade": finding.omrade, "fraga": finding.fraga},
    }
    if finding.place.path:
        found["locations"] = [_location(finding.place, finding.excerpt, granskning)]
    places = [(r.place, r.excerpt) for r in finding.related if r.place.path]
    if places:
        found["relatedLocations"] = [
            {"id": number, **_location(place, excerpt, granskning)} for number, (place, excerpt) in enumerate(places)
        ]
    if finding.waived is not None:
        found["suppressions"] = [{"kind": "inSource", "justification": finding.waived}]
    return found


def _location(place: Place, excerpt: str | None, granskning: Granskning) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(file_of(place, granskning))}}
    if place.line:
        region: dict[str, Any] = {"startLine": place.line, "startColumn": place.column or 1}
        physical["region"] = region | ({"snippet": {"text": excerpt}} if excerpt else {})
    return {"physicalLocation": physical}


def _uri(file: str) -> str:
    return Path(file).as_uri() if Path(file).is_absolute() else quote(file, errors="surrogateescape")
