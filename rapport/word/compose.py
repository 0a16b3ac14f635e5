"""Blocks → WordprocessingML: paragraphs, lists, tables, links and footnotes of one answer."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from rapport.prose.blocks import Block, Blocks, Break, Footnote, Inline, List, Paragraph, Table, Text, without_figures
from rapport.word.additions import INDENT, LEVELS, Footnotes, Numbering, indent
from rapport.word.ns import Element, el, get, text_run, val
from rapport.word.package import Relations
from rapport.word.styles import Styles

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDER = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "A6A6A6"}
_FULL_WIDTH = {"w:w": "5000", "w:type": "pct"}
_ITEM_GAP = "80"  # twentieths of a point after an item: closer than paragraphs are
_SHORT = 12  # rows of a table that is not to be parted by the end of a page
_GAP_BELOW = "160"  # twentieths of a point between a list or table and the paragraph below it
_NOTE_GAP = "60"  # twentieths of a point after a note's mark: room to the eye, but no character


@dataclass(slots=True)
class Composer:
    """Makes the elements of answers; lists, notes and links are entered where the document keeps them."""

    styles: Styles
    numbering: Numbering
    footnotes: Footnotes
    relations: Relations

    def blocks(self, blocks: Blocks) -> list[Element]:
        """Return the elements of an answer; an empty one is an empty paragraph."""
        return list(self._blocks(blocks, self._style("Svar"), 0)) or [self._paragraph((), self._style("Svar"))]

    def _blocks(self, blocks: Blocks, properties: list[Element], level: int) -> Iterator[Element]:
        previous: Block | None = None
        for block in blocks:
            if isinstance(block, Table):
                if isinstance(previous, Table):
                    yield self._paragraph((), self._style("Svar"))  # or the two would be one
                yield self._table(block, level)
            elif isinstance(block, List):
                yield from self._list(block, level)
            else:
                room = [el("w:spacing", {"w:before": _GAP_BELOW})] if _stands_close(previous) and not level else []
                yield self._paragraph(block.inlines, [*properties, *room])
            previous = block

    def _list(self, block: List, level: int) -> Iterator[Element]:
        level = min(level, LEVELS - 1)
        number = self.numbering.add(ordered=block.ordered, start=block.start, level=level)
        for item in block.items:
            first, rest = item.blocks[:1], item.blocks[1:]
            if first and isinstance(first[0], Paragraph):
                yield self._paragraph(first[0].inlines, self._in_list(number, level))
            else:  # the label needs a paragraph to stand in
                yield self._paragraph((), self._in_list(number, level))
                rest = item.blocks
            yield from self._blocks(rest, self._in_list("0", level), level + 1)

    def _in_list(self, number: str, level: int) -> list[Element]:
        """Return paragraph properties for an item, or, with number 0, for its further paragraphs."""
        numbered = el("w:numPr", None, val("w:ilvl", str(level)), val("w:numId", number))
        position = el("w:ind", {"w:left": get(indent(level), "w:left") or "", "w:firstLine": "0"})
        further = [position] if number == "0" else []
        return [*self._style("Svar"), numbered, el("w:spacing", {"w:after": _ITEM_GAP}), *further]

    def _table(self, table: Table, level: int) -> Element:
        style = self.styles.id("table", "Svarstabell")
        looks = [val("w:tblStyle", style)] if style else []
        borders = [el("w:tblBorders", None, *(el(f"w:{side}", _BORDER) for side in _SIDES))]
        first_row = {"w:val": "0020", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0"}
        look = el("w:tblLook", {**first_row, "w:lastColumn": "0", "w:noHBand": "1", "w:noVBand": "1"})
        width = [el("w:tblW", _FULL_WIDTH)]
        # A table inside an item stands as far in as the item's text.
        width += [el("w:tblInd", {"w:w": str(INDENT * level), "w:type": "dxa"})] if level else []
        properties = el("w:tblPr", None, *looks, *width, *([] if style else borders), look)
        columns = len(table.rows[0])
        share = str(9070 // columns)  # of the width between the margins of an A4 page
        grid = el("w:tblGrid", None, *(el("w:gridCol", {"w:w": share}) for _ in range(columns)))
        last = len(table.rows) - 1
        held = last if last < _SHORT else 1  # rows that stay on the page of the one below
        rows = [self._row(row, table.align, is_header=not n, is_held=n < held) for n, row in enumerate(table.rows)]
        return el("w:tbl", None, properties, grid, *rows)

    def _row(self, row: tuple[Blocks, ...], align: tuple[str, ...], *, is_header: bool, is_held: bool) -> Element:
        element = el("w:tr", None, el("w:trPr", None, el("w:cantSplit"), *([el("w:tblHeader")] if is_header else [])))
        share = str(5000 // len(row))
        for cell, side in zip(row, align, strict=True):
            # Bold in the header row comes from the table's style (looks.py): on the runs it would be read back as the
            # writer's own, and stand as **…** in the YAML.
            properties = [*self._style("Svar i tabell", "Svar"), *([el("w:keepNext")] if is_held else [])]
            properties += [val("w:jc", side)] if side else []
            content = list(self._blocks(cell, properties, 0))
            if not cell or isinstance(cell[-1], Table):  # a cell must end with a paragraph
                content.append(self._paragraph((), properties))
            width = el("w:tcPr", None, el("w:tcW", {"w:w": share, "w:type": "pct"}))
            element.append(el("w:tc", None, width, *content))
        return element

    def _style(self, *names: str) -> list[Element]:
        style = self.styles.id("paragraph", *names)
        return [val("w:pStyle", style)] if style else []

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


def _stands_close(block: Block | None) -> bool:
    """Whether a block leaves too little room below itself."""
    return isinstance(block, List | Table)
