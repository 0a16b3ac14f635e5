"""Letters: a word split in two, and the words that are one slip away from it."""

from collections.abc import Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"


def splits(word: str, head: int, tail: int) -> Iterator[tuple[str, str]]:
    """Yield every split of a word into a head and a tail of at least so many letters."""
    return ((word[:at], word[at:]) for at in range(head, len(word) - tail + 1))


def slips_inside(word: str) -> Iterator[str]:
    """Yield what a word may be a slip of: letters swapped, one too many or one lost, but not its first or its last."""
    for at in range(1, len(word) - 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield from (head + letter + tail for letter in _LETTERS)
        if tail[2:]:
            yield head + tail[1] + tail[0] + tail[2:]


def slips(word: str) -> Iterator[str]:
    """Yield what a word may be a slip of: letters swapped, one too many, one lost, one wrong."""
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in parts if len(tail) > 1)
    yield from (head + tail[1:] for head, tail in parts if tail)
    yield from (head + letter + tail for head, tail in parts for letter in _LETTERS)
    yield from (head + letter + tail[1:] for head, tail in parts if tail for letter in _LETTERS)
