"""l, 1, I, O and 0 where a machine that read the page took one for another: in words, and in numbers."""

import re
from collections.abc import Iterator
from itertools import product

from rapport.pdf.line import Edit
from rapport.pdf.spans import KNOWN, PART, UNKNOWN, Lexicon

_ALIKE = {"1": "lI", "I": "l1", "|": "lI", "l": "I", "0": "oO", "O": "0o"}
_WORD = re.compile(r"[^\W_|]*[1I|0lO][^\W_|]*(?:[1I|0O][^\W_|]*)*")
# What no word and no number is: a digit among small letters, a capital I behind one; letters among digits.
_ODD = re.compile(r"[a-zåäö][1I|0]|[1|0][a-zåäö]{2}|^I[bcdfghjkpqräöåuyvaeo]|^l[bcdfghjkmnpqrstvxz]")
_INSIDE = re.compile(r"[a-zåäö][1I|0]|[1|0][a-zåäö]{2}")
_NUMBER = re.compile(r"(?=.*\d)[\dOlI]{2,}")
_MOST = 4  # such signs in one word
_SHORT = 2


def edits(text: str, cost_of: Lexicon, *, is_worn: bool) -> Iterator[tuple[Edit, bool]]:
    """Yield what is to be changed, and whether it is sure; what cannot be told is yielded as it stands, unsure.

    In a text that ``is_worn`` every word that nobody knows is asked about.
    """
    taken = set()
    for edit, is_sure in _signs(text, cost_of):
        taken.add(edit.start)
        yield edit, is_sure
    for match in PART.finditer(text) if is_worn else ():
        word = match[0]
        if match.start() not in taken and len(word) > _SHORT and word[1:].islower() and cost_of(word) >= UNKNOWN:
            found = {other for other in _pairs(word) if cost_of(other) < KNOWN}
            is_sure = len(found) == 1
            yield Edit(*match.span(), found.pop() if is_sure else word), is_sure


def _pairs(word: str) -> Iterator[str]:
    """Yield what a word may be where m has been taken for rn, or rn for m."""
    places = [match.span() for match in re.finditer("rn|m", word)]
    for choice in product((False, True), repeat=min(_MOST, len(places))):
        parts, at = [], 0
        for (start, end), is_other in zip(places, choice, strict=False):
            parts += [word[at:start], ("m" if word[start:end] == "rn" else "rn") if is_other else word[start:end]]
            at = end
        if any(choice):
            yield "".join([*parts, word[at:]])


def _signs(text: str, cost_of: Lexicon) -> Iterator[tuple[Edit, bool]]:
    for match in _WORD.finditer(text):
        word = match[0]
        if _NUMBER.fullmatch(word):
            if not word.isdecimal():
                yield Edit(*match.span(), re.sub("[lI]", "1", word.replace("O", "0"))), False
        elif len(word) > 2 and _ODD.search(word) and not _is_known(word, cost_of):  # noqa: PLR2004 - "1a" is no word
            found = {other for other in _others(word) if other.isalpha() and _is_known(other, cost_of)}
            is_sure = len(found) == 1
            if is_sure or _INSIDE.search(word):  # a name may begin with any two letters
                yield Edit(*match.span(), found.pop() if is_sure else word), is_sure


def _is_known(word: str, cost_of: Lexicon) -> bool:
    return word.isalpha() and all(cost_of(part) < KNOWN for part in PART.findall(word))


def _others(word: str) -> Iterator[str]:
    places = [at for at, sign in enumerate(word) if sign in _ALIKE]
    places = [at for at in places if word[at] != "l" or at == 0]
    if len(places) > _MOST:
        return
    for choice in product(*(word[at] + _ALIKE[word[at]] for at in places)):
        signs = list(word)
        for at, sign in zip(places, choice, strict=True):
            signs[at] = sign
        whole = "".join(signs)
        if whole[1:].islower():
            yield whole
