"""What an expression may say: Jinja's grammar, read by Jinja's parser, of which little is allowed.

Only the nodes below mean anything: a table's name, one of our filters with constants as arguments, and the four
ways of reckoning with numbers. Attributes, calls, indexes, tests, loops and all else are refused before anything
is evaluated.
"""

import re
from functools import cache

from jinja2 import Environment, TemplateError, nodes
from jinja2.parser import Parser

from rapport.figures.filters import FILTERS, no_filter, usage
from rapport.figures.values import FigureError

MAX_LENGTH = 600
_MAX_DEPTH = 20
_CURLED = re.compile("[”“„’‘]")
_MAX_ITEMS = 50
RECKONING: dict[type[nodes.Node], str] = {nodes.Add: "+", nodes.Sub: "-", nodes.Mul: "*", nodes.Div: "/"}
EXAMPLE = 'Ett uttryck ser ut så:  {{ arenden | dar(program="ERUF") | summa("beviljat") | kr }}'


def parsed(source: str) -> nodes.Node:
    """Return what an expression, without its braces, says; FigureError unless all of it is allowed."""
    if len(source) > MAX_LENGTH:
        raise FigureError(f"Uttrycket är längre än {MAX_LENGTH} tecken och läses inte.", "Dela upp det i flera.")
    try:
        parser = Parser(_environment(), source, state="variable")
        node = parser.parse_expression()
        if not parser.stream.eos:
            raise FigureError("Uttrycket fortsätter efter sitt slut.", EXAMPLE, str(parser.stream.current.value))
    except (TemplateError, RecursionError, ValueError, OverflowError, MemoryError, SyntaxError) as error:
        if _CURLED.search(source):
            raise FigureError("Uttrycket har böjda citattecken (”).", f'Skriv raka: ". {EXAMPLE}', "”") from error
        raise FigureError("Uttrycket kan inte läsas: ett tecken saknas eller är för mycket.", EXAMPLE) from error
    _allow(node)
    return node


@cache
def _environment() -> Environment:
    return Environment(autoescape=True)  # for its grammar alone: nothing is rendered


def _allow(node: nodes.Node, depth: int = 0) -> None:
    """Raise FigureError unless a node, and all within it, is of a kind that an expression may have."""
    if depth > _MAX_DEPTH:
        raise FigureError("Uttrycket är för djupt nästlat.", EXAMPLE)
    if isinstance(node, nodes.Filter):
        _allow(_filtered(node), depth + 1)
    elif type(node) in RECKONING:
        for child in node.iter_child_nodes():
            _allow(child, depth + 1)
    elif isinstance(node, nodes.Const):
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            raise FigureError(f"”{node.value}” är inget tal och ingen tabell.", EXAMPLE, str(node.value))
    elif not isinstance(node, nodes.Name) or node.ctx != "load":
        raise FigureError("Uttrycket använder något som inte får stå i ett svar.", _what(node), _word(node))


def _filtered(node: nodes.Filter) -> nodes.Node:
    """Return what a filter is put to, the filter itself and its arguments being allowed."""
    if node.name not in FILTERS:
        raise no_filter(node.name)
    if node.node is None or node.dyn_args or node.dyn_kwargs:
        raise FigureError("Uttrycket har * eller ** i ett filter.", usage(node.name), "*")
    for argument in [*node.args, *(pair.value for pair in node.kwargs)]:
        constant(argument)
    return node.node


def constant(node: nodes.Node) -> str | float | bool | list[str | float] | None:
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
        return f"Ta bort punkten; filter skrivs efter ett streck. {EXAMPLE}"
    return f"Bara tabeller, filter, tal och + − * / får användas. {EXAMPLE}"
