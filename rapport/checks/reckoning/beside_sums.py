"""What a sentence says of the sums of a table beside it: all of it, some of its rows, or one."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from rapport.checks.reckoning.slips import differ_in_one_digit, is_slipped_value
from rapport.checks.reckoning.tables import Cell, NumberTable
from rapport.domain.mangder import Mangd
from rapport.domain.summor import says_part, says_sum
from rapport.nearest import folded
from rapport.prose.sentences import Sentence

_UNITS = ((re.compile(r"\bmnkr\b|\bmkr\b|miljoner"), 10**6), (re.compile(r"\btkr\b|tusen"), 1000))
_MONEY = re.compile(r"\bkr\b|kronor|belopp|mnkr|tkr|mkr|kostnad|budget|utfall|stöd\b|bevilja[td]\b(?!e)")
_OTHER_YEARS = re.compile(
    r"\b(?:(?:19|20)\d\d|tidigare|förra|året innan|året före|i fjol|ökning\w*|ökade|minskade|jämför\w*|mot|per)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?: kommun(?:er)?)?(?: [\w-]+){0,2}?(?: tillsammans| sammanlagt| totalt| ihop| stod för| svarade för| står för"
    r"| svarar för)(?: [\w-]+){0,3} "
)
_TOTAL = re.compile(r"\b(?:totalt|sammanlagt|tillsammans|sammantaget|summan)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"\bAv de (?:totalt |sammanlagt )?$")
_VERB = re.compile(r" (?:kom|beviljades|var|avslogs|gick|avsåg|gällde|bifölls|fick|har|är)\b")
_MANY, _STEM, _SHORTEST, _FEWEST = 4, 5, 4, 2
_NEAR = Decimal("0.25")


class Said(NamedTuple):
    """An amount of a sentence that a table does not have, the cell it should be, and what the two are, in words."""

    mangd: Mangd
    cell: Cell
    message: str


def wrong_sums(table: NumberTable, sentence: Sentence, found: list[Mangd]) -> Iterator[Said]:
    """Yield what a sentence says of a table's sums, and the table does not have."""
    text = sentence.text
    if not 0 < len(found) <= _MANY:
        return
    rows = [row for row in table.rows[1:] if row[0].text.strip() and not says_sum(row[0].text)]
    rows = [row for row in rows if not says_part(row[0].text)]
    if len(rows) < _FEWEST or any(row[0].tal for row in rows):
        return
    named = _named(text, rows)
    exact = [m for m in found if not m.is_rough and m.slag in {"kr", "antal"}]
    for mangd in exact:
        columns = _columns(table, text, mangd)
        values = {
            column: [_value(table, row[column].tal, column, mangd) for row in table.rows[1:]] for column in columns
        }
        if not columns or any(_is(mangd, value) for some in values.values() for value in some if value is not None):
            continue
        said = _of_rows(table, text, mangd, columns, named) if len(named) > 1 else None
        yield from [said] if said else []
        is_all = _is_all(text, mangd)
        is_alone = is_all or sum(m.slag == mangd.slag for m in exact) == 1
        if not said and is_alone and not _OTHER_YEARS.search(text):
            yield from _of_one(table, text, mangd, columns, [] if is_all else [row for row, _, _ in named])


def _of_rows(
    table: NumberTable,
    text: str,
    mangd: Mangd,
    columns: list[int],
    named: list[tuple[tuple[Cell, ...], int, int]],
) -> Said | None:
    """Return "A och B fick tillsammans 2 225 tkr" where their rows give another sum."""
    joints = (text[one[2] : other[1]] for one, other in pairwise(named))
    if not all(re.fullmatch(r"(?: kommun)?(?:,|,? och|,? samt) ", joint) for joint in joints):
        return None
    if not _TOGETHER.fullmatch(text, named[-1][2], mangd.start):
        return None
    sums: list[tuple[Decimal, int]] = []
    for column in columns:
        parts = [_value(table, row[column].tal, column, mangd) for row, _, _ in named]
        if None in parts:
            continue
        total = sum((part for part in parts if part is not None), Decimal(0))
        slack = sum((tal.step for row, _, _ in named if (tal := row[column].tal)), Decimal(0)) / 2
        if mangd.low - slack <= total <= mangd.high + slack:
            return None
        sums.append((total, column))
    if not sums:
        return None
    total, column = min(sums, key=lambda pair: abs(pair[0] - mangd.value))
    if abs(total - mangd.value) > _NEAR * total:
        return None
    cells = [row[column] for row, _, _ in named]
    shown = " + ".join(cell.text.strip() for cell in cells)
    words = text[mangd.start : mangd.end]
    return Said(mangd, cells[0], f"”{words}” står i texten, men i tabellen är det {shown} = {mangd.shown(total)}.")


