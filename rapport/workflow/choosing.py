"""An expression put together by choices, for who knows none: which table, what of it, which column, which rows.

What can be chosen at each step is what the editors offer at that place of the expression as it is written so far.
"""

from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import NamedTuple

from rapport.domain.offer import Offer
from rapport.domain.tabell import Tabell
from rapport.figures.offers import offers
from rapport.output.siffror import is_money

Tables = Mapping[str, Tabell]
_MOST_ROWS = 4  # conditions that rows are chosen by
_SHOWN = 90  # characters of a value in a list
_LISTED = 12  # values in running text
# What can be made of a table, in the order that it is offered; all but the first of one of its columns.
WHAT = {
    "antal": "Antal rader",
    "summa": "Summan av en kolumn",
    "andel": "Andelen av alla rader",
    "medel": "Medelvärdet av en kolumn",
    "storst": "Det största talet eller senaste datumet i en kolumn",
    "minst": "Det minsta talet eller tidigaste datumet i en kolumn",
    "unika": "Olika värden i en kolumn",
}
# The ways that a value is shown in, in the order that they are offered.
SHOWN_AS = ("kr", "tkr", "mnkr", "tal", "procent", "antal_i_ord", "datum", "antal", "lista")
_NO_COLUMN = ("antal", "andel")


class Chosen(NamedTuple):
    """What somebody has chosen, "" for what she has not; ``rader`` are columns with the value that a row has there."""

    tabell: str = ""
    vad: str = ""
    kolumn: str = ""
    rader: tuple[tuple[str, str], ...] = ()
    form: str = ""


class Choice(NamedTuple):
    """What can be chosen: by what it is known, and what it is called, with what there is to say of it."""

    varde: str
    text: str
    om: str = ""


Rows = list[tuple[list[Choice], list[Choice]]]


class Choices(NamedTuple):
    """What can be chosen at each step, and what of it is; ``rader`` are the columns and the values of each condition.

    ``uttryck`` is the expression, braces and all, or "" while ``saknas`` says what is still to be chosen.
    """

    vald: Chosen
    tabeller: list[Choice]
    vad: list[Choice]
    kolumner: list[Choice]
    rader: Rows
    former: list[Choice]
    uttryck: str = ""
    saknas: str = ""


def choices(chosen: Chosen, tables: Tables) -> Choices:
    """Return what can be chosen after what has been; what does not go together any longer is not chosen."""
    return _Choosing(chosen, tables).all()


