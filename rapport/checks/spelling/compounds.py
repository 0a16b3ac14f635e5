"""Compounds that hunspell's own list of first parts does not cover: "trepartssamverkan", "målgruppsanpassning"."""

from collections.abc import Callable, Iterator

_PART = 4
_SHORT_PART = 3
Known = Callable[[str], bool]


def is_compound(word: str, is_first: Known, is_last: Known) -> bool:
    """Whether a word can be split into two known words of four letters or more, with what links them."""
    return any(is_last(tail) and _has_head(head, is_first, _PART) for head, tail in splits(word, _PART, _PART))


def is_loose_compound(word: str, is_first: Known, is_last: Known) -> bool:
    """Whether it can be split so with parts of three letters: "sikfångst", but "genförandet" too."""
    parts = list(splits(word, _SHORT_PART, _SHORT_PART))
    return any(
        is_last(tail) and (_has_head(head, is_first, _SHORT_PART) or is_first(head.capitalize()))
        for head, tail in parts
    )


def splits(word: str, head: int, tail: int) -> Iterator[tuple[str, str]]:
    """Yield every split of a word into a head and a tail of at least so many letters."""
    return ((word[:at], word[at:]) for at in range(head, len(word) - tail + 1))


def _has_head(head: str, is_first: Known, least: int) -> bool:
    return any(len(form) >= least and is_first(form) for form in _first_forms(head))


def _first_forms(head: str) -> Iterator[str]:
    """Yield the words that a first part may be made of: arbet-s-, skol-a, gat-u-, kyrk-o-, plan-e-, gymnasi-e-."""
    yield head
    if head.endswith("s") and not head.endswith("ss"):
        yield head[:-1]
    yield head + "a"
    yield head + "e"
    if head.endswith("e"):
        yield head[:-1]
    if head.endswith(("u", "o")):
        yield head[:-1] + "a"
    if head.endswith("ie"):
        yield head[:-1] + "um"
