"""Lengths of time beside their first and last month or year: "sex månader (maj–september)", "tre år (2020–2025)"."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from rapport.checks.time.dates import MONTH
from rapport.domain.mangder import WORDS
from rapport.prose.numbers import MONTHS

_MOST = 100
_NUMBER = rf"(?P<n>\d{{1,2}}|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
_THAT_IS = r",? (?:det vill säga|alltså|dvs\.?|totalt|sammanlagt) (?:i |under )?(?:hela )?"
_FROM_TO = rf"(?:från (?:och med )?)?(?P<a>{MONTH})(?P<i>[–-]| till(?: och med)? )(?P<b>{MONTH})\b"
_YEARS = r"(?P<a>20\d\d)(?P<i>[–-])(?P<b>20\d\d)(?!\d|[–-])"
_ENDS = r"(?:\)|(?=[.,;]|$))"
# Each with letters that are in all that it finds: looking for these takes a hundredth of the time.
_PATTERNS = {
    "månader": (
        (("månader",), rf"\b{_FROM_TO}{_THAT_IS}{_NUMBER} månader\b"),
        (("månader,", "månader ("), rf"(?<![\d–-])\b{_NUMBER} månader(?:,| \() ?{_FROM_TO}{_ENDS}"),
        (
            ("mellan",),
            rf"\bmellan (?P<a>{MONTH})(?P<i> och )(?P<b>{MONTH})(?:{_THAT_IS}|, | \(){_NUMBER} månader{_ENDS}",
        ),
    ),
    "år": (
        (("år (20", "åren (20"), rf"(?<![\d–])\b{_NUMBER} år(?:en)? \({_YEARS}\)"),
        (
            ("ellan 20",),
            rf"\bmellan (?P<a>20\d\d)(?P<i> och )(?P<b>20\d\d)[^.;:\d]{{1,40}}? (?:under|i) {_NUMBER} år\b",
        ),
        (("år, 20", "åren, 20"), rf"\b(?:i|under|på) {_NUMBER} år(?:en)?, {_YEARS}{_ENDS}"),
        ((" år",), rf"(?<![\d–]){_YEARS}{_THAT_IS}{_NUMBER} år\b"),
        (("årig",), rf"\b{_NUMBER}-?åri(?:g|ga|gt) [\w-]+ (?:för |under |perioden )?\(?{_YEARS}\)?"),
        (("årsplan", "årsperiod"), rf"(?<![\d–]){_YEARS},? (?:är|var) en {_NUMBER}-?års(?:plan|period)\b"),
    ),
}
# "från den 1 januari 2024 till den 31 december 2025, alltså i 18 månader"
_DATES = re.compile(
    rf"\bfrån (?:och med )?(?:den )?(?P<d>1) (?P<a>{MONTH}) (?P<y>20\d\d) (?:och )?till (?:och med )?"
    rf"(?:den )?(?P<e>\d{{1,2}}) (?P<b>{MONTH}) (?P<z>20\d\d){_THAT_IS}{_NUMBER} månader\b",
    re.IGNORECASE,
)
_WEEKS = re.compile(
    rf"\b(?:vecka|veckorna|v\.) (?P<a>\d{{1,2}})[–-](?P<b>\d{{1,2}})(?!\d)[^.;:\d]{{0,40}}?"
    rf"(?:, | \(|\balltså |\bsammanlagt |\btotalt ){_NUMBER} veckor{_ENDS}",
    re.IGNORECASE,
)
_ROW = re.compile(
    rf"(?<![\d–])\b{_NUMBER} år(?:en)?(?:,|:| \() ?(?P<rad>20\d\d(?:, 20\d\d)+ och 20\d\d)\b", re.IGNORECASE
)
_LAST_DAYS = 28
_COMPILED = [(unit, signs, re.compile(one, re.IGNORECASE)) for unit, some in _PATTERNS.items() for signs, one in some]


class Span(NamedTuple):
    """A length that its ends contradict: where both stand, and what is wrong in words."""

    start: int
    end: int
    told: str


def wrong_spans(text: str) -> Iterator[Span]:
    """Yield every length of time that is not that of the months or years beside it."""
    small = text.lower()
    for unit, pattern in ((unit, one) for unit, signs, one in _COMPILED if any(sign in small for sign in signs)):
        for match in islice(pattern.finditer(text), _MOST):
            many, said = _many(match, unit), _said(match)
            # Between two years, and from one month to another, the last may be where it ends.
            least = many - (unit == "år" or match["i"] not in {"–", "-"})
            if many > 0 and not least <= said <= many:
                yield Span(*match.span(), f"{match['a']}–{match['b']} är {many} {unit}, inte {match['n']}")
    yield from _by_counting(text)


def _by_counting(text: str) -> Iterator[Span]:
    """Yield the whole months from a first day to a last, the weeks and the years in a row that are counted wrong."""
    for match in islice(_DATES.finditer(text), _MOST):
        first, last = (MONTHS.index(match[one].lower()) for one in ("a", "b"))
        many = 12 * (int(match["z"]) - int(match["y"])) + last - first + 1
        if int(match["e"]) >= _LAST_DAYS and _said(match) not in {many, many - 1}:
            yield Span(*match.span(), f"det är {many} månader, inte {match['n']}")
    for match in islice(_WEEKS.finditer(text), _MOST) if "eckor" in text else ():
        many = int(match["b"]) - int(match["a"]) + 1
        if many > 1 and _said(match) not in {many, many - 1}:
            yield Span(*match.span(), f"vecka {match['a']}–{match['b']} är {many} veckor, inte {match['n']}")
    for match in islice(_ROW.finditer(text), _MOST) if ", 20" in text and "och 20" in text.lower() else ():
        many = len(match["rad"].replace(" och ", ", ").split(", "))
        if _said(match) != many:
            yield Span(*match.span(), f"{match['rad']} är {many} år, inte {match['n']}")


def _said(match: re.Match[str]) -> int:
    return int(match["n"]) if match["n"].isdecimal() else WORDS[match["n"].lower()]


def _many(match: re.Match[str], unit: str) -> int:
    if unit == "år":
        return int(match["b"]) - int(match["a"]) + 1
    first, last = (MONTHS.index(match[one].lower()) for one in ("a", "b"))
    return (last - first) % len(MONTHS) + 1
