"""One expression → its value, without running it as a program.

What the grammar has allowed is walked here, node by node. Nothing is compiled, so there is nothing that data or
text could make run.
"""

from collections.abc import Mapping
from decimal import Decimal, DecimalException
from typing import Any

from jinja2 import nodes

from rapport.domain.tabell import Tabell
from rapport.figures import formats
from rapport.figures.filters import applied
from rapport.figures.grammar import EXAMPLE, RECKONING, constant, parsed
from rapport.figures.names import identifier
from rapport.figures.values import NAMES, Dag, FigureError, Grupper, Lista, Result, Tal, Urval, Visning
from rapport.nearest import nearest


def evaluate(source: str, tables: Mapping[str, Tabell], unusable: Mapping[str, str]) -> Visning:
    """Return what an expression, without its braces, is worth; FigureError when it is no figure."""
    return _finished(_Walk(tables, unusable).value(parsed(source)))


class _Walk:
    """Works out nodes that have been allowed."""

    def __init__(self, tables: Mapping[str, Tabell], unusable: Mapping[str, str]) -> None:
        self._tables, self._unusable = tables, unusable

    def value(self, node: nodes.Node) -> Result:
        if isinstance(node, nodes.Name):
            return self._table(node.name)
        if isinstance(node, nodes.Const):
            return Tal(Decimal(str(node.value)))
        if isinstance(node, nodes.Filter) and node.node is not None:
            arguments = [constant(argument) for argument in node.args]
            named = {str(pair.key): constant(pair.value) for pair in node.kwargs}
            return applied(node.name, self.value(node.node), arguments, named)
        return self._reckoned(node)

    def _table(self, name: str) -> Urval:
        word = identifier(name)
        if found := self._tables.get(word):
            return Urval(found, tuple(range(len(found.rader))))
        if file := self._unusable.get(word):
            raise FigureError(f"Tabellen {name} kan inte användas.", f"Rätta först felen i {file}.", name)
        known = [*self._tables]
        guess = nearest(word, known)
        hint = f"Menade du {guess}?" if guess else f"Tabellerna är {', '.join(known)}."
        if not known:
            hint = "Lägg tabellen, som CSV eller .xlsx, i mappen siffror i redovisningens mapp."
        raise FigureError(f"Tabellen ”{name}” finns inte.", hint, name)

    def _reckoned(self, node: Any) -> Tal:  # noqa: ANN401 - the four kinds have no name in common
        left, right = self.value(node.left), self.value(node.right)
        sign = RECKONING[type(node)]
        if not isinstance(left, Tal) or not isinstance(right, Tal):
            hint = f"Sätt parentes om räkningen, och formatet sist:  (… | antal {sign} … | antal) | tal"
            raise FigureError(f"Bara tal kan räknas med {sign}.", hint, sign)
        try:
            if sign == "/":
                return left.combined(right, left.value / right.value, is_share=True)
            results = {"+": left.value + right.value, "-": left.value - right.value, "*": left.value * right.value}
        except DecimalException as error:
            raise FigureError("Det går inte att dela med noll.", "Kontrollera villkoren i dar.", sign) from error
        return left.combined(right, results[sign])


def _finished(value: Result) -> Visning:
    """Return a value as it will be read; FigureError when it is not one figure, with the filter that makes it one."""
    if isinstance(value, Visning):
        return value
    if isinstance(value, Tal):
        if not value.uttag:
            raise FigureError("Uttrycket hämtar inget ur någon tabell.", EXAMPLE)
        return formats.tal(value)
    if isinstance(value, Dag):
        return formats.datum(value)
    hints = {Lista: "| antal  eller  | lista", Grupper: "| tabell(antal=true)"}
    hint = hints.get(type(value)) or (_suggestion(value) if isinstance(value, Urval) else "| antal")
    raise FigureError(f"Uttrycket ger {NAMES[type(value)]}, inte en siffra.", f"Lägg till sist:  {hint}")


def _suggestion(urval: Urval) -> str:
    columns = urval.tabell.kolumner
    numeric = next((k.namn for k in columns if k.slag == "tal"), None)
    # A column whose values come again is one to count by; a case's own number is none.
    texts = [k for k in columns if k.slag == "text"]
    by = min(texts, key=lambda k: len(set(urval.tabell.cells(k)) - {None}) or len(urval.rows), default=columns[0])
    total = f'  eller  | summa("{numeric}") | tal' if numeric else ""
    return f'| antal{total}  eller  | tabell(per="{by.namn}", antal=true)'
