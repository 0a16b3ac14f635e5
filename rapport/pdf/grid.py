"""The tables of a page whose cells are parted by drawn lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapport.pdf.stretch import Stretch

_TOUCH = 2.5  # points
_OVER = 4.0  # what stands so far over a line is in two cells
_LEAST = 3  # lines of one direction: two cells beside or above each other
Rule = Sequence[float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is drawn: where its columns and rows are parted, from the left and from the top."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    def holds(self, one: Stretch) -> bool:
        """Whether something stands within the table."""
        return self.columns[0] - _TOUCH < one.left < self.columns[-1] and self.rows[-1] < one.base < self.rows[0]

    def cells(self, own: Iterable[Stretch]) -> list[list[list[Stretch]]]:
        """Return what stands in the table as rows of cells, each in the order in which it was drawn."""
        table: list[list[list[Stretch]]] = [[[] for _ in self.columns[1:]] for _ in self.rows[1:]]
        for one in own:
            row = next(n for n, low in enumerate(self.rows[1:]) if one.base > low)
            column = next(n for n, right in enumerate(self.columns[1:]) if one.left < right - _TOUCH)
            table[row][column].append(one)
        return table

    def is_crossed(self, own: Iterable[Stretch]) -> bool:
        """Whether something stands over a line between columns: then cells are put together there."""
        return any(one.left + _OVER < x < one.right - _OVER for one in own for x in self.columns[1:-1])


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """Return the tables that some lines draw; a frame with one cell is none."""
    found = []
    for group in _touching(rules):
        columns = _places(rule[0] for rule in group if _is_upright(rule))
        rows = _places(rule[1] for rule in group if not _is_upright(rule))
        if len(columns) > 1 and len(rows) > 1 and max(len(columns), len(rows)) >= _LEAST and len(columns) >= _LEAST:
            found.append(Grid(tuple(columns), tuple(rows[::-1])))
    return found


def _is_upright(rule: Rule) -> bool:
    return rule[0] == rule[2]


def _places(values: Iterable[float]) -> list[float]:
    """Return places from the least on, those that nearly touch as one."""
    ordered = sorted(values)
    return ordered[:1] + [b for a, b in pairwise(ordered) if b - a > _TOUCH]


def _touching(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield the lines that hang together, by way of each other."""
    groups: list[tuple[list[float], list[Rule]]] = []  # each with the box around it
    for rule in rules:
        box, own = list(rule), [rule]
        for other in [group for group in groups if _is_near(group[0], rule)]:
            groups.remove(other)
            box = _around(box, other[0])
            own += other[1]
        groups.append((box, own))
    has_grown = True
    while has_grown:  # a box that has grown may reach another
        has_grown = False
        for at, (box, own) in enumerate(groups):
            rest = [group for group in groups[at + 1 :] if _is_near(group[0], box)]
            if rest:
                groups.remove(rest[0])
                groups[at] = (_around(box, rest[0][0]), own + rest[0][1])
                has_grown = True
    yield from (own for _, own in groups)


def _around(box: list[float], other: list[float]) -> list[float]:
    return [*map(min, box[:2], other[:2]), *map(max, box[2:], other[2:])]


def _is_near(box: Rule, other: Rule) -> bool:
    return (
        other[0] <= box[2] + _TOUCH
        and box[0] <= other[2] + _TOUCH
        and other[1] <= box[3] + _TOUCH
        and box[1] <= other[3] + _TOUCH
    )
