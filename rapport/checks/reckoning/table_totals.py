"""The sums of the report's tables, against what running text says they are: 118 in the table, 181 in the text."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from rapport.checks.reckoning.beside import contradictions
from rapport.checks.reckoning.mentions import stem
from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.reckoning.slips import differ_in_one_digit, is_slipped_value
from rapport.checks.reckoning.tables import NumberTable, tables_of
from rapport.checks.rule import Hit
from rapport.domain.belopp import FACTORS
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

_UNIT = re.compile(r"\b(mnkr|mkr|tkr|mdkr|kronor|kr|miljoner kronor|tusen kronor|miljoner|SEK)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
# What says that a number of running text is the whole of what a table tells.
_WHOLE = re.compile(
    r"(?:\b(?:[Tt]otalt|[Ss]ammanlagt|[Tt]illsammans|[Ii] allt|[Ss]umman (?:är|blev|var)"
    r"|kostnad(?:en)? (?:av|på|var|är|blev)|[Dd]e) (?:alltså |på )?"
    r"|[Ss]ammanlagt (?:gick|fördelades|beviljades|användes|deltog|hade)[^.\d]{0,30}? )$"
)
_OTHER = re.compile(
    r"\b(?:förra|föregående|tidigare|innan|mot|jämfört|ytterligare|dessutom|återstående|sökt\w*|budget\w*|19\d\d|20\d\d)\b"
)
_NOT_NOUNS = frozenset(
    map(stem, ("antal", "belopp", "summa", "totalt", "andel", "kronor", "insats", "kolumn", "under"))
)
_NEAR, _MOST = 500, 20
_CLOSE = Decimal("0.1")


class Total(NamedTuple):
    """A sum that a table gives: where it stands, its value in its unit, and the stems of what the table is of."""

    hit: Hit
    value: Decimal
    slag: str
    nouns: frozenset[str]
    about: frozenset[str]
    cells: frozenset[Decimal]
    end: int


def wrong_totals(svar_list: Sequence[Svar]) -> Iterator[tuple[Hit, Total]]:
    """Yield each number that is said to be the whole of what a table tells, and is its sum but for a slip."""
    totals = [one for svar in svar_list for one in svar.remember(("totals",), lambda it=svar: tuple(_totals(it)))]  # type: ignore[misc]
    for svar in svar_list if totals else ():
        said = {found.span[0] for found in contradictions(svar)}  # of the table in the same answer
        for sentence, found in mangder_by_sentence(svar):
            for mangd in found:
                if (
                    not mangd.is_rough
                    and _WHOLE.search(sentence.text[: mangd.start])
                    and not _OTHER.search(sentence.text)
                ):
                    hit = Hit(svar, sentence.start + mangd.start, sentence.start + mangd.end)
                    total = next((one for one in totals if _is_slip_of(hit, mangd, sentence.text, one)), None)
                    if total and hit.start not in said and not any(mangd.value in one.cells for one in totals):
                        yield hit, total


def _totals(svar: Svar) -> Iterator[Total]:
    for table in islice(tables_of(svar), _MOST):
        number = table.sum_row()
        for column in range(1, len(table.heading)) if number else ():
            cell, heading = table.rows[number or 0][column], table.heading[column].text
            if cell.tal and cell.tal.slag in {"antal", "kr"}:
                unit = _UNIT.search(heading)
                factor = Decimal(FACTORS.get(unit[1].lower()) or 1) if unit and cell.tal.slag == "antal" else Decimal(1)
                slag = "kr" if unit else cell.tal.slag
                yield Total(
                    cell.hit(svar),
                    cell.tal.value * factor,
                    slag,
                    _stems(heading),
                    _about(svar, table),
                    _cells(table),
                    table.end,
                )


def _cells(table: NumberTable) -> frozenset[Decimal]:
    return frozenset(cell.tal.value for row in table.rows for cell in row if cell.tal)


def _about(svar: Svar, table: NumberTable) -> frozenset[str]:
    """Return the stems of the table's headings and of what stands before it."""
    before = svar.text[max(0, table.start - _NEAR) : table.start].rpartition("\n\n")[2]
    return _stems(" ".join(cell.text for cell in table.heading)) | _stems(before)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(text)) - _NOT_NOUNS


def _is_slip_of(hit: Hit, mangd: Mangd, sentence: str, total: Total) -> bool:
    """Whether a number is a table's sum but for two figures in the other order, or one of them, told of the same."""
    if mangd.slag != total.slag or mangd.value == total.value:
        return False
    is_same = hit.svar is total.hit.svar
    is_behind = is_same and 0 <= hit.start - total.end < _NEAR
    common = _stems(sentence) & total.about
    word = re.match(r"[\s\u00a0]+([^\W\d_]{4,})", hit.svar.text[hit.end : hit.end + 40])
    is_noun = bool(word and stem(word[1]) in total.nouns | total.about)
    is_turned = is_slipped_value(mangd.value, total.value) or _are_turned(mangd.value, total.value)
    if is_turned:
        return is_behind or len(common) > 1 or (is_noun and bool(common))
    is_near = abs(mangd.value - total.value) <= _CLOSE * total.value
    return is_behind and (differ_in_one_digit(mangd.value, total.value) or (is_noun and is_near))


def _are_turned(one: Decimal, other: Decimal) -> bool:
    """Whether two values are two figures each, in the other order."""
    first, second = (f"{value.normalize():f}".rstrip("0") for value in (one, other))
    return len(first) == len(second) == 2 and first == second[::-1]  # noqa: PLR2004 - two figures
