"""What the XML of a sheet says beside its values: what is hidden, merged, not worked out, or stands there twice.

The sheet is parsed: prefixes, quotation marks, CDATA and formulas shared by many cells change nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from rapport.figures.merged import Area

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ON = {"1", "true"}
_TAGS = ("{*}row", "{*}c", "{*}mergeCell")


@dataclass(slots=True)
class Sheet:
    """What is known of a sheet; ``twice`` is the row and the column, None for a whole row, of what comes again."""

    hidden: int = 0
    is_computed: bool = True
    merged: list[Area] = field(default_factory=list)
    last_column: int = 0
    twice: tuple[int, int | None] | None = None


def look(part: bytes) -> Sheet:
    """Return what a sheet's XML says; raises what the parser does where it is none."""
    sheet = Sheet()
    reader = _Reader(sheet)
    for event, element in _elements(part):
        kind = element.tag.rpartition("}")[2]
        if event == "start":
            if kind == "row":
                reader.begin_row(element)
        elif kind == "c":
            reader.cell(element)
        elif kind == "mergeCell":
            reader.merge(element)
        else:
            element.clear()  # a row that has been read takes no room
    return sheet


def _elements(part: bytes) -> Iterator[tuple[str, Any]]:
    from lxml.etree import iterparse

    return iter(
        iterparse(
            BytesIO(part),
            events=("start", "end"),
            tag=_TAGS,
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
    )


@dataclass(slots=True)
class _Reader:
    """Reads rows and cells in the order of the file, as those who drop what comes again do."""

    sheet: Sheet
    row: int = 0
    column: int = 0
    is_again: bool = False

    def begin_row(self, element: Any) -> None:  # noqa: ANN401 - lxml's own
        named = element.get("r") or ""
        number = int(named) if named.isdecimal() and len(named) <= 7 else self.row + 1  # noqa: PLR2004 - a million rows
        self.is_again = number <= self.row
        self.row, self.column = number, 0
        self.sheet.hidden += element.get("hidden") in _ON

    def cell(self, element: Any) -> None:  # noqa: ANN401 - as above
        named = _CELL.fullmatch(element.get("r") or "")
        column = number_of(named[1]) if named else self.column + 1
        parts = {child.tag.rpartition("}")[2]: child for child in element}
        if not parts.keys().isdisjoint(("v", "is", "f")):
            if self.sheet.twice is None and (self.is_again or column <= self.column):
                self.sheet.twice = (self.row, None if self.is_again else column)
            self.sheet.last_column = max(self.sheet.last_column, column)
        self.column = max(self.column, column)
        if "f" in parts and not _is_computed(parts.get("v"), element.get("t")):
            self.sheet.is_computed = False

    def merge(self, element: Any) -> None:  # noqa: ANN401 - as above
        first, _, last = (element.get("ref") or "").partition(":")
        one, two = _CELL.fullmatch(first), _CELL.fullmatch(last)
        if one and two:
            self.sheet.merged.append(Area(int(one[2]), number_of(one[1]), int(two[2]), number_of(two[1])))


def _is_computed(value: Any, kind: str | None) -> bool:  # noqa: ANN401 - as above
    """Whether a formula's value is in the file; that of ="" is a text, and empty."""
    return value is not None and (kind == "str" or bool((value.text or "").strip()))


def number_of(letters: str) -> int:
    """Return a column's number: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
