"""Figur: a figure in an answer that an expression took from a table, and where it came from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, SkipValidation

from rapport.finding import Place
from rapport.prose.count import text_units


class Uttag(BaseModel):
    """What a figure took from one table.

    ``rader`` are the rows it is made of and ``hoppade`` those of the selection that were left out because their
    cell is empty, both numbered as Excel does; ``urval`` says which conditions chose the rows.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    tabell: str
    fil: str
    kolumner: tuple[str, ...] = ()
    urval: tuple[str, ...] = ()
    rader: Annotated[tuple[int, ...], SkipValidation] = ()
    hoppade: Annotated[tuple[int, ...], SkipValidation] = ()


class Figur(BaseModel):
    """One figure: the expression as written, its value as the document shows it, and its trace.

    ``varde`` has a line for each cell of a table. ``start`` is where it begins in the answer's text, None where
    that cannot be told; ``place`` is where the expression stands.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    uttryck: str
    varde: str
    uttag: tuple[Uttag, ...]
    start: int | None = None
    place: Annotated[Place, SkipValidation] = Place()

    @property
    def length(self) -> int:
        """How long it is in the answer's text."""
        return len(self.varde)

    @property
    def tecken(self) -> int:
        """How many characters it takes of the area's limit."""
        return text_units(self.varde.replace("\n", ""))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an expression: ``start`` is the offset of ``excerpt`` in the answer as written."""

    message: str
    hint: str
    start: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an answer as written, from ``start`` to ``end``, and what it became as Markdown and as text."""

    start: int
    end: int
    markdown: str
    plain: str
    is_expression: bool = False
    figur: Figur | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """An answer with its expressions evaluated, piece by piece; one that failed is shown as ‹siffra saknas›."""

    pieces: tuple[Piece, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def markdown(self) -> str:
        """The Markdown that the answer is read from."""
        return "".join(piece.markdown for piece in self.pieces)

    @property
    def plain(self) -> str:
        """The same with the figures as they will be read."""
        return "".join(piece.plain for piece in self.pieces)

    def origin(self, offset: int, *, plain: bool = False) -> tuple[int, int]:
        """Return the span that a character of the Markdown, or of ``plain``, comes from.

        That is a whole expression, or else from the character itself to the next expression.
        """
        at = 0
        for piece in self.pieces:
            length = len(piece.plain if plain else piece.markdown)
            if offset < at + length:
                return (piece.start + (0 if piece.is_expression else offset - at), piece.end)
            at += length
        end = self.pieces[-1].end if self.pieces else 0
        return end, end


Renderer = Callable[[str], Rendered]
