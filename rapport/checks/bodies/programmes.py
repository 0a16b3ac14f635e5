"""Programmes of EU's funds that an answer takes for its county's own and do not cover it, and those that are none."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapport.checks.bodies.others import means_another
from rapport.checks.rule import Hit
from rapport.checks.time.past import is_past
from rapport.domain.regioner import INTERREG, LAN, Lan
from rapport.domain.svar import Svar

_OF_PROGRAMME = (
    r"(?:\b\w{0,30}programm?ets?|\b\w{0,30}programområdet?|[Rr]egionalfonden|[Ss]trukturfondspartnerskapet"
    r"|ERUF(?:-programmet)?|[Rr]egionala utvecklingsfonden)"
)
_OUR = r"\b(?:[Ll]änet|[Vv]årt län|[Vv]i|[Rr]egionen)"
_BELONGS = r"(?:hör|tillhör|ingår|omfattas|täcks|är en del|är med)"
SIGNS = ("Mellansverige", "Norrland", "Västsverige", "Småland och", "Skåne", "Interreg ")
# What makes a sentence speak of one's own county's projects.
_OUR_PROJECTS = re.compile(r"[Aa]nslaget|1:1|medfinansier|\bi länet\b|\blänets\b")
# What the county's own money has paid for is in its own programme, whatever an aside tells of the neighbours.
_PAID = re.compile(r"(?:[Aa]nslaget|[Aa]nslag 1:1|[Rr]egionen|[Vv]i) har medfinansierat")
_ASIDE = re.compile(r", (?:där|som|vilket|vilka|men|medan)\b")
_WE_HAVE = re.compile(
    r"\b(?:(?:[Aa]nslaget|[Rr]egionen|[Vv]i|[Ll]änet) har|har (?:anslaget|regionen|vi|länet))\b"
    r".{0,40}\b(?:medfinansierat|bidragit|beviljat|stött|finansierat)\b"
)
# What says that it was so once, or is not so.
_NOT_NOW = re.compile(r"(?i)\b(?:inte|tidigare|dåvarande|förra|varken|ingen|grannprogrammet)\b|2014-2020|2007-2013")
_ELSEWHERE = re.compile(r"(?i)\binte\b|erfaren|besök|nätverk|andra|partner|tillsammans|region \w+s? ")
_SIDE = r"(?:Norra|Södra|Östra|Västra|Mellersta|Övre|Nedre|Inre|Mellan)"
_PLACE = (
    rf"(?:(?:{_SIDE} ){{0,2}}(?:{_SIDE}|[A-ZÅÄÖ][a-zåäö]*)?(?:[sS]verige|[nN]orrland|[gG]ötaland|[sS]vealand)"
    r"(?:-[A-ZÅÄÖ]\w+| och [A-ZÅÄÖ]\w+)?|(?:Småland|Skåne)(?:-| och | med | & | samt )(?:[A-ZÅÄÖ]\w+|öarna))"
)
# The fund alone may be spoken of in any part of the country; a programme has its name.
_OF_A_PROGRAMME = (
    r"(?:[Rr]egionalfonds?programmet|[Rr]egionalfondens program|[Ss]trukturfondsprogrammet|ERUF-programmet"
    r"|[Pp]rogrammet för (?:[Rr]egionalfonden|Europeiska regionala utvecklingsfonden|ERUF)"
    r"|[Ss]trukturfondspartnerskapet|[Rr]egionalfonden(?= (?:för )?(?!i )))"
)
_NAMED_SO = re.compile(rf"\b{_OF_A_PROGRAMME}(?:,? 20\d\d-20\d\d)?(?: för| i|,)? (?P<ord>{_PLACE})(?![\w-])")
_PLAIN = ("Sverige", "Norra Sverige", "Södra Sverige", "Norrland")
_SINCE = 2021
DASHES = str.maketrans("–/", "--")


class Foreign(NamedTuple):
    """A programme that does not cover the county: its place, its name, and what covers it, or ""."""

    start: int
    end: int
    name: str
    own: str


def foreign(svar: Svar, own: Lan) -> Iterator[Foreign]:
    """Yield each programme that stands alone as if it were the county's own."""
    if not any(sign in svar.text for sign in SIGNS):
        return
    said: set[str] = set()
    for sentence in svar.meningar:
        text = sentence.text.translate(DASHES)
        for match in (*_regional(text, own), *_interreg(text, own)):
            name = match["ord"].replace("Öarna", "öarna")
            if name not in said:
                said.add(name)
                ours = "" if name.startswith("Interreg") else own.program
                yield Foreign(sentence.start + match.start("ord"), sentence.start + match.end("ord"), name, ours)


