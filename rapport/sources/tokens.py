"""A text → the terms that are indexed and searched for, each with the characters it stands on.

Some characters give two terms: the halves of a word and the whole of it, a case number and its parts. So what
scanning, hyphens and loose blanks have taken apart is still found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapport.sources.swedish import fold, stem

_BLANKS = r" \u00a0\u2009\u202f"
_TOKEN = re.compile(
    rf"(?P<spaced>(?<!\w)[^\W\d_](?: [^\W\d_]){{3,}}(?!\w))"  # K a l l e l s e
    rf"|(?P<number>(?<![\w,.])\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+(?![\w{_BLANKS}]?\d)|\d+(?:,\d+)?(?!\w))"
    r"|(?P<word>[^\W_]+(?:[\u00a8\u02da\u0308\u030a][^\W_]*)*)"
)
_JOINED = re.compile(r"(?<!\w)[^\W_]+(?:[/:\-][^\W_]+)+")  # RUN/584/2025, 2025-12-01
_GLUED = re.compile(r"([^\W\d_]{4,})(\d+)")
_LOOSE_MARKS = re.compile("[\u00a8\u02da]")
_LONGEST = 60  # letters: what is longer is no word
_BROKEN_AFTER = "åäöÅÄÖ"
_WHOLE = "blå då få grå gå må nä nå också på rå sjö snö stå så två tå ä ändå å ö"
_OWN_WORDS = frozenset(_WHOLE.split())
_CONSONANTS = frozenset("bcdfghjklmnpqrstvxz")


@dataclass(frozen=True, slots=True)
class Token:
    """One term, the characters it stands for (start and end), and the word as it is written there."""

    term: str
    start: int
    end: int
    word: str


def tokens(text: str) -> list[Token]:
    """Return all terms of a text in order."""
    found = [*_words(text)]
    extra = [*_joined(text), *_mended(text, found), *_glued(found)]
    return sorted(found + extra, key=lambda token: token.start) if extra else found


def whole_tokens(text: str) -> list[Token]:
    """Return the terms that are not part of a larger one: a case number, not its three parts."""
    found = [*_words(text)]
    extra = [*_joined(text), *_mended(text, found)]
    alone = [token for token in found if not any(e.start <= token.start and token.end <= e.end for e in extra)]
    return sorted(alone + extra, key=lambda token: token.start)


def terms(text: str) -> list[str]:
    """Return the terms alone."""
    return [token.term for token in tokens(text)]


def _words(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        word = match[0]
        if match.lastgroup == "number":
            term = re.sub(r"\s", "", word).replace(",", "_")
        else:
            word = word.replace(" ", "")  # K a l l e l s e
            term = _term(word)
        yield Token(term, match.start(), match.end(), word)


@lru_cache(maxsize=100_000)
def _term(word: str) -> str:
    folded = fold(_LOOSE_MARKS.sub("", word))
    return stem(folded) if len(folded) <= _LONGEST else folded[:_LONGEST]


def _joined(text: str) -> Iterator[Token]:
    """Yield whole case numbers and dates, whose parts are terms too."""
    for match in _JOINED.finditer(text):
        if any(map(str.isdigit, match[0])):
            yield Token(joined_term(match[0]), *match.span(), match[0])


def joined_term(text: str) -> str:
    """Return the one term of a case number or date: run/584/2025 → run_584_2025."""
    return re.sub(r"\W", "_", fold(text))


def _glued(found: list[Token]) -> Iterator[Token]:
    """Yield a word and a number that a lost blank has made one: "motsvarande14"."""
    for token in found:
        if token.word[-1].isdigit() and (parts := _GLUED.fullmatch(token.word)):
            middle = token.end - len(parts[2])
            yield Token(_term(parts[1]), token.start, middle, parts[1])
            yield Token(parts[2], middle, token.end, parts[2])


def _mended(text: str, found: list[Token]) -> Iterator[Token]:
    """Yield words that copying has broken after å, ä or ö: "fö r", "samverkansrå det"."""
    for one, other in pairwise(found):
        if one.word[-1] not in _BROKEN_AFTER or text[one.end : other.start] != " " or not other.word[0].islower():
            continue
        if one.word.lower() not in _OWN_WORDS or (len(other.word) == 1 and other.word in _CONSONANTS):
            word = one.word + other.word
            yield Token(_term(word), one.start, other.end, word)
