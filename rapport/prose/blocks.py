"""The document model that Markdown, Word, HTML and the count all meet in.

An answer is a tuple of blocks. Formatting is flat, as in Word: a Text carries its own bold, italic and link.
A normal form holds throughout: no Text is empty, none stands beside another with the same formatting, none
holds a line break (that is a Break), and no paragraph is empty.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import NamedTuple, TypeGuard


class Stretch(NamedTuple):
    """Where a piece of a Text was written: from ``at`` in it on, it is ``start`` to ``end`` of the answer as written.

    An exact piece is the same there, character for character; any other (an entity, a figure's expression) stands
    for all of its source. Offsets are in characters.
    """

    at: int
    start: int
    end: int
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text with one formatting; ``origin`` says where it was written, where that is known."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None
    origin: tuple[Stretch, ...] = field(default=(), compare=False, repr=False)

    @property
    def formatting(self) -> tuple[bool, bool, str | None]:
        """What must be alike for two neighbours to be one Text."""
        return self.bold, self.italic, self.href


class Uttag(NamedTuple):
    """What a figure took from one table.

    ``rader`` are the rows it is made of and ``hoppade`` those of the selection that were left out because their
    cell is empty, both numbered as Excel does; ``urval`` says which conditions chose the rows.
    """

    tabell: str
    fil: str
    kolumner: tuple[str, ...] = ()
    urval: tuple[str, ...] = ()
    rader: tuple[int, ...] = ()
    hoppade: tuple[int, ...] = ()


class Trace(NamedTuple):
    """How a figure came about: the expression as written, and what it took from which tables."""

    uttryck: str
    uttag: tuple[Uttag, ...]


@dataclass(frozen=True, slots=True)
class Figur(Text):
    """A figure that an expression took from a table, with its trace; otherwise a text like any other."""

    trace: Trace = field(default=Trace("", ()), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Break:
    """A hard line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote reference together with the note's own paragraphs."""

    paragraphs: tuple["Paragraph", ...]


Inline = Text | Break | Footnote


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; may hold further lists.

    ``label`` is what the document shows before it, the blank behind it included ("a) "), where that is not the
    list's own: a bullet, or a number and a full stop, followed by a tab.
    """

    blocks: tuple["Block", ...]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A bullet list, or a numbered one whose first number is ``start``."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all rows equally long; the first row is the header. An empty cell holds no blocks.

    ``align`` has one entry a column: "left", "center", "right", or "" where nothing is said. ``trace`` is that of
    a table that an expression made.
    """

    rows: tuple[tuple["Blocks", ...], ...]
    align: tuple[str, ...]
    trace: Trace | None = field(default=None, compare=False, repr=False)


Block = Paragraph | List | Table
Blocks = tuple[Block, ...]


def normalise(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the same content in normal form: no empty Text, alike neighbours joined."""
    alike: list[list[Inline]] = []  # put together when all are known: one by one takes the square of their number
    for inline in inlines:
        if alike and isinstance(inline, Text) and _join(alike[-1][-1], inline):
            alike[-1].append(inline)
        elif not isinstance(inline, Text) or inline.text:
            alike.append([inline])
    return tuple(row[0] if len(row) == 1 else _joined([i for i in row if isinstance(i, Text)]) for row in alike)


def without_figures(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the same content as a document has it: a figure is a part of the text around it."""
    return normalise(Text(i.text, *i.formatting, i.origin) if isinstance(i, Figur) else i for i in inlines)


def _join(last: Inline | None, inline: Text) -> TypeGuard[Text]:
    """Whether two neighbours are one Text: figures stay by themselves, because they have a trace."""
    return type(last) is Text and type(inline) is Text and last.formatting == inline.formatting


def _joined(texts: list[Text]) -> Text:
    """Return alike texts as one, with the origin of each."""
    starts = accumulate((len(text.text) for text in texts), initial=0)
    origin = (s._replace(at=s.at + start) for text, start in zip(texts, starts, strict=False) for s in text.origin)
    return replace(texts[0], text="".join(text.text for text in texts), origin=tuple(origin))


def passages(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    """Yield every stretch of inlines in document order: paragraphs, cells, and notes after their paragraph."""
    return (passage for paragraph in paragraphs(blocks) for passage in _with_notes(paragraph.inlines))


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph in document order, those of lists and tables too; notes are left in their places."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, List):
            for item in block.items:
                yield from paragraphs(item.blocks)
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs(cell)


def placed_blocks(blocks: Iterable[Block], at: int = 0) -> Iterator[tuple[int, Block]]:
    """Yield every block, those of lists too, with where it begins in the text of all passages, a line for each."""
    for block in blocks:
        yield at, block
        inside = at
        for item in block.items if isinstance(block, List) else ():
            yield from placed_blocks(item.blocks, inside)
            inside += _length(item.blocks)
        at += _length((block,))


def _length(blocks: Iterable[Block]) -> int:
    return sum(len(passage) + 1 for passage in plain_passages(blocks))


def _with_notes(inlines: tuple[Inline, ...]) -> Iterator[tuple[Inline, ...]]:
    yield inlines
    for inline in inlines:
        if isinstance(inline, Footnote):
            yield from passages(inline.paragraphs)


def plain(inlines: Iterable[Inline]) -> str:
    """Return the text of one passage; a hard break is a line feed, a footnote reference nothing."""
    return "".join("\n" if isinstance(i, Break) else i.text for i in inlines if not isinstance(i, Footnote))


def plain_passages(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the plain text of every passage."""
    return (plain(passage) for passage in passages(blocks))
