"""The tables of an answer: each cell by its row and column, with where it stands in the answer's text."""

from collections.abc import Iterator

from rapport.domain.svar import Svar
from rapport.domain.svarstext import Cell
from rapport.prose.blocks import Table, placed_blocks, plain_passages


def cells_of(svar: Svar) -> Iterator[Cell]:
    """Yield every cell of the answer's tables, the empty ones too."""
    tables = ((at, block) for at, block in placed_blocks(svar.blocks) if isinstance(block, Table))
    for number, (at, table) in enumerate(tables, 1):
        start = at
        for rad, row in enumerate(table.rows, 1):
            for kolumn, cell in enumerate(row, 1):
                passages = list(plain_passages(cell))
                yield Cell(number, rad, kolumn, start, "\n".join(passages))
                start += sum(len(passage) + 1 for passage in passages)
