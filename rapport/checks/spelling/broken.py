"""Broken: words that a PDF has left in pieces, "presen- teras", "e ekt" for "effekt"; each answer is read once.

So are one with a hyphen that it should not have, "transport-sektorn", and two with nothing between: "ochdet".
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapport.checks.spelling.apart import HYPHENS, NO_NOUNS, NO_SECOND, Apart
from rapport.checks.spelling.dictionary import frequent
from rapport.checks.spelling.kinds import BOUND, FIRST, NOUN
from rapport.checks.spelling.paradigms import DEFINITE, paradigms
from rapport.checks.spelling.paradigms import NOUN as NOUNS
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
_HYPHENED = re.compile(r"(?<![\w\u2011/’'-])([A-ZÅÄÖ]?[a-zåäö]{3,40})[-\u2011]([a-zåäö]{4,40})(?![\w\u2011/’'-])")
# Words that begin no compound and are often written together with the next one, and one that ends none.
_JOINED, _JOINED_END = ("och", "att", "som", "har", "ska", "det", "inte", "samt", "eller", "ett", "också"), "och"
_LEAST_JOINED = 3
_OWNER, _LEAST_OWNED = re.compile(r"(?<=[a-zåäö]{3})(?:ens|ets|nas)"), 3


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


def hyphened(text: str) -> Iterator[Apart]:
    """Yield the words that a hyphen divides though they are one: "transport-sektorn"; names keep theirs."""
    for match in _HYPHENED.finditer(text) if any(hyphen in text for hyphen in HYPHENS) else ():
        first, second = match[1].lower(), match[2]
        whole = first + second
        is_listed = judge().kind(first) in {FIRST, BOUND} and bool(judge().kind(whole))
        may_be_one = second not in NO_SECOND and first not in NO_NOUNS
        if may_be_one and (is_listed or whole in frequent()) and judge().is_right(whole):
            yield Apart(match.start(), match.end(), match[1] + second, is_sure=True)


def joined(word: str) -> str | None:
    """Return the two words that a word is that nobody knows, if they were written as one: "ochdet", "kommunernaoch"."""
    return owned(word) or _with_small_word(word)


def owned(word: str) -> str | None:
    """Return the genitive of a definite noun and the noun behind it that a word is: "regionensarkiv"."""
    for match in _OWNER.finditer(word) if word.islower() else ():
        owner, thing = word[: match.end()], word[match.end() :]
        forms = paradigms().forms(owner[:-1])
        is_genitive = paradigms().forms(owner) == {"g"} and judge().is_right(owner)  # "konkurrens" is none
        is_whose = len(thing) >= _LEAST_OWNED and bool(forms) and forms <= DEFINITE and is_genitive
        is_thing = is_whose and bool(paradigms().forms(thing) & NOUNS) and judge().is_right(thing)
        if is_thing and word not in frequent() and not judge().kind(word):
            return f"{owner} {thing}"
    return None


def _with_small_word(word: str) -> str | None:
    pairs = [(one, word.removeprefix(one)) for one in _JOINED if word.startswith(one)]
    pairs += [(word.removesuffix(_JOINED_END), _JOINED_END)] if word.endswith(_JOINED_END) else []
    right = [pair for pair in pairs if min(map(len, pair)) >= _LEAST_JOINED and all(map(judge().is_right, pair))]
    if not right or judge().near(word):
        return None
    first, second = right[0]
    # "patientoch" has lost a hyphen as well.
    small = first.lower()
    is_first = judge().kind(small) in {FIRST, BOUND} or (small[-1] == "s" and judge().kind(small[:-1]) in {FIRST, NOUN})
    return f"{first}{'-' * is_first} {second}"
