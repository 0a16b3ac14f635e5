"""The document model as a program sees it that knows nothing of tables: figures are text like any other."""

from dataclasses import replace

from rapport.prose.blocks import Figur, Footnote, List, Paragraph, Text, normalise


def without_figures(blocks):
    """Return an answer's blocks as they are read from a document: its figures part of the text around them."""
    return tuple(map(_block, blocks))


def _block(block):
    if isinstance(block, Paragraph):
        return Paragraph(normalise(map(_inline, block.inlines)))
    if isinstance(block, List):
        return replace(block, items=tuple(replace(item, blocks=without_figures(item.blocks)) for item in block.items))
    return replace(block, rows=tuple(tuple(map(without_figures, row)) for row in block.rows))


def _inline(inline):
    if isinstance(inline, Figur):
        return Text(inline.text, *inline.formatting)
    return Footnote(without_figures(inline.paragraphs)) if isinstance(inline, Footnote) else inline
