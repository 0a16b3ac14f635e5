"""Which expressions give an amount that was typed by hand: sums of columns, whole or of rows of a kind.

Only what reads exactly as the amount was written is one: 19,9 mnkr is that, whatever the table has in kronor.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from rapport.domain.belopp import Belopp
from rapport.domain.tabell import Kolumn, Tabell
from rapport.figures.expression import evaluate
from rapport.figures.values import FigureError

_MOST = 3
_MOST_CELLS = 500_000  # to be added up, of one table
_PARTS = re.compile(r".*?(?:,(?P<decimals>\d+))?\s*(?P<unit>[^\W\d]+)", re.DOTALL)
_FORMS = {"kr": ("kr", 0), "tkr": ("tkr", 0), "mnkr": ("mnkr", 1)}  # a filter, and how many decimals it gives
_NOT_QUOTED = re.compile(r'["\\]')


class Sought(NamedTuple):
    """An expression as it is written in an answer, and what is read there."""

    uttryck: str
    text: str


def sought(belopp: Belopp, tables: Iterable[Tabell]) -> list[Sought]:
    """Return the few expressions that give an amount: of the whole before those of a part."""
    by_name = {tabell.namn: tabell for tabell in tables}
    found: list[Sought] = []
    for base in _bases(belopp, by_name.values()):
        one = _shown(base, belopp, by_name)
        if one and one not in found:
            found.append(one)
        if len(found) == _MOST:
            break
    return found


def _bases(belopp: Belopp, tables: Iterable[Tabell]) -> Iterator[str]:
    """Yield the sums that may be an amount: first those of whole columns."""
    later: list[str] = []
    for tabell in tables:
        for kolumn in tabell.kolumner:
            if kolumn.slag == "tal" and not kolumn.andelar:
                sums = list(_sums(tabell, kolumn))
                right = [base for base, total in sums if abs(total - belopp.value) <= belopp.step / 2]
                yield from (base for base in right if base == sums[0][0])
                later += (base for base in right if base != sums[0][0])
    yield from later


def _sums(tabell: Tabell, kolumn: Kolumn) -> Iterator[tuple[str, Decimal]]:
    """Yield the sum of a column, and those of its parts by the values of columns of words."""
    end = f'summa("{kolumn.namn}")'
    values = [cell if isinstance(cell, Decimal) else None for cell in tabell.cells(kolumn)]
    yield f"{tabell.namn} | {end}", sum((value for value in values if value is not None), Decimal(0))
    kinds = [k for k in tabell.kolumner if k.slag == "text"]
    for by in kinds if len(kinds) * len(values) <= _MOST_CELLS else ():
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for cell, value in zip(tabell.cells(by), values, strict=True):
            if isinstance(cell, str) and value is not None and not _NOT_QUOTED.search(cell):
                sums[cell] += value
        yield from ((f'{tabell.namn} | dar({by.namn}="{cell}") | {end}', total) for cell, total in sums.items())


def _shown(base: str, belopp: Belopp, tables: dict[str, Tabell]) -> Sought | None:
    """Return an expression, in the unit that an amount is written in; None where it reads otherwise."""
    parts = _PARTS.fullmatch(belopp.text)
    unit = parts["unit"].lower() if parts else ""
    decimals = len((parts and parts["decimals"]) or "")
    if unit in _FORMS:
        name, usual = _FORMS[unit]
        form, rest = name if decimals == usual else f"{name}({decimals})", ""
    elif unit == "kronor":
        form, rest = "tal" if not decimals else f"tal({decimals})", "\u00a0kronor"
    else:
        return None
    try:
        text = evaluate(f"{base} | {form}", tables, {}).text + rest
    except FigureError:
        return None
    return Sought(f"{{{{ {base} | {form} }}}}{rest}", text) if _bare(text) == _bare(belopp.text) else None


def _bare(text: str) -> str:
    return "".join(text.lower().split())
