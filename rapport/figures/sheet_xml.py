"""What the XML of a sheet says beside its values: what is hidden, merged, not worked out, or stands there twice.

The sheet is parsed: prefixes, quotation marks, CDATA and formulas shared by many cells change nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ParserCreate, XMLParserType

from rapport.figures.merged import Area
from rapport.limits import BOOK_MERGED, within

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ON = {"1", "true"}


@dataclass(slots=True)
class Sheet:
    """What is known of a sheet; ``twice`` is the row and the column, None for a whole row, of what comes again."""

    hidden: int = 0
    is_computed: bool = True
    merged: list[Area] = field(default_factory=list)
    last_column: int = 0
    twice: tuple[int, int | None] | None = None


def look(part: bytes) -> Sheet:
    """Return what a sheet's XML says; raises what the parser does where it is none, and TooMuchError."""
    parser = ParserCreate()
    reader = _Reader(Sheet(), parser)
    parser.StartElementHandler = reader.start
    parser.Parse(part, True)  # noqa: FBT003 - the library's own
    reader.end_cell()
    return reader.sheet


@dataclass(slots=True)
class _Cell:
    """A cell as far as it has been read; ``value`` is that of a formula, None until it begins."""

    column: int
    kind: str | None
    holds: bool = False
    is_formula: bool = False
    value: str | None = None


@dataclass(slots=True)
class _Reader:
    """Reads rows and cells in the order of the file, as those who drop what comes again do.

    It is told only where elements begin, and the text of formulas' values: a cell has ended where the next one begins.
    """

    sheet: Sheet
    parser: XMLParserType
    row: int = 0
    column: int = 0
    is_again: bool = False
    cell: _Cell | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take in the beginning of an element."""
        name = name.rpartition(":")[2]
        cell = self.cell
        if name == "c":
            self.end_cell()
            self.cell = _Cell(self._column(attributes.get("r", "")), attributes.get("t"))
        elif name == "row":
            self.end_cell()
            self._begin_row(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif cell and name in ("v", "is", "f"):
            cell.holds = True
            if name == "f":
                cell.is_formula = True
            elif name == "v" and cell.is_formula:
                cell.value = ""
                self.parser.CharacterDataHandler = self.text

    def text(self, text: str) -> None:
        """Take in the value of a formula: as much of it as tells that there is one."""
        if self.cell and not self.cell.value:
            self.cell.value = text.strip()

    def end_cell(self) -> None:
        """Take note of the cell that has been read, if it holds anything."""
        cell, self.cell = self.cell, None
        if cell is None:
            return
        if cell.holds:
            if self.sheet.twice is None and (self.is_again or cell.column <= self.column):
                self.sheet.twice = (self.row, None if self.is_again else cell.column)
            self.sheet.last_column = max(self.sheet.last_column, cell.column)
        self.column = max(self.column, cell.column)
        if cell.is_formula:
            self.parser.CharacterDataHandler = None
            self.sheet.is_computed = self.sheet.is_computed and _is_computed(cell)

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        named = attributes.get("r", "")
        number = int(named) if named.isdecimal() and len(named) <= 7 else self.row + 1  # noqa: PLR2004 - a million rows
        self.is_again = number <= self.row
        self.row, self.column = number, 0
        self.sheet.hidden += attributes.get("hidden") in _ON

    def _column(self, named: str) -> int:
        found = _CELL.fullmatch(named)
        return _number_of(found[1]) if found else self.column + 1

    def _merge(self, named: str) -> None:
        first, _, last = named.partition(":")
        one, two = _CELL.fullmatch(first), _CELL.fullmatch(last)
        if one and two:
            within(BOOK_MERGED, len(self.sheet.merged) + 1)
            self.sheet.merged.append(Area(int(one[2]), _number_of(one[1]), int(two[2]), _number_of(two[1])))


def _is_computed(cell: _Cell) -> bool:
    """Whether a formula's value is in the file; that of ="" is a text, and empty."""
    return cell.value is not None and (cell.kind == "str" or bool(cell.value))


def _number_of(letters: str) -> int:
    """Return a column's number: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
