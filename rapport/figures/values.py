"""What an expression is worth on its way from a table to a figure."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from rapport.domain.tabell import Kolumn, Tabell, Varde
from rapport.figures.cells import MAX_NUMBER, identifier
from rapport.nearest import nearest
from rapport.prose.blocks import Uttag


class FigureError(Exception):
    """An expression cannot be evaluated; ``word`` is the part of it that is wrong.

    It is ``of_table`` when the table is at fault, and every expression that asks the same of it has the same fault.
    """

    def __init__(self, message: str, hint: str, word: str | None = None, *, of_table: bool = False) -> None:
        super().__init__(message)
        self.message, self.hint, self.word, self.of_table = message, hint, word, of_table


Talslag = Literal["tal", "antal", "andel", "kvot"]


@dataclass(frozen=True, slots=True)
class Urval:
    """Some rows of a table, by index, and the conditions that chose them; ``whole`` is what they were chosen from."""

    tabell: Tabell
    rows: tuple[int, ...]
    conditions: tuple[str, ...] = ()
    whole: "Urval | None" = None

    def column(self, name: object) -> Kolumn:
        """Return the column that a name, or a heading, means."""
        wanted = identifier(str(name))
        for kolumn in self.tabell.kolumner:
            if kolumn.namn == wanted:
                return kolumn
        known = [kolumn.namn for kolumn in self.tabell.kolumner]
        guess = nearest(wanted, known)
        hint = f"Menade du {guess}?" if guess else f"Kolumnerna är {', '.join(known[:12])}."
        message = f"Kolumnen ”{name}” finns inte i {self.tabell.kalla}."
        raise FigureError(message, hint, str(name), of_table=True)

    def values(self, kolumn: Kolumn) -> list[tuple[int, Varde]]:
        """Return the selection's cells of a column that hold anything, each with its row's index."""
        index = self.tabell.kolumner.index(kolumn)
        found = ((row, self.tabell.rader[row][index]) for row in self.rows)
        return [(row, value) for row, value in found if value is not None]

    def uttag(self, *kolumner: Kolumn, used: set[int] | None = None) -> Uttag:
        """Return the trace of a figure made from these columns; rows not in ``used`` were skipped as empty."""
        numbers = self.tabell.radnummer
        return Uttag(
            tabell=self.tabell.namn,
            fil=self.tabell.kalla,
            kolumner=tuple(kolumn.rubrik for kolumn in kolumner),
            urval=self.conditions,
            rader=tuple(numbers[row] for row in self.rows if used is None or row in used),
            hoppade=tuple(numbers[row] for row in self.rows if used is not None and row not in used),
        )


@dataclass(frozen=True, slots=True)
class Grupper:
    """A selection parted by a column's values."""

    urval: Urval
    kolumn: Kolumn


@dataclass(frozen=True, slots=True)
class Lista:
    """A column's different values."""

    values: tuple[Varde, ...]
    uttag: tuple[Uttag, ...]


@dataclass(frozen=True, slots=True)
class Tal:
    """A number, and what it is of: a ``kvot`` is two numbers divided, and may be a share or an amount for each."""

    value: Decimal
    uttag: tuple[Uttag, ...] = field(default=(), compare=False)
    kind: Talslag = "tal"

    def __post_init__(self) -> None:
        if not self.value.is_finite() or abs(self.value) > MAX_NUMBER:
            raise FigureError("Talet är orimligt stort.", "Kontrollera cellerna och räkningen.")

    def combined(self, other: "Tal", value: Decimal, kind: Talslag) -> "Tal":
        """Return what two numbers became together."""
        return replace(self, value=value, uttag=tuple(dict.fromkeys(self.uttag + other.uttag)), kind=kind)

    def kind_with(self, other: "Tal", sign: str) -> Talslag:
        """Return what two numbers are of when they are reckoned with; a number of no table is of nothing."""
        if sign == "/":
            return "kvot"
        kinds = {one.kind for one in (self, other) if one.uttag}
        if sign != "*" and len(kinds) == 1:
            return next(iter(kinds))
        return "kvot" if kinds & {"andel", "kvot"} else "tal"


@dataclass(frozen=True, slots=True)
class Dag:
    """A date."""

    value: date
    uttag: tuple[Uttag, ...]


@dataclass(frozen=True, slots=True)
class Visning:
    """A figure as it will be read: the text, or the rows of a table, heading first."""

    text: str
    uttag: tuple[Uttag, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    right: tuple[bool, ...] = ()  # which columns are numbers


Worth = Urval | Grupper | Lista | Tal | Dag | Visning
NAMES: dict[type, str] = {
    Urval: "en hel tabell",
    Grupper: "grupper av rader",
    Lista: "en lista",
    Tal: "ett tal",
    Dag: "ett datum",
    Visning: "färdig text",
}
