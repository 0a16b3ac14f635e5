"""Text pasted from Word, Outlook, Excel or Teams → the blocks that it is meant as; nothing in it is Markdown."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from rapport.prose.blocks import Block, Blocks, Break, Inline, Paragraph, Table, Text, normalise
from rapport.prose.glued import is_short, tabs
from rapport.prose.lines import Line, Mark, listed, marked, without_gaps
from rapport.prose.tidy import tidy
from rapport.prose.wrapped import Width

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_NEW_LINE = re.compile("\r\n?|\u2028|\u2029|\x85")
_NOT_TEXT = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f]")
_EXCEL_CELL = re.compile(r'(?:(?<=\t)|(?<=\n)|^)"((?:[^"]|"")*)"(?=\t|\n|$)')
_HARD_BLANK = re.compile(r"(?<!\d)[\u00a0\u202f](?!\d)")  # one beside a digit keeps a number whole
_SOFT_BREAK = "\x0b"  # Word's line break within a paragraph
_LEAST = {"tab": 2, "short": 3}  # lines in a row that make a table, or an address


def pasted(text: str) -> Blocks:
    """Return a pasted text as blocks: lists by their marks, tables by their tabs, lines of a letter put together."""
    lines = without_gaps([Line.of(line) for line in _clean(text).split("\n")])
    width = Width([line.text for line in lines])
    blocks: list[Block] = []
    for is_blank, group in groupby(lines, lambda line: not line.text):
        if not is_blank:
            blocks += _blocks(list(group), width)
    return tidy(tuple(blocks))


def _clean(text: str) -> str:
    """Return a text in NFC, with plain line feeds, without signs that do not show."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", _NEW_LINE.sub("\n", text)))
    if "\t" in text:  # Excel puts a cell of many lines in quotation marks
        text = _EXCEL_CELL.sub(_cell_text, text)
    return _HARD_BLANK.sub(" ", _NOT_TEXT.sub(" ", text))


def _cell_text(match: re.Match[str]) -> str:
    inside = match[1]
    is_quoted = "\n" in inside or '""' in inside
    return inside.replace('""', '"').replace("\n", _SOFT_BREAK) if is_quoted else match[0]


def _blocks(lines: list[Line], width: Width) -> Iterator[Block]:
    """Yield the blocks of lines without a blank one among them."""
    marks = marked(lines)
    at = 0
    while at < len(lines):
        end = _end(marks, at, lines, width)
        if marks[at] is not None:
            yield from listed([(mark, line.text) for mark, line in zip(marks[at:end], lines[at:end], strict=True)])
        elif end - at >= _LEAST["tab"] and tabs(lines[at].raw):
            yield _table(lines[at:end])
        else:
            yield from _paragraphs([line.text for line in lines[at:end]], width)
        at = end


def _end(marks: list[Mark | None], at: int, lines: list[Line], width: Width) -> int:
    """Return where the run of lines of one kind that begins at a place ends."""
    end = at + 1
    if marks[at] is not None:
        while end < len(lines) and (marks[end] is not None or _goes_on(lines, end, width)):
            end += 1
        return end
    count = tabs(lines[at].raw)
    while end < len(lines) and marks[end] is None and tabs(lines[end].raw) == count:
        end += 1
    return end


def _goes_on(lines: list[Line], at: int, width: Width) -> bool:
    """Whether a line goes on with the item above it: it stands in from the edge, or the item's line was full."""
    return "\t" not in lines[at].text and (lines[at].indent > 1 or width.goes_on(lines[at - 1].text, lines[at].text))


def _table(lines: list[Line]) -> Table:
    rows = tuple(tuple(_cell(cell) for cell in line.raw.split("\t")) for line in lines)
    return Table(rows, ("",) * len(rows[0]))


def _cell(text: str) -> Blocks:
    inlines = _inlines(text.strip())
    return (Paragraph(inlines),) if inlines else ()


def _paragraphs(lines: list[str], width: Width) -> Iterator[Paragraph]:
    """Yield paragraphs: lines of a letter put together, short lines in a row as one with line breaks."""
    for number, group in groupby(width.joined(lines), is_short):
        run = list(group)
        if number and len(run) >= _LEAST["short"]:
            yield Paragraph(_inlines(_SOFT_BREAK.join(run)))
        else:
            yield from (Paragraph(_inlines(line)) for line in run)


def _inlines(text: str) -> tuple[Inline, ...]:
    """Return a text with Word's line breaks as breaks."""
    inlines: list[Inline] = []
    for part in text.split(_SOFT_BREAK):
        inlines += [Break(), Text(part.strip())] if inlines else [Text(part.strip())]
    return normalise(inlines)
