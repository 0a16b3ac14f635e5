"""Counts of one kind that two answers place alike: "1 240 i offentlig sektor", "1 420 personer … i offentlig sektor"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.reckoning.slips import digits_of, is_transposed
from rapport.checks.rule import Hit
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

# The first place that is named behind a number, in a few words and with no other number between.
_WHERE = re.compile(
    r"(?:[\s\u00a0]+(?!i\b|och\b|av\b|per\b)[a-zåäö][\w-]*){0,4} (?:i|inom) (?P<var>(?:den |det )?[a-zåäö]{4,} [a-zåäö]{4,})\b"
)
_PEOPLE = re.compile(r"[\s\u00a0]+(?!personer|anställda|invånare|deltagare|företag|i\b|inom\b)[a-zåäö]")
_NOT = re.compile(r"\b(?:19|20)[0-3]\d\b|(?:min|ök)sk|länet|kommun|region", re.IGNORECASE)
_LEAST, _MOST = 3, 100

Placed = tuple[Hit, Mangd, frozenset[str]]


def differing_places(svar_list: Sequence[Svar]) -> Iterator[tuple[Hit, Hit]]:
    """Yield each count that another answer has with two figures in the other order, at the same place."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for svar in svar_list:
        for where, placed in svar.remember(("placed",), lambda one=svar: tuple(islice(_placed(one), _MOST))):  # type: ignore[misc]
            found[where].append(placed)
    for first, *others in found.values():
        for hit, mangd, years in others:
            if hit.svar is not first[0].svar and years == first[2] and is_transposed(mangd, first[1]):
                yield first[0], hit
                break


def _placed(svar: Svar) -> Iterator[tuple[str, Placed]]:
    for sentence, mangder in mangder_by_sentence(svar):
        for mangd in mangder:
            match = _WHERE.match(sentence.text, mangd.end)
            if mangd.slag != "antal" or mangd.is_rough or digits_of(mangd) < _LEAST or not match:
                continue
            if not _PEOPLE.match(sentence.text, mangd.end) and not _NOT.search(match["var"]):
                hit = Hit(svar, sentence.start + mangd.start, sentence.start + mangd.end)
                yield match["var"], (hit, mangd, frozenset(_NOT.findall(sentence.text)))
