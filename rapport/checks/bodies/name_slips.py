"""Slips of the pen in names of bodies: a word of a name that has a letter too many, too few or another."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapport.checks.bodies.name_index import BEGINS, ENDINGS, SHORTEST, Parts, bare, index
from rapport.nearest import nearest, slips

_LONG = 16  # letters of a name that two slips leave like no other
_LONG_OF_MANY = 12  # the same for a word of a name of more than two
_WORD = 6  # letters of the word that has the slip, in a name of several
_LIKE, _END = 80, 4  # of 100, for a long word of a name of more than two, when it ends alike
_PAIR = 2


@lru_cache(maxsize=2048)
def like_one(word: str, *, is_capital: bool) -> str | None:
    """Return the name of one word that a word in small letters is nearly; None where it is one, or like none."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    stem, genitive = (word[:-1], "s") if word.endswith("s") else (word, "")
    if not stem.endswith(ENDINGS) and not (is_capital and word[:BEGINS] in index().begins):
        return None
    if stem in index().by_key or stem in index().former:
        return None
    most = 1 if len(stem) < _LONG else 2
    found = (name for name in index().single if _alike(stem, bare(name)) and slips(stem, bare(name), most) <= most)
    right = next(found, None)
    return right and right + genitive


def _alike(word: str, name: str) -> bool:
    """Whether a word begins and ends as a name does: with another ending it is another form of the word, no slip."""
    return word[0] == name[0] and word[-1] == name[-1] and not name.startswith(word)


def like_several(words: Sequence[str], at: int) -> Iterator[tuple[int, int, str]]:
    """Yield each name of several words that stands round a word of it, with a slip in another of its words.

    First its first word, then how many they are, then the right name. ``words`` are in small letters.
    """
    for parts, place, name in _candidates(words[at]):
        first, beside = at - place, 1 if place == 0 else -1
        if first < 0 or first + len(parts) > len(words) or words[at + beside][0] != parts[place + beside][0]:
            continue
        written = words[first : first + len(parts)]
        genitive = "s" if written[-1].endswith("s") and not parts[-1].endswith("s") else ""
        if _has_one_slip([*written[:-1], written[-1].removesuffix(genitive)], parts):
            yield first, len(parts), name + genitive


def _candidates(word: str) -> Iterator[tuple[Parts, int, str]]:
    by_word = index().by_word
    yield from by_word.get(word, ())
    if word.endswith("s"):
        yield from (found for found in by_word.get(word[:-1], ()) if found[1] == len(found[0]) - 1)


def _has_one_slip(written: Sequence[str], parts: Parts) -> bool:
    """Whether one word, and only one, is not that of the name, but nearly."""
    differ = [(one, right) for one, right in zip(written, parts, strict=True) if one != right]
    is_other_form = len(parts) <= _PAIR and written[-1][-1:] != parts[-1][-1]
    if len(differ) != 1 or is_other_form:
        return False
    one, right = differ[0]
    if len(right) < _WORD or one[0] != right[0] or one == f"{right}s":
        return False
    return slips(one, right) <= 1 or (len(parts) > _PAIR and _is_much_like(one, right))


def _is_much_like(one: str, right: str) -> bool:
    is_long = len(right) >= _LONG_OF_MANY and one[-_END:] == right[-_END:]
    return is_long and nearest(one, (right,), least=_LIKE) is not None
