"""Near: what a wrong word may have been meant to be, by a dictionary."""

from collections.abc import Iterator

from rapport.checks.spelling.compounds import Compounds
from rapport.checks.spelling.dictionary import Dictionary, frequent
from rapport.checks.spelling.letters import slips, splits
from rapport.checks.spelling.likeness import cost, is_syllable_lost

_PART, _LONG_STEM = 4, 7
_ENDINGS = ("", "s", "t", "n", "et", "en", "na", "ar", "er", "or", "arna", "erna", "orna")


class Near:
    """Finds the words that a wrong one may have been meant to be."""

    def __init__(self, words: Dictionary, compounds: Compounds) -> None:
        self._words = words
        self._compounds = compounds

    def near(self, word: str, *, is_loose: bool) -> Iterator[str]:
        """Return what a wrong word may have been meant to be, the likeliest first."""
        small = word.lower()
        if word == small and self._words.lists(word.capitalize()):
            return iter([word.capitalize()])
        relinked = dict.fromkeys(self._compounds.relinked(small) if word == small else ())
        found = dict.fromkeys(self._one_letter_away(small))
        # A word with a capital may be a place, and those resemble compounds: Storsunda is no slip of "storsanda".
        if not found and not relinked and word == small:
            mended = () if is_loose else self._with_a_mended_part(word)
            short = (right for right in frequent() if len(word) >= _LONG_STEM and is_syllable_lost(word, right))
            return filter(str.isalpha, dict.fromkeys([*short, *mended, *self._two_letters_away(word)]))
        likely = sorted(filter(str.isalpha, found), key=lambda near: cost(small, near, 1))
        return iter([*relinked, *likely])

    def _one_letter_away(self, word: str) -> Iterator[str]:
        """Yield the listed words that are one slip away: letters swapped, one too many, one lost, one wrong."""
        return filter(self._words.lists, filter(self._words.may_list, dict.fromkeys(slips(word))))

    def _with_a_mended_part(self, word: str) -> Iterator[str]:
        """Yield compounds in which one part is one slip away: "kompetensförsörjnigen"."""
        for head, tail in splits(word, _PART, _PART):
            if self._words.has(tail):
                mended = [head + tail for head in self._one_letter_away(head)]
            elif self._words.lists(head) or self._words.lists(head.removesuffix("s")):
                mended = [head + tail for tail in self._one_letter_away(tail)]
            else:
                continue
            yield from filter(self._words.has, mended)

    def _two_letters_away(self, word: str) -> Iterator[str]:
        """Yield forms of stems that are two slips away: "genförandet" is "genomförande" and an ending."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if len(stem) < _LONG_STEM or not word.endswith(ending):
                continue
            for near, *_ in process.extract(stem, self._words.stems, scorer=OSA.distance, score_cutoff=2, limit=3):
                if self._words.lists(near + ending):
                    yield near + ending
