"""A Word paragraph → inlines: runs, fields, links, notes, symbols, tracked changes, hidden text.

What does not show is left out and noted, so that the reader of the document can be told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from rapport.prose.blocks import Break, Footnote, Inline, Paragraph, Text, normalise
from rapport.word.ns import Element, child_val, get, qn
from rapport.word.relations import Relations
from rapport.word.styles import Styles, is_on, switch

Kind = Literal["deleted", "inserted", "hidden"]
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
    qn("w:pgNum"): "1",
}
_THROUGH = {qn(f"w:{name}") for name in ("smartTag", "customXml", "fldSimple", "sdtContent", "dir", "bdo")}
_INSERTED = {qn("w:ins"), qn("w:moveTo")}
_DELETED = {qn("w:del"), qn("w:moveFrom")}
_BOXES = {qn("w:pict"), qn("w:drawing"), qn("w:object")}


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something in a paragraph that its text does not show: tracked changes, hidden text."""

    kind: Kind
    excerpt: str


@dataclass(slots=True)
class Story:
    """What reading one paragraph gave beside its inlines."""

    noticed: list[Noticed] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)  # the contents of text boxes
    own_mark: str = ""  # the sign that the text now coming begins with, and that is part of a note already read


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
    footnotes: "Notes | None" = None
    endnotes: "Notes | None" = None
    fields: list["_Field"] = field(default_factory=list)

    def read(self, paragraph: Element) -> tuple[tuple[Inline, ...], Story]:
        """Return a paragraph's inlines, and what else was found in it."""
        story = Story()
        style = child_val(paragraph, "w:pPr/w:pStyle")
        bold, italic, hidden = (self.styles.is_on(style, f"w:{toggle}") for toggle in ("b", "i", "vanish"))
        inlines = normalise(self._walk(paragraph, _Look(bold, italic, hidden), story))
        return inlines, story

    def _walk(self, parent: Element, look: _Look, story: Story) -> Iterator[Inline]:
        for child in parent:
            tag = child.tag
            if tag == qn("w:r"):
                yield from self._run(child, look, story)
            elif tag in _THROUGH or tag == qn("w:sdt"):
                yield from self._walk(child, look, story)
            elif tag in _INSERTED:
                inner = list(self._walk(child, look, story))
                story.noticed.append(Noticed("inserted", _plain(inner)))
                yield from inner
            elif tag in _DELETED:
                story.noticed.append(Noticed("deleted", _deleted_text(child)))
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
            hidden = _plain(self._pieces(run, replace(look, is_hidden=False), Story()))
            if hidden:
                story.noticed.append(Noticed("hidden", hidden))
            return
        yield from self._pieces(run, look, story)

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

    def _pieces(self, run: Element, look: _Look, story: Story) -> Iterator[Inline]:
        """Yield what the children of a run show; a field's code shows nothing."""
        for child in run:
            if child.tag == qn("w:fldChar"):
                self._field(get(child, "w:fldCharType") or "")
            elif child.tag == qn("w:instrText"):
                if self.fields:
                    self.fields[-1].code += child.text or ""
            elif all(one.shows for one in self.fields):
                href = look.href or next((one.href for one in self.fields if one.href), None)
                for inline in self._piece(child, replace(look, href=href), story):
                    yield _after_note(inline, story)

    def _piece(self, child: Element, look: _Look, story: Story) -> Iterator[Inline]:
        tag = child.tag
        if tag == qn("w:t"):
            yield Text(_text(child), look.bold, look.italic, look.href)
        elif tag in _SIGNS:
            yield Text(_SIGNS[str(tag)], look.bold, look.italic, look.href)
        elif tag == qn("w:cr") or (tag == qn("w:br") and get(child, "w:type") not in ("page", "column")):
            yield Break()
        elif tag == qn("w:sym"):
            yield Text(_symbol(child), look.bold, look.italic, look.href)
        elif tag == qn("w:footnoteReference"):
            yield self._note(self.footnotes, child, story)
        elif tag == qn("w:endnoteReference"):
            yield self._note(self.endnotes, child, story)
        elif tag in _BOXES:
            story.boxes += _outermost_boxes(child)
        elif tag == qn("mc:AlternateContent"):
            yield from self._pieces(chosen(child), look, story)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shows = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    @staticmethod
    def _note(notes: "Notes | None", reference: Element, story: Story) -> Footnote:
        """Return a note with its text.

        A mark of somebody's own (*) stands as text beside the reference, and again in the note. The model's note
        has a mark in both places already, so the first sign of each is left out.
        """
        story.own_mark = _own_mark(reference)
        note = notes.by_id.get(get(reference, "w:id") or "") if notes else None
        if notes is None or note is None:
            return Footnote(())
        is_typed = next(note.iter(qn("w:footnoteRef"), qn("w:endnoteRef")), None) is None
        mark = story.own_mark if is_typed else ""
        content = []
        for paragraph in note.iter(qn("w:p")):
            inlines, _ = notes.runs.read(paragraph)
            if mark and inlines:
                inlines, mark = _without_mark(inlines, mark), ""
            content += [Paragraph(inlines)] if inlines else []
        return Footnote(tuple(content))


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a part by their ids, with what reads them: links in a note are related to the note's part."""

    by_id: dict[str, Element]
    runs: Runs


