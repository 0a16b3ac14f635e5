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
    counted = [[len(word) > _LONG for word in _WORD.findall(sentence.text)] for sentence in sentences]
    counted = [words for words in counted if words]
    return Readability(len(counted), sum(map(len, counted)), sum(map(sum, counted)))
