"""Shares that stand as another name of a part beside them: "38 beslut, varav 27, 61 procent, gällde byar"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from rapport.checks.reckoning.quantities import NOT_PEOPLE, mangder_by_sentence
from rapport.checks.reckoning.slips import is_near_percent
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

Span = tuple[int, int]
_HUNDRED, _FAR = Decimal(100), Decimal(35)
# Nothing but the part's own words, and the sign or the small words that make the share another name of it.
_APPOSED = re.compile(
    r"(?:[\s\u00a0][\w-]+){0,4}(?:, (?:alltså |det vill säga |dvs\.? |motsvarande |eller )?| – | \((?:motsvarande )?"
    r"|,? (?:vilket|som) (?:motsvarar|utgör|ger|är) )"
)
_CLOSED = re.compile(r"[,.;)–]| –|$| av (?:dem(?=[,.;)])|(?:dessa|de|samtliga|alla|totalen|det totala)\b)")
_OF_IT = re.compile(r"\b(?:varav|därav|av vilka|av dessa|av dem|av de|bland dem)\b", re.IGNORECASE)
# What makes the share one of something else than the part and its whole.
_OTHER = re.compile(
    r"\b(?:ök\w+|minsk\w+|steg|stig\w+|sjönk|sjunk\w+|fler|färre|mer|mindre|högre|lägre|än|jämfört|jämförelse|tidigare"
    r"|förra|riket|mål\w*|tillväxt\w*|upp|ned|ner|vardera|respektive|per|varje|ränta|rabatt|medfinansier\w*)\b",
    re.IGNORECASE,
)
_BACK, _FEW = 1, 2  # sentences before that may have the whole; so many that it can be


class Apposed(NamedTuple):
    """A share that is another name of a part, its whole and what the two give in per cent; places are the answer's."""

    said: Mangd
    part: Mangd
    whole: Mangd
    given: Decimal

    @property
    def said_span(self) -> Span:
        """Where the share stands."""
        return self.said.start, self.said.end


def apposed_shares(svar: Svar) -> Iterator[Apposed]:
    """Yield every share that none of the wholes in sight gives with the part that it is another name of."""
    for number, (sentence, found) in enumerate(mangder_by_sentence(svar)):
        for part, said in pairwise(found):
            between = sentence.text[part.end : said.start]
            is_pair = said.slag == "procent" and part.slag in {"antal", "kr"} and not (said.is_rough or part.is_rough)
            if not is_pair or not 0 < said.value < _HUNDRED or not part.value:
                continue
            is_closed = _CLOSED.match(sentence.text, said.end) and not NOT_PEOPLE.match(sentence.text, part.end)
            if _APPOSED.fullmatch(between) and is_closed:
                yield from _judged(svar, number, part, said)


def _judged(svar: Svar, number: int, part: Mangd, said: Mangd) -> Iterator[Apposed]:
    """Yield a share that is wrong of the whole it surely is of, or nearly right of the only one that it can be of."""
    sentence, _ = mangder_by_sentence(svar)[number]
    wholes = [m for m in _before(svar, number, part) if m.slag == part.slag and m.value > part.value]
    if not wholes or _OTHER.search(svar.text, wholes[-1].end, sentence.start + said.end + 1):
        return
    here = part.moved(sentence.start)
    share = said.moved(sentence.start)
    if any(_holds(part, whole, said) for whole in wholes):
        return
    for whole in wholes if len(wholes) <= _FEW else ():
        given = part.value / whole.value * _HUNDRED
        is_only = len(wholes) == 1 and _OF_IT.search(svar.text, whole.end, here.start)
        is_told = is_only and abs(given - said.value) <= _FAR
        if not whole.is_rough and (is_told or is_near_percent(given, said.value)):
            yield Apposed(share, here, whole, given)
            return


def _before(svar: Svar, number: int, part: Mangd) -> list[Mangd]:
    """Return the quantities before a part in its sentence and the one before, in the same passage."""
    read = mangder_by_sentence(svar)
    found: list[Mangd] = []
    for at in range(max(0, number - _BACK), number + 1):
        sentence, some = read[at]
        if at < number and "\n" in svar.text[sentence.end : read[number][0].start]:
            continue
        moved = (m.moved(sentence.start) for m in some)
        found += [m for m in moved if at < number or m.end <= sentence.start + part.start]
    return found


def _holds(part: Mangd, whole: Mangd, said: Mangd) -> bool:
    slack = said.step + (part.step + whole.step) / 2 / whole.value * _HUNDRED
    return abs(part.value / whole.value * _HUNDRED - said.value) <= slack
