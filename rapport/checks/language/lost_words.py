"""Lost words: a subject, "har" or "för" that fell out, or "och" for "att", where the words beside it show the gap.

"Under året har deltagit i", "Under året regionen genomfört", "är viktigt och följa", "saknar underlag att bedöma".
"""

import re
from collections.abc import Iterator

from rapport.checks.language.finite import OPENERS, is_definite, is_finite
from rapport.checks.language.verbs import is_active_supine, is_infinitive, is_supine
from rapport.checks.rule import Hit, hits
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed
from rapport.domain.svar import Svar

# These want "för" before "att"; right text has none without it.
_FOR = "belägg underlag modell modeller plattform strategi strategier arena process processer samarbete handlingsplan"
_OF = {"för": _FOR.split(), "av": ["vikten"], "på": ["tecken"], "om": ["medvetenhet"]}
_WORD_BY_NOUN = {noun: word for word, nouns in _OF.items() for noun in nouns}
_NOUN_TO = rf"(?<![\w-])(?P<ord>(?:{'|'.join(_WORD_BY_NOUN)}) att)(?= [a-zåäö])"
_TOLD = re.compile(
    r"\b(?:så [a-zåäö]+|det|innebär|innebar|medför|gör|visar|är|var|blir|blev|så|som|sådan\w*|ta|tog|tar|den|de) $"
)
_AND_FOR_TO = (
    r"(?<![\w-])(?P<ord>(?:(?:är|var|blir|blev) (?:[a-zåäö]+ )?(?:viktigt|svårt|lätt|möjligt|nödvändigt|angeläget"
    r"|centralt|avgörande)|valt|väljer|valde|försökt|försöker|försökte|börjat|börjar|började|fortsatt|fortsätter"
    r"|fortsatte|lyckats|lyckades|planerar|planerat|avser|beslutat|beslutade|kommer) och [a-zåäö]+)(?![\w-])"
)
_TIME = r"(?:Under|I|Efter|Inom|Sedan) (?:[a-zåäö]+ ){0,2}[a-zåäö]*(?:året|åren|perioden|hösten|våren|sommaren|vintern)"
_NOBODY = re.compile(rf"{_TIME} (?P<ord>(?:har|hade) (?P<verb>[a-zåäö]+)) (?:i|med|på|för att|med att|till att)\b")
_NO_HAS = re.compile(
    rf"(?:{_TIME} )?(?P<ord>(?P<subject>[A-ZÅÄÖa-zåäö][a-zåäö]{{3,30}}) (?P<verb>[a-zåäö]{{3,25}}t?s?)) (?=[a-zåäö])"
)
_NOT_PEOPLE = (
    r"(?:^|(?<=[.!?] )|(?<=\n))(?:Därför|Därmed|Dessutom|Samtidigt|Då|Nu|Här|Där|Vidare) "
    r"(?P<ord>(?:är|blir|var) (?:viktigt|svårt|lätt|möjligt|nödvändigt|angeläget|bra|avgörande|centralt) att)\b"
)
# "Om ökningen består kan inte avgöra": "kan inte" begins a main clause, and its subject would stand between the two.
_ASKED = re.compile(
    r"(?:Om|Huruvida|Hur|Varför|När|Eftersom|Vad|Vilken|Vilka|Vilket) (?P<clause>[^,;:”()]{5,200}?)"
    r" (?P<ord>(?:kan|kunde|vill|ska|bör|måste|går) (?:ännu |alltså |därför |heller |dock )?inte (?:ännu |heller )?"
    r"(?P<verb>[a-zåäö]{3,25}))(?=[.,]| [a-zåäö])"
)
_OWN_SUBJECT = frozenset(listed("vi de man hon han jag ni det den som och eller men"))


def without_preposition_before_to(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every noun that wants "för" before "att", with how it is written."""
    for hit in hits(svar, _NOUN_TO, signs=(" att ",)):
        if not _TOLD.search(svar.text[max(0, hit.start - 20) : hit.start]):
            noun = hit.excerpt.partition(" ")[0]
            yield hit, f"{noun} {_WORD_BY_NOUN[noun]} att"


def and_for_to(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every "och" with an infinitive behind it that can only be "att"."""
    for hit in hits(svar, _AND_FOR_TO, signs=(" och ",)):
        leading, _, verb = hit.excerpt.partition(" och ")
        if is_infinitive(verb):
            yield hit, f"{leading} att {verb}"


def without_subject(svar: Svar) -> Iterator[Hit]:
    """Yield every verb at the beginning of a sentence that nobody does."""
    for sentence in svar.meningar:
        match = _NOBODY.match(sentence.text)
        if match and is_any_supine(match["verb"]) and not match["verb"].endswith("ts"):
            yield Hit(svar, sentence.start + match.start("ord"), sentence.start + match.end("ord"))
        asked = _ASKED.match(sentence.text)
        if asked and _lacks_subject(asked["clause"], asked["verb"]):
            yield Hit(svar, sentence.start + asked.start("ord"), sentence.start + asked.end("ord"))
    yield from hits(svar, _NOT_PEOPLE, signs=(" att",))


def _lacks_subject(clause: str, verb: str) -> bool:
    """Whether a question is told of, with a verb of its own, and then somebody who is not named cannot do something."""
    words = clause.lower().split()
    is_told = any(map(is_finite, words)) and words[-1] not in _OWN_SUBJECT and " som " not in f" {clause} "
    return is_told and (is_infinitive(verb) or "inf" in paradigms().forms(verb) or verb.endswith("göra"))


def without_has(svar: Svar) -> Iterator[Hit]:
    """Yield every supine behind its subject in a sentence that has no "har", and no other verb that says when."""
    for sentence in svar.meningar:
        match = _NO_HAS.match(sentence.text)
        if not match or not sentence.text.endswith(".") or not is_definite(match["subject"].lower()):
            continue
        rest = OPENERS.split(sentence.text, maxsplit=1)[0]
        if is_any_supine(match["verb"]) and not any(map(is_finite, rest.split())):
            yield Hit(svar, sentence.start + match.start("ord"), sentence.start + match.end("ord"))


def is_any_supine(word: str) -> bool:
    """Whether a word is a supine, active or passive, and nothing else; "deltagit" is listed as no verb at all."""
    is_listed = word in {"deltagit", "arbetat", "samverkat", "medverkat", "fortsatt"}
    return is_listed or is_supine(word) or is_active_supine(word)
