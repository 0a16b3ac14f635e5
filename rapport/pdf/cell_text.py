"""What a cell of a table without tags says; a word or number that fills its line may go on on the next."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rapport.pdf.layout import BINDING
from rapport.pdf.likeness import skeleton
from rapport.pdf.line import SOFT, Styled, plain
from rapport.pdf.stretch import Stretch, joined

_LETTER = 0.8  # of their size: how wide a letter may be
_LONG = 6  # letters of a word that a column cannot hold
_THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")
_DIGITS = re.compile(r"[\d\s]+")


def cell_text(cell: Sequence[Stretch], edge: float) -> Styled:
    """Return what a cell says; ``edge`` is how far its column goes."""
    whole: list[Stretch] = []
    for one in cell:
        last = whole[-1] if whole else None
        if last and not one.is_beside(last) and _is_number(last, one):
            whole[-1] = one._replace(styled=last.styled.stripped() + one.styled, left=min(last.left, one.left))
            continue
        if last and not one.is_beside(last) and _may_go_on(last, one, edge) and len(last.styled.text) >= _LONG:
            whole[-1] = last._replace(styled=last.styled + plain(SOFT, last.styled.styles[-1].font))
        whole.append(one)
    return joined(whole).stripped()


def is_told(cell: Sequence[Stretch], edge: float) -> bool:
    """Whether it is told what a cell says: no line may be a part of a word or of a number as well as all of it."""
    for one, below in pairwise(cell):
        if one.is_beside(below) or _is_number(one, below):
            continue
        are_digits = all(_DIGITS.fullmatch(part.styled.text) for part in (one, below))
        if are_digits or (_may_go_on(one, below, edge) and len(one.styled.text) < _LONG):
            return False
    return True


def _is_number(one: Stretch, below: Stretch) -> bool:
    """Whether two lines are one number by its thousands, if no blank is put between them, and only then."""
    above, rest = " ".join(one.styled.text.split()), " ".join(below.styled.text.split())
    return bool(_THOUSANDS.fullmatch(above + rest)) and not _THOUSANDS.fullmatch(f"{above} {rest}")


def _may_go_on(one: Stretch, below: Stretch, edge: float) -> bool:
    """Whether a word alone on its line fills that, and what stands below may be more of it."""
    tail = below.styled.text.split(maxsplit=1)[0]
    is_full = one.right > edge - _LETTER * one.size and one.styled.text.isalpha()
    return is_full and tail[:1].islower() and skeleton(tail) not in BINDING
