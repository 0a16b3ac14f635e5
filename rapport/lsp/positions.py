"""Places in a text as we count them and as the protocol does.

We count characters, and lines by line feeds. The protocol also ends a line with a carriage return alone, and counts in
the units that the editor has asked for: of UTF-16, where an emoji is two, unless it says otherwise.
"""

import re
from bisect import bisect_right
from functools import cached_property

from lsprotocol.types import Position, PositionEncodingKind, Range

from rapport.finding import Place

_BREAK = re.compile(r"\r\n|\n|\r")
_LONE = re.compile("[\ud800-\udfff]")
_TOKEN = re.compile(r"""(?:"[^"\n]*"|'[^'\n]*'|[^\s:"'#][^\s:]*)(?=[ \t]*:)|[^\n]+""")
_BOM = "\ufeff"


class Text:
    """A file's text as the editor has it, and the ways between offsets in it and the editor's positions."""

    def __init__(self, text: str, encoding: str = PositionEncodingKind.Utf16) -> None:
        self.text = text
        self.encoding = encoding

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins, as the protocol has them."""
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    @cached_property
    def _own_lines(self) -> list[int]:
        """Where each line begins, as we have them: a byte order mark is before the first."""
        start = int(self.text.startswith(_BOM))
        return [start, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def has_own_lines(self) -> bool:
        """Whether the protocol has other lines than we have: a carriage return alone ends one."""
        return len(self._lines) != len(self._own_lines)

    def position(self, offset: int) -> Position:
        """Return the editor's position of a character; what is past its line's end is there."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._lines, offset) - 1
        start = self._lines[line]
        return Position(line, self._units(self.text[start : min(offset, self._end(line))]))

    def offset(self, position: Position) -> int:
        """Return the offset of an editor's position; what is past a line's end, or the last line, is at that end."""
        if position.line >= len(self._lines):
            return len(self.text)
        start, end = self._lines[position.line], self._end(position.line)
        line = self.text[start:end]
        if self._units(line) == len(line):
            return min(start + position.character, end)
        at = units = 0
        while at < len(line) and units + (more := self._units(line[at])) <= position.character:
            units, at = units + more, at + 1
        return start + at

    def range(self, start: int, end: int) -> Range:
        """Return the editor's range of a piece of the text."""
        return Range(self.position(start), self.position(end))

    def at(self, place: Place) -> int:
        """Return the offset of one of our places; the text's beginning where it has no line."""
        if place.line is None:
            return self._own_lines[0]
        start = self._own_lines[min(place.line, len(self._own_lines)) - 1]
        return min(start + (place.column or 1) - 1, len(self.text))

    def moved(self, offset: int) -> int:
        """Return where a character stands whose offset is counted without a byte order mark."""
        return offset + self._own_lines[0]

    def token(self, start: int) -> tuple[int, int]:
        """Return the key that begins at an offset, without its colon, or else the rest of the line."""
        found = _TOKEN.match(self.text, start)
        return (start, start + len(found[0].rstrip())) if found else (start, start)

    def edited(self, change: Range | None, text: str) -> str:
        """Return the text after one of the editor's changes; without a range it is another one altogether."""
        if change is None:
            return whole(text)
        start, end = self.offset(change.start), self.offset(change.end)
        return whole(self.text[:start] + text + self.text[max(start, end) :])

    def _end(self, line: int) -> int:
        """Return where a line ends, its line break not counted."""
        end = self._lines[line + 1] if line + 1 < len(self._lines) else len(self.text)
        return end - len(self.text[self._lines[line] : end]) + len(self.text[self._lines[line] : end].rstrip("\r\n"))

    def _units(self, text: str) -> int:
        if self.encoding == PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        if self.encoding == PositionEncodingKind.Utf32 or text.isascii():
            return len(text)
        return len(text.encode("utf-16-le", "surrogatepass")) // 2


def whole(text: str) -> str:
    """Return a text with the halves of signs that an editor may send in the middle of a change as what shows a gap."""
    return _LONE.sub("\ufffd", text)
