"""The pages of a tagged PDF → its paragraphs, items, tables and notes, as the tags say."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rapport.pdf.layout import goes_on_with
from rapport.pdf.line import Line, Styled
from rapport.pdf.stretch import Stretch, alignment, joined

_NOTES = {"Note", "FENote", "Footnote"}
_MARK = re.compile(r"\s*(\d{1,3}|\*{1,3})\s*")
_LABEL = re.compile(r"\s*([•·▪◦‣●○■□▫◼➢➤✓\uf0a7\uf0b7\uf0d8o–-]|\d{1,2}[.)]|[a-zåäö][.)])\s*(?=\S)")
_LEAVES = {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "LBody", "TH", "TD", "Caption", "BlockQuote", "TOCI"}
_ENOUGH = 0.6  # of a page's letters have a tag; the rest are headers and the like


def is_tagged(pages: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the tags of a document hold its text."""
    tagged = whole = 0
    for page in pages:
        ids = set(_ids(page["tags"])) if page["tags"] else set()
        for mcid, runs, *_ in page["stretches"]:
            length = sum(len(run[0]) for run in runs)
            whole += length
            tagged += length * (mcid in ids)
    return bool(whole) and tagged >= _ENOUGH * whole


def _ids(tag: Sequence[Any]) -> Iterator[int]:
    for kid in tag[2]:
        if isinstance(kid, int):
            yield kid
        else:
            yield from _ids(kid)


def tagged_lines(pages: Sequence[Mapping[str, Any]]) -> tuple[list[Line], list[str]]:
    """Return the paragraphs of a document, each with the notes of its page, and the texts that no tag holds."""
    lines: list[Line] = []
    keys: list[str] = []
    outside: list[str] = []
    for number, page in enumerate(pages, 1):
        stretches = [Stretch.of(row) for row in page["stretches"]]
        reader = _Page(number, stretches)
        reader.walk(page["tags"] or ["", "", []], _Around())
        notes = tuple(reader.notes)
        fresh = [(key, replace(line, notes=notes, number=number)) for key, line in reader.found]
        if lines and fresh and _is_more(keys[-1], fresh[0][0], lines[-1], fresh[0][1]):
            lines[-1] = _with_more(lines[-1], fresh.pop(0)[1])
        lines += [line for _, line in fresh]
        keys += [key for key, _ in fresh]
        outside += reader.outside()
    return lines, outside


def _is_more(key: str, other: str, above: Line, below: Line) -> bool:
    """Whether the first of a page is the same element as the last of the page before."""
    is_same = key == other and key.strip("-1 ") != ""
    return is_same and (above.rows is None) == (below.rows is None)


def _with_more(above: Line, below: Line) -> Line:
    notes = (*above.notes, *below.notes)
    if above.rows is not None and below.rows is not None:
        return replace(above, rows=above.rows + below.rows, notes=notes)
    return replace(above, styled=goes_on_with(above.styled.stripped(), below.styled.stripped()), notes=notes)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a tag stands in: how deep in lists, and whether an item has begun without a paragraph of it yet."""

    depth: int = 0
    item: list[str] | None = None  # the item's mark, taken by its first paragraph


@dataclass(slots=True)
class _Page:
    """Walks through the tags of one page."""

    number: int
    stretches: Sequence[Stretch]
    found: list[tuple[str, Line]] = field(default_factory=list)
    notes: list[tuple[str, Styled]] = field(default_factory=list)
    _by_id: dict[int, list[Stretch]] = field(default_factory=dict)
    _used: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for stretch in self.stretches:
            self._by_id.setdefault(stretch.mcid, []).append(stretch)

    def walk(self, tag: Sequence[Any], around: _Around) -> None:
        kind, key, kids = tag
        if kind in _NOTES:
            self._note(tag)
        elif kind == "Table":
            self._table(tag)
        elif kind == "Lbl" and around.item is not None:
            around.item.append(self._text(tag).text.strip())
        elif any(isinstance(kid, int) for kid in kids) or kind in ("P", "Lbl"):
            self._leaf(kind, key, tag, around)
        else:
            inner = replace(around, depth=around.depth + 1) if kind == "L" else around
            inner = replace(inner, item=[]) if kind == "LI" else inner
            for kid in kids:
                self.walk(kid, inner)

    def _leaf(self, _kind: str, key: str, tag: Sequence[Any], around: _Around) -> None:
        inline = [kid for kid in tag[2] if isinstance(kid, int) or kid[0] not in (*_NOTES, "Table", "L", "P")]
        stretches = self._stretches(["", "", inline])
        left = min((one.left for one in stretches), default=None)
        line = Line(joined(stretches).stripped(), self.number, left=left, is_whole=True)
        if around.depth and around.item is not None:
            line = _item(line, around)
        if line.text:
            self.found.append((key, line))
        for kid in tag[2]:
            if not isinstance(kid, int) and kid[0] in (*_NOTES, "Table", "L", "P"):
                self.walk(kid, around)

    def _table(self, tag: Sequence[Any]) -> None:
        cells = [[self._stretches(cell) for cell in _of(row, ("TH", "TD"))] for row in _of(tag, ("TR",))]
        rows = tuple(tuple(map(joined, row)) for row in cells if row)
        if any(cell.text.strip() for row in rows for cell in row):
            line = Line(Styled("", ()), self.number, is_whole=True, rows=rows, align=alignment(cells))
            self.found.append((_whole_key(tag), line))

    def _note(self, tag: Sequence[Any]) -> None:
        styled = self._text(tag)
        match = _MARK.match(styled.text)
        if match:
            self.notes.append((match[1], styled[match.end() :].stripped()))
        elif self.notes and styled.text.strip():
            mark, before = self.notes.pop()
            self.notes.append((mark, goes_on_with(before, styled.stripped())))
        elif styled.text.strip():
            self.found.append(("", Line(styled.stripped(), self.number, is_whole=True)))

    def _text(self, tag: Sequence[Any]) -> Styled:
        return joined(self._stretches(tag))

    def _stretches(self, tag: Sequence[Any]) -> list[Stretch]:
        ids = list(_ids(tag))
        self._used |= set(ids)
        return [stretch for mcid in ids for stretch in self._by_id.get(mcid, ())]

    def outside(self) -> list[str]:
        """Return the texts that no tag holds."""
        texts = (stretch.styled.text.strip() for stretch in self.stretches if stretch.mcid not in self._used)
        return [text for text in texts if text]


def _item(line: Line, around: _Around) -> Line:
    """Return a paragraph of a list with its mark, or as more of its item."""
    level = around.depth - 1
    item = around.item
    if item is None or (item and item[0] == ""):
        return replace(line, level=level, goes_on=True)
    mark = item.pop() if item else ""
    item.append("")
    if not mark and (match := _LABEL.match(line.text)):
        mark = match[1]
        line = line.with_text(line.styled[match.end() :].stripped())
    elif mark and line.text.startswith(mark):
        line = line.with_text(line.styled[len(mark) :].stripped())
    return replace(line, mark=mark or "•", level=level)


def _of(tag: Sequence[Any], kinds: tuple[str, ...]) -> Iterator[Sequence[Any]]:
    """Yield the tags of some kinds in a tag, none inside another."""
    for kid in tag[2]:
        if isinstance(kid, int):
            continue
        if kid[0] in kinds:
            yield kid
        else:
            yield from _of(kid, kinds)


def _whole_key(tag: Sequence[Any]) -> str:
    return f"{tag[1]}:{' '.join(_whole_key(kid) for kid in tag[2] if not isinstance(kid, int))}"
