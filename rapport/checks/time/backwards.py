"""Backwards: from one date to another that is before it, with a year, a month or none of its own."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from rapport.checks.rule import Hit
from rapport.checks.time.dates import Date, dates
from rapport.checks.words import words_before
from rapport.domain.svar import Svar

# The first day, before a date with a month: "14–12 mars", "mellan den 24 och den 22 september".
_DAY_BEFORE = re.compile(
    r"(?<![\d.,:/–-])(?:(\d\d?)(?: ?[–-] ?| till (?:och med )?(?:den )?)"
    r"|(?<=[Mm]ellan )(\d\d?) och (?:den )?|(?<=[Mm]ellan den )(\d\d?) och (?:den )?)$"
)
_JOINED = re.compile(r"\s*(?:[–-]|till(?: och med)?|t\.?o\.?m\.?|och till(?: och med)?)\s*(?:den )?")
_AND = re.compile(r" och (?:den )?")
_NEXT_YEAR = re.compile(r" (?:året (?:därpå|efter|därefter)|nästa år|följande år|påföljande år)\b")
_LAST_DAY, _BEFORE = 31, 30
_ANY_YEAR = 2025  # one that is no leap year
_SHORT_BACK, _SCHOOL_BEGINS, _SCHOOL_ENDS = 50, (8, 9), 6


def backward_days(svar: Svar) -> Iterator[Hit]:
    """Yield the intervals from one day of a month to another before it."""
    for one in dates(svar):
        first = _DAY_BEFORE.search(svar.text[max(0, one.start - _BEFORE) : one.start]) if one.day else None
        if first and one.day and one.day < int(first[first.lastindex or 0]) <= _LAST_DAY:
            yield Hit(svar, one.start - len(first[0]), one.end)


def backward_dates(svar: Svar) -> Iterator[Hit]:
    """Yield the intervals from one whole date, or month, to another before it."""
    for one, other in pairwise(dates(svar)):
        is_next = _NEXT_YEAR.match(svar.text, other.end)
        if _are_joined(svar, one, other) and not is_next and _ends_first(one, other, svar.text[other.end :][:12]):
            yield Hit(svar, one.start, other.end)


def _are_joined(svar: Svar, one: Date, other: Date) -> bool:
    """Whether two dates are the ends of an interval."""
    if _JOINED.fullmatch(svar.text, one.end, other.start):
        return True
    is_between = "mellan" in words_before(Hit(svar, one.start, one.end), 2)
    return is_between and bool(_AND.fullmatch(svar.text, one.end, other.start))


def _ends_first(first: Date, second: Date, after: str) -> bool:
    """Whether a date is after the one that should end what it begins; without years they may be of two."""
    if first.year and second.year:
        return (
            first.order[: 3 if first.day and second.day else 2] > second.order[: 3 if first.day and second.day else 2]
        )
    if first.year:
        return False
    if second.year and first.day and second.day:
        return _is_short_back(first, second, second.year)
    if after.startswith(" samma år"):
        return first.order[1:] > second.order[1:]
    return bool(first.day and second.day and not second.year) and _is_short_back(first, second, _ANY_YEAR)


def _is_short_back(first: Date, second: Date, year: int) -> bool:
    """Whether a date is just behind one that should come after it: nobody means all but a whole year by that.

    What ends on the day before it began is a year, and from August to June is a school's.
    """
    if not (first.is_in(year) and second.is_in(year)):
        return False
    back = (date(year, first.month, first.day or 1) - date(year, second.month, second.day or 1)).days
    is_school_year = first.month in _SCHOOL_BEGINS and second.month == _SCHOOL_ENDS
    return 1 < back <= _SHORT_BACK and not is_school_year
