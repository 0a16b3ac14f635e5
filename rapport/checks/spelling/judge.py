"""Judge: says of a word whether it is right. Remembers what it has said, so that known words load no dictionary."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from rapport.checks.spelling import cache
from rapport.checks.spelling.cache import Verdict
from rapport.checks.spelling.compounds import is_compound, is_loose_compound, splits
from rapport.checks.spelling.dictionary import Dictionary, fingerprint

# Rises when the same dictionaries are asked in another way.
_EDITION = "1"
_MOST_NEAR = 5
_LONG = 7
_FOLDED = str.maketrans("åäöÅÄÖ", "aaoAAO")
_LONG_HEAD = 8
_ENDINGS = ("", "s", "t", "n", "et", "en", "na", "ar", "er", "or", "arna", "erna", "orna")


def folded(word: str) -> str:
    """Return a word without the rings and dots that a file may have lost."""
    return word.translate(_FOLDED)


class Judge:
    """The judge of single words: letters only, no hyphens, whatever their case."""

    def __init__(self, data: Path) -> None:
        self._dictionary = Dictionary(data)
        self._fingerprint = _EDITION + fingerprint(data)
        self._used: dict[str, Verdict] = {}
        self._is_changed = False

    @cached_property
    def _remembered(self) -> dict[str, Verdict]:
        return cache.read(self._fingerprint)

    def verdict(self, word: str) -> Verdict:
        """Return what the dictionaries say of a word; not what was meant instead."""
        found = self._used.get(word) or self._remembered.get(word)
        if found is None:
            found = self._judged(word)
            self._is_changed = True
        self._used[word] = found
        return found

    def is_right(self, word: str) -> bool:
        """Whether a word is Swedish."""
        return self.verdict(word).is_right

    def near(self, word: str) -> tuple[str, ...]:
        """Return what a wrong word may have been meant to be, the likeliest first."""
        verdict = self.verdict(word)
        if verdict.near is None:
            verdict = replace(verdict, near=tuple(self._near(word, is_loose=verdict.is_loose))[:_MOST_NEAR])
            self._used[word] = verdict
            self._is_changed = True
        return verdict.near or ()

    def save(self) -> None:
        """Remember everything said for the next run."""
        if self._is_changed:
            cache.write(self._fingerprint, self._remembered | self._used, self._used)

    def _judged(self, word: str) -> Verdict:
        if self._is_swedish(word):
            return Verdict(is_right=True)
        if word[0].isupper():
            return Verdict(is_right=False)
        is_loose = is_loose_compound(word, self._is_first, self._dictionary.has)
        return Verdict(is_right=False, is_loose=is_loose, is_english=self._dictionary.has_english(word))

    def _is_swedish(self, word: str) -> bool:
        dictionary = self._dictionary
        if dictionary.has(word) or any(map(self._is_with_name, splits(word, _LONG, 3))):
            return True
        is_name_in_small = word.islower() and dictionary.lists(word.capitalize())
        return not is_name_in_small and is_compound(word.lower(), self._is_first, self._is_last)

    def _is_with_name(self, parts: tuple[str, str]) -> bool:
        """Whether it is a compound with a name: the dictionary wants a capital there, we write "norrlandslän"."""
        head, tail = parts
        return head.endswith("s") and self._dictionary.lists(head.capitalize()) and self._dictionary.has(tail)

    def _is_first(self, head: str) -> bool:
        return self._dictionary.lists(head) or (len(head) >= _LONG_HEAD and self._dictionary.has(head))

    def _is_last(self, tail: str) -> bool:
        """Whether a word may end a compound: not every word may, and the dictionary knows which."""
        return self._dictionary.has(tail) and self._dictionary.has("arbets" + tail)

    def _near(self, word: str, *, is_loose: bool) -> Iterator[str]:
        small = word.lower()
        if word == small and self._dictionary.lists(word.capitalize()):
            return iter([word.capitalize()])
        found = dict.fromkeys(self._dictionary.one_letter_away(small))
        # A word with a capital may be a place, and those resemble compounds: Storsunda is no slip of "storsanda".
        if not found and word == small:
            mended = () if is_loose else self._with_a_mended_part(word)
            found = dict.fromkeys([*mended, *self._two_letters_away(word)])
        return filter(str.isalpha, sorted(found, key=lambda near: folded(near) != folded(small)))

    def _with_a_mended_part(self, word: str) -> Iterator[str]:
        """Yield compounds in which one part is one slip away: "kompetensförsörjnigen"."""
        for head, tail in splits(word, 4, 4):
            if self._dictionary.has(tail):
                mended = [head + tail for head in self._dictionary.one_letter_away(head)]
            elif self._dictionary.lists(head) or self._dictionary.lists(head.removesuffix("s")):
                mended = [head + tail for tail in self._dictionary.one_letter_away(tail)]
            else:
                continue
            yield from filter(self._dictionary.has, mended)

    def _two_letters_away(self, word: str) -> Iterator[str]:
        """Yield forms of stems that are two slips away: "genförandet" is "genomförande" and an ending."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if len(stem) < _LONG or not word.endswith(ending):
                continue
            for near, *_ in process.extract(stem, self._dictionary.stems, scorer=OSA.distance, score_cutoff=2, limit=3):
                if self._dictionary.lists(near + ending):
                    yield near + ending
