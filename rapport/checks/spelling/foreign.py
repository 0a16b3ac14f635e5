"""Foreign: the words of an answer that are in another language, as far as their sentences tell, and what is none."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from rapport.checks.spelling.common import meant
from rapport.checks.spelling.verdicts import judge
from rapport.checks.spelling.vocabulary import ENGLISH
from rapport.domain.svar import Svar
from rapport.prose.blocks import Text, passages, plain

# What stands between blanks and holds no words, or none in Swedish: addresses, abbreviations, names of files.
_NO_WORDS = re.compile(r"[@_\\<>{}\u00ad\u200b-\u200f]|://|www\.(?<!\Swww\.)|\.(?<=[^\W\d_]\.)[^\W\d_]")
_BLANK = re.compile(r"\s|$")
_QUOTATION = re.compile(r"[”\"“«][^”\"“»\n]{3,300}[”\"”»]")
_FEW_SWEDISH = 2
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "with", "from", "by", "this", "that", "are", "was", "were", "is", "in", "for", "on"]
)
_STRANGE = _ENGLISH | ENGLISH
# What only a Swedish sentence has two of, however many of its other words are slips; and what none has.
_SWEDISH = frozenset(
    ["och", "är", "att", "för", "från", "till", "inte", "ska", "även", "också", "samt", "genom", "vid", "eller", "ett"]
)
_NORDIC = frozenset(["av", "de", "den", "det", "har", "i", "om", "på", "som", "ett", "med", "och", "att", "för"])
_OTHER = frozenset(["og", "ikke", "fra", "til", "etter", "on", "sekä", "und", "der", "die", "et", "les"])


def foreign(svar: Svar, found: list[tuple[str, int]], unknown: dict[int, str]) -> set[int]:
    """Return where the words of another language stand, of all those found and those that nobody knows."""
    return {*_foreign(svar, found, unknown), *_english_pairs(found, unknown)}


def _foreign(svar: Svar, found: list[tuple[str, int]], unknown: dict[int, str]) -> Iterator[int]:
    """Yield where the words of sentences and quotations stand that are mostly in another language."""
    starts = [start for _, start in found]
    stretches = [(sentence.start, sentence.end) for sentence in svar.meningar]
    stretches += [quotation.span() for quotation in _QUOTATION.finditer(svar.text)]
    for start, end in stretches:
        inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
        # A capital says nothing here: a row of places is no foreign language.
        small = [(word, at) for word, at in inside if word[0].islower()]
        strange = [word for word, at in small if (at in unknown and not _is_own_slip(word)) or word in _ENGLISH]
        if len(set(strange)) > 1 and 2 * len(strange) >= len(small) and not _is_swedish(small, strange):
            yield from (at for _, at in inside)


def _is_own_slip(word: str) -> bool:
    """Whether an unknown word is a slip that is only made in Swedish."""
    return bool(meant(word)) or judge().verdict(word).is_linked


def _is_swedish(small: list[tuple[str, int]], strange: list[str]) -> bool:
    """Whether a sentence with many strange words is Swedish with as many slips."""
    words = {word for word, _ in small}
    is_swedish = len(words & _SWEDISH) >= _FEW_SWEDISH or len(words & _NORDIC) > _FEW_SWEDISH
    return (
        is_swedish
        and not words & _OTHER
        and 2 * sum(word in _STRANGE or judge().verdict(word).is_english for word in strange) < len(strange)
    )


def _english_pairs(found: list[tuple[str, int]], unknown: dict[int, str]) -> Iterator[int]:
    """Yield where two strange words stand side by side, one of them English: "just transition"."""
    for pair in pairwise(found):
        is_strange = all(at in unknown or word.lower() in _STRANGE for word, at in pair)
        if is_strange and any(judge().verdict(word).is_english for word, _ in pair):
            yield from (at for _, at in pair)


def italic(svar: Svar) -> set[int]:
    """Return where italic stands in the answer's text: titles, names, words in other languages."""
    found: set[int] = set()
    at = 0
    for passage in passages(svar.blocks):
        for inline in passage:
            length = len(plain([inline]))
            if isinstance(inline, Text) and inline.italic:
                found.update(range(at, at + length))
            at += length
        at += 1
    return found


def without_addresses(text: str) -> str:
    """Return a text with blanks instead of all that stands between blanks and holds no words."""
    parts, done = [], 0
    for match in _NO_WORDS.finditer(text):
        if match.start() >= done:
            start, end = match.start(), _BLANK.search(text, match.end()).start()  # type: ignore[union-attr]
            while start > done and not text[start - 1].isspace():
                start -= 1
            parts += [text[done:start], " " * (end - start)]
            done = end
    return "".join([*parts, text[done:]])
