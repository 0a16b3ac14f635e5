"""The tables of a page whose cells are parted by drawn lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rapport.pdf.rules import Rule, is_upright, parted, together, touching
from rapport.pdf.stretch import Stretch

_TOUCH = 2.5  # points
_CELLS = 3_000  # more is squared paper, or a picture
_LEAST = 3  # lines of one direction: two cells beside or above each other
Place = tuple[int, int]  # row and column


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is drawn: where its columns and rows are parted, from the left and from the top, and by what.

    ``holds_another`` says that a table is drawn in one of its cells.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    rules: tuple[Rule, ...] = field(default=(), repr=False)
    holds_another: bool = False

    def holds(self, one: Stretch) -> bool:
        """Whether something stands within the table."""
        return (
            self.columns[0] - _TOUCH < one.left < self.columns[-1] - _TOUCH and self.rows[-1] < one.base < self.rows[0]
        )

    def is_within(self, other: "Grid") -> bool:
        """Whether another table is drawn around this one."""
        return (
            other.columns[0] - _TOUCH < self.columns[0]
            and self.columns[-1] < other.columns[-1] + _TOUCH
            and other.rows[-1] - _TOUCH < self.rows[-1]
            and self.rows[0] < other.rows[0] + _TOUCH
        )

    def place(self, one: Stretch) -> Place:
        """Return the row and the column in which something stands."""
        row = next(n for n, low in enumerate(self.rows[1:]) if one.base > low)
        return row, next(n for n, right in enumerate(self.columns[1:]) if one.left < right - _TOUCH)

    def firsts(self) -> dict[Place, Place]:
        """Return for each cell the first of those that it is put together with: no line is drawn between them."""
        over, before = self._walls()
        first: dict[Place, Place] = {}
        for row in range(len(self.rows) - 1):
            for column in range(len(self.columns) - 1):
                at = row, column
                if row and at not in over:
                    first[at] = first[row - 1, column]
                elif column and at not in before:
                    first[at] = first[row, column - 1]
                else:
                    first[at] = at
        return first

    def _walls(self) -> tuple[set[Place], set[Place]]:
        """Return the cells over which a line is drawn, and those to the left of which one is."""
        across = [(a + b) / 2 for a, b in pairwise(self.columns)]
        down = [(a + b) / 2 for a, b in pairwise(self.rows)]
        over, before = set(), set()
        for rule in self.rules:
            if is_upright(rule):
                columns = [n for n, x in enumerate(self.columns[:-1]) if abs(x - rule[0]) <= 2 * _TOUCH]
                before |= {(row, n) for n in columns for row, y in enumerate(down) if rule[1] <= y <= rule[3]}
            else:
                rows = [n for n, y in enumerate(self.rows[:-1]) if abs(y - rule[1]) <= 2 * _TOUCH]
                over |= {(n, column) for n in rows for column, x in enumerate(across) if rule[0] <= x <= rule[2]}
        return over, before


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """Return the tables that some lines draw, each with those within it; a frame with one cell is none."""
    found, rest = [], []
    for group in touching(together(rules)):
        if one := _grid(group):
            found.append(one)
        else:
            rest += group
    found += [one for group in parted(rest) if (one := _grid(group))]
    outer = [one for one in found if not any(one.is_within(other) for other in found if other is not one)]
    return [
        replace(one, holds_another=any(other.is_within(one) for other in found if other is not one)) for one in outer
    ]


def _grid(group: Sequence[Rule]) -> Grid | None:
    columns = _places(rule[0] for rule in group if is_upright(rule))
    rows = _places(rule[1] for rule in group if not is_upright(rule))
    if len(columns) >= _LEAST and len(rows) > 1 and len(columns) * len(rows) <= _CELLS:
        return Grid(tuple(columns), tuple(rows[::-1]), tuple(group))
    return None


def _places(values: Iterable[float]) -> list[float]:
    """Return places from the least on, those that nearly touch as one."""
    ordered = sorted(values)
    return ordered[:1] + [b for a, b in pairwise(ordered) if b - a > _TOUCH]
