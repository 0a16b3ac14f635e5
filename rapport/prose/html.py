"""Blocks → HTML, with marks on the words they are about.

Everything from an answer is escaped; a link leads only to the web or to a mail address, and characters that are
not seen but change what is (control characters, the direction of writing) are shown by their numbers.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup, escape

from rapport.prose.blocks import Block, Blocks, Break, Footnote, Inline, Item, List, Paragraph, Table, Text
from rapport.prose.marks import Mark, Marking, Segment

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_UNSEEN = re.compile(
    "([\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff])"
)
_BREAK = Markup("<br>")
_CODE = Markup('<span class="osedd">U+{:04X}</span>')


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block of an answer as HTML, or all its footnotes, with the marks that end in it."""

    html: Markup
    marks: tuple[Mark, ...] = ()


def marked_blocks(blocks: Blocks, marks: Iterable[Mark] = (), name: str = "") -> Iterator[MarkedBlock]:
    """Yield the blocks as HTML one by one, the footnotes last; ``name`` tells this answer's ids from all others.

    The words of a mark are one or more ``<mark>``, or none where it has no look; a mark that covers no text is left
    out, so whoever gives marks looks for those that came in none. Of several looks on the same words the
    first given is used.
    """
    writer = _Writer(Marking(blocks, tuple(marks)), name)
    for block in blocks:
        html = writer.block(block)
        yield MarkedBlock(html, writer.taken())
    if writer.notes:
        notes = Markup("").join(map(writer.note, sorted(writer.notes)))
        yield MarkedBlock(Markup('<ol class="noter">{}</ol>').format(notes), tuple(writer.in_notes))


def visible(text: str) -> Markup:
    """Return a text escaped, with what is not seen in it shown as U+202E."""
    pieces = _UNSEEN.split(text)
    return Markup("").join(_CODE.format(ord(piece)) if at % 2 else escape(piece) for at, piece in enumerate(pieces))


def plain_visible(text: str) -> str:
    """Return a text with what is not seen in it shown as U+202E."""
    return _UNSEEN.sub(lambda match: f"U+{ord(match[0]):04X}", text)


