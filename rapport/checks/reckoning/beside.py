"""What the sentences beside a table say of it: most, fewest, and its sums."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.reckoning.slips import is_slipped_value
from rapport.checks.reckoning.tables import NumberTable, tables_of
from rapport.domain.mangder import Mangd, in_swedish
from rapport.domain.summor import says_part, says_sum
from rapport.domain.svar import Svar
from rapport.nearest import folded
from rapport.prose.sentences import Sentence

Span = tuple[int, int]
_MOST = re.compile(
    r"\b(?P<most>flest|mest|störst|högst|mest)\b (?P<what>[\w-]+)|\b(?P<least>minst|lägst|färst) (?P<those>[\w-]+)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:(?:19|20)\d\d|per|näst|tidigare|förra|året innan|året före|i fjol|andel\w*|procent|ökning\w*|ökade|minskade"
    r"|av dem|efter|bland|utanför|utom|undantaget)\b",
    re.IGNORECASE,
)
_UNITS = ((re.compile(r"\bmnkr\b|\bmkr\b|miljoner"), 10**6), (re.compile(r"\btkr\b|tusen"), 1000))
_MONEY = re.compile(r"\bkr\b|kronor|belopp|mnkr|tkr|mkr")
_STEM, _SHORTEST = 5, 4


class Contradiction(NamedTuple):
    """What a sentence says and what the table has: the place of the words, of the cell, and both in words."""

    span: Span
    cell: Span
    message: str


def contradictions(svar: Svar) -> Iterator[Contradiction]:
    """Yield what the sentences of an answer say of its tables and the tables do not have."""
    for table in tables_of(svar):
        for sentence, found in mangder_by_sentence(svar):
            if sentence.end <= table.start or sentence.start >= table.end:
                yield from _most(table, sentence)
                yield from _sums(table, sentence, found)


def _most(table: NumberTable, sentence: Sentence) -> Iterator[Contradiction]:
    """Yield "flest avslag fick ansökningarna om investeringsstöd" where another row has more."""
    match = _MOST.search(sentence.text)
    if not match or _ELSEWHERE.search(sentence.text):
        return
    column = _column(table, match["what"] or match["those"])
    rows = [row for row in table.rows[1:] if not says_sum(row[0].text) and not says_part(row[0].text)]
    named = [row for row in rows if _names(sentence.text, row[0].text)]
    if column is None or len(named) != 1 or len(rows) < 2:  # noqa: PLR2004
        return
    values = [(tal.value, row) for row in rows if (tal := row[column].tal)]
    here = named[0][column].tal
    if here is None or len(values) < len(rows):
        return
    extreme, row = (max if match["most"] else min)(values, key=lambda pair: pair[0])
    if extreme != here.value and sum(value == extreme for value, _ in values) == 1:
        heading = table.heading[column].text.strip()
        message = (
            f"I tabellen har {row[0].text.strip()} {(match['most'] or match['least']).lower()} i kolumnen ”{heading}” "
            f"({in_swedish(extreme)}), inte {named[0][0].text.strip()} ({in_swedish(here.value)})."
        )
        span = (sentence.start + match.start(), sentence.end)
        yield Contradiction(span, (row[column].start, row[column].start + len(row[column].text)), message)


def _column(table: NumberTable, word: str) -> int | None:
    """Return the only column whose heading has a word."""
    stem = folded(word)[: max(_STEM, len(word) - 2)]
    found = [
        n for n, cell in enumerate(table.heading) if n and any(w.startswith(stem) for w in folded(cell.text).split())
    ]
    return found[0] if len(found) == 1 and len(word) >= _SHORTEST else None


def _names(text: str, label: str) -> bool:
    """Whether a sentence names a row."""
    stem = folded(label)
    stem = stem[: max(_STEM, len(stem) - 2)]
    return len(stem) >= _SHORTEST and re.search(rf"\b{re.escape(stem)}", folded(text)) is not None


def _sums(table: NumberTable, sentence: Sentence, found: list[Mangd]) -> Iterator[Contradiction]:
    """Yield an amount that is a sum of the table but for two digits that have changed places."""
    number = table.sum_row()
    if number is None or len(found) > _MANY or not any(mangd.slag in {"kr", "antal"} for mangd in found):
        return
    values = {
        value
        for row in table.rows[1:]
        for column in range(1, len(row))
        if (value := _value(table, row[column].tal, column))
    }
    for mangd in found:
        if mangd.is_rough or mangd.slag not in {"kr", "antal"} or any(mangd.low <= v <= mangd.high for v in values):
            continue
        for column in range(1, len(table.heading)):
            cell = table.rows[number][column]
            total = _value(table, cell.tal, column)
            is_kind = bool(_MONEY.search(folded(table.heading[column].text))) == (mangd.slag == "kr")
            if total and is_kind and is_slipped_value(mangd.value, total):
                words = sentence.text[mangd.start : mangd.end]
                message = (
                    f"”{words}” står i texten, men tabellens summa är {cell.text.strip()}. Två siffror har bytt plats."
                )
                span = (sentence.start + mangd.start, sentence.start + mangd.end)
                yield Contradiction(span, (cell.start, cell.start + len(cell.text)), message)


_MANY = 4


def _value(table: NumberTable, tal: Mangd | None, column: int) -> Decimal | None:
    """Return a cell's value in kronor where its heading has a unit of money."""
    if tal is None:
        return None
    heading = folded(table.heading[column].text)
    factor = next((factor for pattern, factor in _UNITS if pattern.search(heading)), 1) if tal.slag == "antal" else 1
    return tal.value * factor
