"""The stretches of a page as they were read, and how those of one line go together."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from rapport.pdf.layout import goes_on_with
from rapport.pdf.line import Style, Styled, plain

_RAISED, _SMALL = 0.15, 0.85  # of the size of the text beside it
_WORD_GAP = 0.15
_SAME_LINE = 0.5
_EDGE = 3.0  # points


class Stretch(NamedTuple):
    """Letters of one tag on one line, with their place in points.

    ``inner`` says where something drawn by itself begins within it, as raw.py has it; ``is_column`` that it stands at
    the left of a column, apart from what is beside it.
    """

    mcid: int
    styled: Styled
    left: float
    right: float
    base: float
    size: float
    inner: Sequence[Sequence[float]] = ()
    is_column: bool = False

    @classmethod
    def of(cls, row: Sequence[Any]) -> "Stretch":
        """Return a stretch as it came from the process that reads."""
        mcid, runs, *place = row
        return cls(mcid, Styled.of((text, Style(*look)) for text, *look in runs), *place)

    def is_beside(self, other: "Stretch") -> bool:
        """Whether another stands on the same line."""
        return abs(self.base - other.base) <= _SAME_LINE * max(self.size, other.size)


def joined(stretches: Sequence[Stretch]) -> Styled:
    """Return stretches that follow each other as one text; a note's mark among them as raised."""
    whole = Styled("", ())
    sizes = sorted(one.size for one in stretches for _ in one.styled.text)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    last: Stretch | None = None
    for one in stretches:
        styled = one.styled
        is_raised = one.size < _SMALL * usual and last is not None and one.base - last.base > _RAISED * one.size
        if is_raised:
            styled = Styled(styled.text, tuple(style._replace(raised=True) for style in styled.styles))
        if last is None:
            whole = styled
        elif one.is_beside(last):
            is_apart = one.left - last.right > _WORD_GAP * max(one.size, last.size)
            has_blank = whole.text[-1:].isspace() or styled.text[:1].isspace()
            whole = whole + plain(" " if is_apart and not has_blank and not is_raised else "") + styled
        else:
            whole = goes_on_with(_without_end(whole), _without_start(styled))
        last = last._replace(right=one.right) if is_raised and last else one
    return whole


def _without_end(styled: Styled) -> Styled:
    return styled[: len(styled.text.rstrip())]


def _without_start(styled: Styled) -> Styled:
    return styled[len(styled.text) - len(styled.text.lstrip()) :]


def alignment(rows: Sequence[Sequence[Sequence[Stretch]]]) -> tuple[str, ...]:
    """Return how each column of a table is set, seen from the edges of what stands in its cells."""
    width = max(map(len, rows), default=0)
    columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(width)]
    return tuple(_side(column) for column in columns)


def _side(cells: Sequence[Sequence[Stretch]]) -> str:
    lefts = [min(one.left for one in cell) for cell in cells]
    rights = [max(one.right for one in cell) for cell in cells]
    is_right = len(cells) > 1 and max(rights) - min(rights) < _EDGE < max(lefts) - min(lefts)
    return "right" if is_right else ""
