"""What an expression gives, and where it takes it from: table, columns, rows, and what was skipped."""

import re
from collections.abc import Iterator

from rapport.domain.offer import Told
from rapport.figures.around import around
from rapport.output.siffror import source_lines
from rapport.prose.blocks import Figur, Table, plain_passages
from rapport.prose.expression import Expression
from rapport.prose.numbers import thousands
from rapport.workflow.asking import Asking

_SHOWN = 12  # rows of a table
_BROKEN = re.compile(r"\s*[\r\n]\s*")


def told_figure(at: Asking) -> Told | None:
    """Return the value and the trace of the expression at a place; None where there is none, or it has no value.

    What is wrong with one is said by the check, in the same place.
    """
    span = around(at.text, at.offset)
    if span is None:
        return None
    source = _BROKEN.sub(" ", at.text[span[0] : span[1]]).replace('\\"', '"')
    found = at.report.expressions(source)
    told = told_expression(found[0]) if len(found) == 1 else None
    return told._replace(start=span[0], end=span[1]) if told else None


def told_expression(found: Expression) -> Told | None:
    """Return the value and the trace of an expression as it was evaluated; None where it has no value."""
    shown = found.shown
    if found.fault:
        return None
    if isinstance(shown, Figur) and shown.trace.uttag:
        sources = (tuple(source_lines(uttag)) for uttag in shown.trace.uttag)
        return Told(shown.text, tuple(sources))
    if isinstance(shown, Table) and shown.trace:
        sources = (tuple(source_lines(uttag)) for uttag in shown.trace.uttag)
        return Told("Tabell", (tuple(_lines(shown)), *sources))
    return None


def _lines(table: Table) -> Iterator[str]:
    """Yield a table's rows, each in a line; of a long one the first, and the last."""
    rows = [" · ".join(" ".join(plain_passages(cell)) or "–" for cell in row) for row in table.rows]
    if len(rows) <= _SHOWN + 1:
        yield from rows
        return
    yield from rows[:_SHOWN]
    yield f"… {thousands(len(rows) - _SHOWN - 1)} rader till …"
    yield rows[-1]
