"""The blanks that typing leaves where nobody sees them, and where Markdown can only hold them as signs.

At the ends of lines they are taken away; at the ends of what is bold or italic they are put outside it.
"""

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
    """Return the blocks without the blanks that typing leaves at the ends of lines and of marks; none is empty."""
    return tuple(kept for block in blocks for kept in _block(block))


def _block(block: Block) -> Iterator[Block]:
    if isinstance(block, Paragraph):
        yield from _paragraph(_line(block.inlines))
    elif isinstance(block, List):
        yield replace(block, items=tuple(Item(without_edges(item.blocks)) for item in block.items))
    else:
        yield replace(block, rows=tuple(tuple(map(without_edges, row)) for row in block.rows))


def _line(inlines: tuple[Inline, ...]) -> list[Inline]:
    return _without_edge(_without_edge([*_unmarked(inlines)], is_end=False), is_end=True)


def _unmarked(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield inlines in which a blank that ends what is bold or italic is so only where what is beyond it is, too."""
    for before, one, after in zip((None, *inlines), inlines, (*inlines[1:], None), strict=False):
        if type(one) is not Text or not (one.bold or one.italic):
            yield one
            continue
        words = one.text.strip()
        left, _, right = one.text.partition(words) if words else (one.text, "", "")
        yield _as_beyond(replace(one, text=left), before if words else after, before)
        yield replace(one, text=words)
        yield _as_beyond(replace(one, text=right), after)


def _as_beyond(blank: Text, *beyond: Inline | None) -> Text:
    there = [one if isinstance(one, Text) else Text("") for one in beyond]
    bold, italic = all(one.bold for one in there), all(one.italic for one in there)
    return replace(blank, bold=blank.bold and bold, italic=blank.italic and italic)


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
