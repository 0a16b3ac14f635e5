"""LIX: how heavy a text is to read, by Björnsson's formula. A hint, never a verdict."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapport.prose.sentences import Sentence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONG = 6
# The upper end of each step, and what it is called.
_STEPS = ((30, "mycket lätt"), (40, "lätt"), (50, "medelsvår"), (60, "svår, som vanlig myndighetstext"))


@dataclass(frozen=True, slots=True)
class Readability:
    """A text in figures: sentences, words, words of more than six letters."""

    sentences: int
    words: int
    long_words: int

    def __add__(self, other: "Readability") -> "Readability":
        return Readability(
            self.sentences + other.sentences, self.words + other.words, self.long_words + other.long_words
        )

    @property
    def lix(self) -> int:
        """Words a sentence, and percent long words, together; 0 for no text."""
        if not self.words:
            return 0
        return round(self.words / max(self.sentences, 1) + 100 * self.long_words / self.words)

    @property
    def word(self) -> str:
        """How hard that is, in Swedish."""
        return next((word for limit, word in _STEPS if self.lix < limit), "mycket svår")


def readability(sentences: Iterable[Sentence]) -> Readability:
    """Return what some sentences are to read."""
    texts = [sentence.text for sentence in sentences if _WORD.search(sentence.text)]
    # Most of what stands between blanks is a word as it is, and only the rest must be looked through for words.
    pieces = " ".join(texts).split()
    words = [piece for piece in pieces if piece.isalpha()]
    words += _WORD.findall(" ".join(piece for piece in pieces if not piece.isalpha()))
    return Readability(len(texts), len(words), sum(map(_LONG.__lt__, map(len, words))))
