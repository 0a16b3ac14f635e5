"""The filters that choose and reckon: dar, antal, summa, medel, storst, minst, unika, per, andel."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from rapport.domain.tabell import Kolumn, Varde
from rapport.figures.cells import as_text, number, order
from rapport.figures.doubts import odd_hint, odd_message
from rapport.figures.values import Dag, FigureError, Grupper, Lista, Tal, Talslag, Urval
from rapport.nearest import folded, nearest

_SHOWN = 8  # values named in a hint


def dar(urval: Urval, /, **conditions: object) -> Urval:
    """Return the rows where each column named has the value given, or one of those in a list."""
    if not conditions:
        raise FigureError("dar saknar villkor.", 'Skriv till exempel  dar(program="ERUF").', "dar")
    rows = list(urval.rows)
    said = []
    for name, wanted in conditions.items():
        kolumn = urval.column(name)
        wants = list(wanted) if isinstance(wanted, list | tuple) else [wanted]
        if not wants:
            raise FigureError(f"Villkoret {name} har inget värde.", f'Skriv till exempel  {name}="…".', name)
        cells = urval.tabell.cells(kolumn)
        matching = set()
        for want in wants:
            matching |= _matching(urval, kolumn, cells, want)
        rows = [row for row in rows if row in matching]
        said.append(f"{kolumn.namn} = {' eller '.join(map(str, wants))}")
    return Urval(urval.tabell, tuple(rows), (*urval.conditions, *said), whole=urval)


def _matching(urval: Urval, kolumn: Kolumn, cells: list[Varde], want: object) -> set[int]:
    """Return the indexes of the table's rows with a value; FigureError when the column has it nowhere."""
    matches = _test(kolumn, want)
    found = {row for row, cell in enumerate(cells) if matches(cell)}
    if found or want == "" or not any(cell is not None for cell in cells):
        return found
    known = list(dict.fromkeys(as_text(cell) for cell in cells if cell is not None))
    guess = nearest(str(want), known)
    shown = ", ".join(known[:_SHOWN]) + (" …" if len(known) > _SHOWN else "")
    hint = f"Menade du {guess}?" if guess else f"Värdena är {shown}."
    message = f"Värdet ”{want}” finns inte i kolumnen {kolumn.namn} i {urval.tabell.kalla}."
    raise FigureError(message, hint, str(want))


def _test(kolumn: Kolumn, want: object) -> Callable[[Varde], bool]:
    """Return what tells whether a cell has the value wanted; "" is an empty cell."""
    text = str(want)
    if text == "":
        return lambda cell: cell is None
    if kolumn.slag == "tal":
        wanted = number(text, has_point=isinstance(want, float))
        return lambda cell: cell is not None and cell == wanted
    if kolumn.slag == "datum":
        return lambda cell: isinstance(cell, date) and text in (cell.isoformat(), str(cell.year))
    return lambda cell: cell is not None and folded(str(cell)) == folded(text)


def antal(of: Urval | Grupper | Lista) -> Tal:
    """Return how many rows, groups or different values there are."""
    if isinstance(of, Lista):
        return Tal(Decimal(len(of.values)), of.uttag, "antal")
    if isinstance(of, Grupper):
        return antal(unika(of.urval, of.kolumn.namn))
    return Tal(Decimal(len(of.rows)), (of.uttag(),), "antal")


def summa(urval: Urval, kolumn: object) -> Tal:
    """Return a column's sum; empty cells are skipped, and the trace says which."""
    column = _numeric(urval, kolumn)
    values = urval.values(column)
    if urval.rows and not values:
        message = f"Alla {len(urval.rows)} rader som valts har tom cell i kolumnen {column.namn}."
        raise FigureError(message, "Välj andra rader, eller skriv beloppet 0 i tabellen om det är noll.", column.namn)
    total = sum((value for _, value in values if isinstance(value, Decimal)), Decimal(0))
    return Tal(total, (urval.uttag(column, used={row for row, _ in values}),), _kind(column))


