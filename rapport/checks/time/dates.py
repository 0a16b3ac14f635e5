"""Dates in an answer: where they stand, and which years one without a year can be in."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import islice
from typing import NamedTuple

from rapport.domain.svar import Svar
from rapport.prose.numbers import MONTHS

MONTH = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_MOST = 200
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY, _LEAP_DAY = 2, 29
# A day before a month's name, which is no part of an amount, a case number or an address.
_DAY_BEFORE = re.compile(r"(?<![\d.,:/§])(?<!\d[ \u00a0])(?P<day>\d\d?)(?::[ae])?[ \u00a0]$")
_YEAR_AFTER = re.compile(r"[ \u00a0](?P<year>[12]\d\d\d)\b(?![\d.,]\d)")
_IN_FIGURES = re.compile(r"(?<![\w/.,:-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w/-]|[.,:]\d)")
_LONGEST_DAY = 8
_NAMING = re.compile(r"(?:nr|nummer|dnr|diarienr|diarienummer|tel|[A-ZÅÄÖ]{2,})[.:]? $")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d)")
# Past tense: then it was in the report's year, where nothing says another.
_PAST = re.compile(
    r"\b(?:\w{3,}(?:ades?|des|tes|dde|tte)|hölls?|var|blev|kom|gick|fick|gav|gavs|deltog|antogs?|bjöds?|skedde|vann|ägde"
    r"|har \w{3,}ts?)\b"
)
_OTHER_YEAR = re.compile(
    r"\bfjol|\bförra\b|\bföregående\b|\bnästa\b|\bkommande\b|\binnan\b|\btidigare\b|\bårsskiftet\b"
)
_SAME_YEAR = re.compile(r"(?:[\s,–-]|\boch\b|\bsamt\b|\brespektive\b|\btill\b|\bden\b|\b\w+dag(?:en)?\b)+")


class Date(NamedTuple):
    """A date as it is written, ``start`` to ``end`` in the text: any day and month, and a year where it has one."""

    day: int | None
    month: int
    year: int | None
    start: int
    end: int

    @property
    def name(self) -> str:
        """The date in words: 4 mars 2025."""
        return " ".join(str(part) for part in (self.day, MONTHS[self.month - 1], self.year) if part is not None)

    @property
    def order(self) -> tuple[int, int, int]:
        """What says which of two dates comes first."""
        return self.year or 0, self.month, self.day or 0

    def is_in(self, year: int) -> bool:
        """Whether a year has this day."""
        is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        is_leap_day = self.month == _FEBRUARY and self.day == _LEAP_DAY
        return self.day is None or (1 <= self.day <= _LONGEST[self.month - 1] and (is_leap or not is_leap_day))

    def weekday(self, year: int) -> int | None:
        """Return its weekday in a year, 0 is Monday; None where the year has no such day."""
        return date(year, self.month, self.day).weekday() if self.day and self.is_in(year) else None


def dates(svar: Svar) -> tuple[Date, ...]:
    """Return the dates of an answer that have a month's name, and those in figures (2025-03-04), in order."""
    return svar.remember("datum", lambda: tuple(sorted(islice(_found(svar.text), _MOST), key=lambda one: one.start)))


def _found(text: str) -> Iterator[Date]:
    for match in _IN_FIGURES.finditer(text) if "-" in text else ():
        is_named = _NAMING.search(text[max(0, match.start() - 16) : match.start()])
        if not is_named and 1 <= int(match["month"]) <= len(MONTHS):
            yield Date(int(match["day"]), int(match["month"]), int(match["year"]), *match.span())
    for start, month in _months(text):
        before = _DAY_BEFORE.search(text[max(0, start - _LONGEST_DAY) : start])
        end = start + len(MONTHS[month - 1])
        after = _YEAR_AFTER.match(text, end)
        day, year = (int(found[1]) if found else None for found in (before, after))
        yield Date(day, month, year, start - len(before[0]) if before else start, after.end() if after else end)


def _months(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a month's name stands as a word of its own, and the month's number; looking for each is cheapest."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters become two, and places would move
        lower = text
    for month, name in enumerate(MONTHS, 1):
        start = lower.find(name)
        while start >= 0:
            end = start + len(name)
            if not (lower[start - 1 : start].isalnum() or lower[end : end + 1].isalnum()):
                yield start, month
            start = lower.find(name, end)


def years_of(svar: Svar, one: Date, ar: int | None) -> tuple[int, ...]:
    """Return the years that a date can be in: its own, or those that its passage and the report leave open."""
    if one.year:
        return (one.year,)
    found = dates(svar)
    following = next(iter(found[bisect_right(found, one.start, key=lambda other: other.start) :][:1]), None)
    if following and following.year and _SAME_YEAR.fullmatch(svar.text, one.end, following.start):
        return (following.year,) if one.order[1:] <= following.order[1:] else (following.year - 1, following.year)
    told = _years_beside(svar, one)
    if ar is None:
        return tuple(sorted(told))
    is_past, is_other = _tense(svar, one)
    if told:  # what is not told as past may be to come
        return tuple(sorted(told | ({ar} if is_past else {ar, ar + 1})))
    return (ar,) if is_past and not is_other else (ar - 1, ar, ar + 1)


def _years_beside(svar: Svar, one: Date) -> frozenset[int]:
    """Return the years that a date's passage names."""
    start = svar.text.rfind("\n", 0, one.start) + 1
    end = svar.text.find("\n", one.end)
    found = partial(_YEAR.findall, svar.text, start, end if end >= 0 else len(svar.text))
    return svar.remember(("datum", "years", start), lambda: frozenset(map(int, found())))


def _tense(svar: Svar, one: Date) -> tuple[bool, bool]:
    """Return whether a date's sentence tells of the past, and whether of another year than the report's."""
    number = max(0, bisect_right(svar.meningar, one.start, key=lambda sentence: sentence.start) - 1)
    text = svar.meningar[number].text if svar.meningar else ""
    found = ("datum", "tense", number)
    return svar.remember(found, lambda: (bool(_PAST.search(text)), bool(_OTHER_YEAR.search(text.lower()))))
