"""Cells named as Excel names them: D5, D5:E7, and many of them in words."""

from collections.abc import Sequence

from rapport.prose.numbers import row_of

_SHOWN = 3  # cells named; the others are counted


def letters(column: int) -> str:
    """Return a column's letters: 1 is A, 27 is AA."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def cell_name(row: int, column: int) -> str:
    """Return a cell's name: D5."""
    return f"{letters(column)}{row}"


def first_few(names: Sequence[str]) -> str:
    """Return names as people say them, the first few and how many more: D5, D9 och 3 till."""
    shown = list(names) if len(names) <= _SHOWN + 1 else list(names[:_SHOWN])
    more = [f"{len(names) - len(shown)} till"] if len(shown) < len(names) else []
    return row_of([*shown, *more])
