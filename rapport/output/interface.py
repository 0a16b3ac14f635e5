"""What every output format is given, and what it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from rapport.domain.mall import Omrade
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Place, Severity

WORDS: Mapping[Severity, str] = {"error": "Fel", "warning": "Varning", "info": "Upplysning"}


@dataclass(frozen=True, slots=True)
class Granskning:
    """A checked report: the report, the areas that were asked for, and the findings on them in reading order.

    ``ej_kontrollerat`` says in Swedish what was not checked, and why; ``dokumentation`` has every rule's own
    words by its id.
    """

    underlag: Underlag
    omraden: tuple[Omrade, ...]
    findings: tuple[Finding, ...]
    ej_kontrollerat: tuple[str, ...] = ()
    dokumentation: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_blocked(self) -> bool:
        """Whether any finding keeps the report from being handed in."""
        return any(finding.is_blocking for finding in self.findings)


class Format(Protocol):
    """One output format: a module in ``output/`` with this function."""

    def render(self, granskning: Granskning, *, colour: bool, width: int) -> Iterable[str]:
        """Yield the result line by line, without line ends."""
        ...


def counted(number: int, severity: Severity) -> str:
    """Return how many findings of a severity there are, in words: 2 varningar."""
    return f"{number} {WORDS[severity].lower()}{'ar' if number != 1 and severity != 'error' else ''}"


def percent(tecken: int, maxtecken: int) -> int:
    """Return how much of an area's room is taken; rounding may not make 15 001 of 15 000 look exactly full."""
    return -(-100 * tecken // maxtecken) if tecken > maxtecken else 100 * tecken // maxtecken


def file_of(place: Place, granskning: Granskning) -> str:
    """Return the file a place is in, as seen from the working directory."""
    kalla = Path(granskning.underlag.kalla)
    file = kalla if kalla.name == place.path else kalla / (place.path or "")
    return file.as_posix()
