"""The words by which a row of a table says that it is a sum."""

import re

from rapport.nearest import folded

_TOTALS = {"summa", "summor", "totalt", "total", "totalsumma", "delsumma", "summa totalt", "totalt summa"}
_SURELY = re.compile(r"(?:delsumma|totalsumma)\b.*|(?:summa|summor|totalt|total)\b.*:", re.DOTALL)
_MAYBE = re.compile(r"[-–•]?\s*(?:summa|summor|totalt|total)\b.*", re.DOTALL)  # names begin so too
_ANYWHERE = re.compile(r"\b(?:summa|totalt|total|totalsumma|delsumma)\b")
_PART = re.compile(r"[-–•]?\s*(?:varav|därav)\b.*", re.DOTALL)


def says_sum(label: str) -> bool:
    """Return whether a cell surely says that its row is a sum."""
    text = folded(label)
    return text.rstrip(":") in _TOTALS or bool(_SURELY.fullmatch(text))


def may_say_sum(label: str) -> bool:
    """Return whether a cell says that its row is a sum, unless it is a name that begins so."""
    return bool(_MAYBE.fullmatch(folded(label)))


def says_part(label: str) -> bool:
    """Return whether a cell says that its row is a part of the one above: varav kvinnor."""
    return bool(_PART.fullmatch(folded(label)))


def has_sum(label: str) -> bool:
    """Return whether a cell has a word for a sum anywhere: ERUF totalt."""
    return bool(_ANYWHERE.search(folded(label)))
