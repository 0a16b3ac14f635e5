"""Blocks as Markdown can hold them: what Word allows and an answer in YAML cannot is smoothed out."""

import re
from collections.abc import Iterable
from dataclasses import replace

from rapport.prose.blocks import (
    Block,
    Blocks,
    Break,
    Footnote,
    Inline,
    Item,
    Paragraph,
    Table,
    Text,
    normalise,
    paragraphs,
)

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]+")
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")


def tidy(blocks: Blocks) -> Blocks:
    """Return the blocks without breaks at the ends of paragraphs, links that lead nowhere and labels of other kinds."""
    return tuple(tidied for block in blocks for tidied in _block(block))


def leads_somewhere(href: str) -> bool:
    """Return whether a link's address is one that an answer may have: on the web, or of mail."""
    return _ADDRESS.fullmatch(href) is not None


def _block(block: Block) -> list[Block]:
    if isinstance(block, Paragraph):
        inlines = _inlines(block.inlines)
        return [Paragraph(inlines)] if inlines else []
    if isinstance(block, Table):
        rows = tuple(tuple(_cell(cell) for cell in row) for row in block.rows)
        return [replace(block, rows=rows)] if any(map(len, rows)) else []
    return [replace(block, items=tuple(Item(tidy(item.blocks)) for item in block.items))]


def _cell(cell: Blocks) -> Blocks:
    """Return a cell as one paragraph: Markdown has no more room there."""
    lines: list[Inline] = []
    for paragraph in paragraphs(cell):
        lines += [Break(), *paragraph.inlines] if lines else paragraph.inlines
    inlines = _inlines(lines)
    return (Paragraph(inlines),) if inlines else ()


def _inlines(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    kept = list(normalise(map(_inline, inlines)))
    while kept and isinstance(kept[0], Break):
        kept.pop(0)
    while kept and isinstance(kept[-1], Break):
        kept.pop()
    return tuple(kept)


def _inline(inline: Inline) -> Inline:
    if isinstance(inline, Text):
        href = inline.href if inline.href and leads_somewhere(inline.href) else None
        return replace(inline, text=_NOT_TEXT.sub(" ", inline.text), href=href)
    if isinstance(inline, Footnote):
        paragraphs = tuple(Paragraph(kept) for p in inline.paragraphs if (kept := _inlines(_led(p.inlines))))
        return Footnote(paragraphs) if paragraphs else Text("")
    return inline


def _led(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a note's inlines without the blank that Word puts behind its mark."""
    first = inlines[0] if inlines else None
    return (replace(first, text=first.text.lstrip(" ")), *inlines[1:]) if isinstance(first, Text) else inlines
