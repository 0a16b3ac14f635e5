"""Markdown's marks for bold and italic, put so that they are read as marks.

CommonMark reads ``**`` as a mark only where its neighbours allow it: inside stands no white space, and where
punctuation stands inside, a letter may not stand outside. Where the text breaks that rule, the character in
the way is written as an entity, which Markdown takes for punctuation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from string import punctuation
from typing import NamedTuple


class Delimiter(NamedTuple):
    """An opening or a closing mark, which CommonMark calls a delimiter: ``**``, ``*`` or ``_``."""

    sign: str
    opens: bool


@dataclass(slots=True)
class Escaped:
    """A piece of a Markdown line between marks, escaped already; ``encoded`` holds the offsets to encode."""

    text: str
    encoded: set[int] = field(default_factory=set)

    def __str__(self) -> str:
        return "".join(entity(c) if i in self.encoded else c for i, c in enumerate(self.text))

    def encode(self, offset: int) -> bool:
        """Encode one character; return whether it was not encoded before."""
        is_new = offset not in self.encoded
        self.encoded.add(offset)
        return is_new


Piece = Delimiter | Escaped


def entity(char: str) -> str:
    """Return a character as a Markdown entity."""
    return f"&#{ord(char)};"


def as_markdown(pieces: Sequence[Piece]) -> str:
    """Return the pieces as Markdown in which every mark is read as one."""
    pieces = [piece for piece in pieces if isinstance(piece, Delimiter) or piece.text]
    # Encoding one character may take away what its other neighbour needed, so go on until nothing changes.
    while sum(_settle(mark, outside, inside) for mark, outside, inside in _boundaries(pieces)):
        pass
    return "".join(piece.sign if isinstance(piece, Delimiter) else str(piece) for piece in pieces)


def _boundaries(pieces: Sequence[Piece]) -> Iterator[tuple[Delimiter, "_Side", "_Side"]]:
    for index, piece in enumerate(pieces):
        if isinstance(piece, Delimiter):
            before = _Side(pieces[index - 1] if index else None, -1)
            after = _Side(pieces[index + 1] if index + 1 < len(pieces) else None, 0)
            yield (piece, before, after) if piece.opens else (piece, after, before)


def _settle(mark: Delimiter, outside: "_Side", inside: "_Side") -> bool:
    """Encode what keeps a mark from being read; return whether anything changed."""
    changed = inside.is_space and inside.encode()
    if (mark.sign == "_" or not inside.is_alphanumeric) and outside.is_letter_like:
        changed = outside.encode() or changed
    return changed


class _Side(NamedTuple):
    """The piece on one side of a mark, and which of its ends touches it (0 or -1)."""

    piece: Piece | None
    end: int

    @property
    def _char(self) -> str:
        """The touching character as Markdown sees it; another mark and an entity are punctuation."""
        if isinstance(self.piece, Escaped):
            return "&" if self._offset in self.piece.encoded else self.piece.text[self.end]
        return "*" if self.piece else " "

    @property
    def _offset(self) -> int:
        return self.end % len(self.piece.text) if isinstance(self.piece, Escaped) else 0

    @property
    def is_space(self) -> bool:
        return isinstance(self.piece, Escaped) and self._char.isspace()

    @property
    def is_alphanumeric(self) -> bool:
        return self._char.isalnum()

    @property
    def is_letter_like(self) -> bool:
        return not self._char.isspace() and self._char not in punctuation

    def encode(self) -> bool:
        return isinstance(self.piece, Escaped) and self.piece.encode(self._offset)
