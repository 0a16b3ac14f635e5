"""The inside of a Markdown paragraph → inlines: formatting made flat, and what is not allowed kept as text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol
from urllib.parse import quote

from rapport.prose.blocks import Break, Inline, Stretch, Table, Text
from rapport.prose.events import Event
from rapport.prose.written import Written

_BR = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]")
_NOT_IN_ADDRESS = re.compile(r'[\s<>"{}|\\^`\x00-\x1f]')
_MARK = re.compile(r"\[\^[^\]\s]+\]")
_FORMATTING = {"Emphasis", "Strong", "Link", "Image"}


class Around(Protocol):
    """What the inside of a paragraph needs of the text around it."""

    inside_note: bool

    def report(self, name: str, offset: int, excerpt: str | None = None) -> None:
        """Note a problem."""

    def footnote(self, label: str, start: int) -> list[Inline]:
        """Return the footnote with a label, or what stands in its place."""


@dataclass(slots=True)
class Inlines:
    """Reads the events of one paragraph into flat inlines, in ``parts``: a table of figures stands by itself."""

    around: Around
    written: Written
    in_cell: bool = False
    parts: list[list[Inline] | Table] = field(default_factory=list)
    bold: int = 0
    italic: int = 0
    href: str | None = None
    linked: bool = False
    marks: set[int] = field(default_factory=set)

    def read(self, events: Sequence[Event], position: int) -> int:
        """Take the events of a paragraph, a heading, a cell or a tight item's text; return where it ended.

        What closes a paragraph belongs to it; what opens or closes anything larger does not.
        """
        while position < len(events):
            event = events[position]
            opens, _, tag = event.kind.partition(":")
            if tag and tag not in _FORMATTING:
                position += opens == "End" and tag in ("Paragraph", "Heading", "TableCell")
                break
            if event.kind == "Rule":
                break
            self._one(event)
            position += 1
        self._check_marks()
        return position

    def _one(self, event: Event) -> None:
        match event.kind:
            case "Text":
                self._texts(event)
            case "SoftBreak":
                self._text(" ", event.start, event.end)
            case "HardBreak":
                self._break(event)
            case "Start:Strong" | "End:Strong":
                self.bold += _step(event)
            case "Start:Emphasis" | "End:Emphasis":
                self.italic += _step(event)
            case "Start:Link":
                self._open_link(event)
            case "End:Link":
                self._close_link(event)
            case "FootnoteReference":
                self._footnote(event)
            case _:
                self._not_allowed(event)

    def _break(self, event: Event) -> None:
        """Add a hard break. Two spaces make one, a tab among them does not; the parser takes any two blanks."""
        if "\t" in self.written.text[event.start : event.end].partition("\n")[0]:
            self._text(" ", event.start, event.end)
        else:
            self._add(Break())

    def _texts(self, event: Event) -> None:
        for piece, stretch in self.written.texts(event.detail, event.start, event.end):
            self._put(piece, stretch)

    def _footnote(self, event: Event) -> None:
        self.marks.add(event.start)
        for inline in self.around.footnote(event.detail, event.start):
            self._add(inline)

    def _put(self, piece: Text | Table, stretch: Stretch) -> None:
        """Add a stretch of text, or set a table between what is before and after its line."""
        if isinstance(piece, Text):
            self._add_text(piece, stretch)
            return
        last = self.parts[-1] if self.parts else None
        if isinstance(last, list) and last and isinstance(last[-1], Text) and last[-1].text == " ":
            last.pop()  # the end of the line before
        self.parts.append(piece)
        self.linked = True

    def _text(self, text: str, start: int, end: int) -> None:
        self._add_text(Text(text), Stretch(0, start, end, is_exact=False))

    def _add_text(self, text: Text, stretch: Stretch) -> None:
        if text.text == " " and self.parts and isinstance(self.parts[-1], Table):
            return  # the end of the table's own line
        self.linked = self.linked or bool(text.text)
        self._add(replace(text, bold=self.bold > 0, italic=self.italic > 0, href=self.href, origin=(stretch,)))

    def _add(self, inline: Inline) -> None:
        if not self.parts or isinstance(self.parts[-1], Table):
            self.parts.append([])
        part = self.parts[-1]
        if isinstance(part, list):
            part.append(inline)

    def _open_link(self, event: Event) -> None:
        link: dict[str, Any] = event.detail
        href = str(link["dest_url"])
        if link["link_type"] == "Email":
            href = f"mailto:{href}"
        self.linked = False
        if link["title"]:
            title = str(link["title"])  # with a figure or an entity in it, it does not stand so in the answer
            is_there = title in self.written.text[event.start : event.end]
            self.around.report("link-title", self._find(event, title), title if is_there else None)
        href = self.written.unmasked(href, self._find(event, "]("), event.end)
        if _ADDRESS.match(href):
            self.href = _NOT_IN_ADDRESS.sub(lambda match: quote(match[0]), href)
        else:
            self.around.report("link", self._find(event, href), href)

    def _close_link(self, event: Event) -> None:
        if not self.linked:
            self.around.report("link-text", self._find(event, "]("), "](")
        self.href = None

    def _find(self, event: Event, what: str) -> int:
        """Return where something stands in a link's own source, from its end: words may look like the address."""
        return max(self.written.text.rfind(what, event.start, event.end), event.start)

    def _not_allowed(self, event: Event) -> None:
        source = self.written.text[event.start : event.end]
        if event.kind == "InlineHtml":
            if self.in_cell and _BR.fullmatch(source):
                self._add(Break())  # the only way Markdown has to break a line in a table cell
                return
            self.around.report("html", event.start, source)
        elif event.kind == "Start:Image":
            self.around.report("image", event.start, "![")
        elif event.kind == "Code":
            self.around.report("code", event.start, "`")
        if event.detail and isinstance(event.detail, str):
            self._text(self.written.unmasked(event.detail, event.start, event.end), event.start, event.end)

    def _check_marks(self) -> None:
        """Report the marks of footnotes that have no text, or that stand in a note."""
        for part in self.parts:
            if isinstance(part, Table) or not any(isinstance(i, Text) and "[" in i.text for i in part):
                continue
            starts = [s.start for i in part if isinstance(i, Text) for s in i.origin]
            if starts:
                self._check_source(min(starts), max(s.end for i in part if isinstance(i, Text) for s in i.origin))

    def _check_source(self, start: int, end: int) -> None:
        source = self.written.text
        for match in _MARK.finditer(source, start, end):
            is_meant = match.start() not in self.marks and source[match.start() - 1 : match.start()] != "\\"
            if is_meant and not self.written.is_in_expression(match.start()):
                name = "note-nested" if self.around.inside_note else "note-missing"
                self.around.report(name, match.start(), match[0])


def _step(event: Event) -> int:
    return 1 if event.kind.startswith("Start") else -1
