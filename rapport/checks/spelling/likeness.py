"""Likeness: how likely a wrong word was meant to be another, by the slips that people make."""

_RINGS = str.maketrans("åäöÅÄÖ", "aaoAAO")
# A letter lost is commoner than one too many, and few take a letter for quite another, or err in the first.
_LOST, _SWAPPED, _TOO_MANY, _OTHER = -0.15, -0.1, 0.0, 0.1
_DOUBLED, _FIRST, _LAST = -0.25, 0.3, 0.1
_FOLDED = -0.5


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
    longer, shorter = (right, wrong) if len(right) > len(wrong) else (wrong, right)
    if len(longer) == len(shorter):
        return found + (_SWAPPED if sorted(wrong) == sorted(right) else _OTHER)
    at = next((at for at, (one, other) in enumerate(zip(longer, shorter, strict=False)) if one != other), len(shorter))
    is_doubled = at > 0 and longer[at] == longer[at - 1]
    return found + (_LOST if longer == right else _TOO_MANY) + _DOUBLED * is_doubled + _LAST * (at == len(shorter))
