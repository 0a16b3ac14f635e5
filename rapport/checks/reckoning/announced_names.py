"""Announced numbers before names and dates: "de sex kommunerna är A, B och C", "två möten: den 5 och den 9 maj"."""

import re

from rapport.checks.reckoning.announced_words import OPEN
from rapport.domain.kommuner import KOMMUNER
from rapport.domain.mangder import Mangd
from rapport.prose.numbers import MONTHS

Counted = tuple[int, int, int]
_WORD = r"[^\W\d_][\w-]*"
_NAME = r"[A-ZÅÄÖ][\wåäöéü-]*(?: [A-ZÅÄÖ][\wåäöéü-]*| (?:i|för|vid) [A-ZÅÄÖ][\wåäöéü-]*| kommun| län)*?"
_LIST = rf"(?P<names>{_NAME}(?:, {_NAME})+,? (?:och|samt) {_NAME}|{_NAME} (?:och|samt) {_NAME})"
# With a colon further on: sex kommuner deltar i arbetet: A, B och C.
_COLON = re.compile(rf"(?: {_WORD}){{1,9}}: ?{_LIST}[.!]?$")
# With a verb: de sex kommunerna är A, B och C.
_IS = re.compile(rf"(?: {_WORD}){{1,3}} (?:är|heter|var|kallas|utgörs av|består av) {_LIST}[.!]?$")
_THE = re.compile(r"\b(?:De|de|Länets|länets) $")
# Set aside: tre kommuner – A, B och C – deltog.
_ASIDE = re.compile(rf"(?: {_WORD}){{1,2}} – {_LIST} –")
_BRACKET = re.compile(rf"(?: {_WORD}){{1,2}} \({_LIST}\)")
# Between commas, fyra kommuner, A, B, C och D, more may be counted up than they, unless all are municipalities.
_COMMAS = re.compile(rf"(?: {_WORD}){{0,2}} \w*(?:kommuner|orter|städer)(?:na)?, {_LIST}[,.]")
_ITEMS = re.compile(r",? (?:och|samt) |, ")
_DAY = (
    rf"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?(?:den )?\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?"
    r"(?: i [A-ZÅÄÖ][\wåäö]+)?"
)
_DATES = re.compile(
    rf"(?: {_WORD}){{1,4}}?(?::|,| \() ?(?P<names>{_DAY}(?:, {_DAY})*,? (?:och|samt) {_DAY})(?: (?:19|20)\d\d)?(?:[.!]?$|\))"
)
_JOINT = re.compile(r"\b(?:och|samt)\b")


def listed_names(text: str, mangd: Mangd) -> Counted | None:
    """Return how many names stand behind a colon further on, and where, if they are not as many as said."""
    return _counted(_COLON.match(text, mangd.end), mangd)


def named_behind(text: str, mangd: Mangd) -> Counted | None:
    """Return how many names a number's things are said to be, and where, if they are not as many as said."""
    if _THE.search(text[: mangd.start]) and (found := _counted(_IS.match(text, mangd.end), mangd)):
        return found
    if found := _counted(_ASIDE.match(text, mangd.end) or _BRACKET.match(text, mangd.end), mangd):
        return found
    match = _COMMAS.match(text, mangd.end)
    is_sure = match and all(
        item.split()[0].rstrip("s") in KOMMUNER or item.split()[0] in KOMMUNER for item in _items(match)
    )
    return _counted(match, mangd) if is_sure else None


def dated(text: str, mangd: Mangd) -> Counted | None:
    """Return how many dates stand behind a number of meetings, and where, if they are not as many as said."""
    return _counted(_DATES.match(text, mangd.end), mangd)


def _items(match: re.Match[str]) -> list[str]:
    return _ITEMS.split(match["names"])


def _counted(match: re.Match[str] | None, mangd: Mangd) -> Counted | None:
    if match is None or OPEN.search(match[0]):
        return None
    many = len(_items(match))
    return None if many == int(mangd.value) else (many, *match.span("names"))
