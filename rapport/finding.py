"""Finding: the one currency for complaints, whoever makes them."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a path relative to the report folder, and line and column from 1.

    In a Word document there are no lines; there ``stycke`` is the paragraph's number within its answer. In a PDF
    ``sida`` is the page where the answer begins.
    """

    path: str | None = None
    line: int | None = None
    column: int | None = None
    stycke: int | None = None
    sida: int | None = None

    def __str__(self) -> str:
        if self.path is None:
            return ""
        if self.stycke is not None or self.sida is not None:
            page = "" if self.sida is None else f", sida {self.sida}"
            return f"{self.path}{page}" + ("" if self.stycke is None else f", stycke {self.stycke}")
        numbers = [str(number) for number in (self.line, self.column) if number is not None]
        return ":".join([self.path, *numbers])

    @property
    def counted(self) -> str:
        """Where in its file it is, in words: "rad 11", "stycke 3", "sida 7"; "" where the whole file is meant."""
        counted = (("rad", self.line), ("stycke", self.stycke), ("sida", self.sida))
        return next((f"{what} {number}" for what, number in counted if number is not None), "")

    def of(self, fraga: str | None) -> str:
        """Return the place in words, with its question where a paragraph is counted within an answer."""
        if self.path is None or self.stycke is None or fraga is None:
            return str(self)
        return str(self).replace(self.path, f"{self.path}, fråga {fraga}", 1)


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about; ``offset`` as in Finding."""

    place: Place
    fraga: str | None = None
    excerpt: str | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One complaint, in Swedish, about one place.

    ``excerpt`` is the exact piece of answer text it is about, and ``offset`` where it begins in that text, from
    0; ``hint`` says what to do, and ``fix`` what to write instead of the excerpt where that is beyond doubt.
    ``waived`` holds the reason a user gave for accepting it, and a waived finding never counts.
    """

    rule: str
    severity: Severity
    message: str
    hint: str | None = None
    place: Place = Place()
    omrade: int | None = None
    fraga: str | None = None
    excerpt: str | None = None
    related: tuple[Related, ...] = ()
    waived: str | None = None
    offset: int | None = None
    fix: str | None = None

    @property
    def is_blocking(self) -> bool:
        """Whether the report may not be handed in, or built, while this stands."""
        return self.severity == "error" and self.waived is None
