"""Changes that running text tells with both their values: "ökade från 40 till 50, alltså med 25 procent"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, pairwise
from typing import Literal

from rapport.checks.reckoning import change_words as words
from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.reckoning.sums import in_unit_of
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

Direction = Literal["upp", "ner"]
Span = tuple[int, int]

_JOINING = ("från", "Från", "jämfört med", " mot ", " än ")  # one of them stands between two values
_MOST = 100  # changes of an answer: when they are mended, the next check finds the rest


@dataclass(frozen=True, slots=True)
class Change:
    """A change: from one value to another in one unit; what it is called, and how large it is said to be.

    Places are those of the answer's text.
    """

    first: Mangd
    second: Mangd
    direction: Direction | None
    word: str
    times: Decimal | None
    rough: str
    said: Mangd | None
    start: int
    end: int

    @property
    def places(self) -> tuple[Span, Span]:
        """Where its two values stand."""
        return (self.first.start, self.first.end), (self.second.start, self.second.end)

    @property
    def difference(self) -> Decimal:
        """How much the value has changed."""
        return self.second.value - self.first.value


def changes_of(svar: Svar) -> tuple[Change, ...]:
    """Return the changes that an answer tells with both their values."""
    return svar.remember(("changes",), lambda: tuple(islice(_changes(svar), _MOST)))


def _changes(svar: Svar) -> Iterator[Change]:
    for sentence, found in mangder_by_sentence(svar):
        text = sentence.text
        if len(found) > 1 and any(word in text for word in _JOINING):
            yield from _in_sentence(text, found, sentence.start)


def _in_sentence(text: str, found: list[Mangd], at: int) -> Iterator[Change]:
    for number, (first, second) in enumerate(pairwise(found)):
        if _is_pair(text, first, second):
            before = found[number - 1] if number else None
            after = found[number + 2] if number + 2 < len(found) else None
            change = _change(text, first, second, _said(text, before, after, first, second))
            if change:
                yield _moved(change, at)
        elif _is_turned(text, found, number):
            change = _change(text, second, first, None)
            yield from [_moved(change, at)] if change else []
    for second, said, first in zip(found, found[1:], found[2:], strict=False):
        to_said, to_first = text[second.end : said.start], text[said.end : first.start]
        is_compared = (
            words.SO_BY.fullmatch(to_said) and words.COMPARED.fullmatch(to_first) and not _is_pair(text, said, first)
        )
        if (is_compared or (words.MORE.fullmatch(to_first) and words.APART.fullmatch(to_said))) and (
            change := _change(text, first, second, said)
        ):
            yield _moved(change, at)


def _is_turned(text: str, found: list[Mangd], number: int) -> bool:
    """Whether the second value stands first: "stiga till 52, från 46"; not where either is of a pair of its own."""
    first, second = found[number : number + 2]
    if not words.THEN_OUT_OF.fullmatch(text, first.end, second.start) or not words.BEFORE_TO.search(
        text[: first.start]
    ):
        return False
    beside = [*pairwise(found[max(0, number - 1) : number + 1]), *pairwise(found[number + 1 : number + 3])]
    return not any(_is_pair(text, one, other) for one, other in beside)


def _is_pair(text: str, first: Mangd, second: Mangd) -> bool:
    before, between = text[max(0, first.start - 20) : first.start], text[first.end : second.start]
    return bool(words.ONLY_BEFORE_FROM.search(before) and words.TO.fullmatch(between))


def _said(text: str, before: Mangd | None, after: Mangd | None, first: Mangd, second: Mangd) -> Mangd | None:
    """Return how large the change is said to be."""
    is_time = (
        before and not before.has_unit and _noun(text, before, 1) != _noun(text, first, 1)
    )  # "på tre år gått från"
    if (
        before
        and not is_time
        and words.THEN_FROM.fullmatch(text[before.end : first.start])
        and words.BY.search(text[: before.start])
    ):
        return before
    if after and words.SO_BY.fullmatch(text[second.end : after.start]):
        return after
    return None


def _change(text: str, first: Mangd, second: Mangd, said: Mangd | None) -> Change | None:
    """Return the change of two values in one unit; a bare one has the other's."""
    first, second = _same_unit(first, second), _same_unit(second, first)
    is_rough = first.is_rough or second.is_rough or (said and said.is_rough)
    if first.slag != second.slag or is_rough or first.value == 0:
        return None
    if first.slag == "antal" and _noun(text, first) and _noun(text, first, 1) != _noun(text, second, 1):
        return None
    start, end = min(first.start, second.start), max(first.end, second.end)
    if said:
        start, end = min(start, said.start), max(end, said.end)
    values = min(first.start, second.start)
    word = words.MORE_WORD.search(text, start, end) or _nearest_word(text, start, end, values)
    lead = text[max(0, start - 70) : start]
    clause = lead.rpartition(";")[2]
    if words.NOT.search(clause) or (said and words.PLANNED.search(clause)):
        return None
    times = Decimal(words.TIMES_BY_WORD[word["ganger"].lower()]) if word and word["ganger"] else None
    direction: Direction | None = None
    if word and not times:
        direction = "upp" if word["upp"] else "ner"
    if word:
        start, end = min(start, word.start()), max(end, word.end())
    rough = words.side_of(text[max(0, word.start() - 25) : word.start()]) if word else ""
    return Change(first, second, direction, word[0] if word else "", times, rough, said, start, end)


def _same_unit(one: Mangd, other: Mangd) -> Mangd:
    if one.has_unit or not other.has_unit:
        return one
    return in_unit_of(other, one)


_TIME = ("år", "dag", "veck", "månad", "timm", "minut", "dygn", "mil", "kilom", "meter", "km")


def _noun(text: str, of: Mangd, length: int = 0) -> str:
    """Return the unit of time or way that stands behind a number, or with no length whether any word does."""
    word = re.match(r"[\s\u00a0]+([\w-]+)", text[of.end : of.end + 40])
    found = word[1].lower() if word else ""
    if length:
        return next((unit for unit in _TIME if found.startswith(unit)), "")
    return "" if found == "till" else found


def _nearest_word(text: str, start: int, end: int, values: int) -> re.Match[str] | None:
    """Return the word that says which way it went: the last before the values, or the first behind or between them."""
    lead = max(0, start - 90)
    stop = max((text.rfind(sign, lead, start) for sign in ";:"), default=-1)
    if text[stop + 1 : values].strip() in {"från", ""}:  # "har fördubblats: från 14 till 28"
        stop = -1
    before = list(words.DIRECTION.finditer(text, max(lead, stop + 1), start))
    if before:
        return None if words.NEUTRAL.search(text, before[-1].end(), values) else before[-1]
    return words.DIRECTION.search(text, start, end + 30)


def _moved(change: Change, at: int) -> Change:
    """Return a change with its places in the answer instead of the sentence."""
    first, second, said = (m and m.moved(at) for m in (change.first, change.second, change.said))
    return Change(
        first or change.first,
        second or change.second,
        change.direction,
        change.word,
        change.times,
        change.rough,
        said,
        change.start + at,
        change.end + at,
    )
