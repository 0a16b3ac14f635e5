"""Another region's name or county where a sentence can only mean the reporting region's own."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapport.checks.bodies.other_words import ALL, FOR_WHOM, GAINED, MEANT, THING
from rapport.domain.regioner import LAN, Lan
from rapport.domain.svar import Svar

# An answer that speaks of other regions may mean this one too.
_OF_OTHERS = re.compile(r"(?i)\b(?:andra|övriga|flera|båda|grann)\w* ?region|\bgrannlän|\bandra län|\bregionerna\b")
_WE = re.compile(r"\b(?:vi|oss|vår|vårt|våra)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"under (?:året|20\d\d)|i år\b|\blänet\b|länets|regionens|anslag|1:1|bevilja|prioriter|redovis", re.IGNORECASE
)
_OUR_MUNICIPALITIES = re.compile(
    r"\blänets (?:\w+ )?kommuner|kommuner(?:na)? i länet|regionens kommuner|\bde [a-zåäö]+ kommunerna"
    r"|\b(?:[Ss]amver\w+|[Ss]amarbet\w+|[Ss]amråd\w*|[Tt]illsammans|[Ii]hop"
    r"|[Dd]ialog\w*|[Dd]eltagit|[Aa]rbetet) .*\bkommunerna\b"
)
# What a county administrative board does for more counties than its own.
_DUTY = re.compile(
    r"vatten|fisk|rovdjur|gräns|vilt|förvaltande|interreg|samordn|ansvarar|svarar för|även|också|både|grann|andra"
)
_BOARD = r"(?:[Rr]egionfullmäktige|[Rr]egionstyrelsen|[Rr]egionala utvecklingsnämnden)"
_DOES = (
    r"(?:har|hade|är|gav|tog|fick|ser|\w+(?:ade|rde|lde|nde|dde|[kps]te)|arbetar|stöd(?:j?er)|prioriterar|bedömer|redovisar"
    r"|beviljar|fortsätter|driver|följer)\b"
)
_WHEN = r"(?:Under (?:året|20\d\d|våren|hösten)|I år|Därtill|Vidare|Dessutom) har "


# What a report says of the reporting region, in sentences where another region could hardly be meant.
_THINKS = r"(?:ser|bedömer|anser|vill|avser|prioriterar|fortsätter|behöver|konstaterar|redovisar|följer|arbetar)\b"
_OURS = (
    r"(?:roll|ansvar|uppdrag|arbete|mål|insatser|strategi|bedömning|prestationer|verksamhet|organisation|anslag|beslut"
    r"|egna|egen|eget|utvecklingsarbete|medfinansiering|samverkan|redovisning|uppföljning)"
)
_LEADS = (
    r"(?:ger|innebär för|gör att|lett till att|lärt|utmaning(?:en)? för|[Ff]ramgångsfaktor(?:n|er)? för|viktigt? för"
    r"|svårt för|visar att|leder till att|medför(?:t)? att|möjligt för|stärker|hjälpt|hjälper|bidragit till att)"
)
_DECIDED = r"(?:beslutade|beviljade|startade|genomförde|fattade|antog|gav|fördelade|medfinansierade|arrangerade|tog)"
# What is told of nobody but oneself.
_TOLD_OF_US = r"\b(?:[Ff]ramgångsfaktor|[Uu]tmaning)\w*\b[^.;]{0,40}\batt"
_WE_ARE = r"(?:har (?:haft|en|ett|svårt|egna|saknat|fått|få)|saknar|behöver|är|fick|hade)"
# What holds another's against one's own: "i Norrbottens län finns motsvarande funktion".
_ALIKE = r"\b(?:motsvarande|liknande|samma|däremot)\b"
_SIGNS = (
    *("Region ", "regionen", " län", "hela ", "invånare", "som bor", "slivet i ", "företagen i ", "jningen i "),
    *("marknaden i ", "industrin i "),
)


_LIVING = r"\b(?:[Aa]ntalet |[Aa]ndelen )?(?:invånare|personer|unga|äldre|hushåll)(?: [a-zåäö0-9]+){0,3}"


class Taken(NamedTuple):
    """A name of another's where one's own is meant, where it stands in the answer's text, and what is our own.

    ``own`` is "" where the reporting region is none that we know.
    """

    start: int
    end: int
    own: str


def taken(svar: Svar, region: str, own: Lan | None) -> Iterator[Taken]:
    """Yield where an answer takes another region for its own, each other region once."""
    if not any(sign in svar.text for sign in _SIGNS):
        return
    for other in LAN:
        if other != own and other.region != region and re.search(_named(other), svar.text):
            yield from _first(svar, other, region, own)


def means_another(text: str) -> bool:
    """Whether a sentence names another region or programme than our own and may well mean it."""
    return bool(MEANT.search(text)) or any(re.search(_named(one), text) for one in LAN)


def _first(svar: Svar, other: Lan, region: str, own: Lan | None) -> Iterator[Taken]:
    """Yield the first place where another region is taken for our own; none where the answer means it elsewhere."""
    found: list[Taken] = []
    for sentence in svar.meningar:
        if not re.search(_named(other), sentence.text):
            continue
        if _names_more(sentence.text, other, region, own):
            return
        if place := _place(sentence.text, other):
            start, end, kind = place
            ours = (own.region if kind == "region" else own.lan) if own else ""
            found.append(Taken(sentence.start + start, sentence.start + end, ours))
        elif MEANT.search(sentence.text):
            return
    yield from found[:1] or _alone(svar, other, own)


def _alone(svar: Svar, other: Lan, own: Lan | None) -> Iterator[Taken]:
    """Yield the one place where an answer names another region, if it says there what it would say of its own."""
    named = [sentence for sentence in svar.meningar if re.search(_named(other), sentence.text)]
    if len(named) != 1 or MEANT.search(named[0].text) or _WE.search(named[0].text) or _OF_OTHERS.search(svar.text):
        return
    for pattern in _weak_patterns(other):
        if match := pattern.search(named[0].text):
            ours = own.region if own else ""
            yield Taken(named[0].start + match.start("ord"), named[0].start + match.end("ord"), ours)
            return


@cache
def _weak_patterns(other: Lan) -> tuple[re.Pattern[str], ...]:
    region = re.escape(other.region)
    return (
        re.compile(rf"^(?:[^,.]{{0,30}} )?[Ff]ör (?P<ord>{region}) (?:innebär|betyder|handlar|är|har|blir|ger)\b"),
        re.compile(rf"\b{_LEADS} (?P<ord>{region})\b"),
        re.compile(rf"(?P<ord>{region}s?) {_OURS}\b"),
        re.compile(rf"^(?P<ord>{region}) {_THINKS}"),
        re.compile(rf"\b{_DECIDED} (?P<ord>{region})\b(?! och| samt)"),
        re.compile(rf"{_TOLD_OF_US} (?P<ord>{region})\b(?= {_WE_ARE}\b)"),
    )


def _names_more(text: str, other: Lan, region: str, own: Lan | None) -> bool:
    """Whether a sentence names our own region as well, or a third one."""
    if region.removeprefix("Region ") in text or (own and re.search(_named(own), text)):
        return True
    rest = re.sub(_named(other), " ", text)
    return any(re.search(_named(one), rest) for one in LAN if one != other)


def _place(text: str, other: Lan) -> tuple[int, int, str] | None:
    """Return where a sentence takes another region's name for our own, and which kind of name it is."""
    for pattern, kind, needs in _patterns(other):
        match = pattern.search(text)
        if not match or (needs and not needs.search(text)) or (needs is _REPORTED and _WE.search(text)):
            continue
        meant = _DUTY if needs is _OUR_MUNICIPALITIES else MEANT
        if not meant.search(text):
            return (*match.span("ord"), kind)
    return None


