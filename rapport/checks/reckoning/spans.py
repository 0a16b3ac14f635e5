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
_SAID = ("det vill säga", "alltså", "dvs", "totalt", "sammanlagt")
# Each with letters that are in all that it finds: looking for these takes a hundredth of the time.
_PATTERNS = {
    "månader": (
        (_SAID, rf"\b{_FROM_TO}{_THAT_IS}{_NUMBER} månader\b"),
        (("månader,", "månader ("), rf"(?<![\d–-])\b{_NUMBER} månader(?:,| \() ?{_FROM_TO}{_ENDS}"),
    ),
    "år": (
        (("år (20", "åren (20"), rf"(?<![\d–])\b{_NUMBER} år(?:en)? \({_YEARS}\)"),
        (_SAID, rf"(?<![\d–]){_YEARS}{_THAT_IS}{_NUMBER} år\b"),
        (("årig",), rf"\b{_NUMBER}-?åri(?:g|ga|gt) [\w-]+ (?:för |under |perioden )?\(?{_YEARS}\)?"),
        (("årsplan", "årsperiod"), rf"(?<![\d–]){_YEARS},? (?:är|var) en {_NUMBER}-?års(?:plan|period)\b"),
    ),
}
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
            many = _many(match, unit)
            said = int(match["n"]) if match["n"].isdecimal() else WORDS[match["n"].lower()]
            # Between two years, and from one month to another, the last may be where it ends.
            least = many - (unit == "år" or "till" in match["i"])
            if many > 0 and not least <= said <= many:
                yield Span(*match.span(), f"{match['a']}–{match['b']} är {many} {unit}, inte {match['n']}")


def _many(match: re.Match[str], unit: str) -> int:
    if unit == "år":
        return int(match["b"]) - int(match["a"]) + 1
    first, last = (MONTHS.index(match[one].lower()) for one in ("a", "b"))
    return (last - first) % len(MONTHS) + 1
