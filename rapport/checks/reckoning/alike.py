"""Whether two quantities of two answers are told so alike that they are one, whatever their values."""

from decimal import Decimal

from rapport.checks.reckoning.mentions import Mention, stem
from rapport.checks.reckoning.slips import digits_of

_FEW, _TEN, _LARGEST_RATIO = 2, 10, Decimal("1.5")
# What tells of the sentence before it: of what, that one says.
_OF_BEFORE = frozenset(map(stem, ("det", "detta", "den", "denna", "dessa")))
_EACH_ITS_OWN = stem("respektive")


def is_ten_times(first: Mention, second: Mention) -> bool:
    """Whether one thing's budget is told twice, once with the decimal comma lost: 4,2 and 42 miljoner kronor."""
    is_one = first.whole_by and first.whole_by == second.whole_by and first.titles and first.titles == second.titles
    if not is_one or first.svar is second.svar or first.mangd.slag != "kr":
        return False
    small, large = sorted((first.mangd.value, second.mangd.value))
    return large == small * _TEN and digits_of(first.mangd) >= _FEW


def is_of_another_size(first: Mention, second: Mention, specific: frozenset[str]) -> bool:
    """Whether one amount is told twice, once in thousands, millions or milliards for the others: 7,8 and 7,8."""
    if first.svar is second.svar or first.mangd.slag != "kr" or digits_of(first.mangd) < _FEW:
        return False
    small, large = sorted((first.mangd.value, second.mangd.value))
    here, there = first.told, second.told
    shared = here.words & there.words
    is_told = (shared & specific and len(shared) > 1) or bool((here.names & there.names) & specific)
    return small > 0 and large / small in {1_000, 1_000_000} and bool(is_told)


def are_told_in_the_same_words(first: Mention, second: Mention, specific: frozenset[str]) -> bool:
    """Whether two answers tell of a share or a count in the very same words, in whatever order."""
    here, there = first.told, second.told
    is_near = max(first.mangd.value, second.mangd.value) <= _LARGEST_RATIO * min(first.mangd.value, second.mangd.value)
    is_other = first.mangd.low > second.mangd.high or second.mangd.low > first.mangd.high
    if first.svar is second.svar or first.noun != second.noun or first.mangd.slag not in {"procent", "antal"}:
        return False
    if here.opening in _OF_BEFORE or _EACH_ITS_OWN in here.words:
        return False
    told = [one.words | one.names | one.apart | one.loosely_apart for one in (here, there)]
    is_same = told[0] - {here.opening} == told[1] - {there.opening} or told[0] == told[1]
    return is_near and is_other and is_same and bool(here.words & there.words & specific)
