"""Figures put back where they stand in a text that has been out in Word, which knows no expressions."""

from typing import NamedTuple

from rapport.prose.blocks import Blocks, Paragraph
from rapport.prose.merging.adopt_inlines import adopt_inlines
from rapport.prose.merging.alike import Part, Row
from rapport.prose.merging.shown import as_block, expressions


class Adopted(NamedTuple):
    """A part as it came back from Word, its figures in place, and the expressions that have no place there."""

    part: Part
    lost: tuple[str, ...] = ()


def adopt(base: Part, theirs: Part) -> Adopted:
    """Return what a part has become in Word with the figures that it was built with; they stand for themselves."""
    if isinstance(base, Paragraph) and isinstance(theirs, Paragraph):
        inlines, lost = adopt_inlines(base.inlines, theirs.inlines)
        return Adopted(Paragraph(inlines), lost)
    if isinstance(base, tuple) and isinstance(theirs, tuple) and len(base) == len(theirs):
        return _adopt_row(base, theirs)
    return Adopted(theirs, expressions(base))


def _adopt_row(base: Row, theirs: Row) -> Adopted:
    cells: list[Blocks] = []
    lost: list[str] = []
    for before, after in zip(base, theirs, strict=True):
        blocks = list(after)
        for number, block in enumerate(before):
            if number < len(after):
                adopted = adopt(block, after[number])
                blocks[number] = as_block(adopted.part)
                lost += adopted.lost
            else:
                lost += expressions(block)
        cells.append(tuple(blocks))
    return Adopted(tuple(cells), tuple(lost))
