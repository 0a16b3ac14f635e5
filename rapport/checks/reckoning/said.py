"""Shares as a sentence names them, in per cent and in words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from rapport.checks.reckoning import share_words as words
from rapport.domain.mangder import WORDS, Mangd, is_rough_at


class Said(NamedTuple):
    """A share as it stands in a sentence; ``rough`` is on what side of it the true one is said to be."""

    value: Decimal
    margin: Decimal
    is_percent: bool
    rough: str
    start: int
    end: int


def said_in(text: str, found: list[Mangd], *, of_number: bool = False) -> Iterator[Said]:
    """Yield the shares that a sentence names, in per cent and in words, or those of what stands behind them."""
    for mangd in found:
        if mangd.slag == "procent":
            rough, start = _rough(text, mangd.start)
            yield Said(mangd.value / words.HUNDRED, mangd.step / words.HUNDRED, True, rough, start, mangd.end)  # noqa: FBT003
    for match in (words.FRACTION_OF if of_number else words.FRACTION).finditer(text):
        rough, start = _rough(text, match.start())
        yield Said(_fraction(match), words.LOOSE, False, rough, start, match.end())  # noqa: FBT003


def _rough(text: str, start: int) -> tuple[str, int]:
    """Return on what side of a share the true one is said to be, and where that is said."""
    lead = max(0, start - 20)
    for side, pattern in (("over", words.OVER), ("under", words.UNDER)):
        if match := pattern.search(text[lead:start]):
            return side, lead + match.start()
    return ("about" if is_rough_at(text, start) else ""), start


def _fraction(match: re.Match[str]) -> Decimal:
    if match["half"]:
        return Decimal("0.5")
    if match["part"]:
        return Decimal(words.COUNTS[match["count"].lower()]) / words.PARTS[match["part"].lower()]
    if match["every"]:
        return 1 / Decimal(words.EVERY[match["every"].lower()])
    some = match["some"].lower()
    return Decimal(WORDS.get(some, 1)) / WORDS[match["all"].lower()]
