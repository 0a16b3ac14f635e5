"""An answer as written, made ready for the Markdown parser, and what the parser says of it put back in place.

The parser counts in bytes and knows nothing of expressions. It is given a text of the same length in which each
expression is one long word, so that nothing in an expression, nor in what it gives, is ever read as Markdown.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from rapport.prose.blocks import Block, Paragraph, Stretch, Table, Text, plain_passages
from rapport.prose.events import Event, parsed
from rapport.prose.expression import Expression

# "[x]: y" would make x vanish and lead elsewhere wherever it is named; a writer means the words. A note is not that.
_COLON = re.compile(r"(?<=\]):")
_NOTE = re.compile(r"(?<!\\)\[\^[^\[\]\s]+\]:")
# The parser takes a note's mark right before a link for a part of the link.
_MARK_BEFORE_LINK = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](?=[\[(])")
_INDENT = re.compile(r"\t| {1,4}")
# Private signs, more than a text has characters: one is always free, for what an expression is shown as.
_SIGNS = (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE))
# What stands for a note's mark or a colon must be a punctuation mark too: bold and italic end otherwise beside it.
_MARK_SIGNS = range(0x2E17, 0x2E2F)


class Written:
    """One answer as written and the expressions in it."""

    def __init__(self, text: str, expressions: Sequence[Expression] = ()) -> None:
        self.text = text
        self._expressions = expressions
        self._marks: list[re.Match[str]] = []
        self._starts = [expression.start for expression in expressions]
        signs = _free(chain(*_SIGNS), text)
        self._word = next(signs)
        self._mark, self._colon = islice(chain(_free(_MARK_SIGNS, text), signs), 2)

    def events(self) -> list[Event]:
        """Return what the parser finds, in order."""
        masked = self._masked()
        events = list(parsed(masked))
        places: list[int] = []
        # Indented code would be read without its marks; nobody means it in an answer: the indent is taken away.
        while indents := _indents_of_code(masked, events):
            places = places or list(range(len(masked) + 1))
            for start, end in reversed(indents):
                masked = masked[:start] + masked[end:]
                del places[start:end]
            events = list(parsed(masked))
        if places:
            events = [_moved(event, places) for event in events]
        if self._colon in masked:
            events = [event._replace(detail=_replaced(event.detail, self._colon, ":")) for event in events]
        for mark in self._marks:
            shown = self._mark * len(mark[0])
            events = [
                e._replace(detail=_replaced(e.detail, shown, mark[0])) if _holds(e, mark) and e.kind != "Text" else e
                for e in events
            ]
        return list(self._with_marks(events)) if self._marks else events

    def expression_at(self, start: int, end: int) -> Expression | None:
        """Return the first expression that begins between two places."""
        number = bisect_right(self._starts, start - 1)
        inside = number < len(self._starts) and self._starts[number] < end
        return self._expressions[number] if inside else None

    def is_in_expression(self, place: int) -> bool:
        """Whether a place is inside an expression."""
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and place < self._expressions[number].end

    def texts(self, content: str, start: int, end: int) -> Iterator[tuple[Text | Table, Stretch]]:
        """Yield what a stretch of text is made of: plain text, figures, tables, each with where it was written."""
        source = self.text[start:end]
        if len(content) != len(source) or (content != source and self._word not in content):
            yield (
                Text(content),
                Stretch(0, start, end, is_exact=False),
            )  # an entity, or a sign that was written with a backslash
            return
        at = start
        while expression := self.expression_at(at, end):
            yield from self._plain(content, start, at, expression.start)
            stretch = Stretch(0, expression.start, expression.end, is_exact=False)
            yield _placed(expression.shown, stretch), stretch
            at = expression.end
        yield from self._plain(content, start, at, end)

    def unmasked(self, content: str, start: int, end: int) -> str:
        """Return a piece of text, from somewhere between two places, with its figures as plain text."""
        while self._word in content and (expression := self.expression_at(start, end)):
            shown = expression.shown
            plain = shown.text if isinstance(shown, Text) else " ".join(plain_passages((shown,)))
            content = content.replace(self._word * (expression.end - expression.start), plain, 1)
            start = expression.end
        return content

    def _with_marks(self, events: list[Event]) -> Iterator[Event]:
        """Yield the events with the notes' marks that the parser was not shown."""
        for event in events:
            at = event.start
            for mark in self._marks if event.kind == "Text" else ():
                if _holds(event, mark):
                    if at < mark.start():
                        yield Event(
                            "Text", event.detail[at - event.start : mark.start() - event.start], at, mark.start()
                        )
                    yield Event("FootnoteReference", mark[1], *mark.span())
                    at = mark.end()
            if at == event.start or at < event.end:
                yield event._replace(detail=event.detail[at - event.start :], start=at) if at > event.start else event

    def _plain(self, content: str, start: int, at: int, end: int) -> Iterator[tuple[Text, Stretch]]:
        if at < end:
            yield Text(content[at - start : end - start]), Stretch(0, at, end)

    def _masked(self) -> str:
        masked = self.text
        for expression in self._expressions:
            word = self._word * (expression.end - expression.start)
            masked = masked[: expression.start] + word + masked[expression.end :]
        marks = _MARK_BEFORE_LINK.finditer(masked) if "][" in masked or "](" in masked else ()
        self._marks = [mark for mark in marks if f"[^{mark[1]}]:" in masked]
        for mark in self._marks:
            masked = masked[: mark.start()] + self._mark * len(mark[0]) + masked[mark.end() :]
        if "]:" in masked:
            notes = {match.end() for match in _NOTE.finditer(masked)}
            masked = _COLON.sub(lambda match: ":" if match.end() in notes else self._colon, masked)
        return masked


