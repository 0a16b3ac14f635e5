"""Blocks → Markdown, so that reading it again gives the same blocks; a figure is written as its expression.

Bold is always ``**``. Italic is ``*``, or ``_`` where it touches bold, because ``*`` beside ``**`` would be
read as one mark.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from rapport.prose.blocks import Block, Blocks, Break, Figur, Inline, List, Paragraph, Table, Text
from rapport.prose.count import labelled
from rapport.prose.emphasis import Delimiter, Escaped, Piece, as_markdown, entity
from rapport.prose.note_texts import NoteTexts, indented

_ESCAPE = re.compile(r"[\\`*\[\]<|]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|\{(?=[{%#])")
_RULES = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}
_PLAIN_ADDRESS = re.compile(r"[\w:/.?=%#@,;+~-]+", re.ASCII)
_LINE_START = re.compile(r"[#>+=~|:-]|\d{1,9}(?=[.)])")


def render(blocks: Blocks) -> str:
    """Return the blocks as Markdown that ends with a line feed; "" when there are none."""
    if not blocks:
        return ""
    notes = NoteTexts()
    body = render_body(blocks, notes)
    return "\n".join([body, *(["", *notes.texts] if notes.texts else []), ""])


def render_body(blocks: Sequence[Block], notes: NoteTexts) -> str:
    """Return the blocks as Markdown without their notes, which are added to the others."""
    return _blocks(blocks, notes)


def _blocks(blocks: Sequence[Block], notes: NoteTexts, *, flip_first: bool = False) -> str:
    parts: list[str] = []
    flip = flip_first
    for index, block in enumerate(blocks):
        previous = blocks[index - 1] if index else None
        # Two lists of a kind side by side are told apart by their marks.
        alike = isinstance(block, List) and isinstance(previous, List) and block.ordered == previous.ordered
        flip = alike and not flip if index else flip_first
        parts.append(_block(block, notes, flip=flip))
    return "\n\n".join(parts)


def _block(block: Block, notes: NoteTexts, *, flip: bool = False) -> str:
    if isinstance(block, Paragraph):
        return _line(block.inlines, notes)
    if isinstance(block, Table):
        return " ".join(block.trace.uttryck.split()) if block.trace else _table(block, notes)
    return _list(block, notes, flip=flip)


def _list(block: List, notes: NoteTexts, *, flip: bool) -> str:
    items: list[str] = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}{')' if flip else '.'}" if block.ordered else "*" if flip else "-"
        body = _item(item.blocks, notes, flip_first=not flip)
        items.append(f"{mark} {indented(body, ' ' * (len(mark) + 1))}" if body else mark)
    return ("\n\n" if any(_is_loose(item.blocks) for item in block.items) else "\n").join(items)


def _is_loose(blocks: Blocks) -> bool:
    """Whether an item needs blank lines: anything but one paragraph, perhaps with one list under it."""
    return [type(block) for block in blocks] not in ([], [Paragraph], [Paragraph, List])


def _item(blocks: Blocks, notes: NoteTexts, *, flip_first: bool) -> str:
    """Return an item's text; a list right behind the item's mark has another mark, or "- - -" would be a rule."""
    if not _is_loose(blocks) and all(_may_interrupt(block) for block in blocks[1:]):
        return "\n".join(_block(block, notes) for block in blocks)
    return _blocks(blocks, notes, flip_first=flip_first)


def _may_interrupt(block: Block) -> bool:
    """Whether a list may follow a paragraph without a blank line: not when it starts empty or not at 1."""
    return isinstance(block, List) and bool(block.items[0].blocks) and block.start == 1


def _table(table: Table, notes: NoteTexts) -> str:
    rows = [[_cell(cell, notes) for cell in row] for row in table.rows]
    rows.insert(1, [_RULES[align] for align in table.align])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _cell(cell: Blocks, notes: NoteTexts) -> str:
    """Return a cell on one line; Markdown has no paragraphs or lists there, so each becomes a line of its own."""
    lines: list[str] = []
    for block in cell:
        if isinstance(block, Paragraph):
            lines.append(_line(block.inlines, notes, in_cell=True))
        elif isinstance(block, List):
            lines += [label.replace("\t", " ") + _cell(blocks, notes) for label, blocks in labelled(block)]
        else:
            lines += [_cell(inner, notes) for row in block.rows for inner in row]
    return "<br>".join(lines)


def _line(inlines: Iterable[Inline], notes: NoteTexts, *, in_cell: bool = False) -> str:
    """Return a paragraph's inlines as Markdown; a hard break starts a new line, in a cell it is <br>."""
    written = as_markdown(list(_links(tuple(inlines), notes))).replace("![", "\\![")  # what follows is no picture
    lines = [_edges(line) for line in written.split("\n")]
    if in_cell:
        return "<br>".join(lines)
    return "\\\n".join(map(_escaped_start, lines))


