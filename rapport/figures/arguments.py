"""What may stand within a filter's parentheses: columns of the right kind, and the values that a column has."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from rapport.domain.offer import Offer
from rapport.domain.tabell import Kolumn, Varde
from rapport.figures.cells import as_text, identifier, order
from rapport.figures.filters import FILTERS
from rapport.figures.unfinished import Asked
from rapport.figures.values import Urval
from rapport.prose.numbers import thousands

_MOST = 200  # values of one column
_LONGEST = 80  # characters of one; a longer one is no kind of rows
_SHOWN = 5  # values of a column to tell what it is
KINDS = {"summa": ("tal",), "medel": ("tal",), "andel": ("tal",), "storst": ("tal", "datum"), "minst": ("tal", "datum")}
_CONSTANTS = {
    "enhet": {'"kr"': "kronor", '"tkr"': "tusental kronor", '"mnkr"': "miljoner kronor"},
    "genus": {'"ett"': "ett projekt", '"en"': "en ansökan"},
    "antal": {"true": "med en kolumn för antal", "false": "utan"},
    "decimaler": {"0": "inga decimaler", "1": "en decimal", "2": "två decimaler"},
}
_UP_TO_QUOTE = re.compile(r"""[^"'|(){}=,\[\]\r\n]*(?=["'])""")
# What cannot stand in an expression's text, or would end something in the file that it is written into.
_NOT_WRITTEN = re.compile(r"""["\\\x00-\x1f\x7f-\x9f\u2028\u2029]|\{\{|\}\}""")


def columns(urval: Urval, wanted: Asked, end: int, sign: str = "") -> Iterator[Offer]:
    """Yield the columns of a table that have not been named yet, as names of conditions."""
    for kolumn in urval.tabell.kolumner:
        if kolumn.namn not in wanted.taken:
            snippet = f'{kolumn.namn}{sign}"$1"$0' if sign and kolumn.slag == "text" else ""
            offer = Offer(kolumn.namn, "kolumn", kolumn.namn + sign, wanted.start, end, *_about(urval, kolumn))
            yield offer._replace(snippet=snippet)


def arguments(urval: Urval, wanted: Asked, at: int, after: str) -> Iterator[Offer]:
    """Yield what a filter but dar can have: the columns it reckons with, and what else it can be told."""
    parameters = FILTERS[wanted.filter].parameters if wanted.filter in FILTERS else ()
    position = parameters[wanted.number] if wanted.number < len(parameters) else ""
    name = wanted.name or position
    if name in ("kolumn", "per", "summa"):
        kinds = KINDS.get(wanted.filter if name == "kolumn" else name)
        for kolumn in urval.tabell.kolumner:
            if kinds is None or kolumn.slag in kinds:
                new, end = _quoted(kolumn.namn, wanted, at, after)
                yield Offer(kolumn.namn, "kolumn", new, wanted.start, end, *_about(urval, kolumn), found_by=new)
    for constant, detail in _CONSTANTS.get(name, {}).items():
        if constant.startswith('"') or not wanted.quote:
            word = constant.strip('"')
            new, end = _quoted(word, wanted, at, after) if constant.startswith('"') else (word, at)
            yield Offer(word, "värde", new, wanted.start, end, detail, found_by=new)
    if not wanted.name and not wanted.quote and wanted.filter == "tabell":
        for other in parameters:
            if other not in wanted.taken:
                yield Offer(f"{other}=", "nyckel", f"{other}=", wanted.start, at, f"{wanted.filter}: {other}")


def values(urval: Urval, wanted: Asked, at: int, after: str) -> Iterator[Offer]:
    """Yield the values that a column has in the rows chosen, in order, with how many rows each."""
    name = identifier(wanted.name)
    kolumn = next((one for one in urval.tabell.kolumner if one.namn == name), None)
    if kolumn is None:
        return
    cells = [value for _, value in urval.values(kolumn)]
    counted = Counter(as_text(value) for value in cells if value is not None)
    if kolumn.slag == "datum" and not wanted.quote:
        for year, count in sorted(Counter(value.year for value in cells if isinstance(value, date)).items()):
            yield Offer(str(year), "värde", str(year), wanted.start, at, f"{_rows(count)} från det året")
    for text in _in_order(cells):
        new, end = _quoted(text, wanted, at, after)
        yield Offer(text, "värde", new, wanted.start, end, f"{_rows(counted[text])} · {kolumn.namn}", found_by=new)


def _in_order(cells: list[Varde]) -> list[str]:
    """Return different values in order; those that cannot be written in an expression are left out."""
    texts = (as_text(value) for value in sorted(set(cells), key=order) if value is not None)
    return [text for text in texts if len(text) <= _LONGEST and not _NOT_WRITTEN.search(text)][:_MOST]


def _quoted(text: str, wanted: Asked, at: int, after: str) -> tuple[str, int]:
    """Return a text as it is to be written, within quotation marks that may be there already, and up to where."""
    if not wanted.quote:
        return f'"{text}"', at
    rest = _UP_TO_QUOTE.match(after)
    if rest and after[rest.end()] == wanted.quote:
        return text, at + rest.end()
    return text + wanted.quote, at


def _about(urval: Urval, kolumn: Kolumn) -> tuple[str, str]:
    """Return what a column is, and some of its values."""
    share = " i procent" if kolumn.andelar else ""
    shown = [text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …" for text in _some(urval, kolumn)]
    return f"{kolumn.slag}{share} · {kolumn.rubrik}", f"{urval.tabell.kalla}\n" + "\n".join(shown)


def _some(urval: Urval, kolumn: Kolumn) -> list[str]:
    return list(dict.fromkeys(" ".join(as_text(v).split()) for _, v in urval.values(kolumn) if v is not None))[:_SHOWN]


def _rows(count: int) -> str:
    return f"{thousands(count)} rad{'er' if count != 1 else ''}"
