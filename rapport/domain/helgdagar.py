"""The days of the year that have names, and when they are.

Sources: lag (1989:253) om allmänna helgdagar and lag (1982:269) om Sveriges nationaldag; the days of the United Nations
and of Europe by their own decisions. Easter is reckoned as the western church does (Meeus, Jones and Butcher).
"""

from datetime import date, timedelta
from functools import cache

# Day and month.
FIXED = {
    "nyårsafton": (31, 12),
    "nyårsdagen": (1, 1),
    "trettondagsafton": (5, 1),
    "trettondedag jul": (6, 1),
    "trettondagen": (6, 1),
    "samernas nationaldag": (6, 2),
    "alla hjärtans dag": (14, 2),
    "sverigefinnarnas dag": (24, 2),
    "internationella kvinnodagen": (8, 3),
    "valborgsmässoafton": (30, 4),
    "europadagen": (9, 5),
    "nationaldagen": (6, 6),
    "sveriges nationaldag": (6, 6),
    "fn-dagen": (24, 10),
    "internationella mansdagen": (19, 11),
    "barnkonventionens dag": (20, 11),
    "lucia": (13, 12),
    "luciadagen": (13, 12),
    "julafton": (24, 12),
    "juldagen": (25, 12),
    "annandag jul": (26, 12),
}
# Days after Easter Sunday.
FROM_EASTER = {
    "skärtorsdagen": -3,
    "skärtorsdag": -3,
    "långfredagen": -2,
    "långfredag": -2,
    "påskafton": -1,
    "påskdagen": 0,
    "annandag påsk": 1,
    "kristi himmelsfärdsdag": 39,
    "kristi himmelsfärd": 39,
    "pingstafton": 48,
    "pingstdagen": 49,
    "annandag pingst": 50,
}
# A weekday, 0 is Monday, and the first day and month on which it can be.
WEEKDAYS = {
    "midsommarafton": (4, 19, 6),
    "midsommardagen": (5, 20, 6),
    "alla helgons dag": (5, 31, 10),
    "första advent": (6, 27, 11),
    "första söndagen i advent": (6, 27, 11),
    "fars dag": (6, 8, 11),
    "mors dag": (6, 25, 5),
}
NAMES = (*FIXED, *FROM_EASTER, *WEEKDAYS)


def day_of(name: str, year: int) -> date:
    """Return when a day with a name, in lower case, is in a year."""
    if name in FIXED:
        day, month = FIXED[name]
        return date(year, month, day)
    if name in FROM_EASTER:
        return easter(year) + timedelta(days=FROM_EASTER[name])
    weekday, day, month = WEEKDAYS[name]
    first = date(year, month, day)
    return first + timedelta(days=(weekday - first.weekday()) % 7)


@cache
def easter(year: int) -> date:
    """Return Easter Sunday of a year."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)
