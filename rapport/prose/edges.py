"""The blanks that typing leaves at the ends of lines: nobody sees them, and Markdown can only hold them as signs."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rapport.prose.blocks import (
    Block,
    Blocks,
    Break,
    Footnote,
    Inline,
    Item,
    List,
    Paragraph,
    Text,
    normalise,
)

_BLANKS = " \t"


def without_edges(blocks: Iterable[Block]) -> Blocks:
    """Return the blocks without the blanks at the ends of lines that typing leaves, and what is empty then."""
    return tuple(kept for block in blocks for kept in _block(block))


def _block(block: Block) -> Iterator[Block]:
    if isinstance(block, Paragraph):
        yield from _paragraph(_line(block.inlines))
    elif isinstance(block, List):
        yield replace(block, items=tuple(Item(without_edges(item.blocks)) for item in block.items))
    else:
        yield replace(block, rows=tuple(tuple(map(without_edges, row)) for row in block.rows))


def _line(inlines: tuple[Inline, ...]) -> list[Inline]:
    return _without_edge(_without_edge(inlines, is_end=False), is_end=True)


def _without_edge(inlines: Iterable[Inline], *, is_end: bool) -> list[Inline]:
    """Return inlines without the blanks at the beginning, or the end, of each line."""
    kept: list[Inline] = []
    is_edge = True
    for one in reversed(list(inlines)) if is_end else inlines:
        inline = one
        if is_edge and type(inline) is Text:
            text = inline.text.rstrip(_BLANKS) if is_end else inline.text.lstrip(_BLANKS)
            is_edge, inline = not text, replace(inline, text=text)
        elif isinstance(inline, Footnote):
            is_edge, inline = False, Footnote(tuple(_note(inline)))
        else:
            is_edge = isinstance(inline, Break)
        kept.append(inline)
    return kept[::-1] if is_end else kept


def _note(note: Footnote) -> Iterator[Paragraph]:
    for paragraph in note.paragraphs:
        yield from _paragraph(_line(paragraph.inlines))


def _paragraph(inlines: Iterable[Inline]) -> Iterator[Paragraph]:
    found = normalise(inlines)
    yield from [Paragraph(found)] if found else []
