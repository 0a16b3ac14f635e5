"""What every output format is given, and what it is."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rapport.domain.oversikt import Oversikt, oversikt
from rapport.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from rapport.domain.mall import Omrade
    from rapport.domain.underlag import Underlag

WORDS: Mapping[Severity, str] = {"error": "Fel", "warning": "Varning", "info": "Upplysning"}


@dataclass(frozen=True)
class Granskning:
    """A checked report: the areas that were asked for in numbers, and the findings on them in reading order.

    ``ej_kontrollerat`` says in Swedish what was not checked, and why; ``dokumentation`` has every rule's own words by
    its id. ``report`` is the report itself, None where the result is remembered from another time. ``lines`` are lines
    of the files as they are written, for the findings that are about how they are.
    """

    oversikt: Oversikt
    findings: tuple[Finding, ...]
    ej_kontrollerat: tuple[str, ...] = ()
    dokumentation: Mapping[str, str] = field(default_factory=dict)
    report: "Underlag | None" = None
    lines: Mapping[Place, str] = field(default_factory=dict)

    @property
    def underlag(self) -> "Underlag":
        """The report, for a format that shows its answers; see ``SHOWS_ANSWERS``."""
        if self.report is None:
            raise ValueError("a result that is remembered has no answers in it")
        return self.report

    @property
    def omraden(self) -> "tuple[Omrade, ...]":
        """The areas that were asked for, as the form has them."""
        wanted = {omrade.nummer for omrade in self.oversikt.omraden}
        return tuple(omrade for omrade in self.underlag.mall.omraden if omrade.nummer in wanted)

    @property
    def is_blocked(self) -> bool:
        """Whether any finding keeps the report from being handed in."""
        return any(finding.is_blocking for finding in self.findings)


def granskning_of(
    underlag: "Underlag",
    omraden: "Iterable[Omrade]",
    findings: Iterable[Finding],
    ej_kontrollerat: Iterable[str] = (),
    dokumentation: Mapping[str, str] | None = None,
) -> Granskning:
    """Return what is to be shown of a report and of what was found in it."""
    return Granskning(
        oversikt(underlag, omraden), tuple(findings), tuple(ej_kontrollerat), dokumentation or {}, underlag
    )


class Format(Protocol):
    """One output format: a module in ``output/`` with this function.

    One that shows the answers themselves, and not just what was found in them, says so: ``SHOWS_ANSWERS = True``.
    Each line goes through ``shown.line`` on its way out, unless the format has its own way to make what acts harmless
    and says so: ``IS_MADE = True``.
    One that is to be opened in another program says what its files have among their first lines: ``MARK``.
    """

    def render(self, granskning: Granskning, *, colour: bool, width: int) -> Iterable[str]:
        """Yield the result line by line, without line ends."""
        ...


def counted(number: int, severity: Severity) -> str:
    """Return how many findings of a severity there are, in words: 2 varningar."""
    return f"{number} {WORDS[severity].lower()}{'ar' if number != 1 and severity != 'error' else ''}"


def report_name(region: str, ar: int | None) -> str:
    """Return whose report it is and for which year, as far as it is known: Region Dalarna, 2025."""
    return ", ".join(filter(None, [region, str(ar or "")]))


def file_of(place: Place, granskning: Granskning) -> str:
    """Return the file a place is in, as seen from the working directory."""
    kalla = Path(granskning.oversikt.kalla)
    file = kalla if kalla.name == place.path else kalla / (place.path or "")
    return Path(os.path.normpath(file)).as_posix() if ".." in Path(place.path or "").parts else file.as_posix()
