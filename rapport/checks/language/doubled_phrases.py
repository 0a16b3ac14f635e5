"""Doubled phrases: two to five words that stand twice in a row."""

from collections.abc import Iterator
from itertools import accumulate
from operator import eq

from rapport.checks.rule import Hit
from rapport.checks.words import words_before
from rapport.domain.svar import Svar

_AND = ("och", "eller", "samt", "respektive")
_LONGEST_PHRASE, _LONG = 5, 4
_MOST = 100
_SIGNS = ".,;:!?)”"


def doubled_phrases(svar: Svar) -> Iterator[Hit]:
    """Yield every two to five words that stand twice in a row; "steg för steg för steg" is no such phrase."""
    at = 0
    for line in svar.text.split("\n"):
        yield from _in_line(svar, line.lower().split(" "), at)
        at += len(line) + 1


def _in_line(svar: Svar, words: list[str], line: int) -> Iterator[Hit]:
    starts = [line, *accumulate((len(word) + 1 for word in words), initial=line)][1:]
    bare = [word.rstrip(_SIGNS) for word in words]
    end = found = 0
    for size in range(2, _LONGEST_PHRASE + 1):
        if not any(map(eq, bare, bare[size:])):
            continue  # most lines: words that are the same are so without their signs
        run = 0
        for number, is_same in enumerate(map(_is_same, words, words[size:])):
            run = run + 1 if is_same else 0
            first = number - size + 1
            if run != size or not _is_phrase(words, first, size):
                continue
            found += 1
            if found > _MOST:
                return
            last = first + 2 * size - 1
            end = starts[last] + len(words[last].rstrip(_SIGNS))
            hit = Hit(svar, starts[first], end)
            if "som" not in words_before(hit, 3):  # "ingen som är med är med"
                yield hit


def _is_same(first: str, second: str) -> bool:
    return first == second or (bool(first) and first[-1].isalnum() and second.rstrip(_SIGNS) == first)


def _is_phrase(words: list[str], first: int, size: int) -> bool:
    """Whether some words are a phrase of several unlike words, and not one turn of many: "och åter och åter"."""
    phrase, before, after = words[first : first + size], words[first - 1 : first], words[first + 2 * size :][:1]
    is_plain = all(word and word[-1].isalnum() for word in phrase)
    is_long = any(len(word) >= _LONG and word.isalpha() for word in phrase)
    goes_on = (first > 0 and before == phrase[-1:]) or after == phrase[:1]
    is_plain = is_plain and phrase[-1] not in _AND and words[first + size : first + 2 * size - 1] == phrase[:-1]
    return is_plain and is_long and not goes_on and len(set(phrase)) > 1
