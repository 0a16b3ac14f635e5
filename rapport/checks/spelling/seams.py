"""Seams: a hyphen where one word is whole, "transport-sektorn", and nothing between two: "ochdet"."""

import re
from collections.abc import Iterator

from rapport.checks.spelling.apart import HYPHENS, NO_NOUNS, NO_SECOND, Apart
from rapport.checks.spelling.dictionary import frequent
from rapport.checks.spelling.kinds import BOUND, FIRST, NOUN
from rapport.checks.spelling.verdicts import judge

_HYPHENED = re.compile(r"(?<![\w\u2011/’'-])([A-ZÅÄÖ]?[a-zåäö]{3,40})[-\u2011]([a-zåäö]{4,40})(?![\w\u2011/’'-])")
# Words that begin no compound and are often written together with the next one, and one that ends none.
_JOINED, _JOINED_END = ("och", "att", "som", "har", "ska", "det", "inte", "samt", "eller", "ett", "också"), "och"
_LEAST_JOINED = 3


def hyphened(text: str) -> Iterator[Apart]:
    """Yield the words that a hyphen divides though they are one: "transport-sektorn"; names keep theirs."""
    for match in _HYPHENED.finditer(text) if any(hyphen in text for hyphen in HYPHENS) else ():
        first, second = match[1].lower(), match[2]
        whole = first + second
        is_listed = judge().kind(first) in {FIRST, BOUND} and bool(judge().kind(whole))
        may_be_one = second not in NO_SECOND and first not in NO_NOUNS
        if may_be_one and (is_listed or whole in frequent()) and judge().is_right(whole):
            yield Apart(match.start(), match.end(), match[1] + second, is_sure=True)


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
