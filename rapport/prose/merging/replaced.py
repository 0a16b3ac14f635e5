"""What each of two sides has written anew, instead of the same parts of what they come from."""

from collections.abc import Iterator
from itertools import groupby

from rapport.prose.merging.alike import key
from rapport.prose.merging.side import Place, Side


def both_replaced(count: int, ours: Side, theirs: Side) -> Iterator[set[Place]]:
    """Yield the places where each side has a text of its own for parts of a base that both have taken away.

    Where one has all that the other has, nothing is to be decided. ``count`` is how many parts the base has.
    """
    sides = (ours, theirs)
    gone = [number for number in range(count) if all(side.part(number) is None for side in sides)]
    for _, run in groupby(enumerate(gone), lambda one: one[1] - one[0]):
        _, first = next(run)
        around = [side.gone_around(first) for side in sides]
        slots = [[slot for slot in own if side.added(slot)] for side, own in zip(sides, around, strict=True)]
        here, there = (
            {key(side.parts[number]) for slot in own for number in side.added(slot)}
            for side, own in zip(sides, slots, strict=True)
        )
        if here - there and there - here:
            parts = {Place.of_part(number) for own in around for number in own[:-1]}
            yield parts | {Place(slot, is_part=False) for own in slots for slot in own}
