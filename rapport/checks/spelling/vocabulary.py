"""Vocabulary: the words that are right in one report. Swedish, the form's own words, what the region says."""

import re
from collections.abc import Iterator
from functools import cached_property

from rapport.checks.spelling.judge import Judge
from rapport.checks.spelling.known_words import WORDS
from rapport.checks.spelling.words import Word
from rapport.domain.underlag import Underlag

_LETTERS = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"\b[A-ZÅÄÖ][^\W\d_]+")
_LEAST = 3


class Vocabulary:
    """What may stand in a report, as far as single words go."""

    def __init__(self, underlag: Underlag, judge: Judge) -> None:
        self._judge = judge
        self._underlag = underlag

    @cached_property
    def _own(self) -> frozenset[str]:
        """The report's own words in small letters: the region's, its word list's, the form's, names in its papers."""
        texts = [self._underlag.region, *self._underlag.ordlista, *_form_texts(self._underlag)]
        names = [name for kalla in self._underlag.kallor.kallor for name in _NAME.findall(kalla.titel)]
        own = {word.casefold() for text in [*texts, *names] for word in _LETTERS.findall(text)}
        return frozenset(own | WORDS)

    def accepts(self, word: Word) -> bool:
        """Whether a word may stand as it does: known, or one of the report's own, alone or in a compound."""
        text = word.text
        small = text.casefold()
        if small in self._own or (small.endswith("s") and small[:-1] in self._own):
            return True
        if self._judge.is_right(text) or (word.is_head and self._is_head(small)):
            return True
        return any(map(self._judge.is_right, self._tails(small)))

    def _is_head(self, small: str) -> bool:
        """Whether a word may be the first part of a compound: "projekt- och företagsstöd", "medborgar-"."""
        return self._judge.is_right(small + "arbete") or self._judge.is_right(small + "stöd")

    def _tails(self, small: str) -> Iterator[str]:
        """Yield what is left of a compound that begins with one of the report's own words."""
        for at in range(_LEAST + 1, len(small) - _LEAST):
            if small[:at] in self._own or (small[at - 1] == "s" and small[: at - 1] in self._own):
                yield small[at:]


def _form_texts(underlag: Underlag) -> Iterator[str]:
    mall = underlag.mall
    yield from (omrade.rubrik for omrade in mall.omraden)
    yield from (instruktion.text for omrade in mall.omraden for instruktion in omrade.instruktioner)
    yield from (mall.full_text(fraga) for fraga in mall.fraga_by_id.values())
