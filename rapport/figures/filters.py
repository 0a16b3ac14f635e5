"""All filters by name: how each is written, what it may stand after, and the way it is put to a value."""

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any, get_args, get_type_hints

from rapport.figures import formats, verbs
from rapport.figures.names import identifier
from rapport.figures.table import tabell
from rapport.figures.values import NAMES, FigureError, Result
from rapport.nearest import nearest

FILTERS: dict[str, Callable[..., Result]] = {
    function.__name__: function for function in (*verbs.ALL, *formats.ALL, tabell)
}
_USAGE = {
    "dar": 'arenden | dar(program="ERUF")',
    "antal": "arenden | antal",
    "summa": 'arenden | summa("beviljat")',
    "medel": 'arenden | medel("beviljat") | kr',
    "storst": 'arenden | storst("beviljat") | kr',
    "minst": 'arenden | minst("beviljat") | kr',
    "unika": 'arenden | unika("kommun") | antal',
    "per": 'arenden | per("kommun") | tabell(summa="beviljat")',
    "andel": 'arenden | dar(program="ERUF") | andel | procent',
    "kr": 'arenden | summa("beviljat") | kr',
    "tkr": 'arenden | summa("beviljat") | tkr',
    "mnkr": 'arenden | summa("beviljat") | mnkr(1)',
    "procent": 'arenden | dar(program="ERUF") | andel | procent(1)',
    "tal": 'arenden | summa("deltagare") | tal',
    "antal_i_ord": 'arenden | antal | antal_i_ord("ett")',
    "datum": 'arenden | storst("beslutsdatum") | datum',
    "lista": 'arenden | unika("kommun") | lista',
    "tabell": 'arenden | tabell(per="kommun", summa="beviljat", antal=true)',
}


def applied(name: str, value: Result, arguments: list[Any], named: dict[str, Any]) -> Result:
    """Return what a filter makes of a value; FigureError when they do not go together."""
    function = FILTERS[name]
    signature = inspect.signature(function)
    named = {key if name == "dar" else identifier(key): given for key, given in named.items()}
    try:
        signature.bind(value, *arguments, **named)
    except TypeError as error:
        raise FigureError(f"{name} är inte skrivet så att det går att förstå.", usage(name), name) from error
    if not isinstance(value, _takes(name)):
        raise FigureError(f"{name} kan inte stå efter {NAMES[type(value)]}.", usage(name), name)
    return function(value, *arguments, **named)


def usage(name: str) -> str:
    """Return a hint that shows how a filter is written."""
    return f"Skriv så:  {_USAGE[name]}"


def no_filter(name: str) -> FigureError:
    """Return the fault that there is no such filter, with the nearest that there is."""
    guess = nearest(name, FILTERS)
    hint = f"Menade du {guess}?" if guess else f"Filtren är {', '.join(FILTERS)}."
    return FigureError(f"Filtret ”{name}” finns inte.", hint, name)


@cache
def _takes(name: str) -> tuple[type, ...]:
    hint = next(iter(get_type_hints(FILTERS[name]).values()))
    return get_args(hint) or (hint,)
