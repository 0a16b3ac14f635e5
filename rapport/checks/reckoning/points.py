"""Differences of two shares that are called per cent: "39 procent … 45 procent. Det är en uppgång med sex procent."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

# What makes a share the size of a change: "en uppgång med", "minskade med", and "fem procent högre än" behind it.
_BY = re.compile(
    r"(?:(?:ökning|minskning|uppgång|nedgång|höjning|sänkning|förändring|förbättring|skillnad)(?:en)?(?: \w+)?"
    r" (?:med|på|om|är|var)"
    r"|\b(?:ök|minsk|steg|stig|sjönk|sjunk|föll|höj|sänk)\w*(?: [\w-]+){0,2} med"
    r"|(?:,|\(| –) ?(?!\w*jämför|i jämförelse)(?:[\w.]+ ){0,3}med|\bupp|\bned|\bner)"
    r"(?: hela)? $",
    re.IGNORECASE,
)
_MORE = re.compile(r" (?:högre|lägre|fler|färre|mer|mindre) än\b")
_ANSWERS = re.compile(r"(?:Det|Detta) (?:är|innebär|motsvarar|ger|var|betyder)\b")
_HUNDRED, _THREE, _SMALLEST = Decimal(100), 3, 2
_HALF = Decimal("0.5")


class Points(NamedTuple):
    """A difference of two shares that is called per cent, the two, and where all stand in the answer's text."""

    said: Mangd
    first: Mangd
    second: Mangd


def points_of(svar: Svar) -> Iterator[Points]:
    """Yield every difference of the only two shares beside it that is called per cent."""
    read = mangder_by_sentence(svar)
    for number, (sentence, found) in enumerate(read):
        shares = [m.moved(sentence.start) for m in found if m.slag == "procent"]
        said = [m for m in shares if _is_size(sentence.text, m.start - sentence.start, m.end - sentence.start)]
        if len(said) != 1:
            continue
        if len(shares) == 1 and number and _ANSWERS.match(sentence.text):
            before, those = read[number - 1]
            is_near = "\n" not in svar.text[before.end : sentence.start]
            shares += [m.moved(before.start) for m in those if m.slag == "procent"] if is_near else []
        if any(m.slag == "procentenheter" for m in found) or len(shares) != _THREE or any(m.is_rough for m in shares):
            continue
        first, second = (m for m in sorted(shares, key=lambda m: m.start) if m is not said[0])
        if _is_meant(said[0], first, second):
            yield Points(said[0], first, second)


def _is_size(text: str, start: int, end: int) -> bool:
    return bool(_BY.search(text[:start]) or _MORE.match(text, end))


def _is_meant(said: Mangd, first: Mangd, second: Mangd) -> bool:
    """Whether a size is just the difference of two shares, and not what this is of one of them."""
    difference = abs(second.value - first.value)
    if said.value != difference or said.value < _SMALLEST or not (first.value and second.value):
        return False
    slack = said.step * _HALF
    return all(abs(difference / base * _HUNDRED - said.value) > slack for base in (first.value, second.value))
