"""The document that a page has sent → blocks. Kinds, sizes and depth are checked, nothing is believed."""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import normalize

from rapport.errors import InputError
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
    Trace,
    normalise,
)
from rapport.prose.edges import without_edges
from rapport.prose.problem import MAX_CHARACTERS, NOT_ALLOWED
from rapport.prose.tidy import tidy

_MOST_NODES = 50_000
_DEEPEST = 60
_MOST_COLUMNS = 200
_LARGEST_START = 999_999_999
_LONGEST_ADDRESS = 2_000
_SIDES = ("", "left", "center", "right")
_EXPRESSION = re.compile(r"\{[{%#]", re.DOTALL)
_LONE = re.compile("[\ud800-\udfff]")
_AGAIN = "Ladda om sidan och försök igen."
_KEYS = {
    "stycke": {"typ", "rad"},
    "lista": {"typ", "ordnad", "start", "punkter"},
    "tabell": {"typ", "just", "rader"},
}
_FORMATTING = {"fet", "kursiv", "href"}
_INLINES = {"text": _FORMATTING, "radbrytning": set[str](), "not": set[str](), "figur": {"varde", "fel"} | _FORMATTING}


def to_blocks(dokument: object, *, is_tidied: bool = True) -> Blocks:
    """Return a page's document as blocks, as an answer can hold them; raises InputError where it is none.

    With ``is_tidied`` false they are as the page has them: blanks and breaks at the ends of lines too.
    """
    reader = _Reader()
    if not isinstance(dokument, dict) or set(dokument) != {"block"}:
        raise _wrong("dokumentet ska ha nyckeln block och inget annat")
    blocks = tuple(reader.blocks(dokument["block"], 1))
    return tidied(blocks) if is_tidied else blocks


def tidied(blocks: Blocks) -> Blocks:
    """Return blocks as an answer can hold them, without what typing leaves at the ends of lines."""
    return tidy(without_edges(blocks))


def _wrong(what: str) -> InputError:
    return InputError(f"Svaret från sidan kunde inte läsas: {what}. {_AGAIN}")


