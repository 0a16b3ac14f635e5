"""What a misspelt word was most likely meant to be: the one answer to "menade du"."""

import unicodedata
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
    from rapidfuzz import fuzz, process

    found = process.extract(word, list(known), scorer=fuzz.ratio, processor=folded, score_cutoff=least, limit=most)
    return [str(name) for name, *_ in found]
