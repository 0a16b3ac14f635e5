"""Loose phrases: words that want several behind them, and adjectives between a preposition and their noun.

"Flera av insatsen", "ett antal workshop", "till ökat samverkan": there is no article to tell, but nothing else the
words could be.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapport.checks.agreement.inflect import adjective, noun
from rapport.checks.agreement.predicate import OF_MANY
from rapport.checks.rule import Hit
from rapport.checks.spelling.dictionary import frequent
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed
from rapport.domain.svar import Svar

# What ends a phrase: a sign, the sentence, or a word that no noun is.
_PREPOSITIONS = "mellan|i|för|med|av|till|inom|på|från"
_ENDS = rf"(?=[.,;]|$| (?:{_PREPOSITIONS}|och|hos|samt)\b)"
_SOME_OF = re.compile(
    r"(?<![\w-])(?:[Ff]lera|[Mm]ånga|[Nn]ågra|[Tt]vå|[Tt]re|[Ff]yra|[Ff]em|[Ss]ex|[Ee]n|[Ee]tt|[Ii]ngen"
    r"|[Ff]lertalet) av (?:de |dessa )?(?:[a-zåäö]{3,25}[ae] )?(?P<ord>[a-zåäö]{4,40})"
    r"(?=[.,;]|$| (?:har|är|var|som|i|under|fick|får|hade|kan|ska)\b)"
)
# "En mängd" may be of what is not counted: "en mängd information".
_NUMBER_OF = re.compile(
    r"(?<![\w-])(?:[Ee]tt (?:antal|stort antal|flertal)|[Ee]n (?:rad|serie)) (?:[a-zåäö]{3,25}a )?"
    r"(?P<ord>[a-zåäö]{4,40})(?=[.,;]|$| (?:har|är|var|som|i|under|för|med|inom|på|till)\b)"
)
_MORE = re.compile(r"(?<![\w-])(?:[Ff]ler|[Ff]ärre) (?:[a-zåäö]{3,25}a )?(?P<ord>[a-zåäö]{4,40})" + _ENDS)
_LED = re.compile(
    r"(?<![\w-])(?:till|med|av|för|genom|om|utan|inom) (?P<adjektiv>[a-zåäö]{3,30}) (?P<ord>[a-zåäö]{4,40})" + _ENDS
)
_PLURAL = re.compile(r"(?<![\w-])(?P<led>[a-zåäö]{2,25}) (?P<adjektiv>[a-zåäö]{2,30}a) (?P<ord>[a-zåäö]{4,40})" + _ENDS)
# Words behind which nothing but an adjective and its noun stand: "med nya satsning", "utveckla nya metod".
_LEADING = frozenset(
    listed("med för genom utan om ta tagit utveckla utvecklat ha haft få fått skapa skapat pröva prövat ge gett")
)
# Words in "-a" that have a noun in the singular behind them: "hela kedja".
_STANDS = frozenset(
    listed("via lika lilla nästa hela egna enda samma halva förra själva ena båda bägge vissa andra egentliga")
)
_ONE = {"ud": "uq", "nd": "nq"}
# Adverbs that look like adjectives before a number or a share: "för knappt hälften".
_NO_ADJECTIVES = frozenset(
    listed("knappt drygt rakt fullt brett högt djupt långt lågt stort smått lätt hårt direkt samtligt")
)
_FORM_BY_GENDER = {"u": "au", "n": "an"}


Found = tuple[re.Match[str], str | None, str]  # the phrase, how its last words may be written, what is wrong


class Loose(NamedTuple):
    """A phrase that does not agree, what is wrong in words, and how its last words may be written."""

    hit: Hit
    fault: str
    mended: str | None


def loose_in(svar: Svar) -> Iterator[Loose]:
    """Yield every loose phrase of an answer that surely does not agree."""
    for sentence in svar.meningar:
        for read in (_some_of, _number_of, _more, _plural, _led):
            for match, right, fault in read(sentence.text):
                hit = Hit(svar, sentence.start + match.start(), sentence.start + match.end())
                yield Loose(hit, f"”{match['ord']}” {fault}", right)


def _some_of(text: str) -> Iterator[Found]:
    """Yield "flera av insatsen"."""
    for match in _SOME_OF.finditer(text):
        forms = paradigms().forms(match["ord"])
        if len(forms) == 1 and forms <= {*_ONE} and not match["ord"].endswith(OF_MANY):
            yield match, _usual(noun(match["ord"], _ONE[min(forms)])), "står i singular"


def _number_of(text: str) -> Iterator[Found]:
    """Yield "ett antal workshop"."""
    for match in _NUMBER_OF.finditer(text):
        if paradigms().forms(match["ord"]) == {"us"} and (right := noun(match["ord"], "up")):
            yield match, _usual(right), "står i singular"


def _more(text: str) -> Iterator[Found]:
    """Yield "till fler samarbete"."""
    for match in _MORE.finditer(text):
        forms = paradigms().forms(match["ord"])
        if forms == {"us"} or (forms == {"ns"} and match["ord"].endswith("e")):
            right = noun(match["ord"], "up" if forms == {"us"} else "np")
            yield match, _usual(right), "står i singular"


def _plural(text: str) -> Iterator[Found]:
    """Yield "med nya satsning"."""
    for match in _PLURAL.finditer(text):
        if match["adjektiv"] in _STANDS or not (match["led"] in _LEADING or _is_verb(match["led"])):
            continue
        of_adjective, of_noun = paradigms().forms(match["adjektiv"]), paradigms().forms(match["ord"])
        if of_adjective == {"aw"} and of_noun == {"us"} and (right := noun(match["ord"], "up")):
            yield match, _usual(right), "står i singular"


def _led(text: str) -> Iterator[Found]:
    """Yield "till ökat samverkan"."""
    for match in _LED.finditer(text):
        if right := _adjective(match):
            yield match, f"{right} {match['ord']}", "passar inte efter adjektivet"


def _usual(word: str | None) -> str | None:
    """Return a plural that public text uses: "workshopar" is one for the dictionary alone."""
    return word if word in frequent() else None


def _is_verb(word: str) -> bool:
    forms = paradigms().forms(word)
    return bool(forms) and forms <= {"v", "inf", "pres"}


def _adjective(match: re.Match[str]) -> str | None:
    """Return the adjective as the noun wants it, where both are sure and do not agree."""
    word = match["adjektiv"]
    of_adjective, of_noun = paradigms().forms(word), paradigms().forms(match["ord"])
    genders = {form[0] for form in of_noun}
    is_one = of_noun in ({"us"}, {"us", "ud"}, {"ns"}, {"ns", "np"})
    if word in _NO_ADJECTIVES or not is_one:
        return None
    wanted = _FORM_BY_GENDER[genders.pop()]
    is_sure = of_adjective in ({"an"}, {"au"}, {"an", "v"}, {"au", "v"})
    return adjective(word, wanted) if is_sure and wanted not in of_adjective else None
