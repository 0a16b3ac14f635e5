"""Plans and strategies of the state that are given other years than theirs.

Source: the government's decisions on the plans for the transport system, and Skr. 2020/21:133 (the strategy).
"""

import re
from collections.abc import Iterator

_Years = tuple[int, int]
_YEARS = r"\(?(?P<ord>(?P<a>20\d\d) ?[–-] ?(?P<b>20\d\d))(?!\d|[/:]\d)"
# Those of the national plan for the transport system and of the counties' plans: twelve years.
_PLANS = tuple((first, first + 11) for first in (2010, 2014, 2018, 2022, 2026))
_PLAN = re.compile(
    r"\b(?:läns(?:transport)?plan(?:en|er|erna)?|nationell(?:a)? (?:transport)?plan(?:en)?)"
    rf"(?: för(?: den)? (?:regional )?transport\w+)?(?: för(?: perioden| åren)?)?,? {_YEARS}",
    re.IGNORECASE,
)
_STRATEGY = re.compile(
    rf"hållbar regional utveckling i hela landet,? (?:för (?:åren |perioden )?)?{_YEARS}", re.IGNORECASE
)
_STRATEGY_YEARS = (2021, 2030)
_LONG = range(9, 14)  # years between the first and the last: a part of a plan is shorter


def plans(text: str) -> Iterator[tuple[re.Match[str], str, _Years | None]]:
    """Yield each plan with years that none has: its match, what is wrong, and the years that are nearest."""
    for match in _PLAN.finditer(text):
        years = _years(match)
        if years not in _PLANS and years[1] - years[0] in _LONG:
            right = next((one for one in reversed(_PLANS) if not {*one}.isdisjoint(years)), None)
            yield match, f"Ingen plan för transportsystemet gäller {match['ord']}.", right
    for match in _STRATEGY.finditer(text):
        if _years(match) != _STRATEGY_YEARS:
            yield match, f"Den nationella strategin gäller inte {match['ord']}.", _STRATEGY_YEARS


def _years(match: re.Match[str]) -> _Years:
    return int(match["a"]), int(match["b"])
