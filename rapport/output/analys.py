"""The answer to an analyst's question: a table on a terminal, or plain data."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import zip_longest
from typing import Any, Protocol

from rapport.output.wrapped import wrapped

_GAP = "  "
_LEAST = 6  # characters of a column
_YEARS = 10_000  # below this numbers are not parted into thousands


class Tabell(Protocol):
    """A table: its columns' names, and its rows."""

    @property
    def kolumner(self) -> tuple[str, ...]: ...  # noqa: D102 - see the class
    @property
    def rader(self) -> Sequence[Sequence[str | int | float | None]]: ...  # noqa: D102 - as above


def as_text(fraga: str, tabell: Tabell, width: int) -> Iterator[str]:
    """Yield a question and the table that answers it, at most ``width`` columns wide."""
    yield from (*wrapped(fraga, width), "")
    if not tabell.rader:
        yield "Inget i samlingen svarar på det."
        return
    yield from lines_of(tabell, width)


def lines_of(tabell: Tabell, width: int) -> Iterator[str]:
    """Yield a table's lines, at most ``width`` columns wide; one that has too many columns for that row by row."""
    if len(tabell.kolumner) * (_LEAST + len(_GAP)) > width:
        yield from _row_by_row(tabell, width)
        return
    rows = [tabell.kolumner, *([_shown(value) for value in row] for row in tabell.rader)]
    widths = _widths(rows, width)
    numbers = {n for n in range(len(widths)) if all(isinstance(row[n], int | float | None) for row in tabell.rader)}
    for number, row in enumerate(rows):
        cells = [wrapped(cell, size) or [""] for cell, size in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            line = (
                p.rjust(w) if n in numbers else p.ljust(w) for n, (p, w) in enumerate(zip(parts, widths, strict=True))
            )
            yield _GAP.join(line).rstrip()
        if not number:
            yield _GAP.join("─" * size for size in widths)


def _row_by_row(tabell: Tabell, width: int) -> Iterator[str]:
    for row in tabell.rader:
        for head, value in zip(tabell.kolumner, row, strict=True):
            yield from wrapped(f"{head}: {_shown(value)}", width, rest="  ")
        yield ""


def as_csv(tabell: Tabell) -> str:
    """Return a table as CSV."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([tabell.kolumner, *tabell.rader])
    return text.getvalue()


def as_data(fraga: str, sammanfattning: Tabell, rader: Tabell) -> dict[str, Any]:
    """Return an answer as plain data."""
    return {"version": 1, "fraga": fraga, "sammanfattning": _dicts(sammanfattning), "rader": _dicts(rader)}


def _dicts(tabell: Tabell) -> list[dict[str, Any]]:
    return [dict(zip(tabell.kolumner, row, strict=True)) for row in tabell.rader]


def _shown(value: str | float | None) -> str:
    if isinstance(value, float):
        value = int(value) if value == int(value) else value
    if isinstance(value, int | float):
        return str(value) if abs(value) < _YEARS else f"{value:,}".replace(",", " ").replace(".", ",")
    return value or ""


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return how wide each column is: as its widest cell, the widest columns narrowed until all have room."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    room = width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths
