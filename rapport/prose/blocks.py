"""The document model that Markdown, Word, HTML and the count all meet in.

An answer is a tuple of blocks. Formatting is flat, as in Word: a Text carries its own bold, italic and link.
A normal form holds throughout: no Text is empty, none stands beside another with the same formatting, none
holds a line break (that is a Break), and no paragraph is empty.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text with one formatting."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None

    @property
    def formatting(self) -> tuple[bool, bool, str | None]:
        """What must be alike for two neighbours to be one Text."""
        return self.bold, self.italic, self.href


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

    ``align`` has one entry a column: "left", "center", "right", or "" where nothing is said.
    """

    rows: tuple[tuple["Blocks", ...], ...]
    align: tuple[str, ...]


Block = Paragraph | List | Table
Blocks = tuple[Block, ...]


def normalise(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the same content in normal form: no empty Text, alike neighbours joined."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if not isinstance(inline, Text):
            joined.append(inline)
        elif isinstance(last, Text) and last.formatting == inline.formatting:
            joined[-1] = replace(last, text=last.text + inline.text)
        elif inline.text:
            joined.append(inline)
    return tuple(joined)


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
