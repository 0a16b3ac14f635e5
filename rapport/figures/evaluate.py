"""The expressions of an answer as written → what is shown in their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapport.figures.tables import Tables
from rapport.figures.values import FigureError, Visning
from rapport.prose.blocks import Blocks, Figur, Paragraph, Table, Text, Trace
from rapport.prose.expression import Expression, Fault

_MAX_EXPRESSIONS = 1_000  # different ones, in a whole report
_MAX_IN_ANSWER = 200
_MAX_FAULTS = 100
_FARTHEST = 2_000  # characters to look for the end of an expression in
# Behind a backslash a brace is only a brace; Jinja's other two beginnings are found in order to be refused.
_OPENING = re.compile(r"\\.|(\{[{%#])", re.DOTALL)
_CLOSING = re.compile(r"""\}\}|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)
_QUOTED = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)
_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
_TABLE_INSTEAD = "Skriv en tabell i stället för många enskilda uttryck."
_HINT = "Ska klamrarna synas i svaret: sätt \\ före den första."
_MISSING = Text("‹siffra saknas›")


@dataclass
class Evaluator:
    """Evaluates expressions against a report's tables; what each is worth is found once."""

    tables: Tables
    known: dict[str, Visning | FigureError] = field(default_factory=dict)
    new: int = 0

    def begin(self) -> None:
        """Note that a report is read from here on: what came before, in an editor say, does not count."""
        self.new = 0

    def __call__(self, text: str) -> tuple[Expression, ...]:
        """Return the expressions of an answer as written, in order, with what is shown in their places."""
        found: list[Expression] = []
        faults = 0
        for number, (start, end) in enumerate(spans(text)):
            try:
                shown = _too_many() if number >= _MAX_IN_ANSWER else self._shown(text, start, end)
                found.append(Expression(start, end, shown))
            except FigureError as error:
                faults += 1
                # When the first hundred are mended, the next check finds the rest.
                fault = _fault(error, text[start:end], start) if faults <= _MAX_FAULTS else None
                found.append(Expression(start, end, _MISSING, fault))
        return tuple(found)

    def _shown(self, text: str, start: int, end: int) -> Text | Table:
        source = text[start:end]
        if not source.startswith("{{"):
            raise FigureError("Bara uttryck inom {{ och }} får stå i ett svar.", f"Ta bort {source[:2]} … . {_HINT}")
        if not source.endswith("}}"):
            raise FigureError("Uttrycket har inget slut.", f"Sätt }}}} efter det. {_HINT}")
        if "{{" in _QUOTED.sub("", source[2:-2]):
            message = "Uttrycket har inget slut: }} saknas, och nästa uttryck börjar innan det här är slut."
            raise FigureError(message, f"Sätt }}}} där det första uttrycket slutar. {_HINT}")
        visning = self._value(source)
        trace = Trace(source, visning.uttag)
        if not visning.rows:
            if not (text := _clean(visning.text)):
                raise FigureError(
                    "Uttrycket ger ingen text.", "Se efter i tabellen vad det tar: cellerna ser ut att vara tomma."
                )
            return Figur(text, trace=trace)
        _require_own_line(text, start, end)
        rows = tuple(tuple(map(_cell, row)) for row in visning.rows)
        return Table(rows, tuple("right" if is_right else "" for is_right in visning.right), trace)

    def _value(self, source: str) -> Visning:
        found = self.known.get(source)
        if found is None:
            if self.new >= _MAX_EXPRESSIONS:
                message = f"Redovisningen har fler än {_MAX_EXPRESSIONS} uttryck; det här räknas inte."
                raise FigureError(message, _TABLE_INSTEAD)
            self.new += 1
            if len(self.known) >= _MAX_EXPRESSIONS:
                del self.known[next(iter(self.known))]  # the oldest
            found = self.known[source] = self._evaluated(source)
        if isinstance(found, FigureError):
            raise found
        return found

    def _evaluated(self, source: str) -> Visning | FigureError:
        from rapport.figures.expression import evaluate

        try:
            return evaluate(source[2:-2], self.tables.by_name, self.tables.unusable)
        except FigureError as error:
            return error


def _clean(text: str) -> str:
    """Return a text without what no document can hold: line breaks and control characters are blanks."""
    return _NOT_TEXT.sub(" ", text).strip(" ")


def _cell(text: str) -> Blocks:
    cleaned = _clean(text)
    return (Paragraph((Text(cleaned),)),) if cleaned else ()


def _too_many() -> Text:
    raise FigureError(f"Svaret har fler än {_MAX_IN_ANSWER} uttryck; det här räknas inte.", _TABLE_INSTEAD)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each expression begins and ends; one without an end goes on to the end of its line."""
    at = 0
    while match := _OPENING.search(text, at):
        at = match.end()
        if match[1] is None:
            continue
        line_end = text.find("\n", match.start())
        end = _end(text, match) or (len(text) if line_end < 0 else line_end)
        yield match.start(), end
        at = end


def _end(text: str, opening: re.Match[str]) -> int | None:
    if opening[1] != "{{":
        found = text.find("%}" if opening[1] == "{%" else "#}", opening.end())
        return found + 2 if found >= 0 else None
    return next(
        (m.end() for m in _CLOSING.finditer(text, opening.end(), opening.end() + _FARTHEST) if m[0] == "}}"), None
    )


def _require_own_line(text: str, start: int, end: int) -> None:
    """Raise FigureError when an expression does not stand alone on its line."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    if text[line_start:start].strip() or text[end : len(text) if line_end < 0 else line_end].strip():
        raise FigureError("En tabell står mitt i en rad.", "Sätt uttrycket på en egen rad.", "tabell")


def _fault(error: FigureError, source: str, start: int) -> Fault:
    """Return the fault with the place of the wrong word in an expression; all of it when there is none."""
    match = re.search(rf"(?<!\w){re.escape(error.word)}(?!\w)", source) if error.word else None
    offset, excerpt = (match.start(), match[0]) if match else (0, source)
    return Fault(error.message, error.hint, start + offset, excerpt, error.of_table)
