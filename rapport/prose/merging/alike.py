"""What makes two pieces of text the same for people, whatever Word, LibreOffice or a keyboard have made of the signs.

Quotation marks, blanks that do not break, the bold of a table's headings, how its columns are set and how a list is
labelled change when a document is saved; nobody has written anything new then.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from rapport.prose.blocks import (
    Block,
    Blocks,
    Break,
    Figur,
    Footnote,
    Inline,
    Item,
    List,
    Paragraph,
    Table,
    Text,
    paragraphs,
    plain_passages,
)

Row = tuple[Blocks, ...]


class HeadingRow(tuple[Blocks, ...]):
    """The first row of a table; a tuple like any other row, but known for what it is."""

    __slots__ = ()


Part = Block | Item | Row
"""What a text is put together of: a paragraph, a list, a table, an item of a list, a row of a table."""

_SIGNS = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "‚": "'", "`": "'", "‑": "-"})
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_SPOKEN = re.compile(r"\w+")


def key(part: Part) -> str:
    """Return what is the same for two parts if they are; an expression counts as written, not by what it gives."""
    return _key(part)


def folded(text: str) -> str:
    """Return a text as it is compared: one sort of quotation mark and of blank, nothing unseen."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(_SIGNS)
    return re.sub(r"\s", " ", text)


def spoken(part: Part) -> tuple[str, ...]:
    """Return a part's words, to see how much of them two parts have in common."""
    return tuple(_SPOKEN.findall(folded(" ".join(plain_passages(_blocks(part)))).casefold()))


def _blocks(part: Part) -> Blocks:
    if isinstance(part, Item):
        return part.blocks
    if isinstance(part, tuple):
        return tuple(block for cell in part for block in cell)
    return (part,)


def _key(part: Part, *, is_heading: bool = False) -> str:
    if isinstance(part, Paragraph):
        return _inlines(part.inlines, is_heading=is_heading)
    if isinstance(part, List):
        return f"<{part.start if part.ordered else '-'}>" + _joined(part.items) + "</>"
    if isinstance(part, Table):
        if part.trace:
            return f"<{_expression(part.trace.uttryck)}>"
        return "<table>" + "".join(_row(row, is_heading=not number) for number, row in enumerate(part.rows)) + "</>"
    return _joined(part.blocks) if isinstance(part, Item) else _row(part, is_heading=isinstance(part, HeadingRow))


def _joined(parts: Iterable[Part]) -> str:
    return "\x1e".join(map(_key, parts))


def _row(row: Row, *, is_heading: bool = False) -> str:
    cells = ("\n".join(_key(paragraph, is_heading=is_heading) for paragraph in paragraphs(cell)) for cell in row)
    return "\x1d".join(cells) + "\x1c"


def _inlines(inlines: Iterable[Inline], *, is_heading: bool) -> str:
    return "".join(_with_formatting(inlines, is_heading=is_heading)).strip()


def _with_formatting(inlines: Iterable[Inline], *, is_heading: bool) -> Iterator[str]:
    """Yield the words, each with its formatting; a blank has none, because nobody sees it."""
    for inline in inlines:
        if isinstance(inline, Break):
            yield "\n"
        elif isinstance(inline, Footnote):
            yield "[^" + "\n".join(_inlines(p.inlines, is_heading=False) for p in inline.paragraphs) + "]"
        else:
            marks = _marks(inline, is_heading=is_heading)
            uttryck = inline.trace.uttryck if isinstance(inline, Figur) else ""
            words = [_expression(uttryck)] if uttryck else _WORDS.findall(folded(inline.text))
            yield from (" " if word.isspace() else word + marks for word in words)


def _marks(text: Text, *, is_heading: bool) -> str:
    bold = "*" if text.bold and not is_heading else ""
    address = f"({unquote(text.href).rstrip('/')})" if text.href else ""
    return bold + ("_" if text.italic else "") + address


def _expression(uttryck: str) -> str:
    return " ".join(uttryck.split())
