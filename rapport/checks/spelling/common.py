"""Common: slips that many make and that dictionaries miss, because they are words, or could be compounds.

Written down after lists of Swedish words that are often misspelt (Språkrådet's and others'), and what reviewers of
reports have marked. Only what can be nothing else.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# How a word begins, and how it should.
_BEGINNINGS = {
    "sammarbet": "samarbet",
    "sammordn": "samordn",
    "sammverk": "samverk",
    "jämnlik": "jämlik",
    "jämnställ": "jämställ",
    "resturang": "restaurang",
    "intresant": "intressant",
    "annledning": "anledning",
    "vidarutveckl": "vidareutveckl",
    "utvärdring": "utvärdering",
    "finansering": "finansiering",
    "medfinansering": "medfinansiering",
    "förusättning": "förutsättning",
    "genomgörande": "genomförande",
    "landsbyggd": "landsbygd",
    "glesbyggd": "glesbygd",
    "tillfredställ": "tillfredsställ",
    "exempelvist": "exempelvis",
    "kommiteer": "kommittéer",
    "kommite": "kommitté",
    "komitté": "kommitté",
    "prosess": "process",
    "villkår": "villkor",
    "överrens": "överens",
    "utrycka": "uttrycka",
    "utryckt": "uttryckt",
    "konstnärsskap": "konstnärskap",
    "medlemsskap": "medlemskap",
    "ledarsskap": "ledarskap",
    "ägarsskap": "ägarskap",
    "fortsäter": "fortsätter",
    "diskution": "diskussion",
    "prioter": "prioriter",
    "ungdommar": "ungdomar",
    "regionsal": "regional",
    "konkurensk": "konkurrensk",
    "entrepenör": "entreprenör",
    "enterprenör": "entreprenör",
    "inititativ": "initiativ",
    "initativ": "initiativ",
    "budjet": "budget",
    "föreatag": "företag",
    **{f"exel{what}": f"excel{what}" for what in ("ark", "bla", "dok", "fil", "for", "lis", "mal", "tab", "und")},
}
_WRONG = tuple(_BEGINNINGS)
# Whole words, most of them two that were written as one.
_WORDS = {
    "iallafall": "i alla fall",
    "iallfall": "i alla fall",
    "isåfall": "i så fall",
    "iochmed": "i och med",
    "iform": "i form",
    "isamband": "i samband",
    "iövrigt": "i övrigt",
    "förövrigt": "för övrigt",
    "förattt": "för att",
    "föratt": "för att",
    "tillexempel": "till exempel",
    "tillföljd": "till följd",
    "tillskillnad": "till skillnad",
    "blandannat": "bland annat",
    "blandandra": "bland andra",
    "pågrund": "på grund",
    "påväg": "på väg",
    "påplats": "på plats",
    "attdet": "att det",
    "ochatt": "och att",
    "project": "projekt",
    "förtag": "företag",
    "förtagen": "företagen",
    "förtaget": "företaget",
    "förtagets": "företagets",
    "förtagens": "företagens",
    "fåt": "fått",
    "måsta": "måste",
    "fins": "finns",
    "sammt": "samt",
    "ochså": "också",
}
# Of these, those that are English in a name.
_NAMES = frozenset(("project", "fins"))
# Words that are right elsewhere, with what stands before and behind them where they are not.
_NO_WAY = "".join(f"(?<!{word} )" for word in ("sådant", "något", "annat", "detta", "samma", "så", "och"))
_NO_ONLY = "".join(f"(?<!{word} )" for word in ("den", "det", "de", "en", "ett", "sin", "sitt", "vår", "vårt", "deras"))
_DIRECTIONS = "i|genom|hem|mot|över|under|ut|in|upp|ner|ned|till|fram|från|sedan|bort|dit|hit|av|på"
_PLACES = (
    (rf"{_NO_WAY}\bvis(?= (?:ansökan|behov|utlysning))", "vid"),
    (r"\b(?:en|denna|varje) (?P<ord>ansöka)(?= (?:om|från|till|för|skickas|som|tar|kan|ska|har|är)\b)", "ansökan"),
    (rf"\b(?:den|det|de) (?P<ord>ända)(?= (?!(?:{_DIRECTIONS})\b)[a-zåäö])", "enda"),
    (rf"{_NO_ONLY}\benda(?= (?:fram till|till slutet|sedan|upp till))", "ända"),
    (r"\b(?:har|hade|ha) (?P<ord>sätt)(?= till att\b)", "sett"),
    (r"\bi (?P<ord>from)(?= av\b)", "form"),
    (r"\bi (?P<ord>enligt)(?= med\b)", "enlighet"),
    (r"\bi samband (?P<ord>av)(?= [a-zåäö])", "med"),
    (r"\bmed (?P<ord>anledningen)(?= av\b)", "anledning"),
    (r"\bi (?P<ord>linie)(?= med\b)", "linje"),
)
# One of these stands where one of those does.
_SIGNS = ("vis ", "ansöka ", "ända ", "enda ", "sätt till", "from av", "enligt med", "samband av", "ningen av", "linie")


class Common(NamedTuple):
    """A word that surely is a slip where it stands, and what it should be."""

    start: int
    end: int
    right: str


def meant(word: str) -> str | None:
    """Return what a word surely was meant to be, in small letters, if it is a common slip."""
    if word[:1].isupper() and word.lower() in _NAMES:
        return None
    word = word.lower()
    if word in _WORDS:
        return _WORDS[word]
    if not word.startswith(_WRONG):
        return None
    wrong = max((begins for begins in _WRONG if word.startswith(begins)), key=len)
    return _BEGINNINGS[wrong] + word.removeprefix(wrong)


def misplaced(text: str) -> Iterator[Common]:
    """Yield the words of a text that are right elsewhere and slips where they stand."""
    if any(sign in text for sign in _SIGNS):
        for pattern, right in _PLACES:
            for match in re.finditer(pattern, text, re.IGNORECASE):
                group = "ord" if "ord" in match.re.groupindex else 0
                yield Common(*match.span(group), right)
