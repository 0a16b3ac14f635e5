"""Joined: two words that were written as one, with a small word among them: "ochdet"."""

from rapport.checks.spelling.kinds import BOUND, FIRST, NOUN
from rapport.checks.spelling.verdicts import judge

# Words that begin no compound and are often written together with the next one, and one that ends none.
_JOINED, _JOINED_END = ("och", "att", "som", "har", "ska", "det", "inte", "samt", "eller", "ett", "också"), "och"
_LEAST_JOINED = 3


def joined(word: str) -> str | None:
    """Return the two words that a word is that nobody knows, if they were written as one: "ochdet", "kommunernaoch"."""
    pairs = [(one, word.removeprefix(one)) for one in _JOINED if word.startswith(one)]
    pairs += [(word.removesuffix(_JOINED_END), _JOINED_END)] if word.endswith(_JOINED_END) else []
    right = [pair for pair in pairs if min(map(len, pair)) >= _LEAST_JOINED and all(map(judge().is_right, pair))]
    if not right or judge().near(word):
        return None
    first, second = right[0]
    # "patientoch" has lost a hyphen as well.
    small = first.lower()
    is_first = judge().kind(small) in {FIRST, BOUND} or (small[-1] == "s" and judge().kind(small[:-1]) in {FIRST, NOUN})
    return f"{first}{'-' * is_first} {second}"
