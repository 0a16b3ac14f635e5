"""Which parts of a text are which parts of its older self: the same, reworded, moved, new or gone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.distance import Indel

from rapport.prose.blocks import Item
from rapport.prose.merging.alike import Part, key, spoken

_REWORDED = 0.5  # how much of their words an old part and a new one in its place have in common
_MOVED = 0.8  # the same of one that is found elsewhere
_LONG = 12  # words that a reworded part must have to be known again elsewhere
_SAME, _SAME_BEGINNING = 2.0, 1.5  # what has not changed weighs more than what has


@dataclass(slots=True)
class Alignment:
    """The new number of each old part that is still there, and which of them have left their place."""

    pairs: dict[int, int] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)

    @property
    def olds(self) -> dict[int, int]:
        """The old number of each new part that is an old one."""
        return {new: old for old, new in self.pairs.items()}


def align(old: Sequence[Part], new: Sequence[Part]) -> Alignment:
    """Say what has become of every part of a text."""
    return _Aligner(old, new).run()


def likeness(old: Sequence[Part], new: Sequence[Part]) -> dict[int, int]:
    """Return which of some parts are surely which of others, the same or hardly reworded, whatever stands around."""
    aligner = _Aligner(old, new, _MOVED)
    aligner.pair_in_order()
    return {o: n for o, n in aligner.found.pairs.items() if aligner.is_sure(o, n)}


class _Aligner:
    def __init__(self, old: Sequence[Part], new: Sequence[Part], least: float = _REWORDED) -> None:
        self.old, self.new, self._least = old, new, least
        self._old_words, self._new_words = [spoken(part) for part in old], [spoken(part) for part in new]
        self._old_keys, self._new_keys = [key(part) for part in old], [key(part) for part in new]
        self._all_old, self._all_new = set(self._old_keys), set(self._new_keys)
        self.found = Alignment()

    def run(self) -> Alignment:
        self.pair_in_order()
        self._move(self._same_elsewhere())
        self._move(self._reworded_elsewhere())
        for olds, news in self.gaps():
            if len(olds) == len(news):  # as many gone as came, between the same neighbours: they took their places
                self.found.pairs.update((o, n) for o, n in zip(olds, news, strict=True) if self._is_of_a_kind(o, n))
        return self.found

    def pair_in_order(self) -> None:
        """Pair what has kept its place, the same or reworded, so that as much as can be has."""
        ends = len(self._old_keys), len(self._new_keys)
        start = _common(self._old_keys, self._new_keys)
        end = _common(self._old_keys[start:][::-1], self._new_keys[start:][::-1])
        self.found.pairs.update((number, number) for number in range(start))
        self.found.pairs.update((ends[0] - number, ends[1] - number) for number in range(1, end + 1))
        self._pair(list(range(start, ends[0] - end)), list(range(start, ends[1] - end)))

    def is_sure(self, old: int, new: int) -> bool:
        """Whether a pair is the same, or long enough to be known again."""
        return self._old_keys[old] == self._new_keys[new] or len(self._old_words[old]) >= _LONG

    def _move(self, pairs: dict[int, int]) -> None:
        self.found.pairs.update(pairs)
        self.found.moved |= pairs.keys()

    def _free(self) -> tuple[list[int], list[int]]:
        taken = set(self.found.pairs.values())
        return (
            [o for o in range(len(self.old)) if o not in self.found.pairs],
            [n for n in range(len(self.new)) if n not in taken],
        )

    def _same_elsewhere(self) -> dict[int, int]:
        """Return the parts that stand as they were in another place, where it is sure which is which."""
        olds, news = self._free()
        before, after = ([keys[n] for n in free] for keys, free in ((self._old_keys, olds), (self._new_keys, news)))
        sure = {found for found in before if before.count(found) == after.count(found) == 1}
        return {old: news[after.index(found)] for old, found in zip(olds, before, strict=True) if found in sure}

    def _reworded_elsewhere(self) -> dict[int, int]:
        olds, news = self._free()
        found: dict[int, int] = {}
        for old in olds:
            likely = [n for n in news if n not in found.values() and self._likeness(old, n) >= _MOVED]
            if len(self._old_words[old]) >= _LONG and len(likely) == 1:
                found[old] = likely[0]
        return found

    def gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield what has no counterpart yet, old and new, between parts that have kept their place."""
        fixed = sorted((o, n) for o, n in self.found.pairs.items() if o not in self.found.moved)
        free_old, free_new = map(set, self._free())
        ends = [(-1, -1), *fixed, (len(self.old), len(self.new))]
        for (old_start, new_start), (old_end, new_end) in pairwise(ends):
            olds = [o for o in range(old_start + 1, old_end) if o in free_old]
            news = [n for n in range(new_start + 1, new_end) if n in free_new]
            if olds and news:
                yield olds, news

    def _pair(self, olds: list[int], news: list[int]) -> None:
        """Pair, in order, those that are most alike in sum."""
        best: list[list[tuple[float, int]]] = [[(0.0, 0)] * (len(news) + 1) for _ in range(len(olds) + 1)]
        for o in range(len(olds) - 1, -1, -1):
            for n in range(len(news) - 1, -1, -1):
                alike = self._likeness(olds[o], news[n])
                pair = alike + best[o + 1][n + 1][0] if alike >= self._least else -1.0
                best[o][n] = max((pair, 2), (best[o + 1][n][0], 1), (best[o][n + 1][0], 0))
        o = n = 0
        while o < len(olds) and n < len(news):
            step = best[o][n][1]
            if step == 2:  # noqa: PLR2004 - the pair itself
                self.found.pairs[olds[o]] = news[n]
            o, n = o + (step != 0), n + (step != 1)

    def _likeness(self, old: int, new: int) -> float:
        if self._old_keys[old] == self._new_keys[new]:
            return _SAME
        stands_elsewhere = self._old_keys[old] in self._all_new or self._new_keys[new] in self._all_old
        if stands_elsewhere or not self._is_of_a_kind(old, new):
            return 0.0
        if _begins(self.old[old]) == _begins(self.new[new]) != "":
            return _SAME_BEGINNING
        return float(Indel.normalized_similarity(self._old_words[old], self._new_words[new]))

    def _is_of_a_kind(self, old: int, new: int) -> bool:
        return type(self.old[old]) is type(self.new[new])


def _begins(part: Part) -> str:
    """Return what an item that has more under it says itself; "" for anything else."""
    return key(part.blocks[0]) if isinstance(part, Item) and part.blocks else ""


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many first members two sequences have in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
