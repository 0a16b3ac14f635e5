"""An answer as written, made ready for the Markdown parser, and what the parser says of it put back in place.

The parser counts in bytes and knows nothing of expressions. It is given a text of the same length in which each
expression is one long word, so that nothing in an expression, nor in what it gives, is ever read as Markdown.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from pyromark import Options, events_with_range

from rapport.prose.blocks import Stretch, Table, Text, plain_passages
from rapport.prose.expression import Expression

_OPTIONS = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES
# "[x]: y" would make x vanish and lead elsewhere wherever it is named; a writer means the words.
_DEFINITION = re.compile(r"(?<!\\)\[(?!\^)(?:[^\[\]\\]|\\.)*\]:")
# The parser takes a note's mark right before a link for a part of the link.
_MARK_BEFORE_LINK = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](?=[\[(])")
_INDENT = re.compile(r"\t| {1,4}")
# Private signs that no one types, in this order for: an expression, a literal "[", an indent that means nothing.
_SIGNS = range(0xE000, 0xF8FF)
# What stands for a note's mark must be a punctuation mark, as "[" is: bold and italic end otherwise beside it.
_MARK_SIGNS = range(0x2E17, 0x2E4F)


class Event(NamedTuple):
    """What the parser found: ``kind`` with its details, and where, in characters of the answer as written."""

    kind: str
    detail: Any
    start: int
    end: int


class Written:
    """One answer as written and the expressions in it."""

    def __init__(self, text: str, expressions: Sequence[Expression] = ()) -> None:
        self.text = text
        self._expressions = expressions
        self._starts = [expression.start for expression in expressions]
        self._word, self._bracket, self._indent = islice(_free(_SIGNS, text), 3)
        self._mark = next(_free(_MARK_SIGNS, text), "[")
        marks = _MARK_BEFORE_LINK.finditer(text) if "][" in text or "](" in text else ()
        self._marks = [match for match in marks if f"[^{match[1]}]:" in text]

    def events(self) -> list[Event]:
        """Return what the parser finds, in order."""
        masked = self._masked()
        events = list(_events(masked))
        # Indented code would be read without its marks; nobody means it in an answer.
        while code := [e for e in events if e.kind == "Start:CodeBlock" and e.detail == "Indented"]:
            masked = self._without_indents(masked, code, events)
            events = list(_events(masked))
        return list(self._with_marks(events)) if self._marks else events

    def expression_at(self, start: int, end: int) -> Expression | None:
        """Return the first expression that begins between two places."""
        number = bisect_right(self._starts, start - 1)
        inside = number < len(self._starts) and self._starts[number] < end
        return self._expressions[number] if inside else None

    def texts(self, content: str, start: int, end: int) -> Iterator[tuple[Text | Table, Stretch]]:
        """Yield what a stretch of text is made of: plain text, figures, tables, each with where it was written."""
        source = self.text[start:end]
        if len(content) != len(source) or (content != source and not self._is_masked(content)):
            yield (
                Text(content),
                Stretch(0, start, end, is_exact=False),
            )  # an entity, or a sign that was written with a backslash
            return
        at = start
        while expression := self.expression_at(at, end):
            yield from self._plain(content, start, at, expression.start)
            yield expression.shown, Stretch(0, expression.start, expression.end, is_exact=False)
            at = expression.end
        yield from self._plain(content, start, at, end)

    def unmasked(self, content: str, start: int, end: int) -> str:
        """Return a piece of text, from somewhere between two places, with its figures as plain text."""
        while self._word in content and (expression := self.expression_at(start, end)):
            shown = expression.shown
            plain = shown.text if isinstance(shown, Text) else " ".join(plain_passages((shown,)))
            content = content.replace(self._word * (expression.end - expression.start), plain, 1)
            start = expression.end
        return content.replace(self._bracket, "[").replace(self._indent, "")

    def _with_marks(self, events: list[Event]) -> Iterator[Event]:
        """Yield the events with the notes' marks that the parser was not shown."""
        for event in events:
            at = event.start
            for mark in self._marks if event.kind == "Text" else ():
                if event.start <= mark.start() < event.end:
                    if at < mark.start():
                        yield Event(
                            "Text", event.detail[at - event.start : mark.start() - event.start], at, mark.start()
                        )
                    yield Event("FootnoteReference", mark[1], *mark.span())
                    at = mark.end()
            if at == event.start or at < event.end:
                yield event._replace(detail=event.detail[at - event.start :], start=at) if at > event.start else event

    def _plain(self, content: str, start: int, at: int, end: int) -> Iterator[tuple[Text, Stretch]]:
        piece = content[at - start : end - start]
        body = piece.lstrip(self._indent + " \t") if piece[:1] == self._indent else piece
        if body:
            yield Text(body.replace(self._bracket, "[")), Stretch(0, end - len(body), end)

    def _is_masked(self, content: str) -> bool:
        return any(sign in content for sign in (self._word, self._bracket, self._indent))

    def _masked(self) -> str:
        masked = self.text
        for expression in self._expressions:
            word = self._word * (expression.end - expression.start)
            masked = masked[: expression.start] + word + masked[expression.end :]
        for mark in self._marks:
            masked = masked[: mark.start()] + self._mark * len(mark[0]) + masked[mark.end() :]
        if "]:" in masked:
            masked = _DEFINITION.sub(lambda match: self._bracket + match[0][1:], masked)
        return masked

    def _without_indents(self, masked: str, code: list[Event], events: list[Event]) -> str:
        """Return the text with the indents that made code of it filled in."""
        lines = [e for e in events if e.kind == "Text" and any(c.start <= e.start < c.end for c in code)]
        for line in lines:
            before = masked[: line.start]
            indent = _INDENT.search(before[::-1], 0, 4)
            length = indent.end() if indent and not indent.start() else 0
            after = len(masked[line.start : line.end]) - len(masked[line.start : line.end].lstrip(" \t"))
            fill = self._indent * (length + after)
            masked = before[: line.start - length] + fill + masked[line.start + after :]
        return masked


def _free(codes: range, text: str) -> Iterator[str]:
    return (chr(code) for code in codes if chr(code) not in text)


def _events(text: str) -> Iterator[Event]:
    """Yield the parser's events with their places in characters."""
    wide = [match.start() for match in re.finditer(r"[^\x00-\x7f]", text)]
    bytes_before, extra = [], 0
    extras = [0]
    for at in wide:
        bytes_before.append(at + extra)
        extra += len(text[at].encode("utf-8", "surrogatepass")) - 1
        extras.append(extra)

    def characters(byte: int) -> int:
        return byte - extras[bisect_right(bytes_before, byte - 1)]

    for found, place in events_with_range(text, options=_OPTIONS):
        kind, detail = _kind(found)
        yield Event(kind, detail, characters(place["start"]), characters(place["end"]))


def _kind(found: Any) -> tuple[str, Any]:  # noqa: ANN401 - the parser's events are words or nested mappings
    """Return what sort of event it is, "Start:List" say, and its details."""
    if isinstance(found, str):
        return found, None
    ((kind, detail),) = found.items()
    if kind not in ("Start", "End"):
        return kind, detail
    if isinstance(detail, str):
        return f"{kind}:{detail}", None
    ((tag, inner),) = detail.items()
    return f"{kind}:{tag}", inner
