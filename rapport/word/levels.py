"""The levels of a document's lists: what each says of its labels, and how its numbers are written."""

from collections.abc import Callable
from dataclasses import dataclass

from rapport.word.ns import Element, child_val, qn, whole

_ROMAN: tuple[tuple[int, str], ...] = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
)
_ROMAN += ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """What a list says of one of its levels; ``blank`` is what stands behind the label."""

    start: int
    form: str
    pattern: str
    blank: str
    is_legal: bool

    @property
    def is_bullet(self) -> bool:
        """Whether it shows a sign, and no number."""
        return self.form == "bullet"


def level_of(level: Element) -> Level:
    """Return what a level says, from its element."""
    start = whole(child_val(level, "w:start"))
    return Level(
        1 if start is None else start,
        child_val(level, "w:numFmt") or "decimal",
        child_val(level, "w:lvlText") or "",
        {"nothing": "", "space": " "}.get(child_val(level, "w:suff") or "tab", "\t"),
        level.find(qn("w:isLgl")) is not None,
    )


def shown(number: int, form: str) -> str:
    """Return a number as a level shows it."""
    return _FORMATS.get(form, str)(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def letters(number: int) -> str:
    """Return a, b … z, aa, bb …, as Word does."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda _number: "",
}
