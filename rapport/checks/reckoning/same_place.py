"""Counts that two answers tell of in one phrase: "1 240 i offentlig sektor", "1 420 personer … i offentlig sektor"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.reckoning.slips import digits_of, is_transposed
from rapport.checks.rule import Hit
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

# The first place that is named behind a number, in a few words and with no other number between.
_WHERE = re.compile(
    r"(?:[\s\u00a0]+(?!i\b|och\b|av\b|per\b)[a-zåäö][\w-]*){0,4} (?:i|inom)"
    r" (?P<var>(?:den |det )?[a-zåäö]{4,} [a-zåäö]{4,})\b"
)
_PEOPLE = re.compile(r"[\s\u00a0]+(?!personer|anställda|invånare|deltagare|företag|i\b|inom\b)[a-zåäö]")
_NOT = re.compile(r"\b(?:19|20)[0-3]\d\b|(?:min|ök)sk|länet|kommun|region", re.IGNORECASE)
_LEAST, _MOST = 3, 100

# All of what a phrase tells of: "sammanlagt 18 projekt med stöd från Regionalfonden", "de 16 projekt med stöd från …".
_ALL = re.compile(r"\b(?:De|de|[Ss]ammanlagt|[Tt]otalt|[Ll]änet hade|[Rr]egionen hade)(?: [^\W\d][\w-]*){0,3} ?$")
_PHRASE = re.compile(
    r"[\s\u00a0]+(?P<var>[a-zåäö]{4,} (?:med|från|inom|av|till|för)(?: [\wåäö-]+){2,4}?)"
    r"(?=[,.;]|$| (?:som|under|har|är|var|pågick|i länet|bidrar|bidrog|deltog|fick)\b)"
)
_PART = re.compile(
    r"(?i)\b(?:ny(?:a|tt)?|bevilj\w*|avslut\w*|start\w*|påbörj\w*|sök\w*|kvinn\w*|män|ytterligare|återst\w*|övriga|plan\w*)\b"
)
_LARGEST_RATIO = Decimal("1.5")

Placed = tuple[Hit, Mangd, frozenset[str]]


def differing_places(svar_list: Sequence[Svar]) -> Iterator[tuple[Hit, Hit]]:
    """Yield each count that another answer has with two figures in the other order, at the same place."""
    found: dict[tuple[str, bool], list[Placed]] = defaultdict(list)
    for svar in svar_list:
        for where, placed in svar.remember(("placed",), lambda one=svar: tuple(islice(_placed(one), _MOST))):  # type: ignore[misc]
            found[where].append(placed)
    for (_, is_all), (first, *others) in found.items():
        for hit, mangd, years in others:
            if hit.svar is not first[0].svar and years == first[2] and _differ(first[1], mangd, is_all=is_all):
                yield first[0], hit
                break


def _differ(one: Mangd, other: Mangd, *, is_all: bool) -> bool:
    """Whether two counts are two values of one: turned figures, or of all that a phrase tells of nearly as many."""
    low, high = sorted((one.value, other.value))
    return is_transposed(one, other) or (is_all and low < high <= _LARGEST_RATIO * low)


def _placed(svar: Svar) -> Iterator[tuple[tuple[str, bool], Placed]]:
    for sentence, mangder in mangder_by_sentence(svar):
        years = frozenset(_NOT.findall(sentence.text))
        for mangd in mangder:
            hit = Hit(svar, sentence.start + mangd.start, sentence.start + mangd.end)
            phrase = _PHRASE.match(sentence.text, mangd.end)
            if phrase and _ALL.search(sentence.text[: mangd.start]) and not _PART.search(sentence.text):
                yield (phrase["var"].lower(), True), (hit, mangd, years)
            match = _WHERE.match(sentence.text, mangd.end)
            if mangd.slag != "antal" or mangd.is_rough or digits_of(mangd) < _LEAST or not match:
                continue
            if not _PEOPLE.match(sentence.text, mangd.end) and not _NOT.search(match["var"]):
                yield (match["var"], False), (hit, mangd, years)
