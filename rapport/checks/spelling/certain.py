"""Certain: which unknown words surely are slips, and of which word; all others are only words that nobody lists.

Sure is a slip of a known kind with one word near: a link that is lost or too many between the parts of a compound, a
letter lost, too many, doubled or swapped, rings and dots that have fallen off. A word that could be a compound, or be
made of another by an ending, a name say, is never sure, unless public text uses the word near it all the time.
"""

from collections.abc import Sequence

from rapport.checks.spelling.compounds import Compounds
from rapport.checks.spelling.dictionary import Dictionary, frequent
from rapport.checks.spelling.letters import splits
from rapport.checks.spelling.likeness import (
    ADDED,
    DOUBLED,
    LOST,
    RING,
    STRONG,
    SWAPPED,
    TWO_LOST,
    VOWEL,
    is_mistyped,
    is_syllable_lost,
    slip_kind,
)

_SHORTEST, _PART, _SEAM, _LONG, _LONG_WITH_END = 5, 4, 3, 16, 12
# So long is a word of which a letter too few or too many makes no other: names and loans are often near something.
_LEAST = {LOST: 9, ADDED: 12, RING: 8}
_LETTERS_OF_SEAMS = frozenset("aeous")
# So long is a word like one that is not among the frequent ones. Letters more or less may make another compound of it.
_RARE, _OTHER_COMPOUNDS = 8, (LOST, ADDED, VOWEL)
# No word ends in a "d" behind one of these letters, unless it is made of one that does; these are for persons.
_BEFORE_T, _PERSONS = frozenset("egksvfpmt"), ("and", "end")
_ENDINGS = (
    *(("nig", "ning"), ("nign", "ning"), ("nigar", "ningar"), ("nigen", "ningen"), ("nigarna", "ningarna")),
    *(("tino", "tion"), ("tionne", "tionen"), ("heet", "het"), ("hett", "het"), ("hetten", "heten")),
)
_VOWELS = frozenset("aeiouyåäö")


class Certain:
    """Says which words of a dictionary others surely are slips of."""

    def __init__(self, words: Dictionary, compounds: Compounds) -> None:
        self._words = words
        self._compounds = compounds

    def slip_of(
        self, word: str, near: Sequence[str], *, is_plausible: bool = False, is_english: bool = False
    ) -> str | None:
        """Return the one word that this one surely is a slip of, of those that are near it, the likeliest first."""
        if not is_english and (right := self._with_t(word) or self._said_once(word) or self._with_ending(word)):
            return right
        if found := self._of_known_kind(word, near, is_plausible=is_plausible):
            return found
        return None if is_english else self._one_of_many(word, near, is_plausible=is_plausible)

    def _with_t(self, word: str) -> str | None:
        """Return what a word is that is written as it sounds, with a "d" for the "t" it ends in: "arbeted"."""
        right = f"{word[:-1]}t"
        if not word.endswith("d") or word.endswith(_PERSONS) or len(word) < _SHORTEST or not self._words.has(right):
            return None
        is_added = word[-2] not in _VOWELS and self._words.lists(word[:-1])
        return right if word[-2] in _BEFORE_T or is_added else None

    def _with_ending(self, word: str) -> str | None:
        """Return what a word is that has a letter of a common ending lost or turned: "redovisnig", "utmanigar"."""
        rights = (f"{word[: -len(wrong)]}{right}" for wrong, right in _ENDINGS if word.endswith(wrong))
        return next((one for one in rights if len(one) > _LONG_WITH_END - 4 and self._words.has(one)), None)

    def _said_once(self, word: str) -> str | None:
        """Return what a long word is without two letters that it has twice over: "prioriteterade"."""
        twice = (at for at in range(1, len(word) - 4) if word[at : at + 2] == word[at + 2 : at + 4])
        found = {word[:at] + word[at + 2 :] for at in twice} if len(word) >= _LONG_WITH_END else set()
        return next((right for right in sorted(found) if self._words.has(right)), None)

    def _one_of_many(self, word: str, near: Sequence[str], *, is_plausible: bool) -> str | None:
        """Return the only one near that public text often uses, or the only one at all, that a key or two may miss."""
        often = [one for one in near if one in frequent()]
        if len(often or near) != 1 or len(word) < _SHORTEST or self._compounds.is_wrongly_linked(word):
            return None
        right = (often or near)[0]
        kind = slip_kind(word, right)
        if often and is_syllable_lost(word, right):
            return right
        if kind == TWO_LOST or not (kind or is_mistyped(word, right)) or not right.islower():
            return None
        if word[0] != right[0] and len(word) != len(right):
            return None
        if often:
            return right if not is_plausible or len(near) == 1 else None
        # What ends in another way may be another form of a word: "lanthandlar" are several "lanthandel".
        may_be_other = kind in _OTHER_COMPOUNDS or (not kind and len(word) != len(right))
        is_rare = may_be_other or len(word) < _RARE or word[0] != right[0] or is_plausible
        return None if is_rare or self._compounds.is_loose_compound(word) else right

    def _of_known_kind(self, word: str, near: Sequence[str], *, is_plausible: bool) -> str | None:
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
        return self._words.lists(best) or _LONG <= len(word) < len(best) or self._lost_in_end(word, best)

    def _lost_in_end(self, word: str, best: str) -> bool:
        """Whether a letter is lost in the last part of a compound, whose first part is whole: "projektägren"."""
        return _LONG_WITH_END <= len(word) < len(best) and any(
            word.startswith(head + tail[:_SEAM]) and self._is_two(head, tail)
            for head, tail in splits(best, _PART, _PART)
        )

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
