"""Which rows of an answer's table are sums, and the look they get."""

from rapport.domain.summor import may_say_sum, says_sum
from rapport.prose.blocks import Blocks, Table
from rapport.word.columns import NUMBER, lines_of

# The name of the style of a sum's paragraphs. Its bold is the document's look, and never read as the writer's own; nor
# does LibreOffice put it on the runs when it saves, as it does with what a table's style says of a row.
SUM_STYLE = "Svar i tabell summa"
_ROWS = 4  # a shorter table, its header counted, has no sum that only may be one


def sum_rows(table: Table) -> set[int]:
    """Return the numbers of the rows, from 0, that say that they are sums: all that surely do, and a last that may."""
    last = len(table.rows) - 1
    return {
        number
        for number, row in enumerate(table.rows)
        if number and _is_sum(row, is_doubted=number != last or len(table.rows) < _ROWS)
    }


def _is_sum(row: tuple[Blocks, ...], *, is_doubted: bool) -> bool:
    texts = [" ".join(lines_of(cell)).strip() for cell in row]
    label, *others = [text for text in texts if text and not NUMBER.fullmatch(text)] or [""]
    if says_sum(label):
        return True
    return not is_doubted and not others and any(map(NUMBER.fullmatch, texts)) and may_say_sum(label)