class _Choosing:
    """One round of it: each step sees what the steps before it have made of the expression."""

    def __init__(self, chosen: Chosen, tables: Tables) -> None:
        self._chosen, self._tables = chosen, tables

    def all(self) -> Choices:
        tabeller = [Choice(one.label, one.label, one.detail) for one in self._offers("")]
        tabell = _one_of(self._chosen.tabell, tabeller)
        if not tabell:
            return Choices(Chosen(), tabeller, [], [], [], [], saknas="Välj en tabell.")
        rader, conditions, literals = self._rows(tabell)
        base = f"{tabell} | dar({', '.join(literals)})" if literals else tabell
        vad = [Choice(name, text) for name, text in WHAT.items()]
        what = _one_of(self._chosen.vad, vad)
        kolumner = self._columns(tabell, base, what)
        kolumn = _one_of(self._chosen.kolumn, kolumner)
        chosen = Chosen(tabell, what, kolumn, conditions)
        found = Choices(chosen, tabeller, vad, kolumner, rader, [], saknas=_lacks(chosen))
        return found if found.saknas else self._shown(found, base)

    def _offers(self, before: str) -> list[Offer]:
        return offers(before, "", self._tables)

    def _rows(self, tabell: str) -> tuple[Rows, tuple[tuple[str, str], ...], list[str]]:
        """Return what rows can be chosen by, what they are, and the same as it is written in the expression."""
        found: Rows = []
        conditions: list[tuple[str, str]] = []
        literals: list[str] = []
        for column, value in (*self._chosen.rader[: _MOST_ROWS - 1], ("", "")):
            before = f"{tabell} | dar({', '.join([*literals, ''])}"
            columns = [Choice(one.label, one.detail.partition(" · ")[2] or one.label) for one in self._offers(before)]
            column = _one_of(column, columns)  # noqa: PLW2901 - as it is known here
            chosen = f"{tabell} | dar({', '.join(literals)})" if literals else tabell
            values = self._offers(f"{chosen} | dar({column}=") if column else []
            literal = next((one.new for one in values if one.label == value), "")
            found.append((columns, [Choice(one.label, one.label, one.detail.partition(" · ")[0]) for one in values]))
            if column:
                conditions.append((column, value if literal else ""))
                literals += [f"{column}={literal}"] if literal else []
        return found, tuple(conditions), literals

    def _columns(self, tabell: str, base: str, what: str) -> list[Choice]:
        """Return the columns that what is wanted can be made of."""
        if not what or what == "antal":
            return []
        shares = {kolumn.namn for kolumn in self._tables[tabell].kolumner if kolumn.andelar}
        found = (one for one in self._offers(f'{base} | {what}("') if what != "summa" or one.label not in shares)
        columns = [Choice(one.label, one.detail.partition(" · ")[2] or one.label) for one in found]
        return [Choice("", "Raderna, till antalet"), *columns] if what == "andel" else columns

    def _shown(self, found: Choices, base: str) -> Choices:
        """Return the choices with the ways that the value can be shown in, the likeliest first, and the expression."""
        _, what, kolumn, _, _ = found.vald
        value = f"{base} | {what}" + (f'("{kolumn}")' if kolumn else "")
        former = [*self._forms(found.vald, value)]
        form = _one_of(self._chosen.form, former) or (former[0].varde if former else "")
        uttryck = f"{{{{ {value} | {form} }}}}" if form else f"{{{{ {value} }}}}"
        return found._replace(vald=found.vald._replace(form=form), former=former, uttryck=uttryck)

    def _forms(self, chosen: Chosen, value: str) -> Iterator[Choice]:
        by_name = {one.label: one.detail.partition(": ") for one in self._offers(f"{value} ")}
        likely, seen = self._likely(chosen, value), set()
        for name in sorted((one for one in SHOWN_AS if one in by_name), key=lambda one: one not in likely):
            words, _, shown = by_name[name]
            if shown not in seen:
                yield Choice(name, shorten(shown or words, _SHOWN, placeholder=" …"), words)
            seen.add(shown)

    def _likely(self, chosen: Chosen, value: str) -> tuple[str, ...]:
        """Return how a value is most likely to be shown."""
        tabell = self._tables[chosen.tabell]
        kolumn = next((one for one in tabell.kolumner if one.namn == chosen.kolumn), None)
        if chosen.vad == "unika":
            several = next((one.detail for one in self._offers(f"{value} ") if one.label == "antal"), "")
            number = several.rpartition(" ")[2]
            return ("lista",) if number.isdecimal() and int(number) <= _LISTED else ("antal",)
        if kolumn and kolumn.andelar:
            return ("procent",)
        return ("kr",) if kolumn and chosen.vad != "andel" and is_money(tabell, kolumn) else ("tal", "datum", "procent")


def _one_of(value: str, choices: list[Choice]) -> str:
    return value if any(one.varde == value for one in choices) else ""


def _lacks(chosen: Chosen) -> str:
    """Return what is still to be chosen, in words; "" where nothing is."""
    if not chosen.vad:
        return "Välj vad som ska räknas."
    if not chosen.kolumn and chosen.vad not in _NO_COLUMN:
        return "Välj en kolumn."
    if any(not value for _, value in chosen.rader):
        return "Välj vilket värde raderna ska ha."
    return "Välj vilka rader det är andelen av." if chosen.vad == "andel" and not chosen.rader else ""
