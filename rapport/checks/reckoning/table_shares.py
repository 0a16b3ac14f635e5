"""The shares in an answer's tables: against 100 per cent, and against the numbers in the column beside."""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.reckoning.sums import Claim
from rapport.checks.reckoning.tables import Cell, NumberTable, tables_of
from rapport.domain.mangder import Mangd, find_mangder
from rapport.domain.summor import says_part
from rapport.domain.svar import Svar
from rapport.prose.blocks import List, Paragraph, placed_blocks, plain, plain_passages

_SHARE = re.compile(r"andel|fördelning|%|procent")
_OF_ALL = re.compile(r"fördelning|andel av (?:totalt|alla|samtliga|beloppet|summan|beviljat|medlen|stödet)")
_ONE_EACH = re.compile(
    r"\bett svar (?:per|var|från varje)|\bfördel(?:as|ades|ar|ade|ning)|\bfördelningen|\bandel av (?:totalt|beloppet)",
    re.IGNORECASE,
)
_HUNDRED = Decimal(100)
_LOW, _HIGH = Decimal(80), Decimal(120)
_FEWEST = 3


class CellShare:
    """A share in a table that the number in its row contradicts."""

    def __init__(self, cell: Cell, number: Cell, given: Decimal) -> None:
        self.cell, self.number, self.given = cell, number, given


def hundred_claims(svar: Svar) -> Iterator[Claim]:
    """Yield every column of shares that says it is a whole and is not 100 per cent."""
    for table in tables_of(svar):
        number = table.sum_row()
        for column in range(1, len(table.heading)):
            yield from _column(table, number, column)


def list_claims(svar: Svar) -> Iterator[Claim]:
    """Yield every list of shares that says it is a whole and is not 100 per cent: one share in each item."""
    intro: Paragraph | None = None
    for start, block in placed_blocks(svar.blocks):
        if isinstance(block, List) and intro and _ONE_EACH.search(plain(intro.inlines)):
            yield from _list(start, block)
        intro = block if isinstance(block, Paragraph) else None


def _list(start: int, block: List) -> Iterator[Claim]:
    at, parts = start, []
    for item in block.items:
        passages = list(plain_passages(item.blocks))
        shares = [m for m in find_mangder(passages[0]) if m.slag == "procent"] if passages else []
        if len(passages) != 1 or len(shares) != 1 or shares[0].is_rough:
            return
        parts.append(shares[0].moved(at))
        at += len(passages[0]) + 1
    if len(parts) >= _FEWEST and _LOW <= sum((p.value for p in parts), Decimal(0)) <= _HIGH:
        whole = parts[-1]._replace(value=_HUNDRED)
        spans = tuple((p.start, p.end) for p in parts)
        margin = sum((p.step / 2 for p in parts), Decimal(0))
        yield Claim("Andelarna i listan ska vara 100 procent", whole, tuple(parts), spans[-1], spans, margin)


def _column(table: NumberTable, number: int | None, column: int) -> Iterator[Claim]:
    heading = table.heading[column]
    rows = [row for row in table.rows[1:number] if not says_part(row[0].text)]
    parts = tuple(p for row in rows if (p := _percent(row[column], heading)))
    if len(parts) < len(rows) or len(parts) < _FEWEST - 1:
        return
    total = _percent(table.rows[number][column], heading) if number else None
    is_whole = (total is not None and total.value == _HUNDRED) or (
        total is None and _OF_ALL.search(heading.text.lower())
    )
    if not is_whole or not _LOW <= sum((p.value for p in parts), Decimal(0)) <= _HIGH:
        return
    shown = total or Mangd(_HUNDRED, Decimal(0), "procent", 0, 0, Decimal(1), is_rough=False)
    at = table.rows[number][column] if total and number else heading
    spans = tuple((row[column].start, row[column].start + len(row[column].text)) for row in rows)
    margin = sum((p.step / 2 for p in parts), Decimal(0))
    yield Claim(
        "Andelarna i kolumnen ska vara 100 procent", shown, parts, (at.start, at.start + len(at.text)), spans, margin
    )


def _percent(cell: Cell, heading: Cell) -> Mangd | None:
    """Return a cell's share; a bare number is one where the heading says so."""
    tal = cell.tal
    if tal is None or tal.slag == "procent":
        return tal
    is_share = tal.slag == "antal" and _SHARE.search(heading.text.lower()) and "antal" not in heading.text.lower()
    return tal._replace(slag="procent", step=tal.step or Decimal(1)) if is_share else None


def wrong_shares(svar: Svar) -> Iterator[CellShare]:
    """Yield every share that its row's number contradicts, where most rows show that it comes from it."""
    for table in tables_of(svar):
        number = table.sum_row()
        if number is None:
            continue
        for column in range(2, len(table.heading)):
            yield from _against(table, number, column)


def _against(table: NumberTable, number: int, column: int) -> Iterator[CellShare]:
    heading = table.heading[column]
    for beside in range(column - 1, 0, -1):
        total = table.rows[number][beside].tal
        if (
            total is None
            or total.slag == "procent"
            or _SHARE.search(table.heading[beside].text.lower())
            or not total.value
        ):
            continue
        wrong, right = [], 0
        for row in table.rows[1:number]:
            share, tal = _percent(row[column], heading), row[beside].tal
            if share is None or tal is None:
                return
            given = tal.value / total.value * _HUNDRED
            rounded = (tal.step + total.step) / 2 / total.value * _HUNDRED
            if abs(given - share.value) <= share.step + rounded:
                right += 1
            else:
                wrong.append(CellShare(row[column], row[beside], given))
        if wrong and right > len(wrong):
            yield from wrong
            return