def medel(urval: Urval, kolumn: object) -> Tal:
    """Return the mean of a column's cells that are not empty."""
    total = summa(urval, kolumn)
    rows = len(total.uttag[0].rader)
    if not rows:
        raise _no_rows("medel")
    return replace(total, value=total.value / rows)


def storst(urval: Urval, kolumn: object) -> Tal | Dag:
    """Return a column's largest number, or latest date."""
    return _extreme(urval, kolumn, largest=True)


def minst(urval: Urval, kolumn: object) -> Tal | Dag:
    """Return a column's smallest number, or earliest date."""
    return _extreme(urval, kolumn, largest=False)


def unika(urval: Urval, kolumn: object) -> Lista:
    """Return a column's different values, in order."""
    column = urval.column(kolumn)
    values = urval.values(column)
    found = {folded(as_text(value)): value for _, value in reversed(values) if value is not None}
    in_order = tuple(sorted(found.values(), key=order))
    return Lista(in_order, (urval.uttag(column, used={row for row, _ in values}),))


def per(urval: Urval, kolumn: object) -> Grupper:
    """Return the rows parted by a column's values."""
    return Grupper(urval, urval.column(kolumn))


def andel(urval: Urval, kolumn: object = None) -> Tal:
    """Return the selection as a share of what the last dar chose from: of the rows, or of a column's sum."""
    if urval.whole is None:
        hint = f'Skriv till exempel  {urval.tabell.namn} | dar(program="ERUF") | andel | procent.'
        raise FigureError("andel behöver ett urval att vara andel av.", hint, "andel")
    part, whole = (summa(of, kolumn) if kolumn is not None else antal(of) for of in (urval, urval.whole))
    if not whole.value:
        raise _no_rows("andel")
    return part.combined(whole, part.value / whole.value, "andel")


def _extreme(urval: Urval, kolumn: object, *, largest: bool) -> Tal | Dag:
    column = urval.column(kolumn)
    if column.slag != "datum":
        column = _numeric(urval, kolumn)
    values = urval.values(column)
    if not values:
        raise _no_rows("storst" if largest else "minst")
    pick = max if largest else min
    _, best = pick(values, key=lambda pair: order(pair[1]))
    uttag = (urval.uttag(column, used={row for row, _ in values}),)
    return Tal(Decimal(best), uttag, _kind(column)) if isinstance(best, Decimal) else Dag(_as_date(best), uttag)


def _kind(kolumn: Kolumn) -> Talslag:
    return "andel" if kolumn.andelar else "tal"


def _as_date(value: Varde) -> date:
    assert isinstance(value, date)  # noqa: S101 - a column of dates holds nothing else
    return value


def _numeric(urval: Urval, name: object) -> Kolumn:
    """Return a column of numbers; FigureError, with the first cell that is none, where it is not."""
    kolumn = urval.column(name)
    if kolumn.slag == "tal" or not any(cell is not None for cell in urval.tabell.cells(kolumn)):
        return kolumn
    if kolumn.udda:
        message = f"{odd_message(kolumn)[:-1]} ({urval.tabell.kalla})."
        raise FigureError(message, odd_hint(kolumn), str(name))
    numeric = [k.namn for k in urval.tabell.kolumner if k.slag == "tal"]
    hint = f"Kolumner med tal är {', '.join(numeric)}." if numeric else "Tabellen har ingen kolumn med tal."
    kind = "datum" if kolumn.slag == "datum" else "text"
    raise FigureError(f"Kolumnen {kolumn.namn} i {urval.tabell.kalla} är {kind}, inte tal.", hint, str(name))


def _no_rows(verb: str) -> FigureError:
    return FigureError(f"Det finns inga rader att räkna {verb} på.", "Kontrollera villkoren i dar.", verb)
