"""Certain: which unknown words surely are slips, and of which word; all others are only words that nobody lists.

Sure is a slip of a known kind with one word near: a link that is lost or too many between the parts of a compound, a
letter lost, too many, doubled or swapped, rings and dots that have fallen off. A word that could be a compound, or be
made of another by an ending, a name say, is never sure.
"""

from collections.abc import Sequence

from rapport.checks.spelling.compounds import Compounds
from rapport.checks.spelling.dictionary import Dictionary
from rapport.checks.spelling.letters import splits
from rapport.checks.spelling.likeness import ADDED, DOUBLED, LOST, RING, STRONG, SWAPPED, TWO_LOST, slip_kind

_SHORTEST, _PART, _SEAM, _LONG = 5, 4, 3, 16
# So long is a word of which a letter too few or too many makes no other: names and loans are often near something.
_LEAST = {LOST: 9, ADDED: 12, RING: 8}
_LETTERS_OF_SEAMS = frozenset("aeous")


class Certain:
    """Says which words of a dictionary others surely are slips of."""

    def __init__(self, words: Dictionary, compounds: Compounds) -> None:
        self._words = words
        self._compounds = compounds

    def slip_of(self, word: str, near: Sequence[str], *, is_plausible: bool) -> str | None:
        """Return the one word that this one surely is a slip of, of those that are near it, the likeliest first."""
        best, *others = near or ("",)
        if len(word) < _SHORTEST or not best.islower():
            return None
        relinked = next(self._compounds.relinked(word), None)
        if relinked or is_plausible:
            is_sure = relinked == best and not self._may_be_linked(word, len(best) - len(word))
            is_sure = not is_plausible and is_sure if relinked else _is_thrice(word) or self._lacks_s(word, best)
            return best if is_sure and (relinked or slip_kind(word, best)) else None
        kind = slip_kind(word, best)
        if kind in {"", TWO_LOST} or (kind not in STRONG and (word[0] != best[0] or not self._is_near(word, best))):
            return None
        if (kind != RING and len(word) < _LEAST.get(kind, 0)) or (
            kind == RING and (self._is_compound(word) or not self._words.lists(best))
        ):
            return None
        rivals = {slip_kind(word, other) for other in others} - {""}
        is_strong = kind in {SWAPPED, DOUBLED} or (kind == RING and len(word) >= _LEAST[kind])
        is_alone = not (rivals.intersection(STRONG) if is_strong else rivals)
        return best if is_alone and (not self._is_seam(word, best) or self._lacks_s(word, best)) else None

    def _is_compound(self, word: str) -> bool:
        """Whether it may be a compound with a short first part: "ostsluttning" is no "östsluttning"."""
        return any(self._is_two(head, tail) for head, tail in splits(word, _SEAM, _PART))

    def _lacks_s(self, word: str, near: str) -> bool:
        """Whether a listed compound has an s between its parts, and the word only lacks it: "anmärkningvärt"."""
        return len(word) < len(near) and any(
            near == f"{head}s{tail}" and self._is_two(head, tail) for head, tail in splits(word, _PART, _PART)
        )

    def _may_be_linked(self, word: str, more: int) -> bool:
        """Whether an s between two words is both's: "utsläppsökande" has no "sökande", "flodskorv" has a "skorv"."""
        parts = ((head, tail) for head, tail in splits(word, _PART, _PART) if head.endswith("s") == (more > 0))
        return more != 0 and any(self._is_two(head.removesuffix("s"), tail) for head, tail in parts)

    def _is_near(self, word: str, best: str) -> bool:
        """Whether the near word is listed, or a compound so long that the rest of it leaves no doubt."""
        return self._words.lists(best) or _LONG <= len(word) < len(best)

    def _is_seam(self, word: str, near: str) -> bool:
        """Whether they differ only in what binds two parts: "gudabarnet" and "gudbarnet" may both be right."""
        longer, shorter = (word, near) if len(word) > len(near) else (near, word)
        if len(longer) == len(shorter):
            return False
        return any(
            longer[len(head)] in _LETTERS_OF_SEAMS
            and longer == head + longer[len(head)] + tail
            and self._is_two(head, tail)
            for head, tail in splits(shorter, _SEAM, _SEAM)
        )

    def _is_two(self, head: str, tail: str) -> bool:
        return self._words.lists(head) and self._words.lists(tail)


def _is_thrice(word: str) -> bool:
    return any(word[at] == word[at + 1] == word[at + 2] for at in range(len(word) - 2))
