"""The words of a report that nobody knows, without those that are names or in another language."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from rapport.checks.rule import svar_in_order
from rapport.checks.spelling.judge import Judge
from rapport.checks.spelling.known_words import ENGLISH
from rapport.checks.spelling.vocabulary import Vocabulary
from rapport.checks.spelling.words import Word, stretches, words
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag

# A whole report has a fifth of this many different words, and a tenth of so many unknown ones.
_MOST_WORDS = 20_000
_MOST_UNKNOWN = 100
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "with", "from", "by", "this", "that", "are", "was", "were", "is", "in", "for", "on"]
)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that nobody knows, and where it stands."""

    omrade: int
    svar: Svar
    word: Word


@dataclass(slots=True)
class Reading:
    """A report as read by the speller: its unknown words in order, and how often each known one is there.

    ``names`` counts the unknown words that begin with a capital inside a sentence. ``is_whole`` says that all
    of it was read: a text without end, or in another language altogether, is not.
    """

    unknown: list[Unknown] = field(default_factory=list)
    known: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    is_whole: bool = True


def read(underlag: Underlag, judge: Judge) -> Reading:
    """Return the words of a report, sorted into known and unknown."""
    vocabulary = Vocabulary(underlag, judge)
    reading = Reading()
    for omrade, svar in svar_in_order(underlag):
        found = list(words(svar))
        unknown = list(_unknown(found, vocabulary, reading))
        starts = {word.start for word in unknown}
        foreign = {*_foreign(svar, found, starts), *_english_pairs(found, starts, judge)}
        reading.unknown += [Unknown(omrade, svar, word) for word in unknown if word.start not in foreign]
    reading.names.update(_base(u.word.text) for u in reading.unknown if u.word.is_capital and not u.word.begins)
    return reading


def _unknown(found: list[Word], vocabulary: Vocabulary, reading: Reading) -> Iterator[Word]:
    """Yield the words that are not known, and count those that are, until there are too many of either."""
    strange = {unknown.word.text for unknown in reading.unknown}
    for word in found:
        if len(strange) > _MOST_UNKNOWN or len(reading.known) > _MOST_WORDS:
            reading.is_whole = False
            return
        if vocabulary.accepts(word):
            reading.known[word.text.lower()] += 1
        else:
            strange.add(word.text)
            yield word


def _base(name: str) -> str:
    return name.removesuffix("s")


def _foreign(svar: Svar, found: list[Word], unknown: set[int]) -> Iterator[int]:
    """Yield where the words of sentences and quotations stand that are mostly in another language."""
    starts = [word.start for word in found]
    for start, end in stretches(svar):
        inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
        # A capital says nothing here: a row of places is no foreign language.
        small = [word for word in inside if not word.is_capital]
        strange = [word for word in small if word.start in unknown or word.text in _ENGLISH]
        if len({word.text for word in strange}) > 1 and 2 * len(strange) >= len(small):
            yield from (word.start for word in inside)


def _english_pairs(found: list[Word], unknown: set[int], judge: Judge) -> Iterator[int]:
    """Yield where two strange words stand side by side, one of them English: "just transition"."""
    strange = _ENGLISH | ENGLISH
    for pair in pairwise(found):
        is_strange = all(word.start in unknown or word.text.lower() in strange for word in pair)
        if is_strange and any(judge.verdict(word.text).is_english for word in pair):
            yield from (word.start for word in pair)
