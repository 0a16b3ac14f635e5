"""The tables of an answer as numbers: what each cell holds, how exact it is, and where it stands in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from rapport.checks.rule import Hit
from rapport.domain.mangder import Mangd, find_mangder
from rapport.domain.summor import says_sum
from rapport.domain.svar import Svar
from rapport.prose.blocks import Table, placed_blocks, plain_passages

_LONGEST = 9
_SIGN = re.compile(r"^[+−–-] ?(?=\d)")
_MINUS = frozenset("-−–")
_EMPTY = frozenset(("", "–", "-", "—", "0", "..", "."))


class Cell(NamedTuple):
    """One cell: its text, where that begins, and the only quantity in it where it holds a number and nothing else."""

    text: str
    start: int
    tal: Mangd | None

    @property
    def is_empty(self) -> bool:
        """Whether the cell says that there is nothing."""
        return self.text.strip() in _EMPTY

    def hit(self, svar: Svar) -> Hit:
        """Return the cell's words."""
        return Hit(svar, self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class NumberTable:
    """A table of at least a heading and two rows, with where it begins and ends in the answer's text."""

    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int

    @property
    def heading(self) -> tuple[Cell, ...]:
        """The first row."""
        return self.rows[0]

    def sum_row(self) -> int | None:
        """Return the number of the one row that says it is a sum, if it is the last; None when there are more."""
        sums = [number for number, row in enumerate(self.rows) if says_sum(row[0].text)]
        return sums[0] if sums == [len(self.rows) - 1] else None


def tables_of(svar: Svar) -> tuple[NumberTable, ...]:
    """Return the tables of an answer that may hold figures."""
    return svar.remember(("tables",), lambda: tuple(_tables(svar)))


def _tables(svar: Svar) -> Iterator[NumberTable]:
    for start, block in placed_blocks(svar.blocks):
        if isinstance(block, Table) and len(block.rows) > 2:  # noqa: PLR2004 - a heading and two rows
            at, rows = start, []
            for row in block.rows:
                cells = []
                for cell in row:
                    passages = list(plain_passages(cell))
                    text = "\n".join(passages)
                    cells.append(Cell(text, at, _only(text)))
                    at += len(text) + 1 if passages else 0
                rows.append(tuple(cells))
            yield NumberTable(tuple(rows), start, at)


def _only(text: str) -> Mangd | None:
    """Return the quantity that a cell consists of; a minus before it belongs to it."""
    stripped = _SIGN.sub("", text.strip())
    found = list(find_mangder(stripped)) if stripped[:1].isdigit() else []
    only: Mangd | None = None
    if len(found) == 1 and found[0].end - found[0].start == len(stripped):
        only = found[0]
    elif stripped.isdigit() and len(stripped) < _LONGEST:  # what would be a year in running text
        only = Mangd(Decimal(stripped), Decimal(0), "antal", 0, len(stripped), Decimal(1), is_rough=False)
    return only._replace(value=-only.value) if only and text.strip()[:1] in _MINUS else only
