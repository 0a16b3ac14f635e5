"""What other regions answer to a question that is being written, as a data set has it."""

from pathlib import Path
from typing import NamedTuple

from rapport.domain.svarstext import Cell


class Redovisad(NamedTuple):
    """A report in a data set: what it is known by, whose and of when it is, and which form it answers."""

    redovisning: str
    region: str
    ar: int
    mall: str


class AndrasSvar(NamedTuple):
    """A region's answer to a question, by the number that it had then, and what the answer names.

    ``kryss`` and ``status`` are "" where there are none; ``is_cut`` says that the answer is longer than is read.
    """

    av: Redovisad
    fraga: str
    tecken: int
    kryss: str
    status: str
    text: str
    is_cut: bool
    aktorer: tuple[str, ...]
    mal: tuple[int, ...]
    grunder: tuple[str, ...]
    celler: tuple[Cell, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the question was left without an answer."""
        return not (self.text.strip() or self.kryss)


class Jamforelse(NamedTuple):
    """Others' answers to a question in one year; ``aren`` are the years that others have handed in for.

    ``egen`` is the region whose own answers are left out, "" for none. ``sagt`` is what somebody who reads the
    answers should know of them, in Swedish.
    """

    fraga: str
    text: str
    ar: int
    aren: tuple[int, ...]
    samling: Path
    egen: str
    svar: tuple[AndrasSvar, ...]
    sagt: tuple[str, ...]

    @property
    def givna(self) -> list[AndrasSvar]:
        """The answers that there is something in."""
        return [one for one in self.svar if not one.is_empty]

    @property
    def utan_svar(self) -> list[str]:
        """The regions that left the question without an answer."""
        return [one.av.region for one in self.svar if one.is_empty]
