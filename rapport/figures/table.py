"""The filter ``tabell``: a whole table for an answer, a row for each value of a column, the sum last."""

from collections import defaultdict
from decimal import Decimal

from rapport.domain.tabell import Kolumn, Varde
from rapport.figures.cells import as_text
from rapport.figures.formats import HARD, UNITS, number_text, places_of, shown
from rapport.figures.values import FigureError, Grupper, Urval, Visning
from rapport.figures.verbs import order, summa
from rapport.nearest import folded

_MAX_ROWS = 100
_NONE = "Ej angivet"


def tabell(
    of: Urval | Grupper, per: object = None, summa: object = None, antal: object = None, enhet: object = None
) -> Visning:
    """Return a table with a row for each value of ``per``: how many rows it has, and the sums of columns."""
    urval = of.urval if isinstance(of, Grupper) else of
    if isinstance(of, Urval) and per is None:
        hint = f'Skriv till exempel  tabell(per="{urval.tabell.kolumner[0].namn}", antal=true).'
        raise FigureError("tabell saknar per.", hint, "tabell")
    by = of.kolumn if isinstance(of, Grupper) else urval.column(per)
    names = list(summa) if isinstance(summa, list | tuple) else [] if summa is None else [summa]
    counted = not names if antal is None else antal is True
    groups = _groups(urval, by)
    sums = [_Sums(urval, name, enhet) for name in names]
    if len(groups) > _MAX_ROWS:
        message = f"Tabellen skulle få {len(groups)} rader; fler än {_MAX_ROWS} blir ingen läsbar tabell."
        raise FigureError(message, "Välj en kolumn med färre olika värden.", by.namn)
    rows = [[by.rubrik, *(["Antal"] if counted else []), *(column.heading for column in sums)]]
    for label, members in [*groups, ("Summa", list(urval.rows))]:
        count = [number_text(Decimal(len(members)))] if counted else []
        rows.append([label, *count, *(column.text(members) for column in sums)])
    used = None
    if sums:
        used = {row for column in sums for row in column.rows}
    uttag = urval.uttag(by, *(column.kolumn for column in sums), used=None if counted else used)
    if sums and counted:
        uttag = uttag._replace(hoppade=urval.uttag(used=used).hoppade)
    cells = tuple(map(tuple, rows))
    text = "\n".join(cell for row in cells for cell in row if cell)
    return Visning(text, (uttag,), cells, (False, *(True for _ in cells[0][1:])))


class _Sums:
    """A column to be added up, group by group."""

    def __init__(self, urval: Urval, name: object, unit: object) -> None:
        if unit is not None and str(unit) not in UNITS:
            raise FigureError(f"Enheten ”{unit}” finns inte.", f"Skriv {', '.join(UNITS)}.", str(unit))
        summa(urval, name)  # says what is wrong with the column, if anything
        self.kolumn = urval.column(name)
        self.rows = {row: value for row, value in urval.values(self.kolumn) if isinstance(value, Decimal)}
        self.heading = f"{self.kolumn.rubrik}, {unit}" if unit else self.kolumn.rubrik
        self._power = UNITS[str(unit)] if unit else 0
        self._decimals = 1 if unit == "mnkr" else 0 if unit else places_of(self.rows.values())

    def text(self, members: list[int]) -> str:
        """Return the sum over some rows."""
        total = sum((self.rows[row] for row in members if row in self.rows), Decimal(0))
        return number_text(total.scaleb(-self._power), self._decimals)


def _groups(urval: Urval, by: Kolumn) -> list[tuple[str, list[int]]]:
    """Return the groups in order, each by its label; rows without a value come last."""
    members: dict[str, list[int]] = defaultdict(list)
    values = dict(urval.values(by))
    first: dict[str, Varde] = {}
    for row in urval.rows:
        value = values.get(row)
        key = folded(as_text(value)) if value is not None else ""
        first.setdefault(key, value)
        members[key].append(row)
    keys = sorted((key for key in members if key), key=lambda key: order(first[key]))
    found = [
        (shown(first[key]).replace(" ", HARD) if by.slag == "tal" else shown(first[key]), members[key]) for key in keys
    ]
    return [*found, *([(_NONE, members[""])] if "" in members else [])]
