"""What makes a table that can be read other than it seems: cells unlike the rest of their column, rows of sums."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.summor import has_sum, may_say_sum, says_part, says_sum
from rapport.domain.tabell import Kolumn, Tabell, Vantat
from rapport.figures.cells import HARD, Cell, as_text, number
from rapport.figures.merged import Rows
from rapport.figures.naming import cell_name, first_few
from rapport.finding import Finding, Place

_FEW = 5  # one in so many cells: likely a slip, not another kind of column
_EITHER_WAY = re.compile(r"[-−+]?[1-9]\d{0,2}\.\d{3}(?:\s?(?:%|procent))?")  # 1.234 may be 1 234 or 1,234
_CASE_NUMBER = re.compile(r"\d{5}|\d\D|\D\d")  # a row with one is a case; 2025 is none

KINDS: Mapping[Vantat, tuple[str, str, str]] = {
    "tal": ("tal", "Skriv ett tal i varje sådan cell, eller töm den.", "kan kolumnen inte summeras"),
    "datum": (
        "datum",
        "Skriv datum som 2025-05-13, eller töm cellen.",
        "är kolumnen text, och rader kan inte väljas efter år",
    ),
    "procent": ("procent", "", "kan kolumnen inte räknas"),
}


def odd_cells(kolumn: Kolumn) -> str:
    """Return in words which cells keep a column from being what it nearly is."""
    names = first_few([cell_name(row, kolumn.nummer) for row, _ in kolumn.udda])
    text = kolumn.udda[0][1][:40]
    if len(kolumn.udda) == 1:
        return f"{names}, där det står ”{text}”"
    return f"{names}; i {cell_name(kolumn.udda[0][0], kolumn.nummer)} står det ”{text}”"


def odd_message(kolumn: Kolumn) -> str:
    """Return the complaint about a column's odd cells."""
    if kolumn.vantat == "procent":
        return f"Kolumnen {kolumn.rubrik} blandar procent och vanliga tal: {odd_cells(kolumn)}."
    return f"Kolumnen {kolumn.rubrik} är {KINDS[kolumn.vantat][0]} utom i {odd_cells(kolumn)}."


def odd_hint(kolumn: Kolumn) -> str:
    """Return what to do about a column's odd cells."""
    if kolumn.vantat == "procent":
        is_share = kolumn.udda[0][1].endswith("%")
        how = "Ge cellerna ett vanligt talformat" if is_share else "Skriv dem med procenttecken, som 45 %"
        return f"{how}, så att hela kolumnen är lika."
    return KINDS[kolumn.vantat][1]


def odd(tabell: Tabell, sums: set[int]) -> Iterator[Finding]:
    """Yield a warning where a column is of one kind but for a few cells; to count with it is an error of its own."""
    for kolumn in tabell.kolumner:
        few = len(kolumn.udda) <= max(1, len(tabell.rader) // _FEW) or kolumn.vantat != "tal"
        rows = [row for row, _ in kolumn.udda]
        if rows and few and not sums.issuperset(rows):
            hint = f"{odd_hint(kolumn)} Tills dess {KINDS[kolumn.vantat][2]}."
            place = Place(tabell.fil, rows[0], kolumn.nummer)
            yield Finding("siffra", "warning", odd_message(kolumn), hint, place)


def points(tabell: Tabell, body: Rows) -> Iterator[Finding]:
    """Yield a warning where a column's points may part thousands, or decimals: nothing in it tells which."""
    for kolumn in tabell.kolumner:
        at = kolumn.nummer - 1
        texts = [(row, cells[at]) for row, cells in body if at < len(cells) and kolumn.slag == "tal"]
        written = [(row, cell) for row, cell in texts if isinstance(cell, str)]
        pointed = [(row, cell) for row, cell in written if "." in cell]
        if not pointed or any("," in cell for _, cell in written):
            continue
        if all(_EITHER_WAY.fullmatch(cell) for _, cell in pointed):
            row, cell = pointed[0]
            read = f"{cell} i {cell_name(row, kolumn.nummer)} läses som {cell.replace('.', HARD)}"
            message = f"Punkterna i kolumnen {kolumn.rubrik} tas för tusentalsavskiljare: {read}."
            hint = "Stämmer det: skriv talen utan punkt. Är punkten ett decimaltecken: skriv decimalkomma i stället."
            yield Finding("siffra", "warning", message, hint, Place(tabell.fil, row, kolumn.nummer))


def totals(file: str, body: Rows) -> Iterator[tuple[int, Finding]]:
    """Yield the number of each row that already is a sum, and an error: it would be counted twice."""
    above: dict[int, _Above] = defaultdict(_Above)
    for row, cells in body:
        numbers = [number(cell) for cell in cells]
        adds_up = any(above[at].is_sum(value) for at, value in enumerate(numbers) if value)
        label = _label_of_sum(cells, numbers, adds_up=adds_up)
        for at, value in enumerate(numbers):
            above[at].take(value)
        if label is not None:
            said = f" (”{label[:40]}”)" if label else ": talen är raderna ovanför tillsammans, och raden har ingen text"
            message = f"Rad {row} är en summarad{said}{' och' if label else ';'} skulle räknas dubbelt."
            hint = "Ta bort raden; uttrycken räknar summorna."
            yield row, Finding("siffra", "error", message, hint, Place(file, row))


@dataclass(slots=True)
class _Above:
    """The numbers of a column as far down as it has been read."""

    count: int = 0
    total: Decimal = Decimal(0)
    has_zero: bool = False

    def take(self, value: Decimal | None) -> None:
        if value is not None:
            self.count += 1
            self.total += value
            self.has_zero = self.has_zero or not value

    def is_sum(self, value: Decimal) -> bool:
        """Whether a number is the sum of those above it, of two at least and none of them nothing."""
        return self.count > 1 and not self.has_zero and self.total == value


def _label_of_sum(cells: list[Cell], numbers: list[Decimal | None], *, adds_up: bool) -> str | None:
    """Return what a row that is a sum calls itself, "" where it has no text; None for any other row."""
    found = ((at, cell) for at, cell in enumerate(cells) if numbers[at] is None)
    texts = [(at, cell) for at, cell in found if isinstance(cell, str) and cell.strip()]
    if not texts:
        return "" if adds_up else None
    return next((cell for at, cell in texts if _is_sum(cells, at, cell, adds_up=adds_up)), None)


def _is_sum(cells: list[Cell], at: int, cell: str, *, adds_up: bool) -> bool:
    """Whether a cell says that its row is a sum; where it may be a name, only as the last text of a row of no case."""
    if says_sum(cell) or (adds_up and has_sum(cell)):
        return True
    after = [other for other in cells[at + 1 :] if other is not None]
    is_last_text = any(number(other) is not None for other in after) and not any(map(_is_text, after))
    before = [as_text(other) for other in cells[:at] if other is not None]
    is_numbered = any(any(map(str.isdigit, text)) for text in before)
    is_case = len(before) > 1 or any(_CASE_NUMBER.search(text) for text in before)
    is_part = says_part(cell) and not is_numbered and not any(map(str.isdigit, cell))  # else it is a remark
    return is_last_text and (is_part or (may_say_sum(cell) and not is_case))


def _is_text(cell: Cell) -> bool:
    return isinstance(cell, str) and number(cell) is None
