"""A column's cells → numbers, dates or text, strictly: a column is numbers only when every cell is one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rapport.domain.tabell import Kolumnslag, Varde
from rapport.figures.raw import Cell

_PLAIN = r"(?:0|[1-9]\d*)"
_GROUPED = r"[1-9]\d{0,2}(?P<gap>[ \u00a0\u202f.])\d{3}(?:(?P=gap)\d{3})*"
# Leading zeros are no number's: 0123 is the name of something.
_SWEDISH = re.compile(rf"([-−+]?)((?:{_GROUPED}|{_PLAIN})(?:,\d+)?)(?:\s?(?:kr|SEK))?")
_POINT = re.compile(r"([-−+]?)((?:0|[1-9]\d*)\.\d+)")
_INTEGER = re.compile(rf"([-−+]?)({_PLAIN})")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]00:00(?::00)?)?")
_LONGEST = 40  # characters of a number
MAX_NUMBER = Decimal(10) ** 15
_LEADING_ZERO = re.compile(r"0\d+")


@dataclass(frozen=True, slots=True)
class Typed:
    """A column's values, what they are, and the indexes of cells that keep it from being numbers."""

    kind: Kolumnslag
    values: list[Varde]
    odd: list[int]


def typed(cells: Sequence[Cell]) -> Typed:
    """Return a column's cells as what all of them are; text where they differ."""
    filled = [cell for cell in cells if cell is not None]
    if filled and all(_date(cell) for cell in filled):
        return Typed("datum", [_date(cell) if cell is not None else None for cell in cells], [])
    has_point = _uses_point(filled)
    numbers = [None if cell is None else number(cell, has_point=has_point) for cell in cells]
    odd = [index for index, cell in enumerate(cells) if cell is not None and numbers[index] is None]
    if filled and not odd:
        return Typed("tal", list(numbers), [])
    is_name = any(isinstance(cell, str) and _LEADING_ZERO.fullmatch(cell) for cell in filled)
    is_nearly = 2 * len(odd) <= len(filled) and not is_name
    return Typed("text", [None if cell is None else as_text(cell) for cell in cells], odd if is_nearly else [])


def number(cell: Cell, *, has_point: bool = False) -> Decimal | None:
    """Return a cell as a number; None when it is not written as one in Swedish, or with decimal point."""
    if isinstance(cell, Decimal):
        return cell if abs(cell) <= MAX_NUMBER else None
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return None
    patterns = (_POINT, _INTEGER) if has_point else (_SWEDISH,)
    match = next((found for pattern in patterns if (found := pattern.fullmatch(cell.strip()))), None)
    if not match:
        return None
    digits = match[2] if has_point else re.sub(r"[^\d,]", "", match[2]).replace(",", ".")
    value = Decimal(digits)
    if value > MAX_NUMBER:
        return None  # so many digits are the name of something
    return -value if match[1] in ("-", "−") else value


def as_text(cell: Decimal | date | str) -> str:
    """Return a cell as plain text, a number without exponent."""
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}".replace(".", ",") if cell else "0"
    return cell.isoformat() if isinstance(cell, date) else cell


def _uses_point(cells: Sequence[Cell]) -> bool:
    """Whether a column is written with decimal point: one cell cannot be read otherwise, and none has a comma."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    if any("," in text for text in texts):
        return False
    return any(_POINT.fullmatch(text) and not _SWEDISH.fullmatch(text) for text in texts if len(text) <= _LONGEST)


def _date(cell: Cell) -> date | None:
    if isinstance(cell, date):
        return cell
    match = _DATE.fullmatch(cell) if isinstance(cell, str) else None
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def stripped(cells: Sequence[Cell]) -> Iterator[Cell]:
    """Yield cells with the blanks around texts gone, an empty text as None."""
    for cell in cells:
        yield (cell.strip() or None) if isinstance(cell, str) else cell
