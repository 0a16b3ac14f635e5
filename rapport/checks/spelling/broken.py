"""Broken: words that a PDF has left in pieces: "presen- teras", "e ekt" for "effekt". Each answer is read once."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapport.checks.spelling.verdicts import judge
from rapport.checks.words import listed
from rapport.domain.svar import Svar

_HYPHENS = "-\u2010\u2011\u00ad"
_SIGNS = re.escape(_HYPHENS)
# A word that was divided at the end of a line; not "skol- och", nor a piece of "kultur- natur- och".
_DIVIDED = re.compile(
    rf"(?<![\w{_SIGNS}’'/])([A-ZÅÄÖa-zåäöé][a-zåäöé]{{0,40}})[{_SIGNS}][ \u00a0]?[ \u00a0\n]\n?"
    rf"([a-zåäöé]{{2,40}})(?![\w{_SIGNS}’'])"
)
_SOFT = re.compile(r"(?<!\w)\w{1,40}(?:\u00ad\w{1,40}){1,9}(?!\w)")
# "icke- statliga" and "nordisk- baltiska" keep the hyphen and only have a blank too many.
_KEEPS = ("icke", "isk")
_BINDING = frozenset(listed("och eller samt respektive men till som kontra resp alternativt såväl liksom än ej inte"))
# A word that has lost its "ff", "fi" or "fl" has a blank there. These are what is left of it before and behind.
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl")
_LOST = re.compile(
    r"(?<![\w-])(?:(?P<first>a|di|e|geogra|gra|identi|kon|kvali|o|pro|re|speci|su|tra|certi|modi|demogra) "
    r"(?P<second>[a-zåäö]{2,20})|(?<= )(?P<end>(?:nans|nland|exib|ertal|yktin|yttn|ygplats)[a-zåäö]{1,20}))(?![\w-])"
)
_SHORTEST = 5
SOFT = "har osynliga bindestreck i sig"


class Broken(NamedTuple):
    """A word in pieces: where it stands in its answer's text, the whole word, and what broke it."""

    start: int
    end: int
    whole: str
    what: str


def broken(svar: Svar) -> list[Broken]:
    """Return every broken word of an answer, in the order of the text."""
    return svar.remember("trasiga ord", lambda: sorted({*_divided(svar.text), *_soft(svar.text), *_lost(svar.text)}))


def _divided(text: str) -> Iterator[Broken]:
    for match in _DIVIDED.finditer(text) if any(hyphen in text for hyphen in _HYPHENS) else ():
        first, second = match.groups()
        whole = first + second
        if second not in _BINDING and len(whole) >= _SHORTEST and judge().is_right(whole):
            whole = f"{first}-{second}" if first.endswith(_KEEPS) else whole
            yield Broken(*match.span(), whole, "är avstavat som vid en radbrytning")


def _soft(text: str) -> Iterator[Broken]:
    for match in _SOFT.finditer(text) if "\u00ad" in text else ():
        yield Broken(*match.span(), match[0].replace("\u00ad", ""), SOFT)


def _lost(text: str) -> Iterator[Broken]:
    """Yield the words without their ligature: what is left is no word, and is one with it."""
    for match in _LOST.finditer(text):
        first, second = match["first"] or "", match["second"] or match["end"]
        if not judge().is_right(second):
            whole = next((first + lost + second for lost in _LIGATURES if _is_word(first + lost + second)), None)
            if whole:
                yield Broken(*match.span(), whole, "har tappat bokstäver")


def _is_word(word: str) -> bool:
    return len(word) > _SHORTEST and judge().is_right(word)
