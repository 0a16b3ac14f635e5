"""How like two words are: what a misspelt one was most likely meant to be, and how many slips are between two.

The library that compares them is loaded when two are so like that it is needed.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable

_LIKE = 55  # of 100: EURF is ERUF, Hedby is not Granåker


def folded(text: str) -> str:
    """Return a text as it is compared: case and the number and kind of blanks do not count, as in Excel's filter."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def nearest(word: str, known: Iterable[str], *, least: float = _LIKE) -> str | None:
    """Return the known word that a misspelt one most likely means, if any is at least so like it."""
    return next(iter(closest(word, known, 1, least=least)), None)


def closest(word: str, known: Iterable[str], most: int, *, least: float = _LIKE) -> list[str]:
    """Return the known words that are likest a misspelt one, the likest first."""
    possible = [one for one in known if _most_like(folded(word), folded(one)) >= least]
    if not possible:
        return []
    from rapidfuzz import fuzz, process

    found = process.extract(word, possible, scorer=fuzz.ratio, processor=folded, score_cutoff=least, limit=most)
    return [str(name) for name, *_ in found]


def slips(one: str, other: str, most: int = 1) -> int:
    """Return how many slips of the pen make one word another; any number above the most is one above it.

    A slip is a letter too many, a letter lost, a letter for another, or two letters swapped.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(one, other, score_cutoff=most)


def _most_like(one: str, other: str) -> float:
    """Return how like two words can be at the most, of 100, by the letters that they share in any order."""
    return 200 * (Counter(one) & Counter(other)).total() / max(1, len(one) + len(other))
