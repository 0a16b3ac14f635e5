"""Whether an unknown word surely is a slip of what is suggested, and what a suggestion is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapport.checks.spelling.answer import Unknown
from rapport.checks.spelling.dictionary import frequent
from rapport.checks.spelling.likeness import slip_kind
from rapport.checks.spelling.verdicts import judge
from rapport.domain.kommuner import KOMMUNER

_VOWELS = frozenset("aeiouyåäö")
_SHORT, _LONG = 3, 7
# So long is a word that is like no other by chance: no name, and no part of a word that was divided.
_SURE_LENGTH = 9
# Of words as many slips away, one the report uses is likelier.
_OWN = 0.4


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that may have been meant: how many slips away, how likely as such slips go, and what speaks for it.

    ``is_own`` says that the report itself uses it, ``is_folded`` that only rings and dots differ.
    """

    text: str
    distance: int
    cost: float
    is_own: bool
    is_folded: bool

    @property
    def rank(self) -> float:
        """What it is sorted by: small is likely."""
        return self.cost - _OWN * self.is_own


def is_likely(word: Unknown, found: Sequence[Suggestion]) -> bool:
    """Whether a word surely is a slip of the first suggestion, and not rather a word or a name that nobody lists."""
    if not found:
        return False
    best, *others = found
    wrong, right = word.text.lower(), best.text.lower()
    kind = slip_kind(wrong, right)
    if kind and (word.text in KOMMUNER or best.text.removesuffix("s") in KOMMUNER):
        return True
    if word.is_capital and not word.begins:
        return bool(kind) and best.is_own and best.text[0].isupper()
    if word.is_part and (len(wrong) < _SURE_LENGTH or judge().verdict(word.text).is_linked):
        return False
    if right in {judge().sure(word.text), judge().sure(wrong) if begins_long(word) else None}:
        return not word.is_capital or len(wrong) >= _SURE_LENGTH or right in frequent()
    return _looks_like_slip(word, best, others)


def _looks_like_slip(word: Unknown, best: Suggestion, others: Sequence[Suggestion]) -> bool:
    """Whether a word that is no sure slip of any other is one by its letters and by what the report uses."""
    wrong, right = word.text.lower(), best.text.lower()
    verdict = judge().verdict(word.text)
    if best.distance == 1 and not word.is_capital and _is_no_word(wrong, right, is_own=best.is_own):
        return not verdict.is_plausible
    # A word that the report itself uses, and no other such is as near.
    is_alone = not any(other.is_own and slip_kind(wrong, other.text.lower()) for other in others)
    may_be_right = verdict.is_plausible or verdict.is_english or word.is_capital or wrong[0] != right[0]
    return bool(slip_kind(wrong, right)) and best.is_own and is_alone and len(wrong) > _SHORT and not may_be_right


def _is_no_word(wrong: str, right: str, *, is_own: bool) -> bool:
    """Whether no word is written so: it ends as none does, or has one vowel for another in a word of the report's."""
    if len(wrong) < _LONG or not (is_own or right in frequent()):
        return False
    if wrong[-3:] not in _last_letters() and not _VOWELS.intersection(wrong[-2:]):
        return True
    if not (is_own and right in frequent()) or len(wrong) != len(right) or wrong[-1] != right[-1]:
        return False
    other = [{a, b} for a, b in zip(wrong, right, strict=True) if a != b]
    return len(other) == 1 and other[0] <= _VOWELS


@cache
def _last_letters() -> frozenset[str]:
    """Return how the words end that public text uses most: their last three letters."""
    return frozenset(word[-3:] for word in frequent())


def begins_long(word: Unknown) -> bool:
    """Whether a word has its capital from where it stands, and is so long that few names are like a word by chance."""
    return word.begins and word.is_capital and len(word.text) > _SURE_LENGTH
