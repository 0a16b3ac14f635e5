"""What is searched for: words with all that they may look like in the papers.

The user's text never reaches the index as it is. It becomes terms of letters and digits, each in quotation marks.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rapport.sources.swedish import NOT_MADE_WITH, STOPWORDS, fold, variants, without_ending
from rapport.sources.tokens import Token, whole_tokens

_LONG_FOR_PREFIX = 5  # letters: a shorter stem begins too many other words
_LONG_FOR_SLIPS = 9
_SAME_START = 3
_MOST_VARIANTS = 40
COMPOUND, NEAR = 0.6, 0.8  # what a longer word, and a misspelt or misread one, is worth beside the word itself
Vocabulary = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing looked for: its word as written, the terms that stand for it, how much it matters.

    ``start`` is what longer words made with it begin with.

    Of several words (``smart specialisering``) all must stand beside each other: ``parts`` are they, in order.
    """

    word: str
    stem: str
    start: str = ""
    near: frozenset[str] = frozenset()
    weight: float = 1.0
    parts: tuple["Concept", ...] = ()

    def worth(self, term: str) -> float:
        """Return how well a term of a passage is what is looked for: 0 to 1."""
        if term == self.stem:
            return 1.0
        if term in self.near:
            return NEAR
        is_compound = bool(self.start) and term.startswith(self.start)
        return COMPOUND if is_compound and not term.startswith(NOT_MADE_WITH.get(self.start, "\n")) else 0.0

    @property
    def expression(self) -> str:
        """The FTS5 expression that finds passages which may hold it."""
        if self.parts:
            return "(" + " AND ".join(part.expression for part in self.parts) + ")"
        compounds = [f"{quoted(self.start)}*"] if self.start else []
        return "(" + " OR ".join([quoted(self.stem), *compounds, *map(quoted, sorted(self.near))]) + ")"


def quoted(term: str) -> str:
    """Return a term as an FTS5 string, in which nothing is an operator."""
    return '"' + term.replace('"', '""') + '"'


def concepts(text: str, vocabulary: Vocabulary) -> list[Concept]:
    """Return what a user looks for; words that say nothing are left out unless there are no others."""
    found = whole_tokens(text)
    telling = [token for token in found if token.word.lower() not in STOPWORDS]
    by_term = {token.term: token for token in reversed(telling or found)}
    return [concept(token, vocabulary) for token in sorted(by_term.values(), key=lambda token: token.start)]


def phrase(text: str, vocabulary: Vocabulary, weight: float) -> Concept:
    """Return words that must stand beside each other, or the one word that there is, as one concept."""
    parts = [concept(token, vocabulary, weight) for token in whole_tokens(text)]
    return parts[0] if len(parts) == 1 else Concept(text, "", weight=weight, parts=tuple(parts))


def concept(token: Token, vocabulary: Vocabulary, weight: float = 1.0) -> Concept:
    """Return a word with the terms of the papers that may be it, misread or misspelt."""
    near = {term for term in _near(token, vocabulary) if term != token.term}
    start = without_ending(fold(token.word))
    is_long = token.term.isalpha() and len(start) >= _LONG_FOR_PREFIX
    return Concept(token.word, token.term, start if is_long else "", frozenset(sorted(near)[:_MOST_VARIANTS]), weight)


def _near(token: Token, vocabulary: Vocabulary) -> Iterator[str]:
    if not token.term.isalpha():
        return
    if lost := variants(token.word, token.term):
        start, pattern = lost
        yield from (term for term in vocabulary(start) if pattern.fullmatch(term))
    if len(token.term) >= _LONG_FOR_SLIPS and fold(token.word).startswith(token.term):
        yield from _slips(token.term, vocabulary(token.term[:_SAME_START]))


def close_words(index_words: Callable[[str], list[str]], text: str, most: int) -> list[str]:
    """Return the terms of the papers that look most like the words of a text that were not found."""
    from rapidfuzz import fuzz, process

    found: list[str] = []
    for token in whole_tokens(text):
        if len(token.term) >= _SAME_START:
            known = [term for term in index_words(token.term[0]) if term.isalpha()]
            found += [
                term for term, *_ in process.extract(token.term, known, scorer=fuzz.ratio, score_cutoff=70, limit=2)
            ]
    return list(dict.fromkeys(found))[:most]


def _slips(wanted: str, known: Iterable[str]) -> Iterator[str]:
    """Yield terms that one slip of a key has made of the wanted one: a letter lost or put in, two in wrong order.

    A letter changed for another is not believed: förankring and förändring are two words.
    """
    from rapidfuzz.distance import OSA

    letters = sorted(wanted)
    for term in known:
        is_likely = abs(len(term) - len(wanted)) == 1 or (len(term) == len(wanted) and sorted(term) == letters)
        if is_likely and OSA.distance(wanted, term, score_cutoff=1) == 1:
            yield term