def _regional(text: str, own: Lan) -> Iterator[re.Match[str]]:
    """Yield a programme of the regional fund, where no other and no other county is named with it."""
    if re.search(_written(own.program), text) or len(set(_names().findall(text))) != 1:
        return
    said = next((match for pattern in _said_of(own) if (match := pattern.search(text))), None)
    if said and not _NOT_NOW.search(text):
        yield said
        return
    name = _names().search(text)
    told = text if not name or not _PAID.search(text[: name.start()]) else _ASIDE.split(text, maxsplit=1)[0]
    if means_another(re.sub(f"{_names().pattern}|{_own_names(own)}|partnerskap", " ", told)):
        return
    for pattern in _regional_patterns()[: None if _OUR_PROJECTS.search(text) else -1]:
        if (match := pattern.search(text)) and match["ord"].lower() != own.program.lower():
            yield match
            return


@cache
def _said_of(own: Lan) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of what says, by its name, that one's own county belongs to a programme."""
    name, we = rf"(?P<ord>{alternatives()})(?!\w)", rf"(?:(?:{_own_names(own)})s?(?: län)?|[Ll]änet|[Vv]i|[Rr]egionen)"
    shares = r"(?:delar|hör|tillhör|ingår|omfattas|täcks|är (?:en del|med)|deltar|finns med)"
    return (
        re.compile(rf"{name}(?: 20\d\d-20\d\d)?,? (?:som|dit|där) {we} (?:också |även )?{shares}\b"),
        re.compile(rf"\b{we} {shares} (?:[\w-]+ ){{0,4}}{name}"),
        re.compile(rf"[Pp]rogram\w* för {we} (?:är|heter) {name}"),
    )


def _own_names(own: Lan) -> str:
    """Return the pattern of the names of one's own region and county."""
    short = own.region.removeprefix("Region ").removesuffix(" län")
    return "|".join(map(re.escape, dict.fromkeys((own.region, short, own.lan.removesuffix(" län").removesuffix("s")))))


@cache
def _names() -> re.Pattern[str]:
    return re.compile(alternatives())


def alternatives() -> str:
    """Return the pattern of every programme of the regional fund."""
    return "|".join(map(_written, sorted({lan.program for lan in LAN if lan.program != "Stockholm"})))


def _written(program: str) -> str:
    """Return the pattern of a programme's name as it may be written."""
    return program.replace("öarna", "[öÖ]arna").replace("Skåne-Blekinge", "Skåne(?:-| och )Blekinge")


@cache
def _regional_patterns() -> tuple[re.Pattern[str], ...]:
    name = f"(?P<ord>{alternatives()})"
    return (
        re.compile(rf"{_OF_PROGRAMME}(?: för| i|s program(?: för)?)? {name}(?!\w)"),
        re.compile(rf"{_OUR} {_BELONGS} (?:\w+ ){{0,4}}{name}(?!\w)"),
        re.compile(rf"{name},? (?:som|dit|där) (?:länet|vi|regionen) (?:också |även )?{_BELONGS}\b"),
        re.compile(rf"\b(?:[Ii]nom|[Gg]enom|[Uu]r|[Ii]) {name}(?!\w)"),
    )


def _interreg(text: str, own: Lan) -> Iterator[re.Match[str]]:
    """Yield each programme of Interreg that the county is said to be in and is not."""
    if "Interreg" not in text or " inte " in text:
        return
    for name, counties in INTERREG.items():
        if own.lan.removesuffix(" län") not in counties:
            match = re.search(rf"{_OUR} {_BELONGS} (?:[\w,-]+ ){{0,8}}?(?P<ord>{name})(?!\w)", text)
            match = match or re.search(rf"(?P<ord>{name}),? (?:som|dit|där) (?:länet|vi|regionen) {_BELONGS}\b", text)
            if not match and _WE_HAVE.search(text) and not _ELSEWHERE.search(text):
                match = re.search(rf"(?P<ord>{name})(?!\w)", text)
            if match:
                yield match


def no_programme(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield each name that a programme of the regional fund is said to have and none has, with those there are."""
    if "und" not in svar.text and "ERUF" not in svar.text and "fond" not in svar.text:
        return
    for match in _NAMED_SO.finditer(svar.text.translate(DASHES)):
        name = match["ord"]
        hit = Hit(svar, *match.span("ord"))
        if name not in _PLAIN and not re.fullmatch(alternatives(), name) and not is_past(hit, _SINCE):
            yield hit, name