@cache
def _patterns(other: Lan) -> tuple[tuple[re.Pattern[str], str, re.Pattern[str] | None], ...]:
    """Return what is said of our own with another's name, and what has to stand in the same sentence."""
    region, lan, short = re.escape(other.region), re.escape(other.lan), re.escape(_short(other))
    both = (
        (rf"\b[Vv]i (?:på|i|inom|vid) (?P<ord>{region})\b", "region", None),
        (rf"\b(?:[Ii]|[Ii]nom|[Hh]ela) (?P<ord>{lan})\b", "lan", _WE),
        (rf"(?P<ord>{region}s?) {THING}", "region", None),
        (rf"{_BOARD} i (?P<ord>{region})\b", "region", None),
        (rf"^(?P<ord>{region}) {_DOES}", "region", _REPORTED),
        (rf"^{_WHEN}(?P<ord>{region}) [a-zåäö]+(?:at|it|tt|rt)\b", "region", _REPORTED),
        (
            rf"\b(?:(?:i|inom|för|över|av) hela|alla delar av|samtliga kommuner i) (?P<ord>{lan}|{short}s län)\b",
            "lan",
            None,
        ),
        (rf"\b(?P<ord>{ALL} i (?:{lan}|{short}))\b", "lan", None),
        (rf"^(?!.*{_ALIKE})I (?P<ord>{lan}) (?:finns|är|har|bor|arbetar|ökade|minskade|saknas|pågår)\b", "lan", None),
        (rf"^(?!.*{_ALIKE}).*?{_LIVING} i (?P<ord>{lan})", "lan", None),
        (rf"\b{FOR_WHOM}(?P<ord>i (?:{lan}|{short}))\b(?! och)", "lan", GAINED),
        (rf"\b(?P<ord>[Ll]änsstyrelsen (?:i )?(?:{lan}|{short}))\b", "lan", _OUR_MUNICIPALITIES),
    )
    return tuple((re.compile(pattern), kind, needs) for pattern, kind, needs in both)


@cache
def _named(lan: Lan) -> str:
    """Return the pattern of any name of a county or its region."""
    return "|".join(sorted({re.escape(lan.lan.removesuffix(" län")), *map(re.escape, _short(lan).split(" H"))}))


def _short(lan: Lan) -> str:
    """Return what a county and its region are called in short: Dalarna, Kalmar, Västra Götaland."""
    name = lan.region.removeprefix("Region ").removesuffix(" län")
    return "Västra Götaland" if lan.lan.startswith("Västra") else name
