"""What the sentences beside a table say of it: most, fewest, and its sums."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapport.checks.reckoning.beside_most import told_of
from rapport.checks.reckoning.beside_sums import wrong_sums
from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.reckoning.tables import Cell, NumberTable, tables_of
from rapport.domain.mangder import in_swedish
from rapport.domain.summor import says_part, says_sum
from rapport.domain.svar import Svar
from rapport.nearest import folded
from rapport.prose.sentences import Sentence

Span = tuple[int, int]
_MOST = re.compile(
    r"\b(?:(?P<most>flest|mest|störst|högst|(?:störst|högst)a)|(?P<least>minst|lägst|färst|(?:minst|lägst)a))"
    r" (?:antal(?:et)? )?(?P<what>[\w-]+)",
    re.IGNORECASE,
)
# Words for what a table of money has in its only column of money, and verbs that leave out what is meant.
_MONEY_WORDS = re.compile(r"stöd(?:et)?|medel|pengar|belopp(?:et)?|bidrag(?:et)?|summa[n]?|post(?:en)?")
_VERBS = frozenset(("gick", "fick", "hade", "har", "får", "går"))
_MONEY = re.compile(r"\bkr\b|kronor|belopp|mnkr|tkr|mkr|bevilja[td]\b")
_IS = re.compile(
    r" (?:är|var|avser|avsåg|gäller|gällde|gick till|går till|fick|beviljades(?: till)?|utgörs av|utgjordes av)\b"
)

_FOLLOWED = re.compile(r",? (?:tätt )?följ[td]a? av\b")
_ELSEWHERE = re.compile(
    r"\b(?:(?:19|20)\d\d|per|näst|tidigare|förra|året innan|året före|i fjol|ökning\w*|ökade|minskade"
    r"|av dem|efter|bland|utanför|utom|undantaget)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\bandel\w*|\bprocent\b", re.IGNORECASE)
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
                for said in wrong_sums(table, sentence, found):
                    span = (sentence.start + said.mangd.start, sentence.start + said.mangd.end)
                    cell = (said.cell.start, said.cell.start + len(said.cell.text))
                    yield Contradiction(span, cell, said.message)


def _most(table: NumberTable, sentence: Sentence) -> Iterator[Contradiction]:
    """Yield "flest avslag fick ansökningarna om investeringsstöd" where another row has more."""
    match = _MOST.search(sentence.text)
    if not match or _ELSEWHERE.search(sentence.text):
        return
    rows = [row for row in table.rows[1:] if not says_sum(row[0].text) and not says_part(row[0].text)]
    told = told_of(table, rows, sentence.text) or _told(table, rows, sentence.text, match)
    if told is None or len(rows) < 2:  # noqa: PLR2004
        return
    column, said = told
    values = [(tal.value, row) for row in rows if (tal := row[column].tal)]
    here = said[column].tal
    if here is None or len(values) < len(rows):
        return
    extreme, row = (max if match["most"] else min)(values, key=lambda pair: pair[0])
    if extreme != here.value and sum(value == extreme for value, _ in values) == 1:
        heading, degree = table.heading[column].text.strip(), "största" if match["most"] else "minsta"
        message = (
            f"I tabellen har {row[0].text.strip()} det {degree} talet i kolumnen ”{heading}” "
            f"({in_swedish(extreme)}), inte {said[0].text.strip()} ({in_swedish(here.value)})."
        )
        span = (sentence.start + match.start(), sentence.end)
        yield Contradiction(span, (row[column].start, row[column].start + len(row[column].text)), message)


def _told(
    table: NumberTable, rows: list[tuple[Cell, ...]], text: str, match: re.Match[str]
) -> tuple[int, tuple[Cell, ...]] | None:
    """Return the column whose most a sentence names by the word behind, and the only row that it names."""
    if _SHARE.search(text) or ((match["most"] or match["least"]).endswith("a") and not _IS.match(text, match.end())):
        return None
    column = _column(table, match["what"])
    named = [row for row in rows if _names(_FOLLOWED.split(text)[0], row[0].text)]
    return (column, named[0]) if column is not None and len(named) == 1 else None


def _column(table: NumberTable, word: str) -> int | None:
    """Return the only column whose heading has a word."""
    stem = folded(word)[: max(_STEM, len(word) - 2)]
    if _MONEY_WORDS.fullmatch(word) or word in _VERBS:
        numbers = [n for n in range(1, len(table.heading)) if any(row[n].tal for row in table.rows[1:])]
        money = numbers if word in _VERBS else [n for n in numbers if _MONEY.search(folded(table.heading[n].text))]
        return money[0] if len(money) == 1 else None
    found = [
        n for n, cell in enumerate(table.heading) if n and any(w.startswith(stem) for w in folded(cell.text).split())
    ]
    return found[0] if len(found) == 1 and len(word) >= _SHORTEST else None


def _names(text: str, label: str) -> bool:
    """Whether a sentence names a row."""
    stem = folded(label)
    stem = stem[: max(_STEM, len(stem) - 2)]
    return len(stem) >= _SHORTEST and re.search(rf"\b{re.escape(stem)}", folded(text)) is not None
