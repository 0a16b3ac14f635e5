"""Paragraphs, items and tables with their style → blocks of the model, notes where they are cited."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapport.pdf.layout import levelled
from rapport.pdf.line import PLAIN, Line, Styled
from rapport.pdf.notes import citation
from rapport.prose.assemble import Label, assemble
from rapport.prose.blocks import Block, Blocks, Break, Footnote, Inline, Paragraph, Table, Text, normalise
from rapport.prose.count import BULLET

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph or table with its label."""

    own: Blocks
    label: Label | None = None
    level: int | None = None
    boxes: Blocks = ()


def blocks(lines: Sequence[Line]) -> Blocks:
    """Return the blocks of an answer's paragraphs, items and tables."""
    return assemble(_pieces(lines))


def _pieces(lines: Sequence[Line]) -> Iterator[_Piece]:
    used: set[tuple[int, str]] = set()
    group, numbers = 0, dict[int, int]()
    for line in levelled(lines):
        own = _own(line, used)
        if line.mark is None and not line.goes_on:
            group, numbers = group + 1, {}
        if line.mark is None:
            yield _Piece(own, level=line.level if line.goes_on else None)
            continue
        yield _Piece(own, _label(line, group, numbers))


def _label(line: Line, group: int, numbers: dict[int, int]) -> Label:
    digits = (line.mark or "").rstrip(".)")
    is_bullet = not digits.isdecimal() and not (digits.isalpha() and digits != "o" and len(line.mark or "") > 1)
    for deeper in [level for level in numbers if level > line.level]:
        del numbers[deeper]
    number = int(digits) if digits.isdecimal() else numbers.get(line.level, 0) + 1
    numbers[line.level] = number
    shown = f"{BULLET}\t" if is_bullet else f"{line.mark}\t"
    return Label(shown, f"{group}:{line.level}:{is_bullet}", line.level, number, is_bullet)


def _own(line: Line, used: set[tuple[int, str]]) -> tuple[Block, ...]:
    if line.rows is not None:
        width = max(map(len, line.rows), default=0)
        rows = [
            tuple(_cell(cell, line, used) for cell in _without_bold(row)) + ((),) * (width - len(row))
            for row in line.rows
        ]
        align = line.align if len(line.align) == width else ("",) * width
        return (Table(tuple(rows), align),) if rows else ()
    inlines = _inlines(line.styled, line, used)
    return (Paragraph(inlines),) if inlines else ()


def _without_bold(row: tuple[Styled, ...]) -> tuple[Styled, ...]:
    """Return a row of which all is bold, a header or a sum, without that: a table shows by itself what they are."""
    signs = [style.bold for cell in row for sign, style in zip(cell.text, cell.styles, strict=True) if sign.strip()]
    if not all(signs):
        return row
    return tuple(Styled(cell.text, tuple(style._replace(bold=False) for style in cell.styles)) for cell in row)


def _cell(cell: Styled, line: Line, used: set[tuple[int, str]]) -> Blocks:
    inlines = _inlines(cell.stripped(), line, used)
    return (Paragraph(inlines),) if inlines else ()


def _inlines(styled: Styled, line: Line, used: set[tuple[int, str]]) -> tuple[Inline, ...]:
    """Return a text with its notes where they are cited."""
    cited = []
    for mark, note in line.notes:
        at = citation(mark, styled) if (line.page, mark) not in used else None
        if at is not None:
            used.add((line.page, mark))
            cited.append((at, mark, note))
    out: list[Inline] = []
    start = 0
    for at, mark, note in sorted(cited, key=lambda one: one[0]):
        is_loose = styled.text[at - 1 : at].isspace()  # the blank is the mark's own
        out += [*_texts(styled[start : at - is_loose]), Footnote((Paragraph(normalise(_texts(note))),))]
        start = at + len(mark)
        if styled.text[start : start + 2].startswith(" ") and styled.text[start + 1 : start + 2] in ".,;:":
            start += 1
    return normalise([*out, *_texts(styled[start:])])


def _texts(styled: Styled) -> Iterable[Inline]:
    for text, style in _plain_blanks(styled).runs:
        for number, part in enumerate(text.split("\n")):
            if number:
                yield Break()
            yield Text(part, style.bold, style.italic, style.href)


def _plain_blanks(styled: Styled) -> Styled:
    """Return a text whose blanks look like anything but plain only within a stretch of one look."""
    styles = [style._replace(font=0, raised=False) for style in styled.styles]
    for match in _BLANKS.finditer(styled.text):
        start, end = match.span()
        before, after = styles[start - 1 : start] or [PLAIN], styles[end : end + 1] or [PLAIN]
        styles[start:end] = [before[0] if before == after else PLAIN] * (end - start)
    return Styled(styled.text, tuple(styles))
