"""What an answer is to be when some of its lines have been set apart: its blocks with the same words, made anew."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapport.prose.apart_lines import Mend
from rapport.prose.blocks import (
    Block,
    Blocks,
    Break,
    Figur,
    Inline,
    Item,
    List,
    Paragraph,
    Table,
    Text,
    normalise,
)

_BLANKS = " \t\n"
Inlines = tuple[Inline, ...]
_Cells = dict[tuple[int, int], list[Inline]]


class _Unsure(Exception):  # noqa: N818 - it is no error
    """The lines are not in one place of the answer, or hold what cannot be parted."""


def with_apart(blocks: Blocks, mend: Mend) -> Blocks | None:
    """Return an answer's blocks with lines of it set apart; None where they cannot be."""
    try:
        changed = tuple(_siblings(blocks, mend))
    except _Unsure:
        return None
    return changed if changed != blocks else None


def _siblings(blocks: Blocks, mend: Mend) -> Iterator[Block]:
    """Yield blocks that stand together; the paragraphs that the lines are in become one list, table or paragraph."""
    lead: list[Inline] = []
    tail: list[Inline] = []
    cells: _Cells = {}
    for block in blocks:
        if isinstance(block, Paragraph) and _is_in(block, mend):
            _deal(block, mend, lead, cells, tail)
            continue
        if cells:
            yield from _made(mend, lead, cells, tail)
            cells = {}
        if isinstance(block, List):
            items = tuple(replace(item, blocks=tuple(_siblings(item.blocks, mend))) for item in block.items)
            yield replace(block, items=items)
        else:
            yield block
    if cells:
        yield from _made(mend, lead, cells, tail)


def _is_in(paragraph: Paragraph, mend: Mend) -> bool:
    """Whether any of a paragraph's words are on the lines."""
    return any(mend.start <= s.start < mend.end for i in paragraph.inlines if isinstance(i, Text) for s in i.origin)


def _deal(paragraph: Paragraph, mend: Mend, lead: list[Inline], cells: _Cells, tail: list[Inline]) -> None:
    """Put each piece of a paragraph where it belongs: before the lines, in a cell of one, or after them."""
    where = lead
    for piece, place in _pieces(paragraph.inlines):
        if place is None:
            where.append(piece)
            continue
        number, cell = _cell_at(mend, place)
        if number >= 0:
            where = cells.setdefault((number, cell), [])
        elif place < mend.start:
            where = lead
        elif place >= mend.end:
            where = tail
        else:
            _require_sign(piece)
            continue
        where.append(piece)


def _require_sign(piece: Inline) -> None:
    """Raise _Unsure unless a piece that is dropped is a sign of an item, a blank between cells or a line's end."""
    text = piece.text if isinstance(piece, Text) and not isinstance(piece, Figur) else "?!"
    if len(text.strip()) > 1 or (text.isalpha() and text != "o"):
        raise _Unsure


def _pieces(inlines: Iterable[Inline]) -> Iterator[tuple[Inline, int | None]]:
    """Yield inlines in pieces with where each was written; a note's mark has no place of its own."""
    for inline in inlines:
        if isinstance(inline, Break):
            raise _Unsure
        if not isinstance(inline, Text):
            yield inline, None
            continue
        ends = [*(stretch.at for stretch in inline.origin[1:]), len(inline.text)]
        for stretch, end in zip(inline.origin, ends, strict=True):
            text = inline.text[stretch.at : end]
            if stretch.is_exact:
                yield from ((replace(inline, text=sign), stretch.start + n) for n, sign in enumerate(text))
            else:
                yield replace(inline, text=text), stretch.start


def _cell_at(mend: Mend, place: int) -> tuple[int, int]:
    for number, row in enumerate(mend.rows):
        for cell, (start, end) in enumerate(row.spans):
            if start <= place < end:
                return number, cell
    return -1, -1


def _made(mend: Mend, lead: Sequence[Inline], cells: _Cells, tail: Sequence[Inline]) -> Iterator[Block]:
    """Yield the blocks that the lines become, with what stands before and after them."""
    rows = [[_trimmed(cells.get((n, c), [])) for c in range(len(row.spans))] for n, row in enumerate(mend.rows)]
    if mend.kind != "table" and not all(row[0] for row in rows):
        raise _Unsure
    before, after = _trimmed(lead), _trimmed(tail)
    if mend.kind == "lines":
        lines = [*([before] if before else []), *(row[0] for row in rows)]
        yield Paragraph(
            normalise(inline for n, line in enumerate(lines) for inline in ([Break()] if n else []) + [*line])
        )
        return
    yield from [Paragraph(before)] if before else []
    if mend.kind == "table":
        filled = tuple(tuple((Paragraph(cell),) if cell else () for cell in row) for row in rows)
        yield Table(filled, ("",) * len(filled[0]))
    else:
        yield _list([(row.level, cells[0]) for row, cells in zip(mend.rows, rows, strict=True)], mend.first)
    yield from [Paragraph(after)] if after else []


def _list(rows: Sequence[tuple[int, Inlines]], first: int | None = None) -> List:
    """Return rows as a list; those deeper than the one above are a list in its item."""
    base = rows[0][0]
    starts = [number for number, (level, _) in enumerate(rows) if level == base]
    items = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        inner: tuple[Block, ...] = (_list(rows[start + 1 : end]),) if end - start > 1 else ()
        items.append(Item((Paragraph(rows[start][1]), *inner)))
    return List(tuple(items), first is not None, 1 if first is None else first)


def _trimmed(inlines: Iterable[Inline]) -> Inlines:
    """Return inlines without blanks at the ends, as Markdown reads them."""
    found = list(normalise(inlines))
    if found and isinstance(first := found[0], Text):
        found[0] = replace(first, text=first.text.lstrip(_BLANKS))
    if found and isinstance(last := found[-1], Text):
        found[-1] = replace(last, text=last.text.rstrip(_BLANKS))
    return normalise(found)
