"""Lines of a pasted text that begin with the mark of a list, and the lists that they are."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from rapport.prose.blocks import Block, Item, List, Paragraph, Text
from rapport.prose.glued import sign

_BULLET = re.compile(r"([•·▪◦‣●○■□▫◼➢➤→✓\uf0a7\uf0b7\uf0d8\uf0fc§]|[*o–—‒―−-](?=\s))\s*(?=\S)")
_SURE = re.compile(r"[•·▪◦‣●○■□▫◼➢➤✓\uf0a7\uf0b7\uf0d8\uf0fc]|§\t")  # one line of it alone is a list
_DASH = re.compile(r"([-–—])(?=\w)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_LETTER = re.compile(r"[a-zåäö]\)\s+(?=\S)")
_EDGE = re.compile(r"[ \t\u00a0\u202f\u2009]*")


class Line(NamedTuple):
    """A line: as it came, without the blanks around it, and how many blanks it stood in from the edge."""

    raw: str
    text: str
    indent: int

    @classmethod
    def of(cls, raw: str) -> "Line":
        """Return a line as it is."""
        edge = _EDGE.match(raw)
        head = edge[0] if edge else ""
        text = raw[len(head) :].rstrip(" \t\u00a0\u202f\u2009")
        # An empty cell at an edge of a table is a tab there.
        return cls(raw if text else "", text, len(head.replace("\t", "    ")))


class Mark(NamedTuple):
    """What stands before an item: its sign, its number if it has one, and where its text begins in the line."""

    sign: str
    number: int | None
    start: int
    indent: int


def marked(lines: Sequence[Line]) -> list[Mark | None]:
    """Return the mark of each line, None for one that is no item: a dash or a number alone may begin a sentence."""
    kept: list[Mark | None] = []
    pairs = [(line, _mark(line)) for line in lines]
    for may_be_list, group in groupby(pairs, lambda pair: pair[1] is not None or pair[0].indent > 1):
        row = list(group)
        found = [mark for _, mark in row if mark is not None] if may_be_list else []
        numbers, signs = {mark.number for mark in found}, Counter(mark.sign for mark in found)
        kept += [mark if mark and _is_item(line, mark, numbers, signs) else None for line, mark in row]
    return kept


def _is_item(line: Line, mark: Mark, numbers: set[int | None], signs: Counter[str]) -> bool:
    """Whether a line of a row is an item: another of its kind is in the row, or its sign is nothing but a list's."""
    if mark.number is not None:
        return mark.number + 1 in numbers or mark.number - 1 in numbers
    return signs[mark.sign] > 1 or (len(signs) > 1 and line.indent > 1) or bool(_SURE.match(line.text))


def without_gaps(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without the blank ones between items of one list."""
    shown = [line for line in lines if line.text]
    marks = iter(marked(shown))
    kept: list[Line] = []
    above: Mark | None = None
    for line in lines:
        if line.text:
            mark = next(marks)
            if mark and above and (mark.number is None) == (above.number is None):
                while not kept[-1].text:
                    kept.pop()
            above = mark
        kept.append(line)
    return kept


def _mark(line: Line) -> Mark | None:
    text = line.text
    if number := _NUMBER.match(text):
        return Mark("1", int(number[1]), number.end(), line.indent)
    if _LETTER.match(text):
        return Mark("a", None, 0, line.indent)
    if bullet := _BULLET.match(text):
        return Mark(bullet[1], None, bullet.end(), line.indent)
    if sign(text) and (dash := _DASH.match(text)):
        return Mark(dash[1], None, dash.end(), line.indent)
    return None


@dataclass(slots=True)
class _Open:
    """A list being put together: its first mark, and its items' texts and lists."""

    mark: Mark
    items: list[tuple[str, list["_Open"]]] = field(default_factory=list)


def listed(lines: Sequence[tuple[Mark | None, str]]) -> list[Block]:
    """Return lines as lists: a further line of an item has no mark, another sign or indent is another level."""
    items: list[tuple[Mark, str]] = []
    for mark, text in lines:
        if mark is not None:
            items.append((mark, text[mark.start :].strip()))
        else:
            last, before = items.pop()
            items.append((last, f"{before} {text}"))
    done: list[_Open] = []
    stack: list[_Open] = []
    for mark, text in items:
        _place(mark, stack, done)
        stack[-1].items.append((" ".join(text.split("\t")), []))
    return [_closed(one) for one in done]


def _place(mark: Mark, stack: list[_Open], done: list[_Open]) -> None:
    """Let the list that a mark belongs to be the innermost open one."""
    for depth in range(len(stack), 0, -1):
        if _goes_on(stack[depth - 1], mark):
            del stack[depth:]
            return
    while stack and (stack[-1].mark.indent > mark.indent or _is_restart(stack[-1], mark)):
        stack.pop()
    opened = _Open(mark)
    (stack[-1].items[-1][1] if stack else done).append(opened)
    stack.append(opened)


def _goes_on(opened: _Open, mark: Mark) -> bool:
    own = opened.mark
    if own.sign != mark.sign or own.indent != mark.indent:
        return False
    return own.number is None or mark.number == own.number + len(opened.items)


def _is_restart(opened: _Open, mark: Mark) -> bool:
    """Whether a mark begins a list of the same kind over again, and not one in an item."""
    return opened.mark.sign == mark.sign and opened.mark.indent == mark.indent


def _closed(opened: _Open) -> List:
    items = []
    for text, inner in opened.items:
        items.append(Item((Paragraph((Text(text),)), *map(_closed, inner))))
    if opened.mark.number is None:
        return List(tuple(items))
    return List(tuple(items), ordered=True, start=opened.mark.number)
