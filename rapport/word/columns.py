"""How wide the columns of an answer's table are: each after what stands in it, together as wide as the text.

Word measures by itself and never breaks a word that there is room for; LibreOffice, and so our PDF, goes by the widths
that are written. They are reckoned in twentieths of a point, from widths of signs that are rather too large than too
small. A number, "12 450 000" or "55 %", is never broken, the longest word only where all will not go in.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapport.prose.blocks import Blocks, Footnote, List, Table, paragraphs, plain
from rapport.word.additions import INDENT
from rapport.word.ns import Element, get, qn, whole

# In parts of the size of the text: what signs take in a sans serif like Calibri; all others, _SIGN.
_WIDTHS = {
    "iljI.,:;'|! \u00a0\u2009\u202f": 0.28,
    'frt()[]-/"”’J': 0.38,
    "ABCDEGHKNOPQRSTUVXYZÅÄÖ&": 0.66,
    "mw%–": 0.82,
    "MW@—…": 0.93,
}
_SIGNS = {sign: width for signs, width in _WIDTHS.items() for sign in signs}
_SIGN, _FAR_SIGN, _LATIN = 0.53, 1.0, 0x2000
_AROUND = 240  # the cell's own margins, and a little for the lines between cells
_LEAST = 2  # signs that any column has room for
_MOST_LINES = 2  # a text longer than so many whole lines takes no more room for that
_NOTE = "00"  # what a note's mark takes, at most
_STEPS = 24
NUMBER = re.compile(r"[-–−+±<>≤≥~(]*\s?\d[\d\s.,:/–−-]*(?:%|[^\W\d_]{1,7})?\)?")
_BREAKS = re.compile(r"(?<=[^\W\d_]-)(?=\w)|[^\S\u00a0\u202f]+")

_A4 = 9070  # between margins of 2.5 cm


class _Column(NamedTuple):
    """What a column needs: for its longest number, for its longest word too, and for each text on one line."""

    firm: float
    least: float
    whole: float
    is_number: bool


def text_width(document: Element) -> int:
    """Return how wide the text of a document is, in twentieths of a point; of several widths the least."""
    return min((width for section in document.iter(qn("w:sectPr")) if (width := _between(section)) > 0), default=_A4)


def column_widths(table: Table, total: int, size: float) -> list[int]:
    """Return how wide each column is, in all ``total``; ``size`` is that of the text, in points."""
    columns = [_column(cells, total, size * 20) for cells in zip(*table.rows, strict=True)]
    if sum(column.least for column in columns) > total:
        exact = _squeezed(columns, total)
    elif sum(column.whole for column in columns) > total:
        exact = _shared(columns, total)
    else:
        takers = [0 if column.is_number else column.whole for column in columns]
        left = _shares(total - sum(column.whole for column in columns), takers if any(takers) else [1] * len(columns))
        exact = [column.whole + more for column, more in zip(columns, left, strict=True)]
    widths = [int(width) for width in exact]
    widths[widths.index(max(widths))] += total - sum(widths)
    return widths


def lines_of(cell: Blocks) -> Iterator[str]:
    """Yield the lines of a cell as they are written."""
    for paragraph in paragraphs(cell):
        yield from plain(paragraph.inlines).split("\n")


def _between(section: Element) -> int:
    """Return the width between a section's margins; 0 where it does not say."""
    page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if page is None or margins is None:
        return 0
    return _number(page, "w:w") - _number(margins, "w:left") - _number(margins, "w:right")


def _number(element: Element, name: str) -> int:
    return whole(get(element, name)) or 0


def _column(cells: tuple[Blocks, ...], total: int, size: float) -> _Column:
    lines = [line for cell in cells for line in lines_of(cell)]
    below = [line for cell in cells[1:] for line in lines_of(cell) if line.strip()]
    indent = INDENT * any(isinstance(block, List) for cell in cells for block in cell)
    notes = max((_notes(cell) for cell in cells), default=0)

    def widest(texts: Iterable[str]) -> float:
        return (max(map(_width, texts), default=0) + notes * _width(_NOTE)) * size + _AROUND + indent

    nothing = _width("0") * _LEAST * size + _AROUND
    firm = max(nothing, widest(line for line in lines if NUMBER.fullmatch(line.strip())))
    least = max(firm, widest(word for line in lines for word in _BREAKS.split(line)))
    whole = max(least, min(widest(lines), total * _MOST_LINES))
    return _Column(firm, least, whole, bool(below) and all(NUMBER.fullmatch(line.strip()) for line in below))


def _notes(cell: Blocks) -> int:
    return sum(isinstance(inline, Footnote) for paragraph in paragraphs(cell) for inline in paragraph.inlines)


def _width(text: str) -> float:
    return sum(_SIGNS.get(sign, _SIGN if ord(sign) < _LATIN else _FAR_SIGN) for sign in text)


def _shares(amount: float, wishes: list[float]) -> list[float]:
    """Return an amount shared in proportion to what each wishes."""
    whole = sum(wishes)
    return [amount * wish / whole if whole else amount / len(wishes) for wish in wishes]


def _shared(columns: list[_Column], total: float) -> list[float]:
    """Return widths where not every text has a line of its own: short ones first, the long share what is left."""
    given = {number: column.least for number, column in enumerate(columns)}
    for number, column in sorted(enumerate(columns), key=lambda numbered: numbered[1].whole):
        others = sum(width for other, width in given.items() if other != number)
        is_short = column.whole * len(columns) <= total or column.is_number
        if is_short and others + column.whole <= total:
            given[number] = column.whole
    spare = _shares(total - sum(given.values()), [column.whole - given[n] for n, column in enumerate(columns)])
    return [given[number] + more for number, more in enumerate(spare)]


def _squeezed(columns: list[_Column], total: int) -> list[float]:
    """Return widths where the longest words will not all go in: as few as can be are broken, and numbers last."""
    firm = sum(column.firm for column in columns)
    if firm >= total:
        return _shares(total, [column.firm for column in columns])
    low, high = 0.0, float(total)
    for _ in range(_STEPS):
        cap = (low + high) / 2
        fits = sum(max(column.firm, min(column.least, cap)) for column in columns) <= total
        low, high = (cap, high) if fits else (low, cap)
    return [max(column.firm, min(column.least, low)) for column in columns]