def _of_one(
    table: NumberTable, text: str, mangd: Mangd, columns: list[int], named: list[tuple[Cell, ...]]
) -> Iterator[Said]:
    """Yield an amount that is the whole of a column, or a row's, but for a slip of the fingers."""
    number = table.sum_row()
    row = named[0] if len(named) == 1 else table.rows[number] if number and not named else None
    for column in columns if row else ():
        cell = row[column] if row else table.heading[column]
        right = _value(table, cell.tal, column, mangd)
        if not right:
            continue
        is_told = _shares_word(text, table.heading[column].text)
        is_swapped = is_slipped_value(mangd.value, right)
        is_whole = not named and (_TOTAL.search(text) or _OF_ALL.search(text[: mangd.start]))
        is_near = is_whole and abs(right - mangd.value) <= _NEAR * right and _is_all(text, mangd)
        if is_swapped or (is_told and (named or is_whole) and differ_in_one_digit(mangd.value, right)) or is_near:
            words = text[mangd.start : mangd.end]
            whose = "tabellens summa är" if not named else f"tabellen har för {row[0].text.strip() if row else ''}"
            why = " Två siffror har bytt plats." if is_swapped else ""
            yield Said(mangd, cell, f"”{words}” står i texten, men {whose} {cell.text.strip()}.{why}")
            return


def _is_all(text: str, mangd: Mangd) -> bool:
    """Whether a count is of all that the table counts: "Av de 29 ansökningarna kom", "totalt 29 ansökningar kom"."""
    noun = re.match(r"[\s\u00a0]+[\w-]+", text[mangd.end :])
    is_count = mangd.slag == "antal" and noun
    before = text[: mangd.start]
    is_told = _OF_ALL.search(before) or re.search(r"\b(?:totalt|sammanlagt) $", before, re.IGNORECASE)
    return bool(is_count and is_told and noun and _VERB.match(text, mangd.end + noun.end()))


def _named(text: str, rows: list[tuple[Cell, ...]]) -> list[tuple[tuple[Cell, ...], int, int]]:
    """Return the rows that a sentence names, in its order, each with where."""
    found = []
    for row in rows:
        label = row[0].text.strip()
        match = re.search(rf"(?<!\w){re.escape(label)}s?(?!\w)", text, re.IGNORECASE) if len(label) > 1 else None
        if match:
            found.append((row, *match.span()))
    return sorted(found, key=lambda one: one[1])


def _columns(table: NumberTable, text: str, mangd: Mangd) -> list[int]:
    """Return the columns that a quantity can be of: of money, or those with the noun that it counts."""
    columns = range(1, len(table.heading))
    if mangd.slag == "kr":
        return [n for n in columns if _MONEY.search(folded(table.heading[n].text))]
    noun = re.match(r"(?: av de (?:totalt )?\d+)?[\s\u00a0]+([\w-]+)", text[mangd.end :])
    stem = folded(noun[1])[: max(_STEM, len(noun[1]) - 4)] if noun and len(noun[1]) >= _SHORTEST else ""
    return [n for n in columns if stem and folded(table.heading[n].text).startswith(stem)]


def _shares_word(text: str, heading: str) -> bool:
    """Whether a sentence has a word of a heading: beviljades, Beviljat."""
    stems = {word[:_STEM] for word in re.findall(r"[a-zåäö]{6,}", folded(heading))}
    return any(word[:_STEM] in stems for word in re.findall(r"[a-zåäö]{6,}", folded(text)))


def _value(table: NumberTable, tal: Mangd | None, column: int, like: Mangd) -> Decimal | None:
    """Return a cell's value in kronor; a bare number has the unit of its heading, or else of the sentence."""
    if tal is None or tal.slag == "procent":
        return None
    heading = folded(table.heading[column].text)
    factor = Decimal(next((factor for pattern, factor in _UNITS if pattern.search(heading)), 0))
    if tal.slag != "antal" or like.slag != "kr" or tal.factor > 1:
        factor = Decimal(1)
    elif not factor:
        factor = Decimal(1) if re.search(r"\bkr\b|kronor", heading) else like.factor
    return tal.value * factor


def _is(mangd: Mangd, value: Decimal) -> bool:
    return mangd.low <= value <= mangd.high
