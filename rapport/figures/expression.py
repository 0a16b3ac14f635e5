"""One expression → its value, without running it as a program.

It is read by Jinja's parser, and little of Jinja's grammar is allowed: a table's name, one of our filters with
constants as arguments, and the four ways of reckoning with numbers. Attributes, calls, indexes, tests, loops and all
else are refused before anything is evaluated. What is left is walked node by node: nothing is compiled, so there is
nothing that data or text could make run.
"""

import re
from collections.abc import Mapping
from decimal import Decimal, DecimalException
from functools import cache
from typing import Any

from jinja2 import Environment, TemplateError, nodes
from jinja2.parser import Parser

from rapport.domain.tabell import Tabell
from rapport.figures import formats
from rapport.figures.cells import identifier
from rapport.figures.filters import FILTERS, no_filter, usage
from rapport.figures.values import NAMES, Dag, FigureError, Grupper, Lista, Tal, Urval, Visning, Worth
from rapport.nearest import nearest

_MAX_LENGTH = 600
_MAX_DEPTH = 20
_CURLED = re.compile("[”“„’‘]")
_MAX_ITEMS = 50
_RECKONING: dict[type[nodes.Node], str] = {nodes.Add: "+", nodes.Sub: "-", nodes.Mul: "*", nodes.Div: "/"}
_EXAMPLE = 'Ett uttryck ser ut så:  {{ arenden | dar(program="ERUF") | summa("beviljat") | kr }}'


def evaluate(source: str, tables: Mapping[str, Tabell], unusable: Mapping[str, str]) -> Visning:
    """Return what an expression, without its braces, is worth; FigureError when it is no figure."""
    return _finished(Walk(tables, unusable).value(parsed(source)))


def parsed(source: str) -> nodes.Node:
    """Return what an expression, without its braces, says; FigureError unless all of it is allowed."""
    if len(source) > _MAX_LENGTH:
        raise FigureError(f"Uttrycket är längre än {_MAX_LENGTH} tecken och läses inte.", "Dela upp det i flera.")
    try:
        parser = Parser(_environment(), source, state="variable")
        node = parser.parse_expression()
        if not parser.stream.eos:
            raise FigureError("Uttrycket fortsätter efter sitt slut.", _EXAMPLE, str(parser.stream.current.value))
    except (TemplateError, RecursionError, ValueError, OverflowError, MemoryError, SyntaxError) as error:
        if _CURLED.search(source):
            raise FigureError("Uttrycket har böjda citattecken (”).", f'Skriv raka: ". {_EXAMPLE}', "”") from error
        raise FigureError("Uttrycket kan inte läsas: ett tecken saknas eller är för mycket.", _EXAMPLE) from error
    _allow(node)
    return node


@cache
def _environment() -> Environment:
    return Environment(autoescape=True)  # for its grammar alone: nothing is rendered


def _allow(node: nodes.Node, depth: int = 0) -> None:
    """Raise FigureError unless a node, and all within it, is of a kind that an expression may have."""
    if depth > _MAX_DEPTH:
        raise FigureError("Uttrycket är för djupt nästlat.", _EXAMPLE)
    if isinstance(node, nodes.Filter):
        _allow(_filtered(node), depth + 1)
    elif type(node) in _RECKONING:
        for child in node.iter_child_nodes():
            _allow(child, depth + 1)
    elif isinstance(node, nodes.Const):
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            raise FigureError(f"”{node.value}” är inget tal och ingen tabell.", _EXAMPLE, str(node.value))
    elif not isinstance(node, nodes.Name) or node.ctx != "load":
        raise FigureError("Uttrycket använder något som inte får stå i ett svar.", _what(node), _word(node))


def _filtered(node: nodes.Filter) -> nodes.Node:
    """Return what a filter is put to, the filter itself and its arguments being allowed."""
    if node.name not in FILTERS:
        raise no_filter(node.name)
    if node.node is None or node.dyn_args or node.dyn_kwargs:
        raise FigureError("Uttrycket har * eller ** i ett filter.", usage(node.name), "*")
    for argument in [*node.args, *(pair.value for pair in node.kwargs)]:
        _constant(argument)
    return node.node


