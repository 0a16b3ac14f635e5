"""One side of a merge: what somebody has made of a text that both sides come from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations, groupby
from typing import NamedTuple

from rapport.prose.merging.adopt import Adopted, adopt
from rapport.prose.merging.align import align
from rapport.prose.merging.alike import Part, key, spoken
from rapport.prose.merging.shown import expressions, shown

_SOME = 1  # words
_MOST = 0.6  # of them


class Place(NamedTuple):
    """A place in the order of a text: the slot before its part with a number, or the part itself."""

    number: int
    is_part: bool

    @property
    def is_slot(self) -> bool:
        """Whether something may have been put here."""
        return not self.is_part

    @classmethod
    def of_part(cls, number: int) -> "Place":
        """Return the place of a part."""
        return cls(number, is_part=True)


class Side:
    """What has become of the parts of a base; ``parts`` are its own, by number, ``pairs`` says which are whose."""

    def __init__(self, base: Sequence[Part], parts: Sequence[Part], compared: Sequence[Part]) -> None:
        """Compare a text with the base as it is to be ``compared``: with expressions, or as a document shows it."""
        found = align(compared, parts)
        self._base, self._compared, self._raw = base, compared, parts
        self.pairs, self._moved, self.olds = found.pairs, found.moved, found.olds
        self.parts: Sequence[Part] = parts
        self._adopted: dict[int, Adopted] = {}
        self.slot_of: dict[int, int] = {}
        self._entries = self._in_slots()

    @classmethod
    def of_folder(cls, base: Sequence[Part], parts: Sequence[Part]) -> "Side":
        """Return the side of a report folder, which has expressions."""
        return cls(base, parts, base)

    @classmethod
    def of_document(cls, base: Sequence[Part], parts: Sequence[Part]) -> "Side":
        """Return the side of a document, with the base's figures put back in it."""
        side = cls(base, parts, [shown(part) for part in base])
        own = list(parts)
        for old, new in side.pairs.items():
            is_same = key(side._compared[old]) == key(parts[new])
            side._adopted[old] = Adopted(base[old]) if is_same else adopt(base[old], parts[new])
            own[new] = side._adopted[old].part
        side.parts = own
        return side

    def places(self) -> Iterator[Place]:
        """Yield every place in the order of the text."""
        for number in range(len(self._base)):
            yield Place(number, is_part=False)
            yield Place.of_part(number)
        yield Place(len(self._base), is_part=False)

    def part(self, number: int) -> Part | None:
        """Return what the base's part is on this side; None where it is gone."""
        return self.parts[self.pairs[number]] if number in self.pairs else None

    def raw(self, number: int) -> Part | None:
        """Return the same without any figures put back."""
        return self._raw[self.pairs[number]] if number in self.pairs else None

    def lost(self, number: int) -> tuple[str, ...]:
        """Return the expressions of a part that have no place any longer where the part's words have gone."""
        if number in self._adopted:
            return self._adopted[number].lost
        return expressions(self._base[number]) if Place.of_part(number) in self._rewritten else ()

    @cached_property
    def _rewritten(self) -> set[Place]:
        """The places whose words have gone elsewhere, or come from there."""
        return {place for pair in self.ties() for place in pair}

    def has_moved(self, number: int) -> bool:
        """Whether a part stands somewhere else than in the base."""
        return number in self._moved

    def has_touched(self, number: int) -> bool:
        """Whether anything at all was done to a part."""
        return self.has_moved(number) or self.has_changed(number)

    def has_changed(self, number: int) -> bool:
        """Whether a part is gone or says something else, wherever it stands."""
        return number not in self.pairs or self._keys[number] != key(self._raw[self.pairs[number]])

    def entries(self, slot: int) -> list[int]:
        """Return the numbers of what stands in a slot: what was added there, and what was moved there."""
        return self._entries.get(slot, [])

    def added(self, slot: int) -> list[int]:
        """Return the numbers of what was added in a slot."""
        return [number for number in self.entries(slot) if number not in self.olds]

    def gone_around(self, number: int) -> range:
        """Return the slots of the parts in a row that are gone, one of which has this number."""
        first = last = number
        while first and first - 1 not in self.pairs:
            first -= 1
        while last + 1 < len(self._base) and last + 1 not in self.pairs:
            last += 1
        return range(first, last + 2)

    def at(self, place: Place) -> list[Part]:
        """Return what a place holds that is not from elsewhere: the part itself, or what was added."""
        if place.is_slot:
            return [self.parts[number] for number in self.added(place.number)]
        part = self.part(place.number)
        return [] if part is None else [part]

    def ties(self) -> Iterator[tuple[Place, Place]]:
        """Yield the places that were changed as one: a paragraph made two, two made one, some made a list."""
        places = [place for place in self.places() if place.is_part or self._is_touched(place)]
        for is_touched, group in groupby(places, self._is_touched):
            pairs = combinations(group, 2) if is_touched else ()
            yield from (pair for pair in pairs if self._belong_together(*pair))

    def _belong_together(self, one: Place, other: Place) -> bool:
        """Whether the words of one place have gone to the other, or come from it."""
        (gone, new), (other_gone, other_new) = self._words(one), self._words(other)
        return _are_from(gone, other_new) or _are_from(other_gone, new)

    def _words(self, place: Place) -> tuple[Counter[str], Counter[str]]:
        """Return the words that a place has lost, and those that have come to it."""
        before = () if place.is_slot else spoken(self._base[place.number])
        after = [word for part in self.at(place) for word in spoken(part)]
        return Counter(before) - Counter(after), Counter(after) - Counter(before)

    @cached_property
    def _keys(self) -> list[str]:
        return [key(part) for part in self._compared]

    def _is_touched(self, place: Place) -> bool:
        return bool(self.added(place.number)) if place.is_slot else self.has_changed(place.number)

    def _in_slots(self) -> dict[int, list[int]]:
        slots: dict[int, list[int]] = defaultdict(list)
        slot = 0
        for number in range(len(self.parts)):
            old = self.olds.get(number)
            if old is not None and old not in self._moved:
                slot = old + 1
                continue
            slots[slot].append(number)
            if old is not None:
                self.slot_of[old] = slot
        return dict(slots)


def grouped(ties: Iterable[tuple[Place, Place]]) -> dict[Place, set[Place]]:
    """Return the places that belong together, by each of them."""
    groups: dict[Place, set[Place]] = {}
    for one, other in ties:
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(joined, joined))
    return groups


def _are_from(gone: Counter[str], new: Counter[str]) -> bool:
    """Whether so many of some words that are gone are among others that are new that they must be the same."""
    few, many = sorted((gone, new), key=lambda words: words.total())
    return few.total() >= _SOME and (few & many).total() >= _MOST * few.total()
