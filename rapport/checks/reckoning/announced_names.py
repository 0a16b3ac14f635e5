"""Announced numbers before names and dates: "de sex kommunerna är A, B och C", "två möten: den 5 och den 9 maj"."""

import re

from rapport.checks.reckoning.announced_words import OPEN
from rapport.domain.kommuner import KOMMUNER
from rapport.domain.mangder import Mangd, find_mangder
from rapport.prose.numbers import MONTHS

Counted = tuple[int, int, int]
_WORD = r"[^\W\d_][\w-]*"
_NAME = (
    r"[A-ZÅÄÖ][\wåäöéü-]*(?: [A-ZÅÄÖ][\wåäöéü-]*| (?:i|för|vid) [A-ZÅÄÖ][\wåäöéü-]*"
    r"| kommun| län| (?:tekniska )?(?:universitet|högskola)| folkhögskola)*?"
)
_LIST = rf"(?P<names>{_NAME}(?:, {_NAME})+,? (?:och|samt) {_NAME}|{_NAME} (?:och|samt) {_NAME})"
# With a colon further on: sex kommuner deltar i arbetet: A, B och C.
_COLON = re.compile(rf"(?: {_WORD}){{1,9}}: ?{_LIST}[.!]?$")
# With a verb: de sex kommunerna är A, B och C.
_IS = re.compile(rf"(?: {_WORD}){{1,3}} (?:är|heter|var|kallas|utgörs av|består av) {_LIST}[.!]?$")
_THE = re.compile(r"\b(?:De|de|Länets|länets) $")
# Set aside: tre kommuner – A, B och C – deltog.
_ASIDE = re.compile(rf"(?: {_WORD}){{1,2}} – {_LIST} –")
_BRACKET = re.compile(rf"(?: {_WORD}){{1,2}} \({_LIST}\)")
# With more said of them before the names: fyra kommuner med lång väg till vård – A, B och C –; then the noun is theirs.
_PLACES = r"(?:kommuner|orter|städer|byar|samhällen|öar)(?:na)?"
_BODIES = (
    r"(?:län|regioner|länder|lärosäten|högskolor|universitet|myndigheter|organisationer|parter|aktörer|företag|bolag"
    r"|föreningar|banker|förbund|kluster)(?:na|en)?"
)
_NOT_JOINT = r"(?!(?:med|i|på|för|av|inom|från|till|mellan|och|eller|som|vid|hos|om|mot|har|är|var) )"
_THEIRS = rf"(?: {_NOT_JOINT}{_WORD}){{0,2}}? (?P<noun>\w*?(?:(?P<place>{_PLACES})|{_BODIES}))"
_MORE = (
    r"(?P<more> (?:med|utan|i|på|som|vid|inom|från|längs|där|utanför|kring|till|mot|norr|söder|öster|väster|närmast"
    r"|runt|nära|av|över|under|har|är)\b[^.;:,–()\d]{2,80}?)"
)
_FAR_ASIDE = tuple(
    re.compile(rf"{_THEIRS}{_MORE}{opens}{_LIST}{ends}")
    for opens, ends in ((" – ", " –"), (r" \(", r"\)"), (", ", "[,.]"))
)
_OTHERS = re.compile(rf"\w*(?:{_PLACES}|{_BODIES})$|.*(?:projekt|möten|insatser|kurser|utbildningar)(?:na|en)?$")
# Between commas, fyra kommuner, A, B, C och D, more may be counted up than they, unless all are municipalities.
_COMMAS = re.compile(rf"(?: {_WORD}){{0,2}} \w*(?:kommuner|orter|städer)(?:na)?, {_LIST}[,.]")
# Told of what was counted before, with or without its noun: i alla fem, det vill säga A, B, C och D.
_THAT_IS = re.compile(
    rf"(?: {_WORD}){{0,3}}(?:, | – | \()(?:nämligen|det vill säga|alltså|dvs\.?|d\.v\.s\.) {_LIST}"
    r"(?![\w-])(?!,? (?:och|samt) )(?!, [A-ZÅÄÖ])"
)
_ITEMS = re.compile(r",? (?:och|samt) |, ")
_DAY = (
    rf"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?(?:den )?\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?"
    r"(?: i [A-ZÅÄÖ][\wåäö]+)?"
)
# The month may stand with the last day alone: fem tillfällen: 3, 10, 17 och 24 februari.
_DAYS = rf"(?:{_DAY}|(?:den )?\d{{1,2}})"
_DATES = re.compile(
    rf"(?: {_WORD}){{1,6}}?(?::|,| \() ?(?P<names>{_DAYS}(?:, {_DAYS})*,? (?:och|samt) {_DAY})(?: (?:19|20)\d\d)?"
    r"(?=[.!,;)]| |$)(?!,? (?:och|samt|respektive|till|med flera|m\.fl\.)\b)(?!, (?:den )?\d)"
)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_MONTHS_NAMED = re.compile(
    rf"(?: {_WORD}){{1,4}}?(?: \(|: | i )(?P<names>{_MONTH}(?:, {_MONTH})*,? (?:och|samt) {_MONTH})(?=[.,;)]|$)"
)
# What is counted where something happened, and not how often.
_NOT_TIMES = re.compile(rf"\w*(?:{_PLACES}|{_BODIES}|personer|deltagare|projekt|dagar|timmar)$")