def _indents_of_code(text: str, events: list[Event]) -> list[tuple[int, int]]:
    """Return, in order, the blanks that make code of lines; the same of every line, so that what is deeper stays so."""
    found = []
    for code in (e for e in events if e.kind == "Start:CodeBlock" and e.detail == "Indented"):
        lines = [e for e in events if e.kind == "Text" and code.start <= e.start < e.end <= code.end]
        sources = [text[e.start : e.end] for e in lines]
        inside = [len(source) - len(source.lstrip(" \t")) for source in sources if source.strip()]
        for line in lines:
            indent = _INDENT.search(text[max(line.start - 4, 0) : line.start][::-1])
            length = indent.end() if indent and not indent.start() else 0
            found.append((line.start - length, line.start + min(inside, default=0)))
    return [(start, end) for start, end in found if start < end]


def _moved(event: Event, places: Sequence[int]) -> Event:
    """Return an event of a text that some characters were taken out of, where it stands with them in it."""
    end = places[event.end - 1] + 1 if event.end > event.start else places[event.start]
    return event._replace(start=places[event.start], end=end)


def _holds(event: Event, mark: re.Match[str]) -> bool:
    return event.start <= mark.start() < event.end


def _replaced(detail: Any, old: str, new: str) -> Any:  # noqa: ANN401 - a word, a mapping of words, or nothing
    if isinstance(detail, dict):
        return {key: _replaced(value, old, new) for key, value in detail.items()}
    return detail.replace(old, new) if isinstance(detail, str) else detail


def _free(codes: Iterable[int], text: str) -> Iterator[str]:
    return (chr(code) for code in codes if chr(code) not in text)


def _placed(shown: Text | Table, stretch: Stretch) -> Text | Table:
    """Return what an expression shows; of a table every word comes from the expression."""
    if isinstance(shown, Text):
        return shown
    rows = tuple(tuple(tuple(_placed_block(block, stretch) for block in cell) for cell in row) for row in shown.rows)
    return replace(shown, rows=rows)


def _placed_block(block: Block, stretch: Stretch) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return Paragraph(tuple(replace(i, origin=(stretch,)) if isinstance(i, Text) else i for i in block.inlines))
