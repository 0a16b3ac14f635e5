"""An answer's text in its YAML file: the way from a place in the answer to one in the file."""

from functools import cached_property

from rapport.finding import Place
from rapport.store.nodes import Document, Scalar
from rapport.store.scalars import Origins


class ScalarSource:
    """The value that an answer is, or its empty place; the way to its characters is made when first asked for.

    Two are equal where every character has the same line and column in both, whatever else has changed in the file.
    """

    def __init__(self, document: Document, scalar: Scalar) -> None:
        self.document = document
        self.scalar = scalar

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ScalarSource):
            return NotImplemented
        return self is other or (self._written is not None and self._written == other._written)

    def __hash__(self) -> int:
        return hash((self.scalar.line, self.scalar.column))

    def place(self, offset: int) -> Place:
        """Return the place of a character of the answer as written; past its end, that of its last."""
        if not self.scalar.text:
            return self.document.place(self.scalar)
        return self.document.place_at(self._origins.of(offset)[0])

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a piece of the answer as written stands in the file; None where it has no length there."""
        if not 0 <= start < end <= len(self.scalar.text):
            return None
        first, last = self._origins.of(start)[0], self._origins.of(end - 1)[1]
        return self.document.moved.span(first, last) if self.document.moved else (first, last)

    @cached_property
    def _written(self) -> tuple[str | int, ...] | None:
        """How it is written and where, in whole lines; None where its key is in another line, or it has moved."""
        document, scalar = self.document, self.scalar
        start = document.source.rfind("\n", 0, scalar.start) + 1
        if document.moved or not document.source[start : scalar.start].strip():
            return None
        end = document.source.find("\n", scalar.end)
        text = document.source[start : end if end >= 0 else None]
        return document.path, document.bom, scalar.line, scalar.column, scalar.style, scalar.text, text

    @cached_property
    def _origins(self) -> Origins:
        return Origins(self.document.source, self.scalar)
