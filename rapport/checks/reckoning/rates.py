"""Rates whose two numbers stand before them: "600 fick enkäten och 412 svarade, en svarsfrekvens på 69 procent"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

Span = tuple[int, int]
_RATES = {
    "svar": re.compile(r"enkät|utskick|skicka|sänd|tillfråga|urval|\bfick\b|gick till", re.IGNORECASE),
    "bevi": re.compile(r"bevilja", re.IGNORECASE),
    "bifa": re.compile(r"bifall|biföll|bevilja", re.IGNORECASE),
    "förb": re.compile(r"förbruk|använ", re.IGNORECASE),
    "geno": re.compile(r"fullfölj|slutför", re.IGNORECASE),
}
_RATE = re.compile(
    r"\b(?P<rate>svars(?:frekvens|andel)|beviljande(?:grad|andel)|bifalls(?:grad|andel)|förbruknings?(?:grad)?"
    r"|genomströmning)(?:en)?(?: (?:på|är|var|blev|om|uppgick till|uppgår till|av))?(?: därmed| alltså| då)? $",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"\b(?:vilket|som|[Dd]et) (?:motsvarar|ger|innebär|betyder|är) (?:att )?$|, (?:alltså|motsvarande) $"
)
_BRACKET = re.compile(r"[^\d,.;:]{0,40}\($")
_OF_WHICH = re.compile(r"[^.;:\d]{0,60}\bvarav ")
_ANSWERED = re.compile(r"[\s\u00a0](?:[\w-]+ )?(?:svarade|besvarade|svar)\b")
_OF_GOAL = re.compile(r" av (?:målet|målvärdet|måltalet)\b")
_GOAL = re.compile(r"\b[Mm]ål(?:et|värdet|talet)?(?: för \w+)? (?:var|är|på|om) $")
# What makes the share one of something else.
_OTHER = re.compile(
    r"\b(?:bland|av dem|av dessa|av de som|därav|kvinnor|män|riket|jämfört|jämförelse|förra|tidigare|innan|ök\w+"
    r"|minsk\w+|högre|lägre|fler|färre|än|exklusive|per|varje|minst|ytterligare|respektive|både)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r" av (?:dem|dessa|de\b|kvinnor|män)|(?: \w+)? (?:kvinnor|män)\b| (?:högre|lägre|fler|färre|mer)\b"
)
_HUNDRED, _FAR = Decimal(100), Decimal(35)
_BACK = 2  # sentences before that may hold the numbers


class Rate(NamedTuple):
    """A rate as it is said, its part and its whole, and whether it is named one; places are those of the answer."""

    said: Mangd
    part: Mangd
    whole: Mangd
    said_span: Span
    given_spans: tuple[Span, Span]
    is_named: bool

    @property
    def given(self) -> Decimal:
        """What the two numbers give, in per cent."""
        return self.part.value / self.whole.value * _HUNDRED

    @property
    def holds(self) -> bool:
        """Whether the rate can be that of the two numbers, or of what is left of them; rounding is allowed for."""
        slack = self.said.step + (self.part.step + self.whole.step) / 2 / self.whole.value * _HUNDRED
        over = abs(self.given - self.said.value)
        is_rest = not self.is_named and abs(_HUNDRED - self.given - self.said.value) <= slack
        return over <= slack or is_rest or over > _FAR


def rates_of(svar: Svar) -> Iterator[Rate]:
    """Yield the rates of an answer whose two numbers stand before them."""
    for number, (sentence, found) in enumerate(mangder_by_sentence(svar)):
        for said in found:
            if said.slag == "procent" and not said.is_rough and said.value <= _HUNDRED:
                before = _before(svar, number, said)
                rate = _rate(svar, sentence.text, sentence.start, said, before) if before else None
                yield from [rate] if rate else []


def _before(svar: Svar, number: int, said: Mangd) -> tuple[Mangd, Mangd] | None:
    """Return the two numbers before a share, from as few sentences as hold them; their places are the answer's."""
    read = mangder_by_sentence(svar)
    counts: list[Mangd] = []
    for at in range(number, max(-1, number - _BACK - 1), -1):
        sentence, found = read[at]
        if at < number and "\n" in svar.text[sentence.end : read[at + 1][0].start]:
            return None
        here = [m for m in found if at < number or m.end <= said.start]
        if any(m.slag not in {"antal", "kr"} or m.is_rough for m in here):
            return None
        counts = [m.moved(sentence.start) for m in here] + counts
        if len(counts) > 1:
            break
    if len(counts) > 2 and _is_of_two(counts, said):  # noqa: PLR2004
        largest = max(counts[:-1], key=lambda m: m.value)
        counts = [largest, counts[-1]] if largest.value > counts[-1].value else counts[-2:]
    if len(counts) != 2 or counts[0].slag != counts[1].slag or not all(m.value for m in counts):  # noqa: PLR2004
        return None
    return counts[0], counts[1]


def _is_of_two(counts: list[Mangd], said: Mangd) -> bool:
    """Whether a share can only be of the last two of some counts: no other two give it."""
    pairs = (sorted((one.value, other.value)) for one, other in combinations(counts, 2) if one.value and other.value)
    return all(abs(low / high * _HUNDRED - said.value) > said.step for low, high in pairs)


def _rate(svar: Svar, text: str, at: int, said: Mangd, numbers: tuple[Mangd, Mangd]) -> Rate | None:
    """Return a share as a rate of two numbers, where the text says that it is."""
    first, second = numbers
    place = at + said.start
    part, whole = sorted(numbers, key=lambda m: m.value)
    window = svar.text[max(0, first.start - 80) : place]
    between = svar.text[second.end : place]
    lead, behind = text[: said.start], text[said.end :]
    if _OTHER.search(svar.text[first.end : place]) or _OF_THEM.match(behind):
        return None
    rate = _RATE.search(lead)
    is_it = bool(rate and _RATES[rate["rate"][:4].lower()].search(window))
    is_told = bool(_THAT_IS.search(lead)) or (_BRACKET.fullmatch(between) and behind.startswith(")"))
    if not is_it and is_told:
        has_which = whole is first and _OF_WHICH.fullmatch(svar.text[first.end : second.start])
        is_survey = part is second and _RATES["svar"].search(window) and _ANSWERED.match(svar.text, second.end)
        is_it = bool(has_which or is_survey or (part is second and _is_echo(between, behind)))
    if _OF_GOAL.match(behind):
        is_it, part, whole = bool(_GOAL.search(svar.text[max(0, first.start - 40) : first.start])), second, first
    elif part.value == whole.value:
        return None
    if not is_it:
        return None
    spans = (part.start, part.end), (whole.start, whole.end)
    return Rate(said, part, whole, (place, at + said.end), spans, is_named=bool(rate))


def _is_echo(between: str, behind: str) -> bool:
    """Whether what the share did is what the part did: "63 fullföljde, vilket innebär att 70 procent fullföljde"."""
    verb = re.match(r"[\s\u00a0]([a-zåäö]{5,}(?:de|te|des|tes))\b", behind)
    return bool(verb and re.match(rf"[\s\u00a0](?:\w+ )?{verb[1]}\b", between))
