"""Markdown → blocks: CommonMark restricted to what an answer needs.

What is not allowed keeps its text and becomes a Problem with its place; nothing is dropped in silence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from rapport.prose.blocks import (
    Block,
    Blocks,
    Footnote,
    Inline,
    Item,
    List,
    Paragraph,
    Table,
    Text,
    normalise,
    paragraphs,
)
from rapport.prose.events import Event
from rapport.prose.expression import Expression
from rapport.prose.markdown_inlines import Inlines
from rapport.prose.problem import MAX_BRACKETS, MAX_CHARACTERS, MAX_LEVELS, NOT_ALLOWED, Problem
from rapport.prose.suspicion import suspicions
from rapport.prose.unmeant import unmeant
from rapport.prose.written import Written

_MAX_NESTING = 60
_ALIGN = {"None": "", "Left": "left", "Center": "center", "Right": "right"}


class Note(NamedTuple):
    """A note as it is defined: its label, where, what it says, and whether any place refers to it."""

    label: str
    start: int
    note: Footnote
    is_used: bool


class Prose(NamedTuple):
    """A Markdown text as blocks, with what was wrong in it; ``starts`` says where each block begins."""

    blocks: Blocks
    problems: tuple[Problem, ...] = ()
    starts: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()


def parse(text: str, expressions: Sequence[Expression] = ()) -> Prose:
    """Read a Markdown text, NFC-normalised already and with plain line feeds, into blocks.

    ``expressions`` are those in it, in order; what they show is put in their places and never read as Markdown.
    """
    return _read(text, expressions) if expressions else _read_alone(text)


@lru_cache(maxsize=8)  # while an answer is typed it is read as it was and as it is, by several, at every key
def _read_alone(text: str) -> Prose:
    return _read(text, ())


def _read(text: str, expressions: Sequence[Expression]) -> Prose:
    if len(text) > MAX_CHARACTERS or text.count("[") > MAX_BRACKETS:
        return Prose((), (Problem(*NOT_ALLOWED["long"], 0),))
    written = Written(text, expressions)
    reader = _Reader(written, written.events())
    reader.read_notes()
    placed = tuple(reader.placed_blocks())
    blocks = tuple(block for _, block in placed)
    reader.finish()
    reader.problems += [*suspicions(text, blocks), *unmeant(text, reader.events)]
    problems = tuple(sorted(reader.problems, key=lambda problem: problem.offset))
    return Prose(blocks, problems, tuple(start for start, _ in placed), tuple(reader.defined()))


@dataclass(slots=True)
class _Reader:
    """Walks the parser's flat list of events; each method takes the events of one construct."""

    written: Written
    events: list[Event]
    problems: list[Problem] = field(default_factory=list)
    position: int = 0
    level: int = 0
    depth: int = 0
    inside_note: bool = False
    notes: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    note_starts: dict[str, int] = field(default_factory=dict)
    notes_used: set[str] = field(default_factory=set)

    def read_notes(self) -> None:
        """Read all notes first: a reference may stand before its note."""
        for index, event in enumerate(self.events):
            if event.kind == "Start:FootnoteDefinition":
                self._note(index, event)
        self.position = 0

    def finish(self) -> None:
        """Report the notes that no place refers to."""
        for label in self.notes.keys() - self.notes_used:
            self.report("note-unused", self.note_starts[label], f"[^{label}]:")

    def defined(self) -> Iterator[Note]:
        """Yield every note that is defined."""
        for label, start in self.note_starts.items():
            yield Note(label, start, Footnote(self.notes[label]), label in self.notes_used)

    def placed_blocks(self) -> Iterator[tuple[int, Block]]:
        """Yield every block of the text with where it begins."""
        self.depth = 1
        while self.position < len(self.events):
            start = self.events[self.position].start
            yield from ((start, block) for block in self._block(self.events[self.position]))

    def blocks(self, until: str) -> Iterator[Block]:
        """Yield blocks up to the event of kind ``until``."""
        self.depth += 1
        if self.depth == _MAX_NESTING:
            self.report("nesting", self.events[self.position].start)
        while (event := self.events[self.position]).kind != until:
            yield from self._block(event)
        self.position += 1
        self.depth -= 1

    def _block(self, event: Event) -> Iterator[Block]:
        kind = event.kind.removeprefix("Start:")
        if not event.kind.startswith("Start:") or kind in ("Emphasis", "Strong", "Link", "Image"):
            yield from self._run() if event.kind != "Rule" else self._rule(event)
            return
        self.position += 1
        match kind:
            case "Paragraph":
                yield from self._run()
            case "Heading" | "BlockQuote":
                name = kind.lower()
                self.report(name, event.start, self._line(event.start))
                yield from self._run() if kind == "Heading" else self._inner("End:BlockQuote")
            case "List":
                yield self._list(event)
            case "Table":
                yield self._table(event)
            case "FootnoteDefinition":
                self._skip("End:FootnoteDefinition")
            case _:  # HtmlBlock, CodeBlock
                self.report("html" if kind == "HtmlBlock" else "code", event.start, self._line(event.start))
                yield from self._as_text(f"End:{kind}")

    def _inner(self, until: str) -> Iterator[Block]:
        """Yield the blocks inside another; nested beyond reason, only their text."""
        return self.blocks(until) if self.depth < _MAX_NESTING else self._as_text(until)

    def _run(self) -> Iterator[Paragraph | Table]:
        """Yield the paragraph that begins here, in parts where a table stands on a line of its own in it."""
        reader = Inlines(self, self.written)
        self.position = reader.read(self.events, self.position)
        for part in reader.parts:
            if isinstance(part, Table):
                yield part
            elif (inlines := normalise(part)) and not self._is_blank(inlines):
                yield Paragraph(inlines)

    def _is_blank(self, inlines: tuple[Inline, ...]) -> bool:
        """Whether a paragraph is nothing but blanks of some other sort, a hard one say, as they are typed."""
        if len(inlines) != 1 or not isinstance(inlines[0], Text) or not inlines[0].text.isspace():
            return False
        return all(stretch.is_exact for stretch in inlines[0].origin)

    def _rule(self, event: Event) -> Iterator[Block]:
        self.position += 1
        self.report("hr", event.start, self._line(event.start))
        yield from ()

    def _as_text(self, until: str) -> Iterator[Paragraph]:
        """Yield everything up to an event as one paragraph of bare text."""
        pieces: list[str] = []
        opening, depth = until.replace("End:", "Start:"), 1
        while depth:
            event = self.events[self.position]
            self.position += 1
            depth += (event.kind == opening) - (event.kind == until)
            if event.kind in ("Text", "Html", "InlineHtml", "Code"):
                pieces.append(self.written.unmasked(event.detail, event.start, event.end))
            elif event.kind == "FootnoteReference":
                pieces.append(f"[^{event.detail}]")
            elif not pieces or not pieces[-1].endswith(" "):
                pieces.append(" ")
        if words := " ".join("".join(pieces).split()):
            yield Paragraph((Text(words),))

    def _list(self, opening: Event) -> List:
        self.level += 1
        if self.level == MAX_LEVELS + 1:
            self.report("levels", opening.start)
        items = []
        while self._next().kind != "End:List":  # every other event here opens an item
            items.append(Item(tuple(self._inner("End:Item"))))
        self.level -= 1
        return List(tuple(items), opening.detail is not None, opening.detail if opening.detail is not None else 1)

    def _table(self, opening: Event) -> Table:
        rows: list[tuple[Blocks, ...]] = []
        while (event := self._next()).kind != "End:Table":
            if event.kind in ("Start:TableHead", "Start:TableRow"):
                rows.append(tuple(self._cells(event)))
        return Table(tuple(rows), tuple(_ALIGN[side] for side in opening.detail))

    def _cells(self, row: Event) -> Iterator[Blocks]:
        """Yield a row's cells; those beyond the header's vanish, which is reported."""
        end = row.start
        columns = 0
        while (event := self._next()).kind == "Start:TableCell":
            reader = Inlines(self, self.written, in_cell=True)
            self.position = reader.read(self.events, self.position)
            (part,) = reader.parts or [[]]
            inlines = normalise(part) if not isinstance(part, Table) else ()
            yield (Paragraph(inlines),) if inlines else ()
            end, columns = max(end, event.end), columns + 1
        line = self.written.text[row.start : row.end]
        if self.written.text[end : row.end].strip().strip("|"):
            self.report("table-cells", row.start)
        elif row.kind == "Start:TableRow" and "|" not in line and columns > 1:
            self.report("table-row", row.start)

    def _note(self, start: int, opening: Event) -> None:
        label = str(opening.detail)
        self.position, self.inside_note = start + 1, True
        blocks = tuple(self.blocks("End:FootnoteDefinition"))
        self.inside_note = False
        if any(not isinstance(block, Paragraph) for block in blocks):
            self.report("note-blocks", opening.start, f"[^{label}]:")
        if label in self.notes:
            self.report("note-double", opening.start, f"[^{label}]:")
        self.notes[label] = tuple(paragraphs(blocks))
        self.note_starts[label] = opening.start

    def footnote(self, label: str, start: int) -> list[Inline]:
        """Return the footnote with the label, or what stands in its place when it cannot be one."""
        mark = f"[^{label}]"
        if self.inside_note:
            self.report("note-nested", start, mark)
            return [Text(mark)]
        if label not in self.notes:
            self.report("note-missing", start, mark)
            return [Text(mark)]
        if label in self.notes_used:
            self.report("note-twice", start, mark)
        self.notes_used.add(label)
        return [Footnote(self.notes[label])]

    def report(self, name: str, offset: int, excerpt: str | None = None) -> None:
        """Note a problem once; ``excerpt`` is what stands at the offset."""
        problem = Problem(*NOT_ALLOWED[name], offset, excerpt)
        if problem not in self.problems:
            self.problems.append(problem)

    def _next(self) -> Event:
        self.position += 1
        return self.events[self.position - 1]

    def _skip(self, until: str) -> None:
        while self._next().kind != until:
            pass

    def _line(self, start: int) -> str:
        """Return the line that begins at a place."""
        return self.written.text[start:].partition("\n")[0].strip()
