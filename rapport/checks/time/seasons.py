"""Dates and months that stand as explanations of a part of a year that they are no part of: "i höstas, i mars"."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from rapport.checks.time.dates import MONTH
from rapport.prose.numbers import MONTHS

_MOST = 100
_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
_LENGTHS = {"kvartal": 3, "tertial": 4, "halvår": 6}
# As people use the words, and terms of schools: what is outside is no such season anywhere.
_SEASONS = {
    "vår": ("våren", (1, 2, 3, 4, 5, 6)),
    "som": ("sommaren", (5, 6, 7, 8, 9)),
    "hös": ("hösten", (8, 9, 10, 11, 12)),
    "vin": ("vintern", (10, 11, 12, 1, 2, 3, 4)),
}
_PART = (
    rf"(?:det )?(?P<nr>{'|'.join(_ORDINALS)}) (?P<del>kvartal|tertial|halvår)et"
    r"|(?P<del2>kvartal|tertial) (?P<nr2>[1-4])"
    r"|Q(?P<nr3>[1-4])"
)
_SEASON = r"(?P<tid>våren|sommaren|hösten|vintern|våras|somras|höstas|vintras)"
_PLACE = rf"(?:\b(?:[Uu]nder|[Ii]|[Ii]nom|[Pp]å) (?:{_PART}|{_SEASON})(?: (?:20\d\d))?)"
_DATED = re.compile(
    rf"{_PLACE},? ?(?:(?<=,) |(?<= )\()(?:närmare bestämt )?(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?"
    rf"(?:den \d{{1,2}} |\d{{1,2}} |i )(?P<m>{MONTH})\b(?! ?[–-]| (?:till|och|samt)|\w)"
)
_RANGE = re.compile(
    rf"\b(?:{_PART})(?: 20\d\d)?(?:,| \() ?(?P<a>{MONTH})(?: ?[–-] ?| till(?: och med)? )(?P<b>{MONTH})\b"
    r"(?: 20\d\d(?!\d|[–-]))?\)?",
    re.IGNORECASE,
)
# "i oktober, under årets tredje kvartal", and the months of a part in a row: "nämligen i februari, mars och augusti".
_BEHIND = re.compile(
    rf"\bi (?P<m>{MONTH})(?: 20\d\d)?(?:, | \()(?:alltså |det vill säga )?(?:(?:under|i) )?"
    rf"(?:(?:årets )(?P<nr4>{'|'.join(_ORDINALS)}) (?P<del4>kvartal|tertial)|{_PART})\b(?! 20\d\d)"
)
_LISTED = re.compile(
    rf"{_PLACE}(?:, | \(|: )(?:nämligen |närmare bestämt |det vill säga |alltså )?(?:i )?"
    rf"(?P<lista>(?:{MONTH})(?:, (?:{MONTH}))* (?:och|samt) (?:{MONTH}))\b"
)
# A row of a table by quarters: 3 (juli–september), T2 (maj–augusti), kv. 4 (okt–dec) where the heading tells of what.
_ROW = re.compile(rf"(?:Q|T|K|H|kv\.? ?)?(?P<nr>[1-4])\.? ?\(?(?P<a>{MONTH}) ?[–-] ?(?P<b>{MONTH})\)?", re.IGNORECASE)
_KIND = re.compile(r"\b(?P<del>kvartal|tertial|halvår)", re.IGNORECASE)


class Outside(NamedTuple):
    """A date or months outside the part of a year that they explain: where, and what the part is, in words."""

    start: int
    end: int
    told: str


def outside(text: str) -> Iterator[Outside]:
    """Yield every date beside a quarter, half-year or season that it is not in."""
    for match in islice(_DATED.finditer(text), _MOST):
        month = MONTHS.index(match["m"].lower()) + 1
        if match["tid"]:
            name, months = _SEASONS[match["tid"][:3]]
            told = f"{MONTHS[month - 1]} hör inte till {name}"
        else:
            name, months = _part(match)
            told = f"{name} är {_told(months)}, inte {MONTHS[month - 1]}" if months else ""
        if months and month not in months:
            yield Outside(match.start(), match.end(), told)
    yield from _behind(text)
    for match in islice(_RANGE.finditer(text), _MOST):
        name, months = _part(match)
        first, last = (MONTHS.index(match[one].lower()) + 1 for one in ("a", "b"))
        # Some of a quarter's months may be all that is meant, but none of another's.
        if months and (first not in months or last not in months):
            yield Outside(match.start(), match.end(), f"{name} är {_told(months)}")


def _behind(text: str) -> Iterator[Outside]:
    """Yield the months before a part of a year, and those in a row behind it, that it does not have."""
    for match in islice(_BEHIND.finditer(text), _MOST):
        month = MONTHS.index(match["m"].lower()) + 1
        name, months = _part(match)
        if months and month not in months:
            yield Outside(match.start(), match.end(), f"{name} är {_told(months)}, inte {MONTHS[month - 1]}")
    for match in islice(_LISTED.finditer(text), _MOST):
        name, months = _SEASONS[match["tid"][:3]] if match["tid"] else _part(match)
        wrong = [one for one in re.findall(MONTH, match["lista"]) if months and MONTHS.index(one) + 1 not in months]
        if len(wrong) == 1:
            yield Outside(match.start(), match.end(), f"{wrong[0]} hör inte till {name}")


def rows_outside(heading: str, cells: Iterable[tuple[str, int]]) -> Iterator[Outside]:
    """Yield every row of a table by quarters, with where its cell begins, whose months are not the quarter's."""
    kind = _KIND.search(heading)
    for text, start in cells if kind else ():
        match = _ROW.fullmatch(text.strip())
        length = _LENGTHS[kind["del"].lower()] if kind else 0
        if match and int(match["nr"]) * length <= len(MONTHS):
            last = int(match["nr"]) * length
            first, end = (MONTHS.index(match[one].lower()) + 1 for one in ("a", "b"))
            if (first, end) != (last - length + 1, last):
                told = (
                    f"{kind['del'].lower() if kind else ''} {match['nr']} är {MONTHS[last - length]}–{MONTHS[last - 1]}"
                )
                yield Outside(start, start + len(text), told)


def _part(match: re.Match[str]) -> tuple[str, tuple[int, ...]]:
    """Return the name of a part of a year and its months; none where a year has no such part."""
    groups = match.groupdict()
    number = _ORDINALS.get((match["nr"] or groups.get("nr4") or "").lower()) or int(match["nr2"] or match["nr3"])
    kind = (match["del"] or match["del2"] or groups.get("del4") or "kvartal").lower()
    length = _LENGTHS[kind]
    if number * length > len(MONTHS):
        return kind, ()
    ordinal = next(word for word, order in _ORDINALS.items() if order == number)
    return f"{ordinal} {kind}et", tuple(range((number - 1) * length + 1, number * length + 1))


def _told(months: tuple[int, ...]) -> str:
    return f"{MONTHS[months[0] - 1]}–{MONTHS[months[-1] - 1]}"
