"""The tracked changes of a document, one by one as people see them: what, who, when, and at which answer.

Word splits what somebody wrote into many runs; what one author did in one place is one change here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal, NamedTuple, cast

from rapport.domain.mall import Mall
from rapport.finding import Finding, Place
from rapport.word.blocks import WordBlock
from rapport.word.gather import Piece, gathered
from rapport.word.locate import counted, locate
from rapport.word.ns import Element, get, parse
from rapport.word.package import Parts
from rapport.word.read import WordReader, contents
from rapport.word.resolve import is_tracked, text_parts
from rapport.word.shown import short
from rapport.word.walk import Walk

Slag = Literal[
    "infogat",
    "borttaget",
    "flyttat hit",
    "flyttat härifrån",
    "formaterat",
    "stycke infogat",
    "stycke borttaget",
    "rad infogad",
    "rad borttagen",
    "cell infogad",
    "cell borttagen",
    "celler sammanfogade",
]
_MESSAGES: dict[Slag, str] = {
    "infogat": "Infogad text är inte godkänd",
    "borttaget": "Borttagen text är inte godkänd",
    "flyttat hit": "Text som har flyttats hit är inte godkänd",
    "flyttat härifrån": "Text som har flyttats härifrån är inte godkänd",
    "formaterat": "Ändrat utseende är inte godkänt",
    "stycke infogat": "En infogad styckebrytning är inte godkänd",
    "stycke borttaget": "En borttagen styckebrytning är inte godkänd",
    "rad infogad": "En infogad tabellrad är inte godkänd",
    "rad borttagen": "En borttagen tabellrad är inte godkänd",
    "cell infogad": "Infogade tabellceller är inte godkända",
    "cell borttagen": "Borttagna tabellceller är inte godkända",
    "celler sammanfogade": "Sammanfogade tabellceller är inte godkända",
}
_ALONE: dict[str, Slag] = {"infogat": "stycke infogat", "borttaget": "stycke borttaget"}
_NOTES = ("fotnot", "slutnot")
_PART_NAMES = {"footnotes": "fotnot", "endnotes": "slutnot", "comments": "kommentar"}
_PART_NAMES |= {"header": "sidhuvud", "footer": "sidfot"}


class Standing(NamedTuple):
    """Where something stands: area, question and paragraph of its answer, as ``Located.standing`` has them."""

    omrade: int | None = None
    fraga: str | None = None
    stycke: int | None = None


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """One tracked change; ``date`` is as the file has it, ``plats`` says where it stands when not in running text.

    The text of several paragraphs has line feeds, that of a row a | between its cells. It is "" for a change of
    looks alone that no text shows.
    """

    slag: Slag
    author: str
    date: str | None
    text: str
    omrade: int | None = None
    fraga: str | None = None
    stycke: int | None = None
    plats: str = ""

    def __str__(self) -> str:
        date = (self.date or "")[:10]
        who = f"{self.author} {date}" if date else self.author
        shown = short(self.text)
        where = [f"stycke {self.stycke}"] if self.stycke else []
        place = ", ".join([who, *where, *([self.plats] if self.plats else [])])
        return f"{place}: {self.slag}" + (f" ”{shown}”" if shown else "")


def tracked_changes(parts: Parts, mall: Mall | None = None) -> list[TrackedChange]:
    """Return every tracked change of a document in order, those of notes where their references stand.

    With a form each change has its area and question; without one the paragraphs are those of the whole document.
    """
    if not is_tracked(parts):
        return []
    reader = WordReader(parts)
    blocks = locate(reader, mall).standing() if mall else _standing(reader)
    return changes_in(parts, reader.root, blocks)


def changes_in(
    parts: Parts, root: Element, standing: Iterable[tuple[int | None, str | None, int | None, WordBlock]]
) -> list[TrackedChange]:
    """Return the tracked changes of a document whose body is read already, as ``Located.standing`` has its blocks."""
    if not is_tracked(parts, root):
        return []
    places = {block.element: Standing(omrade, fraga, number) for omrade, fraga, number, block in standing}
    names = dict(_named_parts(parts))
    notes = {name: _by_id(parse(parts[part])) for part, name in names.items() if name in _NOTES}
    walk = Walk(places, notes)
    others = [walk.part(parse(parts[part]), name) for part, name in names.items() if name not in _NOTES]
    pieces = gathered(chain(walk.part(root), walk.other_notes(), *others))
    return [_change(piece, _place(piece, places)) for piece in pieces]


def tracked_finding(change: TrackedChange, name: str) -> Finding:
    """Return the finding that a change still waits for somebody to accept or reject it."""
    text = short(change.text)
    message = f"{_MESSAGES[change.slag]}: ”{text}”." if text else f"{_MESSAGES[change.slag]}."
    hint = "Godkänn eller avvisa ändringen under Granska i Word."
    place = Place(name, stycke=change.stycke)
    return Finding("sparade-andringar", "error", message, hint, place, change.omrade, change.fraga, change.text or None)


def _place(piece: Piece, places: Mapping[Element, Standing]) -> Standing:
    block = piece.place.block
    return Standing() if block is None else places[block]


def _by_id(root: Element) -> dict[str, Element]:
    return {get(note, "w:id") or "": note for note in root}


def _named_parts(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield the parts beside the body with what people call their content."""
    for kind, name in _PART_NAMES.items():
        yield from ((part, name) for part in text_parts(parts, (kind,)))


def _standing(reader: WordReader) -> Iterator[tuple[None, None, int, WordBlock]]:
    blocks = [reader.block(element) for element in contents(reader.body)]
    return ((None, None, number, block) for number, block in counted(blocks))


def _change(piece: Piece, where: Standing) -> TrackedChange:
    text = piece.text
    slag = _ALONE.get(piece.slag, piece.slag) if text == "\n" else piece.slag
    return TrackedChange(cast("Slag", slag), piece.author, piece.date, text.strip("\n"), *where, piece.place.plats)
