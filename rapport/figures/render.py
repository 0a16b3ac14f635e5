"""An answer with expressions → the same with figures, piece by piece, so that every place can be found again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapport.domain.figur import Fault, Figur, Piece, Rendered
from rapport.figures.escape import clean, escape, table
from rapport.figures.tables import Tables
from rapport.figures.values import FigureError, Visning

_MAX_EXPRESSIONS = 1_000  # different ones, in a whole report
_MAX_IN_ANSWER = 200
_MAX_FAULTS = 100
_FARTHEST = 2_000  # characters to look for the end of an expression in
_NEAR = 4  # pieces back that may be on the same line
# Behind a backslash a brace is only a brace; Jinja's other two beginnings are found in order to be refused.
_OPENING = re.compile(r"\\.|(\{[{%#])", re.DOTALL)
_CLOSING = re.compile(r"""\}\}|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)
_TABLE_INSTEAD = "Skriv en tabell i stället för många enskilda uttryck."
_HINT = "Ska klamrarna synas i svaret: sätt \\ före den första."


@dataclass
class FigureRenderer:
    """Puts figures from a report's tables into its answers."""

    tables: Tables
    known: dict[str, Visning | FigureError] = field(default_factory=dict)

    def __call__(self, text: str) -> Rendered:
        """Return an answer, as written, with its expressions evaluated."""
        pieces: list[Piece] = []
        faults: list[Fault] = []
        at = 0
        for number, (start, end) in enumerate(_spans(text)):
            pieces.append(_literal(text, at, start))
            before = "".join(piece.markdown for piece in pieces[-_NEAR:])
            try:
                pieces.append(_too_many() if number >= _MAX_IN_ANSWER else self._piece(text, start, end, before))
            except FigureError as error:
                source = text[start:end]
                offset, excerpt = _where(source, error.word)
                if len(faults) < _MAX_FAULTS:  # when they are mended, the next check finds the rest
                    faults.append(Fault(error.message, error.hint, start + offset, excerpt))
                shown = "‹siffra saknas›"
                pieces.append(Piece(start, end, escape(shown, before), shown, is_expression=True))
            at = end
        pieces.append(_literal(text, at, len(text)))
        return Rendered(tuple(piece for piece in pieces if piece.end > piece.start), tuple(faults))

    def _piece(self, text: str, start: int, end: int, before: str) -> Piece:
        source = text[start:end]
        if not source.startswith("{{"):
            raise FigureError("Bara uttryck inom {{ och }} får stå i ett svar.", f"Ta bort {source[:2]} … . {_HINT}")
        if not source.endswith("}}"):
            raise FigureError("Uttrycket har inget slut.", f"Sätt }}}} efter det. {_HINT}")
        visning = self._value(source)
        figur = Figur(uttryck=source, varde=visning.text, uttag=visning.uttag)
        if not visning.rows:
            shown = clean(visning.text)
            figur = figur.model_copy(update={"varde": shown})
            return Piece(start, end, escape(shown, before), shown, is_expression=True, figur=figur)
        indent = _own_line(text, start, end)
        rows = tuple(tuple(clean(cell) for cell in row) for row in visning.rows)
        plain = "\n".join(cell for row in rows for cell in row if cell)
        markdown = f"\n{indent}{table(rows, visning.right, indent)}\n"
        return Piece(start, end, markdown, plain, is_expression=True, figur=figur.model_copy(update={"varde": plain}))

    def _value(self, source: str) -> Visning:
        found = self.known.get(source)
        if found is None:
            if len(self.known) >= _MAX_EXPRESSIONS:
                message = f"Redovisningen har fler än {_MAX_EXPRESSIONS} uttryck; det här räknas inte."
                raise FigureError(message, _TABLE_INSTEAD)
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


def _too_many() -> Piece:
    raise FigureError(f"Svaret har fler än {_MAX_IN_ANSWER} uttryck; det här räknas inte.", _TABLE_INSTEAD)


def _literal(text: str, start: int, end: int) -> Piece:
    return Piece(start, end, text[start:end], text[start:end])


def _spans(text: str) -> Iterator[tuple[int, int]]:
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


def _own_line(text: str, start: int, end: int) -> str:
    """Return the blanks before an expression that stands alone on its line; FigureError when it does not."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    indent = text[line_start:start]
    if indent.strip() or text[end : len(text) if line_end < 0 else line_end].strip():
        raise FigureError("En tabell står mitt i en rad.", "Sätt uttrycket på en egen rad.", "tabell")
    return indent


def _where(source: str, word: str | None) -> tuple[int, str]:
    """Return where in an expression the wrong word stands, and the word; all of it when it has none."""
    if word:
        match = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", source)
        if match:
            return match.start(), word
    return 0, source
