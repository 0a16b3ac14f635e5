"""The snippets that answer a question best: found by the index, ranked by BM25 over what is looked for.

BM25 is worked out on concepts and not on terms: a misread word counts as the word that it is, and is not taken
for a rare and therefore telling one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from rapport.sources.index import Index, Stored
from rapport.sources.query import Concept
from rapport.sources.words import tokens

_CANDIDATES = 300
_SATURATION, _BY_LENGTH = 1.2, 0.4  # BM25's k1 and b
_BESIDE = 0.35  # of a pair's worth, when two words looked for stand beside each other as they were asked for


@dataclass(frozen=True, slots=True)
class Traff:
    """A snippet found: its paper and place, and what was looked for that it has."""

    paper: str
    place: str
    text: str
    met: tuple[Concept, ...]
    score: float
    terms: tuple[str, ...]
    row: int

    @property
    def words(self) -> tuple[str, ...]:
        """What was looked for that the snippet has, as it was written by whoever asked."""
        return tuple(concept.word for concept in self.met)

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """The stretches of the text that met what was looked for, in order and apart from each other."""
        return _marks(self.text, self.met)


@dataclass(frozen=True, slots=True)
class _Weighed:
    concept: Concept
    idf: float


def search(index: Index, concepts: Sequence[Concept]) -> list[Traff]:
    """Return the snippets found, those that hold all that is looked for before those that hold some of it."""
    return sorted(rank(index, concepts), key=lambda traff: (-len(traff.met), -traff.score, traff.paper, traff.row))


def count_any(index: Index, concepts: Sequence[Concept]) -> int:
    """Return how many snippets may hold anything that is looked for."""
    return index.frequency(" OR ".join(concept.expression for concept in concepts)) if concepts else 0


def rank(index: Index, concepts: Sequence[Concept]) -> list[Traff]:
    """Return the snippets that hold anything that is looked for, best first."""
    total = index.size()
    found = [(concept, index.frequency(concept.expression)) for concept in concepts]
    weighed = [_Weighed(c, log(1 + (total - n + 0.5) / (n + 0.5))) for c, n in found if n]
    if not weighed:
        return []
    candidates = _candidates(index, [each.concept for each in weighed])
    mean = sum(len(stored.terms) for stored in candidates) / max(len(candidates), 1)
    traffar = [_traff(stored, weighed, mean) for stored in candidates]
    return sorted((traff for traff in traffar if traff.met), key=lambda traff: (-traff.score, traff.paper, traff.row))


def _candidates(index: Index, concepts: Sequence[Concept]) -> list[Stored]:
    """Return snippets with all that is looked for, and the index's best of those with any of it."""
    found: dict[int, Stored] = {}
    for word in (" AND ", " OR "):
        expression = word.join(concept.expression for concept in concepts)
        found |= {stored.row: stored for stored in index.find(expression, _CANDIDATES)}
    return list(found.values())


def _traff(stored: Stored, weighed: Sequence[_Weighed], mean: float) -> Traff:
    scores = [(each, occurrences(each.concept, stored.terms)) for each in weighed]
    length = 1 - _BY_LENGTH + _BY_LENGTH * len(stored.terms) / mean
    score = sum(
        each.concept.weight * each.idf * times * (_SATURATION + 1) / (times + _SATURATION * length)
        for each, times in scores
    )
    met = tuple(each.concept for each, times in scores if times)
    score += sum(_BESIDE * (one.idf + other.idf) for one, other in _beside(stored.terms, weighed))
    return Traff(stored.paper, stored.place, stored.text, met, score, stored.terms, stored.row)


def occurrences(concept: Concept, terms: Sequence[str]) -> float:
    """Return how many times a concept stands among terms, each weighed by how well it is the concept."""
    if not concept.parts:
        return sum(map(concept.worth, terms))
    size = len(concept.parts)
    stretches = (terms[at : at + size] for at in range(len(terms) - size + 1))
    worths = ([part.worth(term) for part, term in zip(concept.parts, s, strict=True)] for s in stretches)
    return sum(min(worth) for worth in worths)


def _beside(terms: Sequence[str], weighed: Sequence[_Weighed]) -> Iterable[tuple[_Weighed, _Weighed]]:
    """Yield the pairs of neighbours in what is looked for that are neighbours in the snippet too."""
    for one, other in pairwise(weighed):
        if any(one.concept.worth(a) and other.concept.worth(b) for a, b in pairwise(terms)):
            yield one, other


def _marks(text: str, concepts: Sequence[Concept]) -> tuple[tuple[int, int], ...]:
    single = [part for concept in concepts for part in (concept.parts or (concept,))]
    spans: list[tuple[int, int]] = []
    for token in tokens(text):
        if any(concept.worth(token.term) for concept in single):
            if spans and token.start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], token.end))
            else:
                spans.append((token.start, token.end))
    return tuple(spans)
