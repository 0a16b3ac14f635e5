"""A help topic as text for a terminal: wrapped, its marks of Markdown taken away, headings bold where colour shows.

A topic is written in a small part of Markdown: headings, paragraphs, lists, tables of two columns and fenced blocks,
with ``code`` and **bold** in the text. The block ``visar`` is what a command shows, and gets a bar at its left.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from rapport.output.colour import Paint, width_of

_FENCE = "```"
_SHOWN = "visar"
_MARK = re.compile(r"`([^`]+)`|\*\*(.+?)\*\*")
_LEFT = 36  # a table's left column is at most so wide
# While a text is wrapped, a marked letter is another letter, as wide: so marks take no room and a line may end in them.
_CODE, _BOLD = 0xF0000, 0x100000
_CODE_RUN = re.compile(f"[{chr(_CODE)}-{chr(_BOLD - 1)}]+")
_BOLD_RUN = re.compile(f"[{chr(_BOLD)}-{chr(0x10FFFF)}]+")


def as_text(text: str, width: int, *, colour: bool) -> Iterator[str]:
    """Yield a topic's lines, none wider than ``width`` unless a fenced block is."""
    page = _Page(width, Paint(colour), is_underlined=not colour)
    for number, block in enumerate(_blocks(text)):
        if number:
            yield ""
        yield from page.lines(block)


def _blocks(text: str) -> Iterator[list[str]]:
    """Yield the lines of each block: what stands between blank lines, and a fenced block whole."""
    block: list[str] = []
    for line in text.splitlines():
        is_open = bool(block) and block[0].startswith(_FENCE)
        if line or is_open:
            block.append(line)
        if block and ((not line and not is_open) or (is_open and line == _FENCE)):
            yield block
            block = []
    if block:
        yield block


class _Page:
    """How the blocks of a topic are shown, in a width and with or without colour."""

    def __init__(self, width: int, paint: Paint, *, is_underlined: bool) -> None:
        self._width, self._paint, self._is_underlined = width, paint, is_underlined

    def lines(self, block: list[str]) -> Iterator[str]:
        """Yield the lines that a block is shown as."""
        first = block[0]
        if first.startswith(_FENCE):
            yield from self._fenced(first.removeprefix(_FENCE), block[1:-1])
        elif first.startswith("#"):
            heading = first.lstrip("# ")
            yield self._paint(heading, "bold")
            if self._is_underlined:
                yield ("═" if first.startswith("# ") else "─") * len(heading)
        elif first.startswith("|"):
            yield from self._table([_cells(line) for line in block])
        else:
            for item in re.split(r"\n(?=- |\d\. )", "\n".join(block)):
                indent = " " * len(re.match(r"(- |\d\. )?", item)[0])  # type: ignore[index]  # it matches anything
                yield from self._wrapped(self._quoted(" ".join(item.split())), self._width, indent)

    def _fenced(self, info: str, lines: list[str]) -> Iterator[str]:
        indent = "  "
        if info == _SHOWN:
            indent = self._paint("│", "dim") + " "
        elif all(line.startswith(indent) for line in lines if line):
            indent = ""  # an answer stands here as far in as in its file
        kind = "info" if info.startswith("rapport") else None
        yield from ((self._paint(indent + line, kind) if kind else indent + line).rstrip() for line in lines)

    def _quoted(self, text: str) -> str:
        """Return a text with its code in quotation marks where no colour will show what it is."""
        return re.sub("(`[^`]+`)", r"”\1”", text) if self._is_underlined else text

    def _wrapped(self, text: str, width: int, indent: str = "") -> Iterator[str]:
        marked = _MARK.sub(_shifted, text)
        for line in wrap(marked, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False):
            coded = _CODE_RUN.sub(lambda run: self._paint(_back(run[0], _CODE), "info"), line)
            yield _BOLD_RUN.sub(lambda run: self._paint(_back(run[0], _BOLD), "bold"), coded)

    def _table(self, rows: list[list[str]]) -> Iterator[str]:
        head, _rule, *rest = rows
        left = min(max(len(_MARK.sub(r"\1\2", row[0])) for row in rows), _LEFT)
        right = self._width - left - 4
        rule = [["─" * left, "─" * right]] if self._is_underlined else []
        for row in [[f"**{cell}**" if cell else "" for cell in head], *rule, *rest]:
            columns = [list(self._wrapped(row[0], left)), list(self._wrapped(row[1], right))]
            for one, other in zip_longest(*columns, fillvalue=""):
                yield f"  {one}{' ' * (left - width_of(one))}  {other}".rstrip()


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def _shifted(mark: re.Match[str]) -> str:
    """Return a marked text in its other letters: code is never broken, bold may be."""
    code, bold = mark.groups()
    if code:
        return "".join(chr(_CODE + ord(letter)) for letter in code)
    return " ".join("".join(chr(_BOLD + ord(letter)) for letter in word) for word in bold.split())


def _back(text: str, plane: int) -> str:
    return "".join(chr(ord(letter) - plane) for letter in text)
