"""A map of Sweden's regions made of tiles, one for each, laid out like the country: neither sizes nor shapes are kept.

A tile has the county's letter, as on the register of counties (länsbokstav), and six bars, one for each area.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from rapport.domain.regioner import LAN
from rapport.prose.numbers import percent

Rad = dict[str, Any]
# Row by row from the north, the west first; "." is Norway, or the sea.
_LAYOUT = """
.  .  .  BD
.  .  .  AC
.  .  Z  Y
.  .  W  X
S  T  U  C
O  E  D  AB
N  F  H  I
M  G  K  .
"""
_LETTERS = {
    "AB": "Stockholms", "AC": "Västerbottens", "BD": "Norrbottens", "C": "Uppsala", "D": "Södermanlands",
    "E": "Östergötlands", "F": "Jönköpings", "G": "Kronobergs", "H": "Kalmar", "I": "Gotlands", "K": "Blekinge",
    "M": "Skåne", "N": "Hallands", "O": "Västra Götalands", "S": "Värmlands", "T": "Örebro", "U": "Västmanlands",
    "W": "Dalarnas", "X": "Gävleborgs", "Y": "Västernorrlands", "Z": "Jämtlands",
}  # fmt: skip
_LAN = {lan.region: lan.lan for lan in LAN}
HEIGHT, _APART, _FULL = 20, 10, 100  # of a bar, and from one to the next, in the drawing's own measure; percent
_PARTS = re.compile(r"(?<=[a-z])(?=norrland|botten|manland|götland)")


class Plats(NamedTuple):
    """A region's place on the map: its county's letter, its row and column from 1, its names."""

    kod: str
    rad: int
    kolumn: int
    region: str
    kort: str


def _places() -> tuple[Plats, ...]:
    lan_by_name = {lan.lan.removesuffix(" län"): lan for lan in LAN}
    return tuple(
        Plats(kod, rad, kolumn, (region := lan_by_name[_LETTERS[kod]].region), _short(region))
        for rad, line in enumerate(_LAYOUT.strip().splitlines(), 1)
        for kolumn, kod in enumerate(line.split(), 1)
        if kod != "."
    )


def _short(region: str) -> str:
    bare = region.removeprefix("Region ").removesuffix("sregionen").removesuffix(" län").removesuffix("s")
    return _PARTS.sub("\u00ad", bare)  # a narrow tile breaks a long name where its two parts meet


PLATSER = _places()


def tiles(reports: Sequence[Rad], cells: Mapping[Any, Sequence[Rad]]) -> Rad:
    """Return the tiles of a year's map, and the regions that have no place on it; no tiles where all have none.

    ``cells`` are the areas of each report, by what it is known by, with how full each is in percent.
    """
    by_lan: dict[Any, Rad] = {}
    for one in reports:
        by_lan.setdefault(one["lan"], one)
    shown = [_tile(plats, by_lan.get(_LAN[plats.region]), cells) for plats in PLATSER]
    outside = [one["region"] for one in reports if one["lan"] not in _LAN.values()]
    return {"rutor": shown if any(ruta["namn"] for ruta in shown) else [], "utanfor": outside}


def _tile(plats: Plats, report: Rad | None, cells: Mapping[Any, Sequence[Rad]]) -> Rad:
    if report is None:
        return {**plats._asdict(), "namn": None}
    own = cells[report["redovisning"]]
    procent = percent(sum(c["tecken"] for c in own), max(sum(c["maxtecken"] for c in own), 1))
    return {
        **plats._asdict(),
        "namn": report["redovisning"],
        "procent": procent,
        "steg": min(procent // 20, 5),
        "over": any(c["procent"] > _FULL for c in own),
        "staplar": [
            {"x": _APART * n, "hojd": round(HEIGHT * min(c["procent"], _FULL) / _FULL, 1), **c}
            for n, c in enumerate(own)
        ],
    }
