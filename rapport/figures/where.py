"""Where the cells of a table in CSV stand in its file's text: rows and columns numbered as when it is read."""

import re
from functools import cached_property

from rapport.figures.read_csv import parted

Span = tuple[int, int]


class Sheet:
    """The text of a table's file, and where its cells are in it."""

    def __init__(self, raw: bytes) -> None:
        self.text, self._separator, self._first = parted(raw) or ("", ";", 0)

    def heading(self, column: int) -> Span | None:
        """Return where a column's heading stands: in the first row that has anything."""
        rows = (row for row in self._rows if any(self.text[start:end].strip() for start, end in row))
        return _cell(next(rows, []), column)

    def row(self, number: int) -> Span | None:
        """Return where a row stands, all of it."""
        row = self._rows[number - 1] if 0 < number <= len(self._rows) else []
        return (row[0][0], row[-1][1]) if row else None

    @cached_property
    def _rows(self) -> list[list[Span]]:
        sign = re.escape(self._separator)
        cell = re.compile(rf'(?:"(?:[^"]|"")*+"|[^{sign}\r\n]*)(?P<end>{sign}|\r\n|\r|\n|\Z)')
        rows: list[list[Span]] = [[]]
        at = self._first
        while match := cell.match(self.text, at):
            rows[-1].append((at, match.start("end")))
            at = match.end()
            if not match["end"]:
                break
            if match["end"] != self._separator:
                rows.append([])
        return rows


def _cell(row: list[Span], column: int) -> Span | None:
    return row[column - 1] if 0 < column <= len(row) else None
