"""Blocks → WordprocessingML: paragraphs, lists, tables, links and footnotes of one answer."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import zip_longest

from rapport.prose.blocks import (
    Block,
    Blocks,
    Break,
    Footnote,
    Inline,
    List,
    Paragraph,
    Table,
    Text,
    plain,
    without_figures,
)
from rapport.word.additions import LEVELS, Footnotes, Numbering, indent
from rapport.word.columns import text_width
from rapport.word.ns import Element, el, get, qn, text_run, val
from rapport.word.package import Relations
from rapport.word.styles import Styles
from rapport.word.tables import Tables

_ITEM_GAP = "80"  # twentieths of a point after an item: closer than paragraphs are
_GAP_BELOW = "160"  # twentieths of a point between a list or table and the paragraph below it
_ORDER = [qn(f"w:{name}") for name in ("pStyle", "keepNext", "numPr", "spacing", "ind", "jc")]
_NOTE_GAP = "60"  # twentieths of a point after a note's mark: room to the eye, but no character


@dataclass(slots=True)
class Composer:
    """Makes the elements of answers; lists, notes and links are entered where the document keeps them."""

    styles: Styles
    numbering: Numbering
    footnotes: Footnotes
    relations: Relations
    document: Element

    def blocks(self, blocks: Blocks) -> list[Element]:
        """Return the elements of an answer; an empty one is an empty paragraph."""
        return list(self._blocks(blocks, self.styles.named("Svar"), 0)) or [
            self._paragraph((), self.styles.named("Svar"))
        ]

    def _blocks(self, blocks: Blocks, properties: list[Element], level: int) -> Iterator[Element]:
        previous: Block | None = None
        for block, below in zip_longest(blocks, blocks[1:]):
            if isinstance(block, Table):
                if isinstance(previous, Table):
                    yield self._paragraph((), self.styles.named("Svar"))  # or the two would be one
                yield Tables(self.styles, text_width(self.document), self._cell).table(block, level)
            elif isinstance(block, List):
                yield from self._list(block, level, is_below_table=isinstance(previous, Table))
            else:
                room = [el("w:spacing", {"w:before": _GAP_BELOW})] if _stands_close(previous) and not level else []
                yield self._paragraph(block.inlines, _with(properties, *_held(block, below), *room))
            previous = block

    def _list(self, block: List, level: int, *, is_below_table: bool) -> Iterator[Element]:
        level = min(level, LEVELS - 1)
        number = self.numbering.add(ordered=block.ordered, start=block.start, level=level)
        for item in block.items:
            first, rest = item.blocks[:1], item.blocks[1:]
            properties = self._in_list(number, level, is_below_table=is_below_table)
            if first and isinstance(first[0], Paragraph):
                held = _held(first[0], rest[0] if rest else None)
                yield self._paragraph(first[0].inlines, _with(properties, *held))
            else:  # the label needs a paragraph to stand in
                yield self._paragraph((), properties)
                rest = item.blocks
            yield from self._blocks(rest, self._in_list("0", level), level + 1)
            is_below_table = isinstance(item.blocks[-1] if item.blocks else None, Table)

    def _in_list(self, number: str, level: int, *, is_below_table: bool = False) -> list[Element]:
        """Return paragraph properties for an item, or, with number 0, for its further paragraphs."""
        numbered = el("w:numPr", None, val("w:ilvl", str(level)), val("w:numId", number))
        position = el("w:ind", {"w:left": get(indent(level), "w:left") or "", "w:firstLine": "0"})
        gaps = {"w:before": _GAP_BELOW, "w:after": _ITEM_GAP} if is_below_table else {"w:after": _ITEM_GAP}
        further = [position] if number == "0" else []
        return [*self.styles.named("Svar"), numbered, el("w:spacing", gaps), *further]

    def _cell(self, cell: Blocks, properties: list[Element]) -> list[Element]:
        content = list(self._blocks(cell, properties, 0))
        if not cell or isinstance(cell[-1], Table):  # a cell must end with a paragraph
            content.append(self._paragraph((), properties))
        return content

    def _paragraph(self, inlines: Iterable[Inline], properties: list[Element]) -> Element:
        # An element stands in one place only, and the same properties serve many paragraphs.
        paragraph = el("w:p", None, *([el("w:pPr", None, *map(deepcopy, properties))] if properties else []))
        paragraph.extend(self._inlines(inlines, self.relations))
        return paragraph

    def _inlines(self, inlines: Iterable[Inline], relations: Relations) -> Iterator[Element]:
        for inline in without_figures(inlines):
            if isinstance(inline, Break):
                yield el("w:r", None, el("w:br"))
            elif isinstance(inline, Footnote):
                yield self._footnote(inline)
            elif inline.href:
                rel_id = relations.add("hyperlink", inline.href, is_external=True)
                yield el("w:hyperlink", {"r:id": rel_id}, self._run(inline))
            else:
                yield self._run(inline)

    def _run(self, text: Text) -> Element:
        link = self.styles.id("character", "Hyperlink") if text.href else None
        properties = [val("w:rStyle", link)] if link else []
        properties += [el("w:b")] if text.bold else []
        properties += [el("w:i")] if text.italic else []
        properties += [val("w:u", "single")] if text.href and not link else []
        return text_run(text.text, *properties)

    def _footnote(self, note: Footnote) -> Element:
        style = self.styles.id("paragraph", "footnote text")
        look = [el("w:pPr", None, val("w:pStyle", style))] if style else []
        paragraphs = [
            el("w:p", None, *map(deepcopy, look), *self._inlines(paragraph.inlines, self.footnotes.relations))
            for paragraph in note.paragraphs
        ]
        mark = el("w:r", None, self._note_mark(val("w:spacing", _NOTE_GAP)), el("w:footnoteRef"))
        paragraphs[0].insert(len(look), mark)
        number = self.footnotes.add(paragraphs)
        return el("w:r", None, self._note_mark(), el("w:footnoteReference", {"w:id": number}))

    def _note_mark(self, *more: Element) -> Element:
        style = self.styles.id("character", "footnote reference")
        if style:
            return el("w:rPr", None, val("w:rStyle", style), *more)
        return el("w:rPr", None, *more, val("w:vertAlign", "superscript"))


def _held(block: Paragraph, below: Block | None) -> list[Element]:
    """Return what keeps a paragraph on the page of what it introduces: a table, or a list after a colon."""
    introduces = isinstance(below, List) and plain(block.inlines).rstrip().endswith(":")
    return [el("w:keepNext")] if introduces or isinstance(below, Table) else []


def _with(properties: list[Element], *more: Element) -> list[Element]:
    """Return paragraph properties with those of more that are not there, in the order that Word wants."""
    by_tag = {str(element.tag): element for element in [*more, *properties]}
    return sorted(by_tag.values(), key=lambda element: _ORDER.index(str(element.tag)))


def _stands_close(block: Block | None) -> bool:
    """Whether a block leaves too little room below itself."""
    return isinstance(block, List | Table)
