"""Two texts with one origin made one: what either has changed is in it, and what both have is a clash.

The order of a text is told in places: before, between and after the parts that the origin has ("slots"), and the parts
themselves. A place that only one side has changed is as that side has it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapport.prose.blocks import List
from rapport.prose.merging.align import likeness
from rapport.prose.merging.alike import Part, key
from rapport.prose.merging.inside import can_look_into, inside, with_inside
from rapport.prose.merging.outcome import Clash, Edit, Kept, Outcome
from rapport.prose.merging.replaced import both_replaced
from rapport.prose.merging.side import Place, Side, grouped

Parts = Sequence[Part]


def merge(base: Parts, ours: Parts, theirs: Parts, *, takes_theirs: bool = False) -> Outcome:
    """Merge a document's parts into ours; what clashes stays as ours, or, when told so, becomes as the document's."""
    return _Merger(base, Side.of_folder(base, ours), Side.of_document(base, theirs), takes_theirs=takes_theirs).run()


class _Merger:
    def __init__(self, base: Parts, ours: Side, theirs: Side, *, takes_theirs: bool) -> None:
        self._base, self._ours, self._theirs, self._takes_theirs = base, ours, theirs, takes_theirs
        self._chosen = theirs if takes_theirs else ours  # whose a place is that both have changed
        self._replaced = [*both_replaced(len(base), ours, theirs)]
        ties = [tie for places in self._replaced for tie in pairwise(sorted(places))]
        self._groups = grouped([*ours.ties(), *theirs.ties(), *ties])
        self._inner: dict[int, Outcome] = {}  # of the lists, items and tables that were looked into
        self._clashing: set[Place] = set()
        self._new_here = Counter(map(key, ours.parts)) - Counter(map(key, base))
        self._outcome = Outcome()

    def run(self) -> Outcome:
        clashes = {place for place in self._ours.places() if self._clashes(place)}.union(*self._replaced)
        self._clashing = {other for place in clashes for other in self._groups.get(place, {place})}
        for group in self._in_order(self._clashing):
            self._clash(group)
        for place in self._ours.places():
            if place.is_slot:
                self._outcome.kept += self._slot(place)
            elif not self._has_moved(place):
                self._outcome.kept += self._part(place)
        return self._outcome

    def _clashes(self, place: Place) -> bool:
        """Whether both sides have changed a place, each in its way."""
        if place.is_slot:
            return self._have_added_alike(place)
        number = place.number
        ours, theirs = self._ours.part(number), self._theirs.part(number)
        if not self._theirs.has_touched(number) or (ours is None and theirs is None):
            return False
        if ours is None or theirs is None:
            is_rewritten = ours is not None and bool(self._theirs.lost(number))
            return is_rewritten or (self._ours.has_touched(number) and not self._is_emptied(number, ours))
        if self._have_moved_apart(number):
            return True
        return key(ours) != key(theirs) and self._theirs.has_changed(number) and self._differ(number, ours)

    def _is_emptied(self, number: int, ours: Part | None) -> bool:
        """Whether one side has taken a list away: its items, one by one, so that another's new ones stay."""
        base, raw = self._base[number], self._theirs.raw(number)
        if not isinstance(base, List) or self._ours.has_moved(number) or self._theirs.has_moved(number):
            return False
        empty = List((), base.ordered, base.start)
        if not can_look_into(base, ours or empty, raw or empty):
            return False
        self._inner[number] = self._look_into(number, ours or empty)
        return True

    def _have_moved_apart(self, number: int) -> bool:
        slots = [side.slot_of.get(number) for side in (self._ours, self._theirs)]
        return None not in slots and slots[0] != slots[1]

    def _differ(self, number: int, ours: Part) -> bool:
        """Whether it cannot be decided what a part says that the document has changed; lists are looked into."""
        if can_look_into(self._base[number], ours, self._theirs.raw(number)):
            self._inner[number] = self._look_into(number, ours)
            return False
        return bool(self._theirs.lost(number)) or self._ours.has_changed(number)

    def _have_added_alike(self, place: Place) -> bool:
        """Whether both have added nearly the same at a place: a text that was sent in twice, say."""
        ours, theirs = self._ours.added(place.number), self._theirs.added(place.number)
        pairs = likeness([self._ours.parts[n] for n in ours], [self._theirs.parts[n] for n in theirs])
        return any(key(self._ours.parts[ours[o]]) != key(self._theirs.parts[theirs[t]]) for o, t in pairs.items())

    def _look_into(self, number: int, ours: Part) -> Outcome:
        """Merge what is in a list, an item or a table; what it has become is the only thing that is kept."""
        base, raw = self._base[number], self._theirs.raw(number)
        found = merge(inside(base), inside(ours), inside(raw), takes_theirs=self._takes_theirs)
        whole = with_inside(base, ours, raw or ours, found.parts)
        here = self._ours.pairs.get(number)
        if whole is None:
            kept = []
        elif key(whole) == key(ours):
            kept = [Kept(ours, here)]
        else:
            kept = [Kept(whole, here, None if here is None else tuple(found.kept))]
            found.edits += [] if found.edits or found.clashes else [Edit("ändrat", base, whole)]
        return Outcome(kept, found.edits, found.clashes)

    def _in_order(self, places: set[Place]) -> Iterator[list[Place]]:
        """Yield the clashes, each with all its places in the order of the text."""
        waiting = [place for place in self._ours.places() if place in places]
        while waiting:
            group = self._groups.get(waiting[0], {waiting[0]})
            yield [place for place in waiting if place in group]
            waiting = [place for place in waiting if place not in group]

    def _clash(self, group: list[Place]) -> None:
        built = tuple(self._base[place.number] for place in group if not place.is_slot)
        here, theirs = (tuple(p for place in group for p in side.at(place)) for side in (self._ours, self._theirs))
        lost = tuple(x for place in group if not place.is_slot for x in self._theirs.lost(place.number))
        if self._takes_theirs:
            old, new = (parts[0] if parts else None for parts in (here, theirs))
            self._outcome.edits.append(Edit("avgjort", old, new, lost))
        else:
            self._outcome.clashes.append(Clash(built, here, theirs, lost))

    def _slot(self, place: Place) -> list[Kept]:
        """Return what both have put between two parts, ours and the document's; the same only once.

        Which of two additions comes first nobody can say; it does not depend on whose is taken in first.
        """
        runs = [
            [kept for n in side.entries(place.number) for kept in self._entry(side, n, place)]
            for side in (self._ours, self._theirs)
        ]
        runs = sorted(filter(None, runs), key=lambda run: [key(kept.part) for kept in run])
        return [kept for run in runs for kept in run]

    def _entry(self, side: Side, number: int, slot: Place) -> list[Kept]:
        """Return what one side has put in a slot: a part from elsewhere, as both have made it, or a new one."""
        is_ours, origin = side is self._ours, side.olds.get(number)
        if origin is not None:
            place = Place.of_part(origin)
            if place in self._clashing:
                return self._part(place) if side is self._chosen else []
            return self._part(place) if is_ours or not self._ours.has_moved(origin) else []
        if slot in self._clashing and side is not self._chosen:
            return []
        if is_ours:
            return [Kept(side.parts[number], number)]
        if slot not in self._clashing:
            if self._is_here(side.parts[number]):
                return []
            self._outcome.edits.append(Edit("tillagt", None, side.parts[number]))
        return [Kept(side.parts[number])]

    def _is_here(self, part: Part) -> bool:
        """Whether we have the same, new too, perhaps where something was that one of the sides has taken away."""
        found = key(part)
        is_here = self._new_here[found] > 0
        self._new_here[found] -= is_here
        return is_here

    def _has_moved(self, place: Place) -> bool:
        sides = (self._chosen,) if place in self._clashing else (self._ours, self._theirs)
        return any(side.has_moved(place.number) for side in sides)

    def _part(self, place: Place) -> list[Kept]:
        """Return what has become of a part, wherever it is to stand."""
        number = place.number
        ours, theirs = self._ours.part(number), self._theirs.part(number)
        kept_ours = [] if ours is None else [Kept(ours, self._ours.pairs[number])]
        if place in self._clashing:
            return ([] if theirs is None else [Kept(theirs)]) if self._takes_theirs else kept_ours
        if self._theirs.has_moved(number) and not self._ours.has_moved(number):
            self._outcome.edits.append(Edit("flyttat", self._base[number], theirs))
        if inner := self._inner.get(number):
            self._outcome.edits += inner.edits
            self._outcome.clashes += inner.clashes
            return inner.kept
        is_same = ours is not None and theirs is not None and key(ours) == key(theirs)
        if ours is None or is_same or not self._theirs.has_changed(number):
            return kept_ours
        if theirs is None or self._is_here(theirs):  # gone, or we have what has come in its place
            self._outcome.edits.append(Edit("borttaget", self._base[number], None))
            return []
        self._outcome.edits.append(Edit("ändrat", self._base[number], theirs))
        return [Kept(theirs)]
