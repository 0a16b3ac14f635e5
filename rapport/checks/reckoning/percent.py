"""Per cent of a change, and whether what is said of it can be right, rounding allowed for."""

from decimal import Decimal

from rapport.checks.reckoning.changes import Change

_HUNDRED = Decimal(100)
# How much of its last sign a value may be wrong by: a count that ends in noughts is seldom rounded.
_HALF, _COUNT = Decimal("0.5"), Decimal("0.125")


def growth(change: Change) -> Decimal:
    """Return how many per cent of the first value a change is, without sign."""
    return abs(change.difference) / change.first.value * _HUNDRED


def is_growth(change: Change) -> bool:
    """Whether the change can be as many per cent as it is said to be; a last sign that was cut off counts as right."""
    if change.said is None or change.first.low <= 0:
        return True
    share = _COUNT if change.first.slag == "antal" else _HALF
    ends = [
        abs(second / first - 1) * _HUNDRED
        for first in (change.first.value - share * change.first.step, change.first.value + share * change.first.step)
        for second in (
            change.second.value - share * change.second.step,
            change.second.value + share * change.second.step,
        )
    ]
    return min(ends) - change.said.step <= change.said.value <= max(ends) + change.said.step


def is_points(change: Change) -> bool:
    """Whether the change can be as large as it is said to be, in the unit of its values."""
    if change.said is None:
        return True
    steps = (change.first.step, change.second.step, change.said.step)
    margin = (_COUNT if change.first.slag == "antal" else _HALF) * sum(steps, Decimal(0))
    if len(set(steps)) == 1:  # all are as exact: then the difference is, too
        margin = steps[0] / 2
    return abs(abs(change.difference) - change.said.value) <= margin


def is_meant_as_points(change: Change) -> bool:
    """Whether a difference of two shares is exactly what is called per cent of the first, and that is another."""
    said = change.said
    return said is not None and is_points(change) and abs(growth(change) - said.value) > said.step / 2
