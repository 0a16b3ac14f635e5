"""The filters that say how a figure is written: kr, tkr, mnkr, procent, tal, antal_i_ord, datum, lista, tabell."""

from collections import defaultdict
from decimal import Decimal

from rapport.domain.tabell import Kolumn, Varde
from rapport.figures import verbs
from rapport.figures.cells import HARD, Share, as_text, number_text, order, places_of, shown
from rapport.figures.values import Dag, FigureError, Grupper, Lista, Tal, Urval, Visning
from rapport.nearest import folded
from rapport.prose.numbers import MONTHS

_WORDS = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
_MAX_DECIMALS = 6
_MAX_LISTED = 100
_MAX_ROWS = 100  # of a table
_UNITS = {"kr": 0, "tkr": 3, "mnkr": 6}  # by which power of ten an amount is made smaller
_NONE = "Ej angivet"


def tal(of: Tal, decimaler: object = None) -> Visning:
    """Return a number: 1 234."""
    _refuse_share(of, "tal")
    return Visning(_number(of.value, decimaler), of.uttag)


def kr(of: Tal, decimaler: object = 0) -> Visning:
    """Return an amount: 19 912 000 kr."""
    return _amount(of, decimaler, "kr")


def tkr(of: Tal, decimaler: object = 0) -> Visning:
    """Return an amount in thousands: 19 912 tkr."""
    return _amount(of, decimaler, "tkr")


def mnkr(of: Tal, decimaler: object = 1) -> Visning:
    """Return an amount in millions: 19,9 mnkr."""
    return _amount(of, decimaler, "mnkr")


def procent(of: Tal, decimaler: object = 0) -> Visning:
    """Return a share in percent: 23 procent."""
    if of.kind not in ("andel", "kvot"):
        hint = (
            "Skriv  andel  före, eller dela två tal. Är cellerna procent: ge dem procentformat, eller skriv 45 % i dem."
        )
        raise FigureError("procent ska stå efter en andel.", hint, "procent")
    return Visning(f"{_number(of.value * 100, decimaler)}{HARD}procent", of.uttag)


def antal_i_ord(of: Tal, genus: object = "ett") -> Visning:
    """Return a number up to twelve as a word, ett or en as the word after it needs; larger ones in digits."""
    if genus not in ("ett", "en"):
        raise FigureError(f"Genus är ”{genus}”.", 'Skriv  antal_i_ord("ett")  eller  antal_i_ord("en").', str(genus))
    _refuse_share(of, "antal_i_ord")
    is_word = of.value == int(of.value) and 0 <= of.value < len(_WORDS)
    word = _WORDS[int(of.value)] if is_word else number_text(of.value)
    return Visning("en" if word == "ett" and genus == "en" else word, of.uttag)


def datum(of: Dag) -> Visning:
    """Return a date: den 13 maj 2025."""
    day = of.value
    return Visning(HARD.join(["den", str(day.day), MONTHS[day.month - 1], str(day.year)]), of.uttag)


def lista(of: Lista) -> Visning:
    """Return values as a list in running text: Granåker, Hedby och Tornsele."""
    words = [shown(value) for value in of.values]
    if not words:
        raise FigureError("Listan är tom.", "Kontrollera villkoren i dar.", "lista")
    if len(words) > _MAX_LISTED:
        raise FigureError(
            f"Listan har {len(words)} värden.", "Välj ut färre rader med dar, eller skriv antal.", "lista"
        )
    head, last = ", ".join(words[:-1]), words[-1]
    return Visning(f"{head} och {last}" if head else last, of.uttag)


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
        if unit is not None and str(unit) not in _UNITS:
            raise FigureError(f"Enheten ”{unit}” finns inte.", f"Skriv {', '.join(_UNITS)}.", str(unit))
        verbs.summa(urval, name)  # says what is wrong with the column, if anything
        self.kolumn = urval.column(name)
        if unit and self.kolumn.andelar:
            message = f"Kolumnen {self.kolumn.namn} är andelar i procent, inte {unit}."
            raise FigureError(message, "Ta bort enhet, eller summera en kolumn med belopp.", str(unit))
        self.rows = {row: value for row, value in urval.values(self.kolumn) if isinstance(value, Decimal)}
        self.heading = f"{self.kolumn.rubrik}, {unit}" if unit else self.kolumn.rubrik
        self._power = _UNITS[str(unit)] if unit else 0
        self._decimals = 1 if unit == "mnkr" else 0 if unit else places_of(self.rows.values())

    def text(self, members: list[int]) -> str:
        """Return the sum over some rows."""
        total = sum((self.rows[row] for row in members if row in self.rows), Decimal(0))
        if self.kolumn.andelar:
            return shown(Share(total))
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


def _amount(of: Tal, decimals: object, unit: str) -> Visning:
    if of.kind == "antal":
        hint = f'Skriv  | tal  i stället för  | {unit},  eller räkna ihop en kolumn med belopp:  summa("…") | {unit}.'
        raise FigureError(f"{unit} kan inte stå efter antal: ett antal är inte kronor.", hint, unit)
    _refuse_share(of, unit)
    return Visning(f"{_number(of.value.scaleb(-_UNITS[unit]), decimals)}{HARD}{unit}", of.uttag)


def _refuse_share(of: Tal, name: str) -> None:
    if of.kind == "andel":
        hint = f"Skriv  | procent  i stället för  | {name}."
        raise FigureError(f"{name} kan inte stå efter en andel.", hint, name)


def _number(value: Decimal, decimals: object) -> str:
    """Return a number with as many decimals as an expression says; FigureError when that is no count of them."""
    if decimals is None:
        return number_text(value)
    if isinstance(decimals, int) and not isinstance(decimals, bool) and 0 <= decimals <= _MAX_DECIMALS:
        return number_text(value, decimals)
    raise FigureError(f"Antalet decimaler är ”{decimals}”.", f"Skriv ett heltal, 0–{_MAX_DECIMALS}.", str(decimals))
