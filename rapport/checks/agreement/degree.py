"""Degree: an adjective that should be an adverb before another one, and what is compared twice.

"Relativ hög" and "betydlig lägre" lack a letter; "mer större" and "mest viktigast" have a word too many.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapport.checks.agreement.inflect import adjective
from rapport.checks.language.adverbs import without_t
from rapport.checks.rule import Hit, hits
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed
from rapport.domain.svar import Svar

_HOW_MUCH = (
    "relativ|betydlig|väsentlig|avsevärd|ansenlig|marginell|synnerlig|oerhörd|extrem|ovanlig|förhållandevis|tillräcklig"
    "|kraftig|tydlig|påtaglig|märkbar|stadig|särskild|stor|klar|successiv|gradvis|jämn|ojämn"
)
_BEFORE = rf"(?<![\w-])(?P<ord>(?:{_HOW_MUCH}) [a-zåäö]{{3,30}})(?![\w-])"
_ALWAYS = frozenset(listed("relativ betydlig väsentlig avsevärd ansenlig synnerlig oerhörd extrem"))
_COPULAS = r"(?:är|var|blir|blev|varit|blivit|vara|bli)"
_AFTER_COPULA = (
    rf"(?<![\w-]){_COPULAS} (?:också |även |nu |fortsatt |fortfarande )?"
    r"(?P<ord>[a-zåäö]{3,20} [a-zåäö]{3,30})(?![\w-])"
)
_COMPARED = r"(?<![\w-])(?P<ord>(?:mer|mera) [a-zåäö]{3,25}re|mest [a-zåäö]{3,25}aste?)(?![\w-])"
_COMPARATIVES = frozenset(
    listed("högre lägre större mindre bättre sämre färre längre kortare äldre yngre svårare lättare snabbare enklare")
)
_SUPERLATIVES = frozenset(listed("viktigast viktigaste störst högst bäst snabbast enklast enklaste tydligast svårast"))


class Degree(NamedTuple):
    """Two words of which one has the wrong form, what is wrong, and how they may be written."""

    hit: Hit
    fault: str
    mended: str


def degrees_in(svar: Svar) -> Iterator[Degree]:
    """Yield every adjective that stands for an adverb, and everything that is compared twice."""
    found = {hit.start: hit for pattern in (_BEFORE, _AFTER_COPULA) for hit in hits(svar, pattern)}
    for hit in found.values():
        first, second = hit.excerpt.split()
        adverb = adjective(first, "an")
        if adverb and paradigms().forms(first) == {"au"} and _is_described(hit, first, second):
            yield Degree(hit, f"”{first}” ska vara ett adverb", f"{adverb} {second}")
    for hit, right in without_t(svar):
        yield Degree(hit, f"”{hit.excerpt.split()[-1]}” ska vara ett adverb", right)
    for hit in hits(svar, _COMPARED, signs=("mer ", "mera ", "mest ")):
        word = hit.excerpt.split()[1]
        if word in _COMPARATIVES | _SUPERLATIVES or (word.endswith("are") and paradigms().forms(word) == {"ai"}):
            yield Degree(hit, "det jämförs två gånger", word)


def _is_described(hit: Hit, first: str, second: str) -> bool:
    """Whether the second word is an adjective that the first one can only tell the degree of."""
    forms = paradigms().forms(second)
    if second in _COMPARATIVES:
        return first in _ALWAYS
    is_adjective = bool(forms) and forms <= {"au", "an", "aw"}
    if first in _ALWAYS or (first == "särskild" and forms == {"an"}):
        return is_adjective and forms != {"aw"}
    is_after_copula = (
        re.search(rf"{_COPULAS} (?:\w+ )?$", hit.svar.text[max(0, hit.start - 25) : hit.start]) is not None
    )
    is_object = first.endswith("ad")  # "underkastad konstitutionell granskning"
    return is_adjective and is_after_copula and not is_object and "an" not in forms and _ends(hit)


def _ends(hit: Hit) -> bool:
    """Whether no noun follows: "är en klar regional satsning" is right."""
    return re.match(r"[.,;]|$| (?:och|för|med|till|att|i|av|på)\b", hit.svar.text[hit.end : hit.end + 10]) is not None
