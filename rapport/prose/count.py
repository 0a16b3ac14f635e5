"""The count: antal tecken inklusive blanksteg, as Word shows it with footnotes ticked.

This is the only place that counts. The unit is UTF-16 code units, as Word's is: an emoji is 2. A paragraph, a
cell and a table weigh nothing in themselves.
"""

from collections.abc import Iterable, Iterator

from rapport.prose.blocks import Block, Blocks, Break, Inline, List, Paragraph, Table, Text

BULLET = "•"


def count(blocks: Blocks) -> int:
    """Return how many characters the blocks take of an area's limit."""
    return sum(map(_block, blocks))


def labelled(block: List) -> Iterator[tuple[str, Blocks]]:
    """Yield each item's blocks with the label that the document shows before it, the tab behind it included."""
    for number, item in enumerate(block.items, block.start):
        own = f"{number}.\t" if block.ordered else f"{BULLET}\t"
        yield own if item.label is None else item.label, item.blocks


def text_units(text: str) -> int:
    """Return the length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _block(block: Block) -> int:
    if isinstance(block, Paragraph):
        return _inlines(block.inlines)
    if isinstance(block, Table):
        return sum(count(cell) for row in block.rows for cell in row)
    return sum(text_units(label) + count(blocks) for label, blocks in labelled(block))


def _inlines(inlines: Iterable[Inline]) -> int:
    return sum(map(_inline, inlines))


def _inline(inline: Inline) -> int:
    if isinstance(inline, Text):
        return text_units(inline.text)
    if isinstance(inline, Break):
        return 1
    # The reference counts 1, and so does the note's own mark.
    return 2 + count(inline.paragraphs)
