"""What is inside a list, an item or a table, and the same put together again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from rapport.prose.blocks import Blocks, Item, List, Table
from rapport.prose.merging.alike import HeadingRow, Part, Row


def can_look_into(base: Part, ours: Part, theirs: Part | None) -> bool:
    """Whether three parts are lists of one sort, items, or tables of one shape, none of them made by an expression."""
    found = (base, ours, theirs)
    tables = [part for part in found if isinstance(part, Table)]
    if len(tables) == len(found):
        are_written = all(table.rows and not table.trace for table in tables)
        return are_written and len({len(table.align) for table in tables}) == 1
    sorts = [part.ordered for part in found if isinstance(part, List)]
    are_lists = len(sorts) == len(found) and len(set(sorts)) == 1
    return are_lists or all(isinstance(part, Item) for part in found)


def inside(part: Part | None) -> Sequence[Part]:
    """Return the items of a list, the blocks of an item, the rows of a table."""
    if isinstance(part, List):
        return part.items
    if isinstance(part, Table):
        return (HeadingRow(part.rows[0]), *part.rows[1:])
    return part.blocks if isinstance(part, Item) else ()


def with_inside(base: Part, ours: Part, theirs: Part | None, parts: Sequence[Part]) -> Part | None:
    """Return ours with other parts in it; None where a list or a table has none left."""
    if isinstance(ours, Item):
        return Item(cast("Blocks", tuple(parts)), ours.label)
    if not parts:
        return None
    if isinstance(ours, Table):
        return replace(ours, rows=tuple(tuple(row) for row in cast("Sequence[Row]", parts)))
    if isinstance(ours, List) and isinstance(base, List) and isinstance(theirs, List):
        start = theirs.start if theirs.start != base.start else ours.start
        return List(tuple(cast("Sequence[Item]", parts)), ours.ordered, start)
    return ours
