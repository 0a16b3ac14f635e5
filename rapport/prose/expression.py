"""An expression in an answer as written: what is shown in its place, and what was wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass

from rapport.prose.blocks import Table, Text


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an expression: ``start`` is the offset of ``excerpt`` in the answer as written."""

    message: str
    hint: str
    start: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class Expression:
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
