"""Lines that are drawn level or upright, and which of them go together."""

from collections.abc import Iterable, Iterator, Sequence

_TOUCH = 2.5  # points
_MANY = 200  # in one direction: then each is not held against each
_ALONG, _UP = 0, 1  # where a line begins along each axis; two further on, where it ends
Rule = Sequence[float]  # left, bottom, right, top


def is_upright(rule: Rule) -> bool:
    """Whether a line stands; the others lie."""
    return rule[0] == rule[2]


def together(rules: Iterable[Rule]) -> list[Rule]:
    """Return lines with those put together that are one, drawn in pieces."""
    found: list[Rule] = []
    for standing in (True, False):
        across, along = (_ALONG, _UP) if standing else (_UP, _ALONG)
        own = [rule for rule in rules if is_upright(rule) == standing]
        line: list[float] | None = None
        for piece in sorted(own, key=lambda one: (one[across], one[along])):
            if line and piece[across] == line[across] and piece[along] <= line[along + 2] + _TOUCH:
                line[along + 2] = max(line[along + 2], piece[along + 2])
            else:
                line = list(piece)
                found.append(line)
    return found


def touching(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield lines in groups that hang together; of very many, in groups between which there is room."""
    upright = [rule for rule in rules if is_upright(rule)]
    level = [rule for rule in rules if not is_upright(rule)]
    if max(len(upright), len(level)) > _MANY:
        yield from parted(rules)
        return
    left = [*upright, *level]
    while left:
        group, edge = [], [left.pop()]
        while edge:
            one = edge.pop()
            group.append(one)
            near = [other for other in left if _meet(one, other)]
            ids = set(map(id, near))
            left = [other for other in left if id(other) not in ids]
            edge += near
        yield group


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one[0] <= other[2] + _TOUCH
        and other[0] <= one[2] + _TOUCH
        and one[1] <= other[3] + _TOUCH
        and other[1] <= one[3] + _TOUCH
    )


def parted(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    """Yield lines in groups between which there is room, above or beside."""
    for band in _parted(rules, _UP):
        for beside in _parted(band, _ALONG):
            yield from _parted(beside, _UP)


def _parted(rules: Iterable[Rule], axis: int) -> Iterator[list[Rule]]:
    """Yield lines in groups between which there is room along an axis."""
    own: list[Rule] = []
    end = 0.0
    for rule in sorted(rules, key=lambda one: one[axis]):
        if own and rule[axis] > end + _TOUCH:
            yield own
            own = []
        end = max(end, rule[axis + 2]) if own else rule[axis + 2]
        own.append(rule)
    if own:
        yield own
