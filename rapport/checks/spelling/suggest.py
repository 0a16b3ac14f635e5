"""What an unknown word was meant to be, and whether it is a slip at all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapport.checks.spelling.answer import ReportWords, Unknown
from rapport.checks.spelling.dictionary import folded
from rapport.checks.spelling.verdicts import judge
from rapport.domain.kommuner import KOMMUNER

_MOST = 3
_SHORT, _LONG, _NAME = 3, 8, 7
_OFTEN = 3
# Of words as many slips away, one the report uses is likelier; one that only lacks its rings and dots, most of all.
_OWN, _FOLDED = 0.4, 0.5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that may have been meant: how many slips away, and what speaks for it.

    ``is_own`` says that the report itself uses it, ``is_folded`` that only rings and dots differ.
    """

    text: str
    distance: int
    is_own: bool
    is_folded: bool

    @property
    def rank(self) -> float:
        """What it is sorted by: small is likely."""
        return self.distance - _OWN * self.is_own - _FOLDED * self.is_folded


class Suggester:
    """Finds what the unknown words of one report were meant to be."""

    def __init__(self, words: ReportWords) -> None:
        self._own = list(words.known)
        inside = (word for _, word in words.unknown if word.is_capital and not word.begins)
        self._times_by_name = Counter(word.text.removesuffix("s") for word in inside)
        often = [name for name, times in self._times_by_name.items() if times >= _OFTEN]
        self._names = [name for name in (*often, *KOMMUNER) if len(name) >= _NAME]

    def slip(self, word: Unknown) -> list[Suggestion] | None:
        """Return what a word was meant to be, the likeliest first; None where it most likely is no slip."""
        if not word.is_capital:
            return self._slip(word.text)
        names = list(self._names_near(word.text))
        found = names or (list(self._near_capital(word)) if len(word.text) >= _LONG else [])
        return _best(found) or None

    def _slip(self, small: str) -> list[Suggestion] | None:
        """Judge a word in small letters: a rare compound and English are only slips with a good reason."""
        verdict = judge().verdict(small)
        found = _best([*self._own_words(small, 2 if len(small) > _SHORT + 2 else 1), *self._listed(small)])
        best = found[0] if found else None
        if verdict.is_english or len(small) <= _SHORT:
            is_slip = best and best.distance == 1 and (best.is_own or len(small) > _SHORT + 2)
        elif verdict.is_loose:
            is_slip = best and (best.is_own or _is_typical(small, best))
        else:
            is_slip = True
        return found if is_slip else None

    def _near_capital(self, word: Unknown) -> Iterator[Suggestion]:
        """Yield what a word with a capital was meant to be, if it is no name: a sure name inside a sentence."""
        small = word.text.lower()
        may_be_name = not word.begins or self._times_by_name[word.text.removesuffix("s")]
        for own in self._own_words(small, 1 if may_be_name else 2):
            yield _capital(own)
        if may_be_name or judge().verdict(small).is_english:
            return
        yield from (_capital(near) for near in self._listed(word.text) if _is_typical(small, near))

    def _own_words(self, small: str, most: int) -> Iterator[Suggestion]:
        return _near(small, self._own, most, is_own=True)

    def _listed(self, word: str) -> Iterator[Suggestion]:
        return _near(word[0].lower() + word[1:], judge().near(word), _MOST, is_own=False)

    def _names_near(self, name: str) -> Iterator[Suggestion]:
        """Yield the names, of the report or of a kommun, that a name is a slip of; another form of it is none."""
        base = name.removesuffix("s")
        for near in _near(base, self._names, 1, is_own=False):
            if near.distance and not near.text.startswith(base) and not base.startswith(near.text):
                yield Suggestion(near.text + name[len(base) :], near.distance, near.is_own, near.is_folded)


def _best(found: Iterable[Suggestion]) -> list[Suggestion]:
    by_text: dict[str, Suggestion] = {}
    for suggestion in sorted(found, key=lambda suggestion: suggestion.rank):
        by_text.setdefault(suggestion.text, suggestion)
    return list(by_text.values())[:_MOST]


def _is_typical(word: str, near: Suggestion) -> bool:
    """Whether one letter is lost, too many or swapped, or a ring lost: few mistake a letter for quite another."""
    is_mere_letter = len(word) == len(near.text) and sorted(word) != sorted(near.text)
    return near.distance == 1 and (near.is_folded or not is_mere_letter)


def _capital(near: Suggestion) -> Suggestion:
    return Suggestion(near.text.capitalize(), near.distance, near.is_own, near.is_folded)


def _near(word: str, words: Sequence[str], most: int, *, is_own: bool) -> Iterator[Suggestion]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    for text, distance, _ in process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=10):
        yield Suggestion(text, int(distance), is_own, folded(text) == folded(word))
