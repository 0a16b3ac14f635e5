"""Per cent of a change, and whether what is said of it can be right, rounding allowed for."""

from decimal import Decimal

from rapport.checks.changes import Change

_HUNDRED = Decimal(100)


def growth(change: Change) -> Decimal:
    """Return how many per cent of the first value a change is, without sign."""
    return abs(change.difference) / change.first.value * _HUNDRED


def is_growth(change: Change) -> bool:
    """Whether the change can be as many per cent as it is said to be; a last sign that was cut off counts as right."""
    if change.said is None or change.first.low <= 0:
        return True
    ends = [
        abs(second / first - 1) * _HUNDRED
        for first in (change.first.low, change.first.high)
        for second in (change.second.low, change.second.high)
    ]
    return min(ends) - change.said.step <= change.said.value <= max(ends) + change.said.step


def is_points(change: Change) -> bool:
    """Whether the change can be as large as it is said to be, in the unit of its values."""
    if change.said is None:
        return True
    margin = (change.first.step + change.second.step + change.said.step) / 2
    exact = change.first.step == change.second.step == change.said.step
    said = change.said.value if change.said.slag != "antal" else change.said.value
    return abs(abs(change.difference) - said) <= (change.first.step / 2 if exact else margin)
