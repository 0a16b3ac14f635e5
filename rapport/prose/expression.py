"""An expression in an answer as written: what is shown in its place, and what was wrong with it."""

from collections.abc import Callable
from typing import NamedTuple

from rapport.prose.blocks import Table, Text


class Fault(NamedTuple):
    """What is wrong with an expression: ``start`` is the offset of ``excerpt`` in the answer as written.

    It is ``of_table`` when the fault is one and the same wherever the table is asked for.
    """

    message: str
    hint: str
    start: int
    excerpt: str
    of_table: bool = False


class Expression(NamedTuple):
    """One expression, from ``start`` to ``end`` of the answer as written.

    ``shown`` is the figure, the table (of an expression that stands alone on its line), or the words that say
    that the figure is missing.
    """

    start: int
    end: int
    shown: Text | Table
    fault: Fault | None = None


Evaluate = Callable[[str], tuple[Expression, ...]]
"""Finds the expressions of an answer as written and evaluates them, in order."""
