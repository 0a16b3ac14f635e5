"""What every output format is given, and what it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from rapport.domain.mall import Omrade
from rapport.domain.underlag import Underlag
from rapport.finding import Finding


@dataclass(frozen=True, slots=True)
class Granskning:
    """A checked report: the report, the areas that were asked for, and the findings on them in reading order."""

    underlag: Underlag
    omraden: tuple[Omrade, ...]
    findings: tuple[Finding, ...]

    @property
    def is_blocked(self) -> bool:
        """Whether any finding keeps the report from being handed in."""
        return any(finding.is_blocking for finding in self.findings)


class Format(Protocol):
    """One output format: a module in ``output/`` with this function."""

    def render(self, granskning: Granskning, *, colour: bool, width: int) -> Iterable[str]:
        """Yield the result line by line, without line ends."""
        ...