@dataclass(slots=True)
class _Writer:
    """Writes the blocks of one answer in order; ``at`` is where in the answer's text it has come."""

    marking: Marking
    name: str
    at: int = 0
    notes: dict[int, Markup] = field(default_factory=dict)
    in_notes: list[Mark] = field(default_factory=list)
    _ended: list[Mark] = field(default_factory=list)
    _tables: int = 0

    def taken(self) -> tuple[Mark, ...]:
        """Return the marks that have ended since this was last asked."""
        ended, self._ended = tuple(self._ended), []
        return ended

    def block(self, block: Block) -> Markup:
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        return self._table(block) if isinstance(block, Table) else self._list(block)

    def note(self, number: int) -> Markup:
        back = Markup('<a class="ater" href="#{0}" aria-label="Tillbaka till texten, fotnot {1}">↩</a>').format(
            self._id("notref", number), number
        )
        return Markup('<li id="{}">{}{}</li>').format(self._id("not", number), self.notes[number], back)

    def _id(self, kind: str, number: int) -> str:
        return f"{kind}-{self.name}-{number}"

    def _blocks(self, blocks: Blocks) -> Markup:
        return Markup("").join(map(self.block, blocks))

    def _list(self, block: List) -> Markup:
        items = Markup("").join(map(self._item, block.items))
        if not block.ordered:
            return Markup("<ul>{}</ul>").format(items)
        start = Markup(' start="{}"').format(block.start) if block.start != 1 else ""
        return Markup("<ol{}>{}</ol>").format(start, items)

    def _item(self, item: Item) -> Markup:
        body = self._blocks(item.blocks)
        if item.label is None:
            return Markup("<li>{}</li>").format(body)
        label = visible(item.label.strip())
        return Markup('<li class="egen"><span>{}</span><div>{}</div></li>').format(label, body)

    def _table(self, table: Table) -> Markup:
        self._tables += 1
        frame = Markup(
            '<div class="bred" role="region" tabindex="0" aria-label="Tabell {}{}"><table>{}{}</table></div>'
        )
        where = f" i svaret på fråga {self.name}" if self.name else ""
        number = self._tables
        rows = [self._row(row, table.align, is_header=not index) for index, row in enumerate(table.rows)]
        head = Markup("<thead>{}</thead>").format(rows[0]) if rows else ""
        return frame.format(number, where, head, Markup("<tbody>{}</tbody>").format(Markup("").join(rows[1:])))

    def _row(self, row: tuple[Blocks, ...], align: tuple[str, ...], *, is_header: bool) -> Markup:
        cells = [self._cell(cell, side, is_header=is_header) for cell, side in zip(row, align, strict=False)]
        return Markup("<tr>{}</tr>").format(Markup("").join(cells))

    def _cell(self, cell: Blocks, side: str, *, is_header: bool) -> Markup:
        look = Markup(' class="{}"').format(side) if side in ("center", "right") else ""
        if is_header and cell:  # an empty heading would be read as one
            return Markup('<th scope="col"{}>{}</th>').format(look, self._blocks(cell))
        return Markup("<td{}>{}</td>").format(look, self._blocks(cell))

    def _paragraph(self, paragraph: Paragraph) -> Markup:
        noted: list[tuple[int, Footnote]] = []
        html = Markup("").join(self._inlines(paragraph.inlines, noted))
        self.at += 1
        for number, note in noted:
            before, self._ended = self._ended, []
            self.notes[number] = Markup("").join(map(self._paragraph, note.paragraphs))
            self.in_notes += self.taken()
            self._ended = before
        return Markup("<p>{}</p>").format(html)

    def _inlines(self, inlines: tuple[Inline, ...], noted: list[tuple[int, Footnote]]) -> Iterator[Markup]:
        for href, group in groupby(inlines, lambda i: isinstance(i, Text) and i.href):
            texts = [piece for inline in group for piece in self._inline(inline, noted)]
            if href and _ADDRESS.fullmatch(href):
                # The numbers of findings are links too, and come after this one.
                body = Markup("").join(html for html, _ in texts)
                yield Markup('<a class="ut" href="{}" rel="noreferrer">{}</a>').format(href, body)
                yield from (tail for _, tail in texts)
            else:
                yield from (part for piece in texts for part in piece)

    def _inline(self, inline: Inline, noted: list[tuple[int, Footnote]]) -> Iterator[tuple[Markup, Markup]]:
        if isinstance(inline, Text):
            yield from self._text(inline)
        elif isinstance(inline, Break):
            self.at += 1
            yield _BREAK, Markup("")
        else:
            number = len(self.notes) + 1
            self.notes[number] = Markup("")  # takes its place before its own text is written
            noted.append((number, inline))
            ref = Markup('<sup><a class="not" id="{}" href="#{}" aria-label="Fotnot {}">{}</a></sup>')
            yield ref.format(self._id("notref", number), self._id("not", number), number, number), Markup("")

    def _text(self, text: Text) -> Iterator[tuple[Markup, Markup]]:
        """Yield the pieces of a text, each with what follows the marks that end there."""
        base = self.at
        self.at += len(text.text)
        for segment in self.marking.cut(base, self.at):
            html = visible(text.text[segment.start - base : segment.end - base])
            html = Markup("<em>{}</em>").format(html) if text.italic else html
            html = Markup("<strong>{}</strong>").format(html) if text.bold else html
            ending = [mark for mark in segment.marks if mark.end == segment.end]
            self._ended += ending
            yield _marked(html, segment), Markup("").join(mark.tail for mark in ending)


def _marked(html: Markup, segment: Segment) -> Markup:
    """Return a segment with its look, and as the place of each mark that begins there."""
    shown = [mark for mark in segment.marks if mark.look]
    if shown:
        names = " ".join(mark.anchor for mark in shown)
        titles = (Markup(' title="{}"').format(plain_visible(mark.title)) for mark in shown if mark.title)
        title = next(titles, Markup(""))
        html = Markup('<mark class="{}" data-av="{}"{}>{}</mark>').format(shown[0].look, names, title, html)
    for mark in segment.marks:
        if mark.start == segment.start:
            html = Markup('<span id="{}" class="plats">{}</span>').format(mark.anchor, html)
    return html
