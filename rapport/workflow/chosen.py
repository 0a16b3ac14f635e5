"""What somebody would have chosen to get an expression as it is written: the way back from it to the choices."""

from jinja2 import nodes

from rapport.figures.expression import parsed
from rapport.figures.values import FigureError
from rapport.workflow.choosing import SHOWN_AS, WHAT, Chosen, Tables, choices


def chosen_of(expression: str, tables: Tables) -> Chosen | None:
    """Return the choices that give an expression, braces and all; None where no choices do."""
    try:
        value, form = _without_form(parsed(_inner(expression)))
        chosen = _chosen(value)
        made = chosen and choices(chosen._replace(form=form), tables)
        if made is None or not made.uttryck or _without_form(parsed(_inner(made.uttryck)))[0] != value:
            return None
    except FigureError:
        return None
    return made.vald


def _inner(expression: str) -> str:
    return expression.removeprefix("{{").removesuffix("}}").strip()


def _without_form(node: nodes.Node) -> tuple[nodes.Node, str]:
    """Return what an expression is worth, and how that is shown, "" where it does not say."""
    if isinstance(node, nodes.Filter) and node.node and not isinstance(node.node, nodes.Name) and node.name in SHOWN_AS:
        return node.node, node.name
    return node, ""


def _chosen(value: nodes.Node) -> Chosen | None:
    """Return the choices that a value without its form tells of; whether they give it is another matter."""
    if not isinstance(value, nodes.Filter) or value.name not in WHAT or value.node is None:
        return None
    kolumn = "".join(str(one.value) for one in value.args if isinstance(one, nodes.Const))
    rows: nodes.Node = value.node
    rader: tuple[tuple[str, str], ...] = ()
    if isinstance(rows, nodes.Filter) and rows.name == "dar" and rows.node is not None:
        named = [(str(one.key), one.value) for one in rows.kwargs]
        rader = tuple((kolumn, str(one.value)) for kolumn, one in named if isinstance(one, nodes.Const))
        rows = rows.node
    return Chosen(rows.name, value.name, kolumn, rader) if isinstance(rows, nodes.Name) else None
