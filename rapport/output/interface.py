"""What every output format is given, and what it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from rapport.domain.mall import Omrade
from rapport.domain.underlag import Underlag
from rapport.finding import Finding


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
