"""The sums of an answer's tables: what the last row or column says, against what it adds up to."""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.reckoning.sums import Claim, is_near, margin_of
from rapport.checks.reckoning.tables import Cell, NumberTable, tables_of
from rapport.domain.summor import says_part, says_sum
from rapport.domain.svar import Svar

# Columns that are not added: shares, means, years, and what is counted once however often it is named.
_NOT_ADDED = re.compile(
    r"andel|procent|%|snitt|medel(?:tal|värde|ålder)|median|\bper\b|kvot|index|\bår\b|unik|rang|\bnr\b|grad\b|/"
)
# Headings of amounts, which may have been rounded; what is counted one by one has not been.
_ROUNDED = re.compile(
    r"mnkr|mkr|tkr|mdkr|miljon|miljard|tusen|belopp|stöd|budget|kostnad|medel|beviljat|utbetal|utfall.*budget|budget.*utfall"
)
_COUNTED = re.compile(r"\bantal\b|\bst\b|personer|deltagare|företag|projekt\b|ansökningar|beslut\b")
_IN_UNITS = re.compile(r"mnkr|mkr|tkr|mdkr|miljon|miljard|tusen|belopp|kronor|\bkr\b")
_MEN = frozenset(("män", "pojkar", "killar", "manliga"))
_WOMEN = frozenset(("kvinnor", "flickor", "tjejer", "kvinnliga"))
_NEAR = "0.5"
_ONE_OFF, _FEW = Decimal("1.5"), 6


def table_claims(svar: Svar) -> Iterator[Claim]:
    """Yield every sum that a table of an answer has wrong."""
    for table in tables_of(svar):
        yield from _wrong_columns(table)
        yield from _wrong_rows(table)


def _wrong_columns(table: NumberTable) -> Iterator[Claim]:
    """Yield the columns whose sum row is not their sum, unless most are so: then the row is no sum of these rows."""
    number = table.sum_row()
    if number is None:
        return
    rows = [row for row in table.rows[1:number] if not says_part(row[0].text)]
    claims = []
    for column in range(1, len(table.heading)):
        heading = table.heading[column].text
        if not _NOT_ADDED.search(heading.lower()):
            name = f" i kolumnen ”{heading.strip()}”" if heading.strip() else ""
            what = f"Tabellens summa{name} är"
            claims += _claim(what, table.rows[number][column], [row[column] for row in rows], heading)
    wrong = [claim for claim in claims if not claim.holds]
    if len(claims) == 1 or 2 * len(wrong) <= len(claims):
        yield from (claim for claim in wrong if is_near(claim, _NEAR))


def _wrong_rows(table: NumberTable) -> Iterator[Claim]:
    """Yield the rows whose last column is not the sum of the others, where that is what it is in most rows."""
    heading = [cell.text.strip().lower() for cell in table.heading]
    if not says_sum(heading[-1]) or any(says_sum(name) or _NOT_ADDED.search(name) for name in heading[1:-1]):
        return
    claims = []
    for row in table.rows[1:]:
        what = f"Radens summa för ”{row[0].text.strip()}” är"
        claims += _claim(what, row[-1], row[1:-1], " ".join(heading))
    wrong = [claim for claim in claims if not claim.holds]
    names = set(heading[1:-1])
    by_sex = len(names) == 2 and names & _MEN and names & _WOMEN  # noqa: PLR2004 - and nobody is both
    if 2 * len(wrong) < len(claims) or (by_sex and 2 * len(wrong) <= len(claims)):
        yield from wrong


def _claim(what: str, total: Cell, cells: list[Cell] | tuple[Cell, ...], heading: str) -> list[Claim]:
    """Return what a sum cell says of others; nothing when one of them is anything but a number."""
    filled = [cell for cell in cells if not cell.is_empty]
    parts = tuple(cell.tal for cell in filled if cell.tal)
    if total.tal is None or len(parts) < 2 or len(parts) < len(filled):  # noqa: PLR2004 - one is no sum
        return []
    if any(part.slag != total.tal.slag or part.is_rough for part in parts) or total.tal.slag == "procent":
        return []
    margin = margin_of(total.tal, parts)
    told = heading.lower()
    is_counted = _COUNTED.search(told) and not _IN_UNITS.search(told)
    if (
        _ROUNDED.search(told)
        and not is_counted
        and all(tal.value % 1 == 0 and tal.step != Decimal("0.1") for tal in (total.tal, *parts))
    ):
        # That every one of a few was rounded the same way, and by half, is no chance.
        margin = max(margin, _ONE_OFF if len(parts) <= _FEW else Decimal(len(parts) + 1) / 2)
    spans = tuple((cell.start, cell.start + len(cell.text)) for cell in filled)
    span = (total.start, total.start + len(total.text))
    return [Claim(what, total.tal, parts, span, spans, margin)]
