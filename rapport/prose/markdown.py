"""Markdown → blocks: CommonMark restricted to what an answer needs.

What is not allowed keeps its text and becomes a Problem with its place; nothing is dropped in silence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from mdit_py_plugins.footnote import footnote_plugin

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
from rapport.prose.markdown_inlines import Inlines
from rapport.prose.problem import MAX_BRACKETS, MAX_CHARACTERS, MAX_LEVELS, NOT_ALLOWED, Problem
from rapport.prose.suspicion import suspicions

if TYPE_CHECKING:
    from markdown_it.token import Token

_MAX_NESTING = 60  # markdown-it gives up the rest of a text that is nested deeper than this


@dataclass(frozen=True, slots=True)
class Prose:
    """A Markdown text as blocks, with what was wrong in it."""

    blocks: Blocks
    problems: tuple[Problem, ...] = ()


def parse(text: str) -> Prose:
    """Read a Markdown text, NFC-normalised already, into blocks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MAX_CHARACTERS or text.count("[") > MAX_BRACKETS:
        return Prose((), (Problem(*NOT_ALLOWED["long"], 0),))
    reader = _Reader(text.split("\n"), _markdown().parse(text, {}))
    blocks = tuple(reader.blocks(""))
    reader.finish()
    reader.problems += suspicions(reader.lines, blocks)
    return Prose(blocks, tuple(sorted(reader.problems, key=lambda p: (p.line, p.column))))


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING})
    # Reference definitions and indented code would make text vanish or change for a stray character.
    markdown.enable("table").disable(["reference", "code"])
    footnote_plugin(markdown, inline=False, move_to_end=False, always_match_refs=True)
    return markdown


@dataclass(slots=True)
class _Reader:
    """Walks markdown-it's flat list of tokens; each method takes the tokens of one construct."""

    lines: list[str]
    tokens: "Sequence[Token]"
    problems: list[Problem] = field(default_factory=list)
    position: int = 0
    level: int = 0
    inside_note: bool = False
    notes: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    note_lines: dict[str, int] = field(default_factory=dict)
    notes_used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Read all notes first: a reference may stand before its note."""
        for index, token in enumerate(self.tokens):
            if token.type == "footnote_reference_open":
                self._note(index + 1, token)
            if token.level >= _MAX_NESTING - 1 or any(c.level >= _MAX_NESTING - 1 for c in token.children or ()):
                self.report("nesting", token.map[0] if token.map else 0)
        self.position = 0

    def finish(self) -> None:
        """Report the notes that no place refers to."""
        for label in self.notes.keys() - self.notes_used:
            self.report("note-unused", self.note_lines[label], f"[^{label}]:")

    def blocks(self, until: str) -> Iterator[Block]:
        """Yield blocks up to the token of type ``until``, or to the end of the text."""
        while self.position < len(self.tokens):
            token = self._next()
            if token.type == until:
                return
            yield from self._block(token)

    def _block(self, token: "Token") -> Iterator[Block]:
        match token.type:
            case "inline":
                yield from self._paragraph(token)
            case "bullet_list_open" | "ordered_list_open":
                yield self._list(token)
            case "table_open":
                yield self._table()
            case "footnote_reference_open":
                self._skip("footnote_reference_close")
            case "heading_open" | "blockquote_open" | "hr":
                name = token.type.removesuffix("_open")
                self.report(name, self._line(token), self.lines[self._line(token)].strip())
            case "html_block" | "fence":
                name = "html" if token.type == "html_block" else "code"
                self.report(name, self._line(token), self.lines[self._line(token)].strip())
                inlines = normalise([Text(" ".join(token.content.split()))])
                yield from [Paragraph(inlines)] if inlines else []
            case _:  # paragraph_open, blockquote_close and the like carry nothing of their own
                return

    def _paragraph(self, token: "Token") -> Iterator[Paragraph]:
        inlines = self._inlines(token)
        if inlines:
            yield Paragraph(inlines)

    def _list(self, opening: "Token") -> List:
        self.level += 1
        if self.level == MAX_LEVELS + 1:
            self.report("levels", self._line(opening))
        closing = opening.type.replace("_open", "_close")
        items = []
        while self._next().type != closing:  # every other token here opens an item
            items.append(Item(tuple(self.blocks("list_item_close"))))
        self.level -= 1
        return List(tuple(items), opening.type.startswith("ordered"), int(opening.attrs.get("start", 1)))

    def _table(self) -> Table:
        rows: list[list[Blocks]] = []
        align: list[str] = []
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                self._check_row(token, len(align))
                rows.append([])
            elif token.type == "th_open":
                align.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
            elif token.type == "inline":
                inlines = self._inlines(token, in_cell=True)
                rows[-1].append((Paragraph(inlines),) if inlines else ())
        return Table(tuple(map(tuple, rows)), tuple(align))

    def _check_row(self, token: "Token", columns: int) -> None:
        """Report a row whose cells are not the table's: those beyond the header vanish."""
        line = self.lines[token.map[0]] if token.map and columns else ""
        cells = len(escapedSplit(line.strip().strip("|"))) if line else 0
        if cells > columns:
            self.report("table-cells", token.map[0] if token.map else 0)
        elif line and "|" not in line and columns > 1:
            self.report("table-row", token.map[0] if token.map else 0)

    def _note(self, start: int, opening: "Token") -> None:
        label = str(opening.meta["label"])
        self.position, self.inside_note = start, True
        line = self._line(self.tokens[start])
        blocks = tuple(self.blocks("footnote_reference_close"))
        self.inside_note = False
        if any(not isinstance(block, Paragraph) for block in blocks):
            self.report("note-blocks", line, f"[^{label}]:")
        if label in self.notes:
            self.report("note-double", line, f"[^{label}]:")
        self.notes[label] = tuple(paragraphs(blocks))
        self.note_lines[label] = line

    def _inlines(self, token: "Token", *, in_cell: bool = False) -> tuple[Inline, ...]:
        line = self._line(token)
        return normalise(Inlines(self, line, in_cell=in_cell).read(token.children or ()))

    def footnote(self, label: str, line: int) -> list[Inline]:
        """Return the footnote with the label, or what stands in its place when it cannot be one."""
        mark = f"[^{label}]"
        if label not in self.notes and not self.inside_note:
            self.report("note-missing", line, mark)
        elif self.inside_note:
            self.report("note-nested", line, mark)
        else:
            if label in self.notes_used:
                self.report("note-twice", line, mark)
            self.notes_used.add(label)
            return [Footnote(self.notes[label])]
        return [Text(mark)]

    def report(self, name: str, line: int, excerpt: str | None = None) -> None:
        """Note a problem once, at the first place of the excerpt in its line."""
        column = max(self.lines[line].find(excerpt), 0) if excerpt else 0
        problem = Problem(*NOT_ALLOWED[name], line, column, excerpt)
        if problem not in self.problems:
            self.problems.append(problem)

    def _next(self) -> "Token":
        self.position += 1
        return self.tokens[self.position - 1]

    def _skip(self, until: str) -> None:
        while self._next().type != until:
            pass

    def _line(self, token: "Token") -> int:
        """Return the line a token starts on; a table's cells know only their neighbours' lines."""
        back = self.position - 1
        while token.map is None and back > 0:
            back -= 1
            token = self.tokens[back]
        return min(token.map[0], len(self.lines) - 1) if token.map else 0