def _escaped_start(line: str) -> str:
    """Keep a line from beginning a heading, a list or the like."""
    start = _LINE_START.match(line)
    if not start:
        return line
    return f"{start[0]}\\{line[start.end() :]}" if start[0].isdigit() else "\\" + line


def _edges(line: str) -> str:
    """Write white space at the ends of a line as entities, because Markdown drops it."""
    body = line.strip()
    start = line.index(body) if body else len(line)
    head, tail = line[:start], line[start + len(body) :]
    return "".join(map(entity, head)) + body + "".join(map(entity, tail))


def _links(inlines: tuple[Inline, ...], notes: NoteTexts) -> Iterator[Piece]:
    for href, group in _grouped(inlines, lambda text: text.href):
        yield from [Escaped("[")] if href else []
        yield from _bolds(group, notes)
        yield from [Escaped(f"]({_address(str(href))})")] if href else []


def _address(href: str) -> str:
    """Return an address as it stands in a link: in pointed brackets where it might be read as something else."""
    return href if _PLAIN_ADDRESS.fullmatch(href) else f"<{href}>"


def _bolds(inlines: tuple[Inline, ...], notes: NoteTexts) -> Iterator[Piece]:
    groups = list(_grouped(inlines, lambda text: text.bold))
    for index, (bold, group) in enumerate(groups):
        inner = _italics(group, notes, ends=(index > 0, index < len(groups) - 1), is_bold=bool(bold))
        yield from _marked("**", inner) if bold else inner


def _italics(
    inlines: tuple[Inline, ...], notes: NoteTexts, *, ends: tuple[bool, bool], is_bold: bool
) -> Iterator[Piece]:
    """Yield pieces with italic marked; ``ends`` says at which ends a bold stretch stands."""
    groups = list(_grouped(inlines, lambda text: text.italic))
    for index, (italic, group) in enumerate(groups):
        inner = (Escaped(_leaf(inline, notes)) for inline in group)
        touches = is_bold or (index == 0 and ends[0]) or (index == len(groups) - 1 and ends[1])
        yield from _marked("_" if touches else "*", inner) if italic else inner


def _marked(sign: str, inner: Iterator[Piece]) -> Iterator[Piece]:
    yield Delimiter(sign, opens=True)
    yield from inner
    yield Delimiter(sign, opens=False)


def _grouped(
    inlines: tuple[Inline, ...], key: Callable[[Text], bool | str | None]
) -> Iterator[tuple[bool | str | None, tuple[Inline, ...]]]:
    """Yield runs of inlines with the same key; breaks and footnotes have none and part the runs."""
    for value, group in groupby(inlines, lambda i: key(i) or None if isinstance(i, Text) else None):
        yield value, tuple(group)


def _leaf(inline: Inline, notes: NoteTexts) -> str:
    if isinstance(inline, Break):
        return "\n"
    if isinstance(inline, Figur) and inline.trace.uttryck:
        return " ".join(inline.trace.uttryck.split())
    if isinstance(inline, Text):
        return _ESCAPE.sub(lambda match: "\\" + match[0], inline.text)
    return f"[^{notes.label(inline, lambda paragraph: _line(paragraph.inlines, notes))}]"
