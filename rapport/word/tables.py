"""The tables of answers in WordprocessingML: columns after what stands in them, sums and header told apart by style.

A table says nothing of how it is laid out, so that Word still widens a column for a word that we measured too small.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rapport.prose.blocks import Blocks, Table
from rapport.word.additions import INDENT
from rapport.word.columns import column_widths
from rapport.word.ns import Element, el, val
from rapport.word.styles import Styles
from rapport.word.sums import SUM_STYLE, sum_rows

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDER = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "A6A6A6"}
_WHOLE = 100 * 50  # all of the width: Word counts fiftieths of a percent
_SHORT = 12  # rows of a table that is not to be parted by the end of a page
Content = Callable[[Blocks, list[Element]], list[Element]]  # of a cell, its paragraphs to have some properties


@dataclass(frozen=True, slots=True)
class Tables:
    """Makes the tables of a document whose text is ``width`` twentieths of a point wide; ``content`` makes a cell's."""

    styles: Styles
    width: int
    content: Content

    def table(self, table: Table, level: int) -> Element:
        """Return a table that stands in an item of a level from 1, or, with level 0, in no list."""
        style = self.styles.id("table", "Svarstabell")
        looks = [val("w:tblStyle", style)] if style else []
        borders = [el("w:tblBorders", None, *(el(f"w:{side}", _BORDER) for side in _SIDES))]
        first_row = {"w:val": "0020", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0"}
        look = el("w:tblLook", {**first_row, "w:lastColumn": "0", "w:noHBand": "1", "w:noVBand": "1"})
        # A table inside an item stands as far in as the item's text, and ends where the text does.
        total = self.width - INDENT * level
        width = [el("w:tblW", _part(total, self.width))]
        width += [el("w:tblInd", {"w:w": str(INDENT * level), "w:type": "dxa"})] if level else []
        properties = el("w:tblPr", None, *looks, *width, *([] if style else borders), look)
        widths = column_widths(table, total, self._size())
        grid = el("w:tblGrid", None, *(el("w:gridCol", {"w:w": str(column)}) for column in widths))
        return el("w:tbl", None, properties, grid, *self._rows(table, [_part(column, total) for column in widths]))

    def _rows(self, table: Table, parts: list[dict[str, str]]) -> Iterator[Element]:
        """Yield the rows of a table; ``parts`` are the columns' widths."""
        last, sums = len(table.rows) - 1, sum_rows(table)
        held = last if last < _SHORT else 1  # rows that stay on the page of the one below
        for number, row in enumerate(table.rows):
            names = [SUM_STYLE] if number in sums else []
            properties = self.styles.named(*names, "Svar i tabell", "Svar")
            properties += [el("w:keepNext")] if number < held or (number < last and number + 1 in sums) else []
            yield self._row(zip(row, table.align, parts, strict=True), properties, is_header=not number)

    def _row(
        self, cells: Iterable[tuple[Blocks, str, dict[str, str]]], properties: list[Element], *, is_header: bool
    ) -> Element:
        element = el("w:tr", None, el("w:trPr", None, el("w:cantSplit"), *([el("w:tblHeader")] if is_header else [])))
        for cell, side, width in cells:
            # Bold in the header row comes from the table's style (looks.py): on the runs it would be read back as the
            # writer's own, and stand as **…** in the YAML. So does that of a sum, from its paragraphs' style.
            own = [*properties, *([val("w:jc", side)] if side else [])]
            element.append(el("w:tc", None, el("w:tcPr", None, el("w:tcW", width)), *self.content(cell, own)))
        return element

    def _size(self) -> float:
        """Return how large the text of tables is, in points."""
        return self.styles.size(self.styles.id("paragraph", "Svar i tabell", "Svar"))


def _part(width: int, whole: int) -> dict[str, str]:
    return {"w:w": str(round(_WHOLE * width / whole)), "w:type": "pct"}
