"""What a sentence says was done after something that was over only later: "beslutades i juni, efter en remiss …"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapport.prose.numbers import MONTHS

# "i maj samma år" is of the year of the date before it.
_SAME = r"(?: samma år| det året)"
_SEASONS = {"sommaren": 6, "hösten": 8}  # the first month that either can mean


def _date(name: str) -> str:
    """Return the pattern of a day, a month or a season, with its year."""
    return (
        rf"(?:(?:den |i |under |till |till och med |fram till |t\.o\.m\. )*"
        rf"(?P<{name}>(?:(?P<{name}dag>\d{{1,2}}) )?(?P<{name}man>{'|'.join((*MONTHS, *_SEASONS))})"
        rf"(?: (?P<{name}ar>20\d\d)|{_SAME})))"
    )


_DECIDED = (
    r"(?:besluta(?:des|de|ts|t|d)|antogs|antog|antagits|antagen|antaget|fastställd|godkänd|fastställ(?:des|de|ts|t)|godkän(?:des|de|ts|t)|bevilja(?:des|de|ts|t)"
    r"|lämnades|publicerades|startade|startades|öppnade|öppnades|invigdes|trädde i kraft|undertecknades|tecknades"
    r"|slutredovisades|avslutades|fattades|togs)"
)
_OVER = (
    r"(?:avslutades|avslutats|slutfördes|slutförts|genomfördes|genomförts|hölls|hållits|ägde rum|pågick|pågått|löpte"
    r"|gjordes|gjorts|kom in|kommit in|inkom|inkommit|lämnades in|lämnats in|antogs|antagits|beslutades|beslutats"
    r"|godkändes|godkänts|stängde|stängts|varit på remiss|varit ute på remiss"
    r"|skickats på remiss|remitterats|upphört|upphörde|behandlats|behandlades|beretts|bereddes|presenterats"
    r"|diskuterats|granskats)"
)
_EVENT = (
    r"(?:en |ett |den |det )?(?:[\w-]+ )?[\w-]*(?:remiss\w*|samråd\w*|dialog\w*|utlysning\w*|upphandling\w*"
    r"|förstudie\w*|utvärdering\w*|granskning\w*|möte\w*|ansökan|ansökningsomgång|prövning\w*|workshop\w*|pilot\w*)"
)
_WORDS = r"(?:[\w-]+ ){0,4}"
# What comes before the other, with the day that it was over.
_FIRST = (
    rf"(?:(?:{_EVENT} )(?:som {_WORDS}?{_OVER} (?:\w+ )?)?"
    rf"|(?:att |det att ){_WORDS}{_OVER} (?:\w+ )?)"
)
_AFTER = re.compile(
    rf"\b{_DECIDED} (?:[^\d.;:,]{{0,60}}? )?{_date('a')},? (?:efter {_FIRST}"
    rf"|sedan (?:[\w-]+ ){{1,4}}{_OVER} (?:(?!den |i (?:{'|'.join(MONTHS)}))[\w-]+ ){{0,3}})"
    rf"{_date('b')}"
    r"(?![–-])"
)
_BEFORE = re.compile(
    rf"\b[Ee]fter {_FIRST}{_date('b')},? (?:{_DECIDED}|kunde) (?:[^\d.;:,]{{0,60}}? )?{_date('a')}(?![–-])"
)


class Turned(NamedTuple):
    """Two dates of a text in the wrong order: where they stand, the one that must come first last told of."""

    start: int
    end: int
    first: str
    after: str


def turned(text: str) -> Iterator[Turned]:
    """Yield where something is said to come after what was over only later."""
    if "fter " not in text and "sedan " not in text:
        return
    for pattern in (_AFTER, _BEFORE):
        for match in pattern.finditer(text):
            if not (match["aar"] or match["bar"]) or (match["aar"] is None and pattern is _AFTER):
                continue  # "samma år" is of the one before it
            if _order(match, "b", first=True) > _order(match, "a", first=False):
                spans = match.span("a"), match.span("b")
                start, end = min(one for one, _ in spans), max(other for _, other in spans)
                yield Turned(start, end, match["b"], match["a"])


def _order(match: re.Match[str], name: str, *, first: bool) -> tuple[int, int, int]:
    """Return the first or the last day that a date can mean, as year, month and day."""
    word = match[f"{name}man"].lower()
    is_season = word in _SEASONS
    month = _SEASONS[word] if is_season else MONTHS.index(word) + 1
    if is_season and not first:
        month += 4
    day = int(match[f"{name}dag"] or (1 if first else 31))
    return int(match[f"{name}ar"] or match["aar"] or match["bar"]), month, day
