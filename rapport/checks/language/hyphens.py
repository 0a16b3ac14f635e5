"""Hyphens that are missing: a first part that stands alone, though its last part comes later."""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, hits
from rapport.checks.spelling.paradigms import NOUN, paradigms
from rapport.checks.spelling.verdicts import judge
from rapport.checks.words import listed, words_before
from rapport.domain.svar import Svar

_AND = "och|eller|samt"
# "skol-, vård och omsorgsfrågor": the one in the middle hangs too.
_IN_A_ROW = rf"(?<![\w-])[a-zåäö]{{2,30}}-, (?P<ord>[a-zåäö]{{3,30}}) (?:{_AND}) [a-zåäö]{{7,45}}(?![\w-])"
# "utbildnings och forskningsfrågor": an s that binds, and no genitive.
_BOUND = (
    rf"(?<![\w-])(?P<ord>[a-zåäö]*(?:[nr]ings|[a-zåäö]hets|tions|skaps|knads)) (?:{_AND}) [a-zåäö]{{7,45}}(?![\w-])"
)
_KNOWN = rf"(?i)(?<![\w-])(?P<ord>hälso|lands|gles|jord) (?:{_AND}) (?:sjukvård|glesbygd|landsbygd|skogsbruk)"
# Two fields before a word that says that both are fields: "natur och kulturmiljöfrågor".
_FIELDS = listed(
    "natur kultur land skog kust skärgård kompetens energi klimat miljö transport bostads vatten turism närings"
)
_HEADS = "frågor|frågorna|försörjning|försörjningen|kommuner|kommunerna"
_FIELD = rf"(?i)(?<![\w-])(?P<ord>{'|'.join(_FIELDS)}) (?:{_AND}) [a-zåäö]{{4,25}}(?:{_HEADS})(?![\w-])"
_BINDING_S = tuple(f"{end} {word} " for end in listed("ings hets tions skaps knads") for word in _AND.split("|"))
_OWNERS = frozenset(
    listed("en ett den det varje dess deras sin sitt sina vår vårt våra någon viss hela all ingen annan denna detta")
)
_SHORTEST_TAIL = 4


def missing(svar: Svar) -> Iterator[Hit]:
    """Yield every first part that lacks its hyphen."""
    for hit in hits(svar, _IN_A_ROW, signs=("-, ",)):
        if _hangs(svar, hit):
            yield hit
    for hit in hits(svar, _BOUND, signs=_BINDING_S):
        before = words_before(hit, 3)
        is_owner = any(word in _OWNERS or word.rstrip(",").endswith("s") for word in before)
        if not is_owner and judge().is_right(hit.excerpt + _tail(svar, hit)):
            yield hit
    for pattern, signs in ((_KNOWN, ("sjukv", "bygd", "skogsb")), (_FIELD, ("frågor", "försörj", "kommuner"))):
        for hit in hits(svar, pattern, signs=signs):
            if svar.text[hit.start - 2 : hit.start] != "- ":
                yield hit


def _tail(svar: Svar, hit: Hit) -> str:
    """Return the last part of the compound behind a word and its "och", the longest that is a noun."""
    word = re.split(r"[^a-zåäö]", svar.text[hit.end + 1 :].split(" ", 1)[1], maxsplit=1)[0]
    tails = (word[at:] for at in range(3, len(word) - _SHORTEST_TAIL + 1))
    return next((tail for tail in tails if _is_noun(tail) and judge().is_right(word[: -len(tail)] + "arbete")), "")


def _hangs(svar: Svar, hit: Hit) -> bool:
    """Whether a word between a hanging one and a compound hangs as well, and is no compound itself."""
    tail = _tail(svar, hit)
    first = re.split(r"[^a-zåäö]", svar.text[max(0, hit.start - 33) : hit.start - 3])[-1]
    if not tail or not judge().is_right(first + tail) or not judge().is_right(hit.excerpt + tail):
        return False
    own = (hit.excerpt[at:] for at in range(3, len(hit.excerpt) - _SHORTEST_TAIL + 1))
    return not any(_is_noun(part) and judge().is_right(first + part) for part in own)


def _is_noun(word: str) -> bool:
    return bool(paradigms().forms(word) & NOUN)