class _Reader:
    """Reads one document; what it may still hold is counted down while it is read."""

    def __init__(self) -> None:
        self.nodes = _MOST_NODES
        self.characters = MAX_CHARACTERS
        self._narrow = 0  # how many cells and notes are being read, each in another: no table has room there

    def blocks(self, value: object, depth: int) -> Iterator[Block]:
        if depth > _DEEPEST:
            raise _wrong("det är för djupt nästlat")
        for one in self._list(value, "ett block ska stå i en lista"):
            typ = one.get("typ") if isinstance(one, dict) else None
            if not isinstance(typ, str) or typ not in _KEYS or set(one) != _KEYS[typ]:
                raise _wrong("ett block är av okänt slag")
            yield from getattr(self, f"_{typ}")(one, depth)

    def _stycke(self, one: dict[str, Any], depth: int) -> Iterator[Block]:
        """Yield a paragraph, in parts where a table of figures stands in it."""
        part: list[Inline] = []
        for inline in self._line(one["rad"], depth):
            if isinstance(inline, Table):
                yield from _paragraph(part)
                yield inline
                part = []
            else:
                part.append(inline)
        yield from _paragraph(part)

    def _lista(self, one: dict[str, Any], depth: int) -> Iterator[Block]:
        ordered, start = one["ordnad"], one["start"]
        if not isinstance(ordered, bool) or type(start) is not int or not 0 <= start <= _LARGEST_START:
            raise _wrong("en lista saknar sitt slag eller sitt första nummer")
        punkter = self._list(one["punkter"], "en listas punkter ska stå i en lista")
        items = tuple(Item(tuple(self.blocks(punkt, depth + 1))) for punkt in punkter)
        if items:
            yield List(items, ordered, start if ordered else 1)

    def _tabell(self, one: dict[str, Any], depth: int) -> Iterator[Block]:
        just = self._list(one["just"], "en tabells justering ska stå i en lista")
        rader = [self._list(rad, "en tabells rader ska vara listor") for rad in self._list(one["rader"], "en tabell")]
        if not all(isinstance(side, str) and side in _SIDES for side in just) or len(just) > _MOST_COLUMNS:
            raise _wrong("en tabells kolumner är av okänt slag")
        if any(len(rad) != len(just) for rad in rader):
            raise _wrong("en tabells rader är olika långa")
        if rader and just:
            rows = tuple(tuple(self._in_narrow(cell, depth) for cell in rad) for rad in rader)
            yield Table(rows, tuple(just))

    def _line(self, value: object, depth: int) -> Iterator[Inline | Table]:
        for one in self._list(value, "en rad ska vara en lista"):
            kind = next((name for name in _INLINES if isinstance(one, dict) and name in one), None)
            if kind is None or not set(one) <= {kind} | _INLINES[kind]:
                raise _wrong("en del av en rad är av okänt slag")
            yield from getattr(self, f"_inline_{kind}")(one, depth)

    def _inline_text(self, one: dict[str, Any], _: int) -> Iterator[Inline]:
        formatting = self._formatting(one)
        for number, line in enumerate(self._text(one["text"]).replace("\r\n", "\n").split("\n")):
            yield from [Break()] if number else []
            yield from [Text(line, *formatting)] if line else []

    def _inline_radbrytning(self, one: dict[str, Any], _: int) -> Iterator[Inline]:
        if one["radbrytning"] is not True:
            raise _wrong("en radbrytning är av okänt slag")
        yield Break()

    def _inline_not(self, one: dict[str, Any], depth: int) -> Iterator[Inline]:
        paragraphs = self._in_narrow(one["not"], depth)
        if not all(isinstance(block, Paragraph) for block in paragraphs):
            raise _wrong("en fotnot får bara hålla stycken")
        found = tuple(block for block in paragraphs if isinstance(block, Paragraph))
        if any(isinstance(inline, Footnote) for paragraph in found for inline in paragraph.inlines):
            raise _wrong("en fotnot får inte stå i en fotnot")
        yield from [Footnote(found)] if found else []

    def _inline_figur(self, one: dict[str, Any], _: int) -> Iterator[Inline | Table]:
        uttryck, varde = self._text(one["figur"]), one.get("varde")
        if not _EXPRESSION.match(uttryck) or len(uttryck) > _LONGEST_ADDRESS:
            raise _wrong("en siffra saknar sitt uttryck")
        trace = Trace(uttryck, ())
        if isinstance(varde, list) and not self._narrow:
            yield Table((((),),), ("",), trace)  # what it holds is known by the expression alone
        else:
            shown = uttryck if isinstance(varde, list) else self._text(varde or uttryck)
            yield Figur(shown, *self._formatting(one), trace=trace)

    def _in_narrow(self, value: object, depth: int) -> Blocks:
        """Return what a cell or a note holds; a table of figures is its expression there, and that will be said."""
        self._narrow += 1
        try:
            return tuple(self.blocks(value, depth + 1))
        finally:
            self._narrow -= 1

    def _formatting(self, one: dict[str, Any]) -> tuple[bool, bool, str | None]:
        fet, kursiv, href = one.get("fet", False), one.get("kursiv", False), one.get("href")
        if not isinstance(fet, bool) or not isinstance(kursiv, bool):
            raise _wrong("fet och kursiv ska vara ja eller nej")
        if href is not None and (not isinstance(href, str) or len(href) > _LONGEST_ADDRESS):
            raise _wrong("en länks adress är för lång eller av okänt slag")
        return fet, kursiv, href or None

    def _text(self, value: object) -> str:
        if not isinstance(value, str):
            raise _wrong("text av okänt slag")
        self.characters -= len(value)
        if self.characters < 0:
            raise InputError(" ".join(NOT_ALLOWED["long"]))
        return normalize("NFC", _LONE.sub("\ufffd", value))

    def _list(self, value: object, what: str) -> list[Any]:
        if not isinstance(value, list):
            raise _wrong(what)
        self.nodes -= len(value)
        if self.nodes < 0:
            raise _wrong("det har för många delar")
        return value


def _paragraph(inlines: Iterable[Inline]) -> Iterator[Paragraph]:
    found = normalise(inlines)
    yield from [Paragraph(found)] if found else []
