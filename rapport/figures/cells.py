"""A cell, both ways: what people wrote → a number, a date, a text or a name, and a value → what people read.

Strictly: a column is numbers only when every cell in it is one, and shares only when every cell is in percent.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from rapport.domain.mall import file_word
from rapport.domain.tabell import Kolumnslag, Vantat, Varde

Cell = str | Decimal | date | None  # as it stands in its file

HARD = "\u00a0"  # every blank inside a figure: no line breaks in it
MAX_NUMBER = Decimal(10) ** 15
_LONGEST = 40  # characters of a number
_PLAIN = r"(?:0|[1-9]\d*)"
_GROUPED = r"[1-9]\d{0,2}(?P<gap>[ \u00a0\u202f.])\d{3}(?:(?P=gap)\d{3})*"
# Leading zeros are no number's: 0123 is the name of something.
_SWEDISH = re.compile(rf"([-−+]?)((?:{_GROUPED}|{_PLAIN})(?:,\d+)?)(?:\s?(?:kr|SEK))?")
_POINT = re.compile(r"([-−+]?)((?:0|[1-9]\d*)\.\d+)")
_INTEGER = re.compile(rf"([-−+]?)({_PLAIN})")
_PERCENT = re.compile(r"\s*(.*\d)\s?(?:%|procent)\s*")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]00:00(?::00)?)?")
_LEADING_ZERO = re.compile(r"0\d+")


class Share(Decimal):
    """A number that its file shows in percent: 45 % is 0.45."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A column's values, what they are, and the indexes of cells that keep it from being what it nearly is."""

    kind: Kolumnslag
    values: list[Varde]
    odd: list[int]
    nearly: Vantat = "tal"
    is_share: bool = False


def typed(cells: Sequence[Cell]) -> Typed:
    """Return a column's cells as what all of them are; text where they differ."""
    filled = [cell for cell in cells if cell is not None]
    dates = [_date(cell) for cell in cells]
    undated = [index for index, cell in enumerate(cells) if cell is not None and dates[index] is None]
    if filled and not undated:
        return Typed("datum", list(dates), [])
    has_point = _uses_point(filled)
    numbers = [None if cell is None else number(cell, has_point=has_point) for cell in cells]
    odd = [index for index, cell in enumerate(cells) if cell is not None and numbers[index] is None]
    texts: list[Varde] = [None if cell is None else as_text(cell) for cell in cells]
    if filled and not odd:
        misfits = _misfits(numbers)
        is_share = any(isinstance(value, Share) for value in numbers)
        return Typed("text", texts, misfits, "procent") if misfits else Typed("tal", list(numbers), [], "tal", is_share)
    if filled and 2 * len(undated) <= len(filled):
        return Typed("text", texts, undated, "datum")
    is_name = any(isinstance(cell, str) and _LEADING_ZERO.fullmatch(cell) for cell in filled)
    is_nearly = 2 * len(odd) <= len(filled) and not is_name
    return Typed("text", texts, odd if is_nearly else [])


def _misfits(numbers: Sequence[Decimal | None]) -> list[int]:
    """Return the indexes of the cells in percent among plain ones, or the other way round: of those that are fewer."""
    shares = [index for index, value in enumerate(numbers) if isinstance(value, Share)]
    plain = [index for index, value in enumerate(numbers) if value and not isinstance(value, Share)]  # 0 is 0 %
    return min(plain, shares, key=len)


def number(cell: Cell, *, has_point: bool = False) -> Decimal | None:
    """Return a cell as a number; None when it is not written as one in Swedish, or with decimal point."""
    if isinstance(cell, Decimal):
        return cell if abs(cell) <= MAX_NUMBER else None
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return None
    if share := _PERCENT.fullmatch(cell):
        part = number(share[1], has_point=has_point)
        return None if part is None else Share(part / 100)
    patterns = (_POINT, _INTEGER) if has_point else (_SWEDISH,)
    match = next((found for pattern in patterns if (found := pattern.fullmatch(cell.strip()))), None)
    if not match:
        return None
    digits = match[2] if has_point else re.sub(r"[^\d,]", "", match[2]).replace(",", ".")
    value = Decimal(digits)
    if value > MAX_NUMBER:
        return None  # so many digits are the name of something
    return -value if match[1] in ("-", "−") else value


def _uses_point(cells: Sequence[Cell]) -> bool:
    """Whether a column is written with decimal point: one cell cannot be read otherwise, and none has a comma."""
    texts = [_PERCENT.sub(r"\1", cell) for cell in cells if isinstance(cell, str) and len(cell) <= _LONGEST]
    if any("," in text for text in texts):
        return False
    return any(_POINT.fullmatch(text) and not _SWEDISH.fullmatch(text) for text in texts)


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


def identifier(text: str) -> str:
    """Return a text as a name in an expression: ”Beviljat belopp” is beviljat_belopp; a digit gets _ before it."""
    word = file_word(unicodedata.normalize("NFC", text)).replace("-", "_")
    return f"_{word}" if word[:1].isdigit() else word


def as_text(cell: Decimal | date | str) -> str:
    """Return a cell as plain text, a number without exponent."""
    if isinstance(cell, Share):
        return f"{as_text(cell * 100)} %"
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}".replace(".", ",") if cell else "0"
    return cell.isoformat() if isinstance(cell, date) else cell


def order(value: Varde) -> tuple[int, Decimal, str]:
    """Return a sort key: numbers by size, all else as Swedish has it, å ä ö last."""
    if isinstance(value, Decimal):
        return 0, value, ""
    text = re.sub(r"\s+", " ", as_text(value)).casefold() if value is not None else ""
    return 1, Decimal(0), text.translate(str.maketrans("åäöéü", "{|}eu"))


def shown(value: Varde) -> str:
    """Return a cell's value as it is read in an answer: on one line."""
    if isinstance(value, Share):
        return f"{number_text(value * 100)}{HARD}%"
    if isinstance(value, Decimal):
        return number_text(value)
    return " ".join(as_text(value).split()) if value is not None else ""


def number_text(value: Decimal, places: int | None = None) -> str:
    """Return a number in Swedish: 1 234,5; with as few decimals as it has, at most two, when nothing is said."""
    places = places_of([value]) if places is None else places
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{abs(rounded):,.{places}f}".replace(",", HARD).replace(".", ",")
    return f"−{text}" if rounded < 0 else text


def places_of(values: Iterable[Decimal]) -> int:
    """Return how many decimals, at most two, numbers side by side need."""
    return max((2 if value != round(value, 1) else 1 if value != round(value) else 0 for value in values), default=0)
