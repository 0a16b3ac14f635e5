"""The tables of a page whose cells are parted by drawn lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapport.pdf.stretch import Stretch

_TOUCH = 2.5  # points
_OVER = 4.0  # what stands so far over a line is in two cells
_CELLS = 3_000  # more is squared paper, or a picture
_LEAST = 3  # lines of one direction: two cells beside or above each other
_ALONG, _UP = 0, 1  # where a line begins along each axis; two further on, where it ends
Rule = Sequence[float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is drawn: where its columns and rows are parted, from the left and from the top."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    def holds(self, one: Stretch) -> bool:
        """Whether something stands within the table."""
        return (
            self.columns[0] - _TOUCH < one.left < self.columns[-1] - _TOUCH and self.rows[-1] < one.base < self.rows[0]
        )

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
        if len(columns) >= _LEAST and len(rows) > 1 and len(columns) * len(rows) <= _CELLS:
            found.append(Grid(tuple(columns), tuple(rows[::-1])))
    return found


def _is_upright(rule: Rule) -> bool:
    return rule[0] == rule[2]


def _places(values: Iterable[float]) -> list[float]:
    """Return places from the least on, those that nearly touch as one."""
    ordered = sorted(values)
    return ordered[:1] + [b for a, b in pairwise(ordered) if b - a > _TOUCH]


def _touching(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield the lines of each table: between two tables there is room, above or beside."""
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
