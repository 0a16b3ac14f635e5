"""Names: what people call a file, a column or a value → what an expression calls it, and near misses."""

import unicodedata
from collections.abc import Iterable

from rapport.domain.mall import file_word

_CUTOFF = 55  # of 100: EURF is ERUF, Hedby is not Granåker


def identifier(text: str) -> str:
    """Return a text as a name in an expression: ”Beviljat belopp” is beviljat_belopp; a digit gets _ before it."""
    word = file_word(unicodedata.normalize("NFC", text)).replace("-", "_")
    return f"_{word}" if word[:1].isdigit() else word


def folded(text: str) -> str:
    """Return a text as it is compared: case and the number and kind of blanks do not count, as in Excel's filter."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that a misspelt one most likely means, if any."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, list(known), scorer=fuzz.ratio, processor=folded, score_cutoff=_CUTOFF)
    return str(found[0]) if found else None