def listed_names(text: str, mangd: Mangd) -> Counted | None:
    """Return how many names stand behind a colon further on, and where, if they are not as many as said."""
    return _counted(_COLON.match(text, mangd.end), mangd)


def named_behind(text: str, mangd: Mangd) -> Counted | None:
    """Return how many names a number's things are said to be, and where, if they are not as many as said."""
    if _THE.search(text[: mangd.start]) and (found := _counted(_IS.match(text, mangd.end), mangd)):
        return found
    that_is = _THAT_IS.match(text, mangd.end)
    if that_is and all(map(_is_place, _items(that_is))):
        many = len(_items(that_is))
        is_open = OPEN.match(text[that_is.end() :].lstrip(" ,"))
        return None if is_open or many == int(mangd.value) else (many, *that_is.span("names"))
    if found := _counted(_ASIDE.match(text, mangd.end) or _BRACKET.match(text, mangd.end), mangd):
        return found
    for pattern in _FAR_ASIDE:
        far = pattern.match(text, mangd.end)
        if far and _are_theirs(far, is_commas=pattern is _FAR_ASIDE[-1]) and (found := _counted(far, mangd)):
            return found
    match = _COMMAS.match(text, mangd.end)
    is_sure = match and all(map(_is_place, _items(match)))
    return _counted(match, mangd) if is_sure else None


def _are_theirs(match: re.Match[str], *, is_commas: bool) -> bool:
    """Whether names that stand farther on are of what is counted, and not of something in between."""
    words = match["more"].split()
    if any(_OTHERS.match(word) for word in words) or next(find_mangder(match["more"]), None):
        return False
    are_places = all(_is_place(item) for item in _items(match))
    if is_commas:
        return are_places and bool(match["place"]) and not words[-1][0].isupper()
    return bool(match["place"]) or not are_places


def _is_place(item: str) -> bool:
    first = item.split(maxsplit=1)[0]
    return first in KOMMUNER or first.rstrip("s") in KOMMUNER


def dated(text: str, mangd: Mangd) -> Counted | None:
    """Return how many dates stand behind a number of meetings, and where, if they are not as many as said."""
    match = _DATES.match(text, mangd.end)
    nouns = text[mangd.end : match.start("names")].rstrip(" :,(").split() if match else []
    if match is None and (match := _MONTHS_NAMED.match(text, mangd.end)):
        nouns = text[mangd.end : match.start("names")].rstrip(" :,(").split()
    return None if any(_NOT_TIMES.match(noun) for noun in nouns) else _counted(match, mangd)


def _items(match: re.Match[str]) -> list[str]:
    return _ITEMS.split(match["names"])


def _counted(match: re.Match[str] | None, mangd: Mangd) -> Counted | None:
    if match is None or OPEN.search(match[0]):
        return None
    many = len(_items(match))
    return None if many == int(mangd.value) else (many, *match.span("names"))