@dataclass(slots=True)
class _Field:
    """An open field: its code, and whether its result has begun."""

    code: str = ""
    shows: bool = False

    @property
    def href(self) -> str | None:
        words = self.code.split('"')
        return words[1] if self.code.strip().startswith("HYPERLINK ") and len(words) > 1 and ":" in words[1] else None


def chosen(alternatives: Element) -> Element:
    """Return the branch of mc:AlternateContent that shows: the first with text in it, or the fallback."""
    branches = list(alternatives)
    return next((branch for branch in branches if next(branch.iter(qn("w:t")), None) is not None), branches[-1])


def _own_mark(reference: Element) -> str:
    """Return the first sign of the mark that somebody gave a note instead of a number; "" when it has a number."""
    if not is_on(get(reference, "w:customMarkFollows") or "0"):
        return ""
    run = reference.getparent()
    further = [child for later in run.itersiblings(qn("w:r")) for child in later] if run is not None else []
    shown = (child for child in [*reference.itersiblings(), *further] if child.tag in (qn("w:t"), qn("w:sym")))
    first = next(shown, None)
    if first is None:
        return ""
    return (_text(first) if first.tag == qn("w:t") else _symbol(first))[:1]


def _after_note(inline: Inline, story: Story) -> Inline:
    """Return an inline without the mark of the note before it."""
    if not story.own_mark or not isinstance(inline, Text) or not inline.text:
        return inline
    mark, story.own_mark = story.own_mark, ""
    return replace(inline, text=inline.text.removeprefix(mark))


def _without_mark(inlines: tuple[Inline, ...], mark: str) -> tuple[Inline, ...]:
    first = inlines[0]
    if not isinstance(first, Text) or not first.text.startswith(mark):
        return inlines
    return normalise((replace(first, text=first.text[len(mark) :]), *inlines[1:]))


def _text(element: Element) -> str:
    text = element.text or ""
    return text.replace("\n", " ") if get(element, "xml:space") == "preserve" else text.strip(" \t\r\n")


def _symbol(element: Element) -> str:
    code = get(element, "w:char") or ""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _outermost_boxes(element: Element) -> list[Element]:
    """Return the contents of text boxes; a box inside a box is read with it."""
    tag = qn("w:txbxContent")
    return [box for box in element.iter(tag) if not any(a.tag == tag for a in box.iterancestors())]


def _plain(inlines: Iterable[Inline]) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Text))


def _deleted_text(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(qn("w:delText"), qn("w:t")))
