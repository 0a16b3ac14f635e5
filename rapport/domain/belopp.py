"""Belopp: an amount of money as it is written in running text, and whether any known amount is it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

FACTORS = {
    **dict.fromkeys(("kr", "kronor", "sek"), 1),
    **dict.fromkeys(("tkr", "kkr", "tusen kr", "tusen kronor", "tsek"), 1_000),
    **dict.fromkeys(("mnkr", "mkr", "msek", "miljon kr", "miljon kronor", "miljoner kr", "miljoner kronor"), 1_000_000),
    **dict.fromkeys(("mdkr", "miljard kronor", "miljarder kr", "miljarder kronor"), 1_000_000_000),
}
_UNITS = "|".join(re.escape(unit).replace(r"\ ", r"\s") for unit in sorted(FACTORS, key=len, reverse=True))
_NUMBER = r"(\d{1,3}(?:[ \u00a0\u202f.]\d{3}){1,4}|\d{1,12})(?:,(\d{1,4}))?"
_BELOPP = re.compile(rf"(?<![\w.,:/–-]){_NUMBER}[\s\u00a0]{{0,2}}({_UNITS})\b", re.IGNORECASE)
_SURE_DIGITS = 3  # zeros behind these may be rounding: 19 900 000 kr is said of 19 912 000 kr


class Belopp(NamedTuple):
    """An amount in kronor, exact to ``step``, and where in its text it stands."""

    value: Decimal
    step: Decimal
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in its text."""
        return self.start + len(self.text)


class KandaBelopp(NamedTuple):
    """Every amount that a report's tables and papers have, in order of size."""

    amounts: tuple[Decimal, ...] = ()

    @classmethod
    def of(cls, amounts: Iterable[Decimal]) -> "KandaBelopp":
        """Return the amounts, each once."""
        return cls(tuple(sorted(set(amounts))))

    def has(self, value: Decimal, margin: Decimal) -> bool:
        """Whether any amount is within a margin of a value."""
        at = bisect_left(self.amounts, value - margin)
        return at < len(self.amounts) and self.amounts[at] <= value + margin


def find_belopp(text: str) -> Iterator[Belopp]:
    """Yield every amount with a unit of money that a text has: 19 912 000 kr, 19,9 mnkr, 20 miljoner kronor."""
    for match in _BELOPP.finditer(text):
        digits, decimals, unit = re.sub(r"\D", "", match[1]), match[2] or "", match[3]
        factor = Decimal(FACTORS[" ".join(unit.lower().split())])
        value = Decimal(f"{digits}.{decimals or 0}") * factor
        yield Belopp(value, _step(digits, decimals) * factor, match[0], match.start())


def _step(digits: str, decimals: str) -> Decimal:
    """Return what an amount is exact to, in its unit: its last decimal, or the first of the zeros it ends in."""
    if decimals:
        return Decimal(1).scaleb(-len(decimals))
    zeros = min(len(digits) - len(digits.rstrip("0")), max(len(digits) - _SURE_DIGITS, 0))
    return Decimal(1).scaleb(zeros)
