"""Pieces of text with the tracked changes they are part of → the changes, what one author did in one place as one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapport.word.walk import CELL_END, ROW_END, Change, Leaf, Place

# What is written in a row or cell that came or went is that change, and not one of its own.
_COVERED = {
    "rad infogad": "infogat",
    "rad borttagen": "borttaget",
    "cell infogad": "infogat",
    "cell borttagen": "borttaget",
}
_IN_TABLES = {*_COVERED, "celler sammanfogade"}


@dataclass(slots=True)
class Piece:
    """One change as people see it: begun by one author in one place; ``end`` is how far its part was read."""

    slag: str
    author: str
    date: str | None
    place: Place
    end: int = 0
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text: a line feed between paragraphs and rows, a | between cells."""
        if self.slag not in _IN_TABLES:
            return "".join(text for text in self.texts if text not in (CELL_END, ROW_END))
        rows = "".join(self.texts).split(ROW_END)
        lines = ([" ".join(cell.split()) for cell in row.removesuffix(CELL_END).split(CELL_END)] for row in rows)
        return "\n".join(line for cells in lines if (line := " | ".join(cells)))


def gathered(leaves: Iterable[Leaf]) -> list[Piece]:
    """Return the changes in the order in which they begin."""
    found: list[Piece] = []
    latest: dict[tuple[object, ...], Piece] = {}
    read: dict[str, int] = defaultdict(int)
    for leaf in leaves:
        start = read[leaf.place.plats]
        end = start if leaf.is_named else start + len(leaf.text)
        for change in _own(leaf.changes):
            key = (change.slag, change.author, leaf.place.plats, change.unit)
            piece = latest.get(key)
            if piece is None or (change.unit is None and piece.end != start):
                piece = latest[key] = Piece(change.slag, change.author, change.date, leaf.place)
                found.append(piece)
            piece.end = end
            if not leaf.is_named or leaf.text not in piece.texts[-1:]:
                piece.texts.append(leaf.text)
        read[leaf.place.plats] = end
    return found


def _own(changes: tuple[Change, ...]) -> Iterable[Change]:
    """Return the changes that a piece is part of, each once, without those that are part of another."""
    covered = {(_COVERED[c.slag], c.author) for c in changes if c.slag in _COVERED}
    return {(c.slag, c.author): c for c in changes if (c.slag, c.author) not in covered}.values()