def _constant(node: nodes.Node) -> str | float | bool | list[str | float] | None:
    """Return a filter's argument: a text, a number, true or false, or a list of texts and numbers."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str | int | float | None):
        return node.value
    if isinstance(node, nodes.List | nodes.Tuple) and len(node.items) <= _MAX_ITEMS:
        items = [item.value for item in node.items if isinstance(item, nodes.Const)]
        found = [item for item in items if isinstance(item, str | int | float)]
        if len(found) == len(node.items):
            return found
    if isinstance(node, nodes.Name):
        hint = f'Sätt texten inom citattecken:  "{node.name}"'
        raise FigureError(f"{node.name} står utan citattecken.", hint, node.name)
    raise FigureError("Ett filter får bara ha texter och tal inom parentesen.", _what(node), _word(node))


def _word(node: nodes.Node) -> str | None:
    """Return the word that makes a node what it is, where it has one."""
    for attribute in ("attr", "name", "value"):
        found = getattr(node, attribute, None)
        if isinstance(found, str) and found:
            return found
    return None


def _what(node: nodes.Node) -> str:
    """Return a hint of what may stand in a node's place."""
    if isinstance(node, nodes.Getattr):
        return f"Ta bort punkten; filter skrivs efter ett streck. {_EXAMPLE}"
    return f"Bara tabeller, filter, tal och + − * / får användas. {_EXAMPLE}"


class Walk:
    """Works out nodes that have been allowed."""

    def __init__(self, tables: Mapping[str, Tabell], unusable: Mapping[str, str]) -> None:
        self._tables, self._unusable = tables, unusable

    def value(self, node: nodes.Node) -> Worth:
        """Return what a node is worth; FigureError where it is worth nothing."""
        if isinstance(node, nodes.Name):
            return self._table(node.name)
        if isinstance(node, nodes.Const):
            return Tal(Decimal(str(node.value)))
        if isinstance(node, nodes.Filter) and node.node is not None:
            arguments = [_constant(argument) for argument in node.args]
            named = {str(pair.key): _constant(pair.value) for pair in node.kwargs}
            return FILTERS[node.name](self.value(node.node), arguments, named)
        return self._reckoned(node)

    def _table(self, name: str) -> Urval:
        word = identifier(name)
        if found := self._tables.get(word):
            return Urval(found, tuple(range(len(found.rader))))
        if file := self._unusable.get(word):
            message = f"Tabellen {name} kan inte användas."
            raise FigureError(message, f"Rätta först felen i {file}.", name, of_table=True)
        known = [*self._tables]
        guess = nearest(word, known)
        add = f"Lägg den, som {word}.csv eller {word}.xlsx, i mappen siffror i redovisningens mapp."
        hint = f"Menade du {guess}?" if guess else f"{add} Tabellerna där är {', '.join(known)}." if known else add
        raise FigureError(f"Tabellen ”{word}” finns inte.", hint, name, of_table=True)

    def _reckoned(self, node: Any) -> Tal:  # noqa: ANN401 - the four kinds have no name in common
        left, right = self.value(node.left), self.value(node.right)
        sign = _RECKONING[type(node)]
        if not isinstance(left, Tal) or not isinstance(right, Tal):
            hint = f"Sätt parentes om räkningen, och formatet sist:  (… | antal {sign} … | antal) | tal"
            raise FigureError(f"Bara tal kan räknas med {sign}.", hint, sign)
        kind = left.kind_with(right, sign)
        try:
            if sign == "/":
                return left.combined(right, left.value / right.value, kind)
            results = {"+": left.value + right.value, "-": left.value - right.value, "*": left.value * right.value}
        except DecimalException as error:
            raise FigureError("Det går inte att dela med noll.", "Kontrollera villkoren i dar.", sign) from error
        return left.combined(right, results[sign], kind)


def _finished(value: Worth) -> Visning:
    """Return a value as it will be read; FigureError when it is not one figure, with the filter that makes it one."""
    if isinstance(value, Visning):
        return value
    if isinstance(value, Tal):
        if not value.uttag:
            raise FigureError("Uttrycket hämtar inget ur någon tabell.", _EXAMPLE)
        return formats.procent(value) if value.kind == "andel" else formats.tal(value)
    if isinstance(value, Dag):
        return formats.datum(value)
    hints = {Lista: "| antal  eller  | lista", Grupper: "| tabell(antal=true)"}
    hint = hints.get(type(value)) or (_suggestion(value) if isinstance(value, Urval) else "| antal")
    raise FigureError(f"Uttrycket ger {NAMES[type(value)]}, inte en siffra.", f"Lägg till sist:  {hint}")


def _suggestion(urval: Urval) -> str:
    columns = urval.tabell.kolumner
    numeric = next((k.namn for k in columns if k.slag == "tal" and not k.andelar), None)
    # A column whose values come again is one to count by; a case's own number is none.
    texts = [k for k in columns if k.slag == "text"]
    by = min(texts, key=lambda k: len(set(urval.tabell.cells(k)) - {None}) or len(urval.rows), default=columns[0])
    total = f'  eller  | summa("{numeric}") | tal' if numeric else ""
    return f'| antal{total}  eller  | tabell(per="{by.namn}", antal=true)'
