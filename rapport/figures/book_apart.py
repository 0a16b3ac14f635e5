"""Workbooks read in a process of their own, and how what they hold comes from there: as JSON can hold it.

A text is itself; a number is ["n", "1.5"], a share ["p", "0.45"] and a date ["d", "2025-01-02"].
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from rapport.apart import Apart, BrokenOffError
from rapport.disk import opened
from rapport.figures.cells import Cell, Share
from rapport.figures.merged import Area
from rapport.figures.raw import MAX_BYTES, Raw, complaint, unreadable
from rapport.finding import Finding

READ = f"{__name__}:read_apart"  # what is called apart
_MADE: dict[str, Callable[[str], Cell]] = {"n": Decimal, "p": Share, "d": date.fromisoformat}
_SAVE_AGAIN = "Öppna filen i Excel, ta bort det som svaren inte behöver, och spara den på nytt som .xlsx."


def read_book(apart: Apart, path: Path, name: str, file: str) -> tuple[list[Raw], list[Finding]]:
    """Read a workbook; no table and a finding when it cannot be read, or the reading came to no end."""
    try:
        raws, faults = apart.call(READ, str(path), name, file)
    except BrokenOffError as error:
        return [], [complaint(file, f"Filen {error}", _SAVE_AGAIN)]
    findings = [
        replace(complaint(file, message, hint, row, column), severity=severity)
        for severity, message, hint, row, column in faults
    ]
    return [_raw(file, *one) for one in raws], findings


def read_apart(path: str, name: str, file: str) -> list[Any]:
    """Return a workbook's tables, and what is wrong with them; called in the process that reads."""
    from rapport.figures.read_xlsx import read_xlsx

    try:
        with opened(Path(path)) as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return [[], [_fault(unreadable(file, error))]]
    raws, findings = read_xlsx(raw, name, file)
    return [[_plain(one) for one in raws], [_fault(one) for one in findings]]


def _fault(one: Finding) -> list[Any]:
    return [one.severity, one.message, one.hint, one.place.line, one.place.column]


def _plain(raw: Raw) -> list[Any]:
    rows = [[number, [_sent(cell) for cell in cells]] for number, cells in raw.rows]
    return [raw.name, rows, raw.sheet, [[one.top, one.left, one.bottom, one.right] for one in raw.merged]]


def _sent(cell: Cell) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, Decimal):
        return ["p" if isinstance(cell, Share) else "n", str(cell)]
    return ["d", cell.isoformat()]


def _raw(file: str, name: str, rows: list[Any], sheet: str | None, merged: list[list[int]]) -> Raw:
    received = [(number, [_received(cell) for cell in cells]) for number, cells in rows]
    return Raw(name, file, received, sheet, tuple(Area(*area) for area in merged))


def _received(cell: Any) -> Cell:  # noqa: ANN401 - as above
    return _MADE[cell[0]](cell[1]) if isinstance(cell, list) else cell
