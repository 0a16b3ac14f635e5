"""Programmes of EU's funds that an answer takes for its county's own, though they do not cover it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapport.checks.others import means_another
from rapport.domain.regioner import INTERREG, LAN, Lan
from rapport.domain.svar import Svar

_OF_PROGRAMME = (
    r"(?:\b\w{0,30}programm?ets?|\b\w{0,30}programområdet|[Rr]egionalfonden|[Ss]trukturfondspartnerskapet"
    r"|ERUF(?:-programmet)?)"
)
_OUR = r"\b(?:[Ll]änet|[Vv]årt län|[Vv]i|[Rr]egionen)"
_BELONGS = r"(?:hör|tillhör|ingår|omfattas|täcks|är en del|är med)"
_SIGNS = ("Mellansverige", "Norrland", "Västsverige", "Småland och", "Skåne-Blekinge", "Interreg ")
_DASHES = str.maketrans("–/", "--")


class Foreign(NamedTuple):
    """A programme that does not cover the county: its place, its name, and what covers it, or ""."""

    start: int
    end: int
    name: str
    own: str


def foreign(svar: Svar, own: Lan) -> Iterator[Foreign]:
    """Yield each programme that stands alone as if it were the county's own."""
    if not any(sign in svar.text for sign in _SIGNS):
        return
    said: set[str] = set()
    for sentence in svar.meningar:
        text = sentence.text.translate(_DASHES)
        for match in (*_regional(text, own), *_interreg(text, own)):
            name = match["ord"].replace("Öarna", "öarna")
            if name not in said:
                said.add(name)
                ours = "" if name.startswith("Interreg") else own.program
                yield Foreign(sentence.start + match.start("ord"), sentence.start + match.end("ord"), name, ours)


def _regional(text: str, own: Lan) -> Iterator[re.Match[str]]:
    """Yield a programme of the regional fund, where no other and no other county is named with it."""
    if (
        own.program in text
        or len(set(_names().findall(text))) != 1
        or means_another(re.sub(f"{_names().pattern}|partnerskap", " ", text))
    ):
        return
    for pattern in _regional_patterns():
        if (match := pattern.search(text)) and match["ord"].lower() != own.program.lower():
            yield match
            return


@cache
def _names() -> re.Pattern[str]:
    return re.compile(_alternatives())


def _alternatives() -> str:
    names = sorted({lan.program for lan in LAN if lan.program != "Stockholm"})
    return "|".join(names).replace("öarna", "[öÖ]arna")


@cache
def _regional_patterns() -> tuple[re.Pattern[str], ...]:
    name = f"(?P<ord>{_alternatives()})"
    return (
        re.compile(rf"{_OF_PROGRAMME}(?: för| i|s program(?: för)?)? {name}(?!\w)"),
        re.compile(rf"{_OUR} {_BELONGS} (?:\w+ ){{0,4}}{name}(?!\w)"),
        re.compile(rf"{name},? (?:som|dit|där) (?:länet|vi|regionen) (?:också |även )?{_BELONGS}\b"),
    )


def _interreg(text: str, own: Lan) -> Iterator[re.Match[str]]:
    """Yield each programme of Interreg that the county is said to be in and is not."""
    if "Interreg" not in text or " inte " in text:
        return
    for name, counties in INTERREG.items():
        if own.lan.removesuffix(" län") not in counties:
            match = re.search(rf"{_OUR} {_BELONGS} (?:[\w,-]+ ){{0,8}}?(?P<ord>{name})(?!\w)", text)
            match = match or re.search(rf"(?P<ord>{name}),? (?:som|dit|där) (?:länet|vi|regionen) {_BELONGS}\b", text)
            if match:
                yield match
