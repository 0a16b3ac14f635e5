"""What may be written next in an expression: tables, filters that fit, columns and the values that they have."""

import re
from collections.abc import Iterator, Mapping

from rapport.domain.offer import Offer
from rapport.domain.tabell import Kolumn, Tabell
from rapport.figures.arguments import KINDS, arguments, columns, values
from rapport.figures.expression import Walk, parsed
from rapport.figures.filters import FILTERS, Filter
from rapport.figures.formats import procent, tal
from rapport.figures.unfinished import Asked, asked
from rapport.figures.values import NAMES, FigureError, Grupper, Tal, Urval, Visning, Worth
from rapport.prose.numbers import thousands

_REST = re.compile(r"\w*")
_WORDS = {
    "dar": "väljer rader",
    "antal": "räknar rader, eller olika värden",
    "summa": "lägger ihop en kolumn med tal",
    "medel": "medelvärdet av en kolumn med tal",
    "storst": "det största talet, eller det senaste datumet",
    "minst": "det minsta talet, eller det tidigaste datumet",
    "unika": "olika värden i en kolumn",
    "per": "delar upp raderna efter en kolumn",
    "andel": "andelen av det som raderna valdes ur",
    "kr": "ett belopp i kronor",
    "tkr": "ett belopp i tusental kronor",
    "mnkr": "ett belopp i miljoner kronor",
    "procent": "en andel i procent",
    "tal": "ett tal, skrivet med siffror",
    "antal_i_ord": "ett tal upp till tolv, skrivet med ord",
    "datum": "ett datum i ord",
    "lista": "värden i rad, med ”och” före det sista",
    "tabell": "en tabell, ensam på sin rad",
}
_LISTED = 12  # values in running text
# What one does to a whole column of a kind, as an expression goes on after the table's name.
_OF_COLUMN = {"tal": '| summa("{}") | kr', "datum": '| storst("{}") | datum', "text": '| unika("{}") | lista'}


def offers(before: str, after: str, tables: Mapping[str, Tabell]) -> list[Offer]:
    """Return what may be written between the two parts of an expression, braces not counted, places in the first."""
    wanted = asked(before)
    is_begun = re.search(r"\w$", before) is not None and not wanted.quote
    end = len(before) + (len(_rest(after)) if is_begun else 0)
    if wanted.what == "table":
        return [_table(tabell, wanted.start, end) for tabell in tables.values()]
    value = worth(wanted.before, tables)
    if wanted.what in ("filter", "bar", "dot"):
        return [*_after_dot(value, wanted, end), *_filters(value, wanted, end)]
    urval = value.urval if isinstance(value, Grupper) else value if isinstance(value, Urval) else None
    urval = urval or whole_table(wanted.before, tables)
    if urval is None or wanted.what == "nothing":
        return []
    if wanted.what == "argument":
        return [*columns(urval, wanted, end, "=")]
    found = values if wanted.filter == "dar" else arguments
    return [*found(urval, wanted, len(before), after)]


def worth(source: str, tables: Mapping[str, Tabell]) -> Worth | None:
    """Return what the first part of an expression is worth; None where it cannot be told."""
    try:
        return Walk(tables, {}).value(parsed(source)) if source.strip() else None
    except FigureError:
        return None


def whole_table(source: str, tables: Mapping[str, Tabell]) -> Urval | None:
    """Return all rows of the table that a part of an expression begins with."""
    name = re.match(r"[\s(]*(\w+)", source)
    tabell = tables.get(name[1]) if name else None
    return Urval(tabell, tuple(range(len(tabell.rader)))) if tabell else None


def _rest(after: str) -> str:
    found = _REST.match(after)
    return found[0] if found else ""


def _table(tabell: Tabell, start: int, end: int) -> Offer:
    detail = f"{thousands(len(tabell.rader))} rader · {tabell.kalla}"
    about = "\n".join(f"{kolumn.namn} ({kolumn.slag})" for kolumn in tabell.kolumner)
    return Offer(tabell.namn, "tabell", tabell.namn, start, end, detail, about)


def _after_dot(value: Worth | None, wanted: Asked, end: int) -> Iterator[Offer]:
    """Yield what makes a figure of each column, for those who write a table's name and a dot."""
    if wanted.what != "dot" or not isinstance(value, Urval):
        return
    for kolumn in value.tabell.kolumner:
        new = f" {_of_column(value, kolumn)}"
        yield Offer(kolumn.namn, "kolumn", new, wanted.start, end, f"{kolumn.slag} ·{new}", found_by=f".{kolumn.namn}")


def _of_column(urval: Urval, kolumn: Kolumn) -> str:
    if kolumn.andelar:
        return f'| medel("{kolumn.namn}") | procent'
    if kolumn.slag == "text" and len({value for _, value in urval.values(kolumn)}) > _LISTED:
        return f'| unika("{kolumn.namn}") | antal'
    return _OF_COLUMN[kolumn.slag].format(kolumn.namn)


def _filters(value: Worth | None, wanted: Asked, end: int) -> Iterator[Offer]:
    """Yield the filters that may stand after a value; all of them where it is not known."""
    if isinstance(value, Visning):  # it is finished
        return
    lead = {"filter": "", "bar": "| ", "dot": " | "}[wanted.what]
    for one in FILTERS.values():
        if value is not None and not one.fits(value):
            continue
        detail = ": ".join(filter(None, [_WORDS[one.name], _result(one, value)]))
        needed = [name for name in one.parameters if name in ("kolumn", "per", "conditions") and one.name != "andel"]
        new, snippet = (f'{one.name}("', _snippet(one, value)) if needed else (one.name, "")
        new = f"{one.name}(" if "conditions" in needed else new
        dot = "." if wanted.what == "dot" else ""
        yield Offer(
            *(one.name, "filter", lead + new, wanted.start, end, detail, one.hint),
            found_by=dot + one.name,
            snippet=snippet and lead + snippet,
        )


def _snippet(one: Filter, value: Worth | None) -> str:
    """Return a filter with its first column to be chosen."""
    urval = value.urval if isinstance(value, Grupper) else value
    if not isinstance(urval, Urval):
        return ""
    first = next(iter(one.parameters))
    kinds = KINDS.get(one.name)
    names = ",".join(kolumn.namn for kolumn in urval.tabell.kolumner if kinds is None or kolumn.slag in kinds)
    if not names:
        return ""
    chosen = f"${{1|{names}|}}"
    if first == "conditions":
        return f'{one.name}({chosen}="$2")$0'
    return f'{one.name}(per="{chosen}")$0' if first == "per" else f'{one.name}("{chosen}")$0'


def _result(one: Filter, value: Worth | None) -> str:
    """Return what a filter would make of a value, in words; "" where that is not known before it is written."""
    if value is None or one.name == "tabell":
        return ""
    try:
        made = one(value, [], {})
    except FigureError:
        return ""
    if isinstance(made, Tal):
        made = procent(made) if made.kind == "andel" else tal(made)
    return made.text.split("\n")[0] if isinstance(made, Visning) else NAMES[type(made)]
