"""Word order: the subject before the verb where something else begins the sentence, or two verbs and no "som".

"Därför regionen har valt" and "I programmet vi arbetar" have the verb too late; "Det är en fråga måste lösas" lacks
"som". A clause of its own before the verb ("i det program vi arbetar med finns …") gives a second verb: then nothing
is said of the order.
"""

import re
from collections.abc import Iterator

from rapport.checks.language.finite import AUXILIARIES, OPENERS, is_definite, is_finite, is_finite_behind
from rapport.checks.rule import Hit
from rapport.checks.spelling.paradigms import INDEFINITE, paradigms
from rapport.checks.words import listed
from rapport.domain.svar import Svar

_FRONT = r"Därför|Därmed|Dessutom|Däremot|Därefter|Därigenom|Härigenom|Vidare|Slutligen|Numera|Bland annat|Till exempel"
_PREPOSITIONS = r"Under|I|Efter|Inom|Genom|Vid|På|Från|Utifrån|Inför|Före|Med|Enligt|Hos|Bland|Mellan"
_SUBJECT = r"(?P<subject>vi|man|[a-zåäö]{4,30}(?:en|et|na|n))"
_LATE = re.compile(
    rf"(?:(?P<adverb>{_FRONT})|(?:{_PREPOSITIONS}) (?P<phrase>(?:[a-zåäö]{{2,30}} ){{0,4}}(?P<noun>[a-zåäö]{{2,40}})))"
    rf" {_SUBJECT} (?P<verb>[a-zåäö]{{2,24}})(?![\w-])"
)
_DETERMINERS = frozenset(listed("den det de denna detta dessa sin vår en ett"))
_CLEFT = re.compile(
    r"(?:Det (?:är|var|blir|blev)|[Dd]et finns) (?P<between>(?:[A-ZÅÄÖa-zåäö-]+ ){1,6}?)"
    r"(?P<noun>[a-zåäö]{3,40}) (?P<verb>[a-zåäö]{2,24})(?![\w-])"
)
_THAT = re.compile(
    r"(?<![\w-])(?P<ord>(?P<article>[Dd]e|[Dd]en|[Dd]et) (?P<noun>[a-zåäö]{3,40})"
    r" (?P<verb>[a-zåäö]{2,24}))(?![\w-])"
)
_FITTING = {"de": {"up", "np"}, "den": {"us"}, "det": {"ns"}}
_BEFORE_THAT = re.compile(r"(?:^|[ (](?:i|på|av|till|med|för|om|från|under|inom|mot|genom|ut|fram|att|bland|en|ett) )$")
_PASSIVE_FIRST = re.compile(
    r"(?:När|Efter att|Sedan|Då|Innan|Eftersom) (?:[a-zåäö]+ ){1,5}?(?P<passive>[a-zåäö]+(?:ades|ts|tes|des|as)) "
    r"(?P<ord>(?P<subject>[a-zåäö]{4,30}(?:en|et|na|n)) (?P<verb>[a-zåäö]{2,24}))(?![\w-])"
)


def late_verbs(svar: Svar) -> Iterator[Hit]:
    """Yield what begins a sentence with the subject behind it and the verb that should stand between."""
    for sentence in svar.meningar:
        match = _LATE.match(sentence.text)
        if not match or not _is_subject(match["subject"]) or not is_finite_behind(match["verb"], match["subject"]):
            continue
        if match["noun"] and not _is_phrase(match["phrase"].split()):
            continue
        rest = OPENERS.split(sentence.text[match.end() :], maxsplit=1)[0]
        if not any(map(is_finite, rest.split())):
            yield Hit(svar, sentence.start, sentence.start + match.end())


def without_som(svar: Svar) -> Iterator[Hit]:
    """Yield a noun and the verb behind it with no "som" between: "det är en fråga måste lösas", "de insatser har"."""
    for sentence in svar.meningar:
        for match in _CLEFT.finditer(sentence.text):
            is_plain = not OPENERS.search(match["between"]) and not any(map(is_finite, match["between"].split()))
            is_plain = is_plain and not OPENERS.search(sentence.text[: match.start()])
            is_led = match["between"].endswith(("en ", "ett ")) and bool(paradigms().forms(match["noun"]) & INDEFINITE)
            is_noun = _is_indefinite(match["noun"]) or is_led
            if is_plain and is_noun and is_finite(match["verb"]):
                yield Hit(svar, sentence.start + match.start("noun"), sentence.start + match.end("verb"))
        for match in _THAT.finditer(sentence.text):
            forms = paradigms().forms(match["noun"])
            is_led = _BEFORE_THAT.search(sentence.text[: match.start()])
            if forms and forms <= _FITTING[match["article"].lower()] and is_led and is_finite(match["verb"]):
                yield Hit(svar, sentence.start + match.start(), sentence.start + match.end())


def after_passive(svar: Svar) -> Iterator[Hit]:
    """Yield subject and verb behind a clause that is complete: "När projektet avslutades gruppen hade"."""
    for sentence in svar.meningar:
        match = _PASSIVE_FIRST.match(sentence.text)
        if match and is_definite(match["subject"]) and match["verb"] in AUXILIARIES | {"är", "var", "blev"}:
            yield Hit(svar, sentence.start + match.start("subject"), sentence.start + match.end("verb"))


def _is_subject(word: str) -> bool:
    return word in {"vi", "man"} or is_definite(word)


def _is_phrase(words: list[str]) -> bool:
    """Whether some words behind a preposition are one phrase with a definite noun, or "detta": no verb among them."""
    *before, noun = words
    if any(map(is_finite, words)) or not (is_definite(noun) or noun == "detta"):
        return False
    return not before or before[0] in _DETERMINERS or "aw" in paradigms().forms(before[0]) or is_definite(before[0])


def _is_indefinite(word: str) -> bool:
    forms = paradigms().forms(word)
    return bool(forms) and forms <= INDEFINITE
