"""A Word paragraph → inlines: runs, fields, links, notes, symbols, tracked changes, hidden text.

Hidden text is left out and noted, so that the reader of the document can be told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from rapport.limits import WORD_FIELDS, within
from rapport.prose.blocks import Break, Footnote, Inline, Text, normalise
from rapport.word.notes import Notes, own_mark
from rapport.word.ns import Element, child_val, chosen, get, outermost_boxes, qn, symbol_of, text_of
from rapport.word.package import Relations
from rapport.word.styles import Styles, switch
from rapport.word.sums import SUM_STYLE

_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
    qn("w:pgNum"): "1",
}
_THROUGH = {qn(f"w:{name}") for name in ("smartTag", "customXml", "fldSimple", "sdtContent", "dir", "bdo")}
_THROUGH |= {qn("w:ins"), qn("w:moveTo")}  # what is tracked is read as if accepted
_LONGEST_CODE = 10_000  # signs; the address of a link is long before that
_BOXES = {qn("w:pict"), qn("w:drawing"), qn("w:object")}


@dataclass(slots=True)
class Story:
    """What reading one paragraph gave beside its inlines."""

    hidden: list[str] = field(default_factory=list)  # text that does not show
    boxes: list[Element] = field(default_factory=list)  # the contents of text boxes
    own_mark: str = ""  # the sign that the text now coming begins with, and that is part of a note already read

    def after_note(self, inline: Inline) -> Inline:
        """Return an inline without the mark of the note before it."""
        if not self.own_mark or not isinstance(inline, Text) or not inline.text:
            return inline
        mark, self.own_mark = self.own_mark, ""
        return replace(inline, text=inline.text.removeprefix(mark))


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    is_hidden: bool = False
    href: str | None = None


@dataclass(slots=True)
class Runs:
    """Reads paragraphs in document order; fields may begin in one and end in another."""

    styles: Styles
    relations: Relations
    footnotes: Notes | None = None
    endnotes: Notes | None = None
    fields: list["_Field"] = field(default_factory=list)

    def read(self, paragraph: Element) -> tuple[tuple[Inline, ...], Story]:
        """Return a paragraph's inlines, and what else was found in it."""
        story = Story()
        style = child_val(paragraph, "w:pPr/w:pStyle")
        bold, italic, hidden = (self.styles.is_on(style, f"w:{toggle}") for toggle in ("b", "i", "vanish"))
        bold = bold and self.styles.name(style) != SUM_STYLE.lower()
        inlines = normalise(self._walk(paragraph, _Look(bold, italic, hidden), story))
        return inlines, story

    def _walk(self, parent: Element, look: _Look, story: Story) -> Iterator[Inline]:
        for child in parent:
            tag = child.tag
            if tag == qn("w:r"):
                yield from self._run(child, look, story)
            elif tag in _THROUGH or tag == qn("w:sdt"):
                yield from self._walk(child, look, story)
            elif tag == qn("w:hyperlink"):
                href = self.relations.by_id(get(child, "r:id") or "")
                yield from self._walk(child, replace(look, href=href or look.href), story)
            elif tag == qn("mc:AlternateContent"):
                yield from self._walk(chosen(child), look, story)
            elif str(tag).startswith(qn("m:oMath")):
                yield Text("".join(t.text or "" for t in child.iter(qn("m:t"))), look.bold, look.italic, look.href)

    def _run(self, run: Element, look: _Look, story: Story) -> Iterator[Inline]:
        properties = run.find(qn("w:rPr"))
        if properties is not None:
            look = self._look(properties, look)
        if look.is_hidden:
            hidden = _plain(self._content(run, replace(look, is_hidden=False), Story()))
            if hidden:
                story.hidden.append(hidden)
            return
        yield from self._content(run, look, story)

    def _look(self, properties: Element, look: _Look) -> _Look:
        style = child_val(properties, "w:rStyle")

        def on(toggle: str, *, inherited: bool) -> bool:
            direct = switch(properties, toggle)
            return direct if direct is not None else inherited or self.styles.is_on(style, toggle)

        return _Look(
            on("w:b", inherited=look.bold),
            on("w:i", inherited=look.italic),
            on("w:vanish", inherited=look.is_hidden),
            look.href,
        )

    def _content(self, run: Element, look: _Look, story: Story) -> Iterator[Inline]:
        """Yield what the children of a run show; a field's code shows nothing."""
        for child in run:
            if child.tag == qn("w:fldChar"):
                self._field(get(child, "w:fldCharType") or "")
            elif child.tag == qn("w:instrText"):
                if self.fields and len(self.fields[-1].code) < _LONGEST_CODE:
                    self.fields[-1].code += child.text or ""
            elif all(one.shows for one in self.fields):
                href = look.href or next((one.href for one in self.fields if one.href), None)
                yield from map(story.after_note, self._shown(child, replace(look, href=href), story))

    def _shown(self, child: Element, look: _Look, story: Story) -> Iterator[Inline]:
        tag = child.tag
        if tag == qn("w:t"):
            yield Text(text_of(child), look.bold, look.italic, look.href)
        elif tag in _SIGNS:
            yield Text(_SIGNS[str(tag)], look.bold, look.italic, look.href)
        elif tag == qn("w:cr") or (tag == qn("w:br") and get(child, "w:type") not in ("page", "column")):
            yield Break()
        elif tag == qn("w:sym"):
            yield Text(symbol_of(child), look.bold, look.italic, look.href)
        elif tag == qn("w:footnoteReference"):
            yield _note(self.footnotes, child, story)
        elif tag == qn("w:endnoteReference"):
            yield _note(self.endnotes, child, story)
        elif tag in _BOXES:
            story.boxes += outermost_boxes(child)
        elif tag == qn("mc:AlternateContent"):
            yield from self._content(chosen(child), look, story)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(_Field())
            within(WORD_FIELDS, len(self.fields))
        elif kind == "separate" and self.fields:
            self.fields[-1].begin_to_show()
        elif kind == "end" and self.fields:
            self.fields.pop()


@dataclass(slots=True)
class _Field:
    """An open field: its code, and whether its result has begun."""

    code: str = ""
    shows: bool = False
    href: str | None = None

    def begin_to_show(self) -> None:
        self.shows = True
        words = self.code.split('"')
        is_link = self.code.strip().startswith("HYPERLINK ") and len(words) > 1 and ":" in words[1]
        self.href = words[1] if is_link else None


def _note(notes: Notes | None, reference: Element, story: Story) -> Footnote:
    story.own_mark = own_mark(reference)
    return notes.note(reference, story.own_mark) if notes else Footnote(())


def _plain(inlines: Iterable[Inline]) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Text))
