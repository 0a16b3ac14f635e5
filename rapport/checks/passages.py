"""The passages that an answer's text is made of: what each one is, and where it stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rapport.domain.svar import Svar
from rapport.prose.blocks import Block, Footnote, Inline, List, Paragraph, Table, Text, plain

_WHEN = re.compile(r"(?: under (?:året|20\d\d)| i år)?[.;,]?\s*$")
_FEWEST = 3  # words of an item that is no mere name or figure
_Kind = Literal["stycke", "punkt", "cell", "fotnot"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: a paragraph, the first paragraph of a list's item, a cell's or a note's.

    ``start`` is its place in the answer's text, ``is_bold`` whether it is bold from end to end, ``before_list``
    whether a list follows it, ``before_table`` whether a table does, and ``group`` the same number for all
    items of one list.
    """

    kind: _Kind
    text: str
    start: int
    is_bold: bool
    before_list: bool
    before_table: bool
    group: int


def passages_of(svar: Svar) -> tuple[Passage, ...]:
    """Return every passage of an answer, in the order of its text."""
    return svar.remember(("passages",), lambda: tuple(_passages(svar.blocks)))


def same_items(svar: Svar) -> tuple[tuple[Passage, Passage], ...]:
    """Return every two items of one list that say the same, but for "under året" at the end of one."""
    return svar.remember(("same items",), lambda: tuple(_find_same_items(svar)))


def _find_same_items(svar: Svar) -> Iterator[tuple[Passage, Passage]]:
    seen: dict[tuple[int, str], Passage] = {}
    for passage in passages_of(svar):
        if passage.kind == "punkt" and len(words := _WHEN.sub("", passage.text.lower()).split()) >= _FEWEST:
            first = seen.setdefault((passage.group, " ".join(words)), passage)
            if first is not passage:
                yield first, passage


def _passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    start = 0
    for kind, group, inlines, follows in _walk(blocks, "stycke", 0):
        text = plain(inlines)
        is_bold = all(i.bold or not i.text.strip() for i in inlines if isinstance(i, Text))
        yield Passage(kind, text, start, is_bold, follows is List, follows is Table, group)
        start += len(text) + 1


_Walked = tuple[_Kind, int, tuple[Inline, ...], type[Block] | None]


def _walk(blocks: Iterable[Block], kind: _Kind, group: int) -> Iterator[_Walked]:
    blocks = tuple(blocks)
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield kind, group, block.inlines, type(blocks[number + 1]) if number + 1 < len(blocks) else None
            yield from _notes(block.inlines)
        elif isinstance(block, List):
            for item in block.items:
                yield from _walk(item.blocks, "punkt", id(block))
        else:
            for row in block.rows:
                for cell in row:
                    yield from _walk(cell, "cell", 0)


def _notes(inlines: tuple[Inline, ...]) -> Iterator[_Walked]:
    for inline in inlines:
        if isinstance(inline, Footnote):
            yield from _walk(inline.paragraphs, "fotnot", 0)
