"""A text as a document shows it: every figure is plain text, and which expressions that hides."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rapport.prose.blocks import (
    Block,
    Blocks,
    Figur,
    Footnote,
    Inline,
    Item,
    List,
    Paragraph,
    Table,
    without_figures,
)
from rapport.prose.merging.alike import HeadingRow, Part


def shown(part: Part) -> Part:
    """Return a part as a document has it: figures are plain text."""
    if isinstance(part, Paragraph):
        return Paragraph(tuple(_shown_notes(without_figures(part.inlines))))
    if isinstance(part, List):
        return replace(part, items=tuple(Item(_shown(item.blocks), item.label) for item in part.items))
    if isinstance(part, Table):
        return Table(tuple(tuple(map(_shown, row)) for row in part.rows), part.align)
    if isinstance(part, Item):
        return Item(_shown(part.blocks), part.label)
    cells = tuple(map(_shown, part))
    return HeadingRow(cells) if isinstance(part, HeadingRow) else cells


def expressions(part: Part) -> tuple[str, ...]:
    """Return the expressions of a part as written, in order."""
    return tuple(_expressions(part))


def as_blocks(parts: Sequence[Part]) -> Blocks:
    """Return parts as blocks: items in a list, rows in a table."""
    blocks: list[Block] = []
    for kind, group in groupby(parts, lambda part: Item if isinstance(part, Item) else isinstance(part, tuple)):
        if kind is Item:
            blocks.append(List(tuple(part for part in group if isinstance(part, Item))))
        elif kind:
            rows = tuple(tuple(part) for part in group if isinstance(part, tuple))
            blocks.append(Table(rows, ("",) * max(map(len, rows))))
        else:
            blocks += map(as_block, group)
    return tuple(blocks)


def as_block(part: Part) -> Block:
    """Return a part that is known to be a block."""
    if not isinstance(part, Paragraph | List | Table):
        raise TypeError("an item or a row is no block")
    return part


def _shown(blocks: Blocks) -> Blocks:
    return tuple(as_block(shown(block)) for block in blocks)


def _shown_notes(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Footnote):
            yield Footnote(tuple(Paragraph(without_figures(p.inlines)) for p in inline.paragraphs))
        else:
            yield inline


def _expressions(part: Part) -> Iterator[str]:
    if isinstance(part, Paragraph):
        for inline in part.inlines:
            if isinstance(inline, Figur):
                yield inline.trace.uttryck
            elif isinstance(inline, Footnote):
                yield from (uttryck for p in inline.paragraphs for uttryck in _expressions(p))
    elif isinstance(part, Table) and part.trace:
        yield part.trace.uttryck
    else:
        for inner in _inside(part):
            yield from _expressions(inner)


def _inside(part: Part) -> Iterable[Part]:
    if isinstance(part, List):
        return part.items
    if isinstance(part, Item):
        return part.blocks
    rows = part.rows if isinstance(part, Table) else (part,) if isinstance(part, tuple) else ()
    return [block for row in rows for cell in row for block in cell]
