"""All filters: what each does, how it is written, what it may stand after, and the way it is put to a value.

A filter is a function in ``verbs`` or ``formats``, and its line here with an expression that shows how it is written.
"""

import inspect
from collections.abc import Callable
from functools import cached_property
from typing import Any, get_args, get_type_hints

from rapport.figures import formats, verbs
from rapport.figures.cells import identifier
from rapport.figures.values import NAMES, Dag, FigureError, Lista, Tal, Urval, Visning, Worth
from rapport.nearest import nearest

_NEEDING = ("dar", "tabell")  # which do nothing without what stands within their parentheses


class Filter:
    """A function that an expression may put to a value, called by the function's name."""

    def __init__(self, function: Callable[..., Worth], usage: str) -> None:
        self.name = function.__name__
        self.hint = f"Skriv så:  {usage}"
        self._function = function

    def __call__(self, value: Worth, arguments: list[Any], named: dict[str, Any]) -> Worth:
        """Return what the filter makes of a value; FigureError when they do not go together."""
        named = {key if self.name == "dar" else identifier(key): given for key, given in named.items()}
        try:
            inspect.signature(self._function).bind(value, *arguments, **named)
        except TypeError as error:
            message = f"{self.name} är inte skrivet så att det går att förstå."
            raise FigureError(message, self.hint, self.name) from error
        if not isinstance(value, self._takes):
            message = f"{self.name} kan inte stå efter {NAMES[type(value)]}."
            raise FigureError(message, _instead(self.name, value) or self.hint, self.name)
        return self._function(value, *arguments, **named)

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """What may stand within its parentheses, by name; of dar it is any column."""
        return tuple(inspect.signature(self._function).parameters)[1:]

    def fits(self, value: Worth) -> bool:
        """Whether it may stand after a value, whatever is yet to stand within its parentheses."""
        if not isinstance(value, self._takes) or self.name in _NEEDING:
            return isinstance(value, self._takes)
        try:
            self(value, [], {})
        except FigureError as error:
            return error.hint == self.hint  # all that it lacks is what stands within its parentheses
        return True

    @cached_property
    def _takes(self) -> tuple[type, ...]:
        hint = next(iter(get_type_hints(self._function).values()))
        return get_args(hint) or (hint,)


def _instead(name: str, value: Worth) -> str | None:
    """Return a hint of what may stand after a value instead of a filter that may not."""
    if isinstance(value, Visning):
        return f"Ta bort  | {name}:  det som står före är redan färdigt."
    filters = {Tal: "| tal  eller  | kr", Dag: "| datum", Lista: "| antal  eller  | lista"}
    if isinstance(value, Tal) and value.kind != "tal":
        return f"Skriv  | {'tal' if value.kind == 'antal' else 'procent'}  i stället för  | {name}."
    if found := filters.get(type(value)):
        return f"Skriv  {found}  i stället för  | {name}."
    return _after_rows(name, value) if isinstance(value, Urval) else None


def _after_rows(name: str, urval: Urval) -> str | None:
    """Return a hint of how rows become what a filter may stand after, with a column that they have."""
    if name == "antal_i_ord":
        return "Skriv så:  | antal | antal_i_ord"
    before, wanted = {"datum": ("storst", "datum"), "lista": ("unika", "text")}.get(name, ("summa", "tal"))
    is_share = name == "procent"
    fitting = (k.namn for k in urval.tabell.kolumner if k.slag == wanted and (wanted != "tal" or k.andelar == is_share))
    kolumn = next(fitting, None)
    return f'Skriv så:  | {before}("{kolumn}") | {name}' if kolumn else None


ALL = (
    Filter(verbs.dar, 'arenden | dar(program="ERUF")'),
    Filter(verbs.antal, "arenden | antal"),
    Filter(verbs.summa, 'arenden | summa("beviljat")'),
    Filter(verbs.medel, 'arenden | medel("beviljat") | kr'),
    Filter(verbs.storst, 'arenden | storst("beviljat") | kr'),
    Filter(verbs.minst, 'arenden | minst("beviljat") | kr'),
    Filter(verbs.unika, 'arenden | unika("kommun") | antal'),
    Filter(verbs.per, 'arenden | per("kommun") | tabell(summa="beviljat")'),
    Filter(verbs.andel, 'arenden | dar(program="ERUF") | andel | procent'),
    Filter(formats.kr, 'arenden | summa("beviljat") | kr'),
    Filter(formats.tkr, 'arenden | summa("beviljat") | tkr'),
    Filter(formats.mnkr, 'arenden | summa("beviljat") | mnkr(1)'),
    Filter(formats.procent, 'arenden | dar(program="ERUF") | andel | procent(1)'),
    Filter(formats.tal, 'arenden | summa("deltagare") | tal'),
    Filter(formats.antal_i_ord, 'arenden | antal | antal_i_ord("ett")'),
    Filter(formats.datum, 'arenden | storst("beslutsdatum") | datum'),
    Filter(formats.lista, 'arenden | unika("kommun") | lista'),
    Filter(formats.tabell, 'arenden | tabell(per="kommun", summa="beviljat", antal=true)'),
)
FILTERS = {one.name: one for one in ALL}


def usage(name: str) -> str:
    """Return a hint that shows how a filter is written."""
    return FILTERS[name].hint


def no_filter(name: str) -> FigureError:
    """Return the fault that there is no such filter, with the nearest that there is."""
    guess = nearest(name, FILTERS)
    hint = f"Menade du {guess}?" if guess else f"Filtren är {', '.join(FILTERS)}."
    return FigureError(f"Filtret ”{name}” finns inte.", hint, name)
