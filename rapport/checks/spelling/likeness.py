"""Likeness: of what kind a slip is that makes one word of another, and how likely it is."""

from functools import cache
from itertools import pairwise

_RINGS = str.maketrans("åäöÅÄÖ", "aaoAAO")
# A letter lost is commoner than one too many, and few take a letter for quite another, or err in the first.
_LOST, _SWAPPED, _TOO_MANY, _OTHER = -0.15, -0.1, 0.0, 0.1
_DOUBLED, _FIRST, _LAST = -0.25, 0.3, 0.1
_FOLDED = -0.5
# Kinds of slips. The strong ones make no other word: letters that have changed places, one for two or two for one.
RING, SWAPPED, DOUBLED, LOST, ADDED, TWO_LOST, VOWEL = (
    "ring",
    "swapped",
    "doubled",
    "lost",
    "added",
    "two lost",
    "vowel",
)
_VOWELS = frozenset("aeiouyåäö")
STRONG = (RING, SWAPPED, DOUBLED)
_KEYBOARD = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
# So many of the last letters are an ending, where one of these more or less is another form.
_ENDING, _OF_ENDINGS = 2, frozenset("aelnrst")
# So long is a word that may lack a letter and be no other one, and one that may lack a syllable.
_FEW, _LONG = 6, 10


def folded(word: str) -> str:
    """Return a word without the rings and dots that a file may have lost."""
    return word.translate(_RINGS)


def cost(wrong: str, right: str, distance: int) -> float:
    """Return how far a wrong word is from another, which is so many slips away: small is likely."""
    found = float(distance) + _FIRST * (wrong[:1] != right[:1])
    if folded(wrong) == folded(right):
        return found + _FOLDED
    if distance != 1:
        return found
    longer, shorter = _by_length(wrong, right)
    if len(longer) == len(shorter):
        return found + (_SWAPPED if sorted(wrong) == sorted(right) else _OTHER)
    at = _first_difference(longer, shorter)
    is_doubled = at > 0 and longer[at] == longer[at - 1]
    return found + (_LOST if longer == right else _TOO_MANY) + _DOUBLED * is_doubled + _LAST * (at == len(shorter))


def slip_kind(wrong: str, right: str) -> str:
    """Return the kind of the one slip that made a word of another; nothing where it was more, or of no known kind."""
    if folded(wrong) == folded(right):
        fallen = all(one == other or one == folded(other) for one, other in zip(wrong, right, strict=True))
        return RING if fallen and wrong != right else ""
    longer, shorter = _by_length(wrong, right)
    at = _first_difference(longer, shorter)
    if len(longer) == len(shorter):
        return SWAPPED if _is_swapped(wrong[at:], right[at:], len(wrong)) else _vowel(wrong, right, at)
    lost = len(longer) - len(shorter)
    is_ending = at == len(shorter) or (len(shorter) - at < _ENDING and longer[at] in _OF_ENDINGS)
    if not at or longer[at + lost :] != shorter[at:]:
        return ""
    if lost == 1 and longer[at] == longer[at - 1]:
        return DOUBLED
    if is_ending or (longer[at:].startswith("nde") and shorter[at:].startswith("de")):
        return ""
    return _lost(wrong, right, lost)


def is_mistyped(wrong: str, right: str) -> bool:
    """Whether one letter was taken for a neighbour on the keyboard, or is lost anywhere in the word."""
    if len(wrong) == len(right):
        at = _first_difference(wrong, right)
        is_one = at < len(wrong) and wrong[at + 1 :] == right[at + 1 :]
        return is_one and right[at] in _neighbours().get(wrong[at], ())
    at = _first_difference(right, wrong)
    return len(right) == len(wrong) + 1 and right[at + 1 :] == wrong[at:]


def is_syllable_lost(wrong: str, right: str) -> bool:
    """Whether two letters side by side are lost, neither of the first two nor of the last: "genförs"."""
    at = _first_difference(right, wrong)
    return len(right) == len(wrong) + 2 and 1 < at < len(wrong) and right[at + 2 :] == wrong[at:]


@cache
def _neighbours() -> dict[str, set[str]]:
    """Return the keys around each letter: beside it, and the two that it touches in the rows above and below."""
    found: dict[str, set[str]] = {key: set() for row in _KEYBOARD for key in row}
    pairs = [(one, other) for row in _KEYBOARD for one, other in pairwise(row)]
    for above, below in pairwise(_KEYBOARD):
        pairs += [(key, other) for at, key in enumerate(below) for other in above[at : at + 2]]
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return found


def _is_swapped(wrong: str, right: str, letters: int) -> bool:
    """Whether a letter has changed places with the next; in a long word, with one of the two next."""
    reach = 3 if letters >= _LONG else 2
    return wrong[reach:] == right[reach:] and sorted(wrong) == sorted(right)


def _vowel(wrong: str, right: str, at: int) -> str:
    """Return the kind of a slip that is one vowel for another, inside a long word."""
    is_inside = len(wrong) >= _LONG and 0 < at < len(wrong) - _ENDING - 1 and wrong[at + 1 :] == right[at + 1 :]
    return VOWEL if is_inside and {wrong[at], right[at]} <= _VOWELS else ""


def _lost(wrong: str, right: str, letters: int) -> str:
    """Return the kind of a slip that is letters more or less inside a word."""
    if letters == 1 and len(wrong) >= _FEW:
        return LOST if len(right) > len(wrong) else ADDED
    return TWO_LOST if letters == len("om") and _LONG <= len(wrong) < len(right) else ""


def _by_length(one: str, other: str) -> tuple[str, str]:
    return (other, one) if len(other) > len(one) else (one, other)


def _first_difference(longer: str, shorter: str) -> int:
    """Return where two words begin to differ; the shorter one's end where the other only goes on."""
    return next(
        (at for at, (one, other) in enumerate(zip(longer, shorter, strict=False)) if one != other), len(shorter)
    )
