"""Numbers, months and rows of words as they are written in Swedish."""

from collections.abc import Sequence

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)


def thousands(number: int) -> str:
    """Return a whole number with its thousands apart: 15 706."""
    return f"{number:,}".replace(",", " ")


def row_of(words: Sequence[str]) -> str:
    """Return words as people say them, one after the other: a, b och c."""
    *first, last = words
    return f"{', '.join(first)} och {last}" if first else last


def percent(tecken: int, maxtecken: int) -> int:
    """Return how much of an area's room is taken; rounding may not make 15 001 of 15 000 look exactly full."""
    return -(-100 * tecken // maxtecken) if tecken > maxtecken else 100 * tecken // maxtecken
