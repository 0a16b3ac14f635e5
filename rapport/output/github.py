"""The result as GitHub's workflow commands: a note in the margin for each finding."""

from collections.abc import Iterator

from rapport.finding import Finding
from rapport.output.interface import Granskning, file_of
from rapport.output.shown import line as shown_line

IS_MADE = True
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(granskning: Granskning, *, colour: bool, width: int) -> Iterator[str]:  # noqa: ARG001 - as the interface says
    """Yield one command for each finding that stands, then what was not checked, then what is waived."""
    yield from (shown_line(command, is_order=True) for command in _commands(granskning))


def _commands(granskning: Granskning) -> Iterator[str]:
    for finding in granskning.findings:
        if finding.waived is None:
            yield _command(finding, granskning)
    for line in granskning.ej_kontrollerat:
        yield f"::notice::{_escaped(line)}"
    for finding in granskning.findings:
        if finding.waived is not None:
            message = f"Tillåtet: {finding.message} Skäl: {finding.waived}"
            yield f"::notice title={_escaped_value(finding.rule)}::{_escaped(message)}"


def _command(finding: Finding, granskning: Granskning) -> str:
    place = finding.place
    parts = [f"file={_escaped_value(file_of(place, granskning))}"] if place.path else []
    parts += [f"line={place.line}"] if place.line else []
    parts += [f"col={place.column}"] if place.column else []
    where = f"{finding.fraga}: " if finding.fraga else ""
    parts.append(f"title={_escaped_value(where + finding.rule)}")
    text = " ".join(filter(None, [finding.message, finding.hint]))
    return f"::{_LEVELS[finding.severity]} {','.join(parts)}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_value(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
