"""Sweden's regions: their names, their counties, and what tells one from another.

Source: the register of counties and municipalities (Statistiska centralbyrån, 290 municipalities since 2003) and
Tillväxtverket's eight regional programmes of Europeiska regionala utvecklingsfonden 2021–2027; of Interreg the
programmes' own pages and eufonder.se. November 2026.
"""

import re
from typing import NamedTuple

_LIKE = 75  # of 100, for what is left without Region and län: an invented name is none of these
_COMMON = re.compile(r"^region\b|\blän$", re.IGNORECASE)


class Lan(NamedTuple):
    """A county: its region's name, its own, how many municipalities it has, and the programme that it belongs to."""

    region: str
    lan: str
    kommuner: int
    program: str


LAN = tuple(
    Lan(region, lan, int(kommuner), program)
    for region, lan, kommuner, program in (
        tuple(map(str.strip, line.split("|")))
        for line in """
Region Blekinge            | Blekinge län         |  5 | Skåne-Blekinge
Region Dalarna             | Dalarnas län         | 15 | Norra Mellansverige
Region Gotland             | Gotlands län         |  1 | Småland och öarna
Region Gävleborg           | Gävleborgs län       | 10 | Norra Mellansverige
Region Halland             | Hallands län         |  6 | Västsverige
Region Jämtland Härjedalen | Jämtlands län        |  8 | Mellersta Norrland
Region Jönköpings län      | Jönköpings län       | 13 | Småland och öarna
Region Kalmar län          | Kalmar län           | 12 | Småland och öarna
Region Kronoberg           | Kronobergs län       |  8 | Småland och öarna
Region Norrbotten          | Norrbottens län      | 14 | Övre Norrland
Region Skåne               | Skåne län            | 33 | Skåne-Blekinge
Region Stockholm           | Stockholms län       | 26 | Stockholm
Region Sörmland            | Södermanlands län    |  9 | Östra Mellansverige
Region Uppsala             | Uppsala län          |  8 | Östra Mellansverige
Region Värmland            | Värmlands län        | 16 | Norra Mellansverige
Region Västerbotten        | Västerbottens län    | 15 | Övre Norrland
Region Västernorrland      | Västernorrlands län  |  7 | Mellersta Norrland
Region Västmanland         | Västmanlands län     | 10 | Östra Mellansverige
Region Örebro län          | Örebro län           | 12 | Östra Mellansverige
Region Östergötland        | Östergötlands län    | 13 | Östra Mellansverige
Västra Götalandsregionen   | Västra Götalands län | 49 | Västsverige
""".strip().splitlines()
    )
)
REGIONER = tuple(lan.region for lan in LAN)
# The counties that each Interreg programme of 2021–2027 covers, partly or as a whole. Those of all Sweden are left out.
INTERREG = {
    "Interreg Aurora": ("Norrbottens", "Västerbottens", "Västernorrlands", "Jämtlands", "Dalarnas"),
    "Interreg Sverige-Norge": ("Jämtlands", "Västernorrlands", "Värmlands", "Dalarnas", "Västra Götalands"),
    "Interreg Öresund-Kattegat-Skagerrak": ("Skåne", "Hallands", "Västra Götalands"),
    "Interreg South Baltic": ("Skåne", "Blekinge", "Kronobergs", "Kalmar"),
    "Interreg Central Baltic": (
        *("Gotlands", "Gävleborgs", "Stockholms", "Södermanlands"),
        *("Uppsala", "Västmanlands", "Östergötlands", "Örebro"),
    ),
}


def meant_region(name: str) -> str | None:
    """Return the region that a name is nearly that of; None where it is one's name, or like none."""
    from rapport.nearest import nearest

    if name in REGIONER:
        return None
    by_bare = {_COMMON.sub("", known).strip(): known for known in REGIONER}
    found = nearest(_COMMON.sub("", name).strip(), by_bare, least=_LIKE)
    return by_bare[found] if found else None


def own_name(region: str) -> str:
    """Return a region's own name where it is called nearly that, "Kronobergs län"; else what it is called."""
    lan = lan_of(region)
    return lan.region if lan else region


def lan_of(region: str) -> Lan | None:
    """Return the county of a region, its name nearly right too; None where it is like none."""
    name = region if region in REGIONER else meant_region(region)
    return next((lan for lan in LAN if lan.region == name), None)
