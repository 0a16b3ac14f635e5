"""Shares that are told twice, in words and in per cent: "var femte (21 procent)"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from rapport.checks.reckoning.share_words import COUNTS, PARTS
from rapport.domain.svar import Svar

_EACH = {"annan": 2, "tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "sjunde": 7, "åttonde": 8, "tionde": 10}
_ROUGH = r"nästan|knappt|närmare|drygt|över|mer än|fler än|ungefär|cirka|omkring|runt"
_TWICE = re.compile(
    rf"\b(?:(?P<rough>{_ROUGH}) )?(?P<said>(?P<half>hälften)|(?P<count>{'|'.join(COUNTS)}) (?P<part>{'|'.join(PARTS)})"
    rf"(?:ar)?|vart? (?P<each>{'|'.join(_EACH)}))"
    r"(?:(?: [\w-]+){0,4} \((?P<i>(?:cirka |ungefär |drygt |knappt )?)|(?: [\w-]+){0,2}, )"
    r"(?P<tal>\d{1,3}(?:,\d+)?)[ \u00a0](?:procent|%)(?P<slut>[),])",
    re.IGNORECASE,
)
_SIGNS = ("hälften", "Hälften", "del", "var", "Var")
_UNDER, _OVER, _MORE = ("nästan", "knappt", "närmare"), ("drygt",), ("över", "mer än", "fler än")
_FAR, _HAIR, _ABOUT = Decimal("0.1"), Decimal("0.005"), Decimal("0.08")
_MOST_OFF, _LEAST_OFF, _SHARE_OFF = Decimal("0.06"), Decimal("0.03"), Decimal("0.25")
_HUNDRED, _MOST = Decimal(100), 100


class Twice(NamedTuple):
    """A share in words with the same in per cent, and where both stand in the answer's text."""

    words: str
    percent: Decimal
    right: Decimal
    start: int
    end: int


def told_twice(svar: Svar) -> Iterator[Twice]:
    """Yield every share of an answer that is one in words and another in per cent."""
    if not any(sign in svar.text for sign in _SIGNS):
        return
    for match in islice(_TWICE.finditer(svar.text), _MOST):
        is_bracket = match["i"] is not None
        if is_bracket != (match["slut"] == ")"):
            continue
        said, percent = _value(match), Decimal(match["tal"].replace(",", "."))
        if not _can_be(said, percent / _HUNDRED, (match["rough"] or "").lower()):
            words = f"{match['rough']} {match['said']}" if match["rough"] else match["said"]
            right = (said * _HUNDRED).quantize(Decimal("0.1"))
            yield Twice(words, percent, right, match.start(), match.end() - 1 + is_bracket)


def _value(match: re.Match[str]) -> Decimal:
    if match["half"]:
        return Decimal("0.5")
    if match["each"]:
        return 1 / Decimal(_EACH[match["each"].lower()])
    return Decimal(COUNTS[match["count"].lower()]) / PARTS[match["part"].lower()]


def _can_be(said: Decimal, percent: Decimal, rough: str) -> bool:
    over = percent - said
    if rough in _UNDER:
        return -_FAR <= over <= _HAIR
    if rough in _OVER:
        return -_HAIR <= over <= _FAR
    if rough in _MORE:
        return over >= -_HAIR
    off = _ABOUT if rough else max(_LEAST_OFF, min(_MOST_OFF, said * _SHARE_OFF))
    return abs(over) <= off
