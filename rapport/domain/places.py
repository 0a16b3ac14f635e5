"""Where a report was read: what stands where in which file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from rapport.domain.svar import Svar
from rapport.finding import Place


class Source(Protocol):
    """The file that an answer was read from, as far as places in it go; offsets are in the answer as written."""

    def place(self, offset: int) -> Place:
        """Return the place of a character."""

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a piece stands in the file's own text; None where it is not there in one piece."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where each area's answers stand, one place a file, where each answer begins, and where its words are."""

    by_omrade: Mapping[int, tuple[Place, ...]] = field(default_factory=dict)
    by_fraga: Mapping[str, Place] = field(default_factory=dict)
    source_by_fraga: Mapping[str, Source] = field(default_factory=dict)
    by_regel: Mapping[str, Place] = field(default_factory=dict)  # the severities set in rapport.yaml
    by_waiver: Mapping[tuple[str, str], Place] = field(default_factory=dict)  # by question and rule

    def of_omrade(self, nummer: int) -> Place:
        """Return where an area's answers begin; no place when no file has any."""
        return next(iter(self.by_omrade.get(nummer, ())), Place())

    def of_fraga(self, fraga: str, nummer: int) -> Place:
        """Return where an answer begins, or where its area's do when there is none."""
        return self.by_fraga.get(fraga) or self.of_omrade(nummer)

    def of_words(self, svar: Svar, start: int) -> Place:
        """Return where a character of an answer's text stands: line and column, or the paragraph in Word."""
        place = self.by_fraga.get(svar.fraga, Place())
        source = self.source_by_fraga.get(svar.fraga)
        if source is None:
            return Place(place.path, stycke=svar.stycke(start), sida=place.sida) if place.path else place
        origin = svar.origin(start)
        return source.place(origin[0]) if origin else place

    def nummer_in(self, path: str) -> set[int]:
        """Return the numbers of the areas that a file holds answers to."""
        return {n for n, places in self.by_omrade.items() if any(place.path == path for place in places)}
