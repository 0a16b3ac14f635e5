"""How alike a line of the form and some lines of a page are, whatever has become of their letters."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

NEAR = 78  # of 100; below it two texts are different lines
SURE = 86  # for one that stands out of its order
_WHOLE_LINE = 40  # signs; what a shorter line begins with may well begin another


class Found(NamedTuple):
    """A line of the form found: the first of the document's lines and the one past the last, and how alike they are."""

    start: int
    end: int
    score: float
    cut: int = 0  # signs at the end of the last line that are no part of it


def unmarked(text: str) -> str:
    """Return a text without the marks over its letters."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


@lru_cache(maxsize=50_000)
def skeleton(text: str) -> str:
    """Return what is left of a text without marks over letters, blanks and signs."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in folded if sign.isalnum())


def compared(want: str, joined: str, at: tuple[int, int], most: float, last: str) -> Found | None:
    """Return how alike a line of the form and some lines are; the last of these may go on with an answer."""
    if len(joined) <= most and (score := fuzz.ratio(want, joined, score_cutoff=NEAR)):
        return Found(*at, score)
    extra = len(joined) - len(want)
    if len(want) > _WHOLE_LINE and 0 < extra < len(last):
        score = fuzz.ratio(want, joined[: len(want)], score_cutoff=SURE)
        return Found(*at, score, extra) if score else None
    return None
