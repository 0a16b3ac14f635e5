"""Them: "de" and "dem" for each other, where the words beside them tell which one it must be."""

import re
from collections.abc import Iterator

from rapport.checks.language.finite import is_definite, is_finite
from rapport.checks.rule import Hit, hits
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed, words_after, words_before
from rapport.domain.svar import Svar

# "Dem som deltog fick": right only where somebody follows the second verb, "dem som deltog mötte vi".
_WHO = re.compile(
    r"(?P<start>(?:^|(?<=[.!?] )|(?<=\batt )|(?<=\beftersom ))(?P<ord>[Dd]em) som )(?P<rest>[^.;:!?()”\n]{5,200})"
)
_SUBJECT = r"(?<=[a-zåäö] )(?P<ord>dem [a-zåäö]{2,24})(?![\w-])"
_FURTHEST = 2  # words between "som" and its verb
_CLAUSE = frozenset(listed("att eftersom medan"))
_MANY = r"(?<![\w-])(?P<ord>[Dd]em (?:[a-zåäö]{3,25}[ae] )?[a-zåäö]{3,40}) som(?![\w-])"
_LED = frozenset(listed("i på av till för med om från under inom mot genom bland hos att"))
# Behind a preposition that is no adverb and no part of a verb: "För de gäller", "av de är".
_BEHIND = r"(?:^|(?<=[.!?] )|(?<=\n))(?P<ord>(?:För|Av|Till|Hos|Bland|Med|Från) de [a-zåäö]{2,24})(?![\w-])"
_GIVEN = (
    r"(?<![\w-])(?P<ord>(?:ge|erbjuda|hjälpa|låta|stötta|stödja|tillåta|göra|bjuda|nå|möta|kontakta|lära|informera) de)"
    r"(?= (?:möjlighet|möjligheten|att|en|ett|bättre|ökad|ökat|större|mer|kunskap|stöd|tid|på|i|om|till|med|bäst)\b"
    r"|[.,])(?! (?:bästa|ökade|större) [a-zåäö]+na\b)"
)
_GAVE = (
    r"(?:^|(?<=[.!?] )|(?<=\n))[A-ZÅÄÖ][a-zåäö]+(?:en|et|na) "
    r"(?:har gett|har givit|ger|gav|erbjuder|erbjöd|hjälper|hjälpte) "
    r"(?P<ord>de) (?=(?:möjlighet|att|en|ett|tid|kunskap|stöd|kraft|mod|chans|chansen|tillgång|verktyg)\b)"
)
# "Dom" as it is said: before a verb that no judgment has, or before those that are told of. Judgments "meddelas".
_SPOKEN = re.compile(
    r"(?:^|[.!?] |\n|\b(?:att|när|och|men|eftersom|medan) )(?P<ord>[Dd]om) (?P<next>[a-zåäö]{2,24})(?![\w-])"
    r"(?P<third> [a-zåäö]+)?"
)
_SPOKEN_TO = re.compile(r"\b(?:till|för|med|hos|från|bland|åt|av) (?P<ord>dom) som [a-zåäö]")
_OF_COURT = re.compile(
    r"(?i)\bdom(?:ar|en|stol\w*|slut\w*)\b|rätten\b|laga kraft|\b(?:mål|döm\w*|åtal\w*|straff\w*|överklag\w*)\b"
)


def them_for_they(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every "de" that should be "dem", and the other way round, with what is right."""
    if "em " in svar.text:
        yield from _they(svar)
    for hit in hits(svar, _BEHIND, signs=(" de ",)):
        if is_finite(hit.excerpt.split()[-1]) and not hit.excerpt.startswith("För de har"):
            yield hit, hit.excerpt.replace(" de", " dem")
    if "om " in svar.text and not _OF_COURT.search(svar.text):
        yield from _spoken(svar)
    for pattern in (_GIVEN, _GAVE):
        for hit in hits(svar, pattern, signs=(" de ",)):
            yield hit, re.sub(r"\bde$", "dem", hit.excerpt)


def _they(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every "dem" that should be "de"."""
    for match in _WHO.finditer(svar.text):
        if _goes_on_without_subject(match["rest"].split()):
            yield Hit(svar, match.start("ord"), match.start("rest") - 1), "de som"
    for hit in hits(svar, _SUBJECT, signs=(" dem ",)):
        verb = hit.excerpt.split()[1]
        is_turned = bool({*words_after(hit)} & {"vi", "man", "det", "jag"})  # "att dem har vi mött"
        if not _CLAUSE.isdisjoint(words_before(hit)) and is_finite(verb) and not is_turned:
            yield hit, f"de {verb}"
    for hit in hits(svar, _MANY, signs=("em ",)):
        before = words_before(hit)
        is_led = not before or before[-1][-1] in ".!?" or before[-1] in _LED
        if is_led and paradigms().forms(hit.excerpt.split()[-1]) == {"up"}:
            yield hit, f"de {hit.excerpt.partition(' ')[2]}"


def _may_be_finite(word: str, number: int) -> bool:
    return is_finite(word) or number == 0 or "pres" in paradigms().forms(word)


def _goes_on_without_subject(words: list[str]) -> bool:
    """Whether a second verb comes, and nobody behind it: what the first words are then is the subject."""
    verbs = [number for number, word in enumerate(words) if _may_be_finite(word, number)]
    first, second = (*verbs, -1, -1)[:2]
    if second < 0 or first > _FURTHEST or any(word in {"som", "att", "när", "och"} for word in words[:second]):
        return False
    following = words[second + 1] if len(words) > second + 1 else ""
    is_somebody = following in {"vi", "man", "det", "den", "de", "jag", "också", "även"} or is_definite(following)
    return bool(following) and not is_somebody and following[0].islower()


def _spoken(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every "dom" that is written as it sounds; of judgments only answers about courts tell."""
    for match in _SPOKEN.finditer(svar.text):
        forms = paradigms().forms(match["next"])
        is_many = bool(forms & {"aw", "ai"}) and match["third"] is not None
        if is_finite(match["next"]) or match["next"] in {"flesta", "som", "här", "där"} or is_many:
            yield Hit(svar, *match.span("ord")), "De" if match["ord"] == "Dom" else "de"
    for match in _SPOKEN_TO.finditer(svar.text):
        yield Hit(svar, *match.span("ord")), "dem"
