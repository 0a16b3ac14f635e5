"""A part in document order, piece by piece, each with the tracked changes that it is part of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from rapport.word.ns import Element, chosen, get, qn, symbol_of, text_of

CELL_END, ROW_END = "\x1f", "\x1e"  # signs that no XML can hold
_AROUND = {
    qn("w:ins"): "infogat",
    qn("w:del"): "borttaget",
    qn("w:moveTo"): "flyttat hit",
    qn("w:moveFrom"): "flyttat härifrån",
}
_ROWS = {qn("w:ins"): "rad infogad", qn("w:del"): "rad borttagen"}
_CELLS = {
    qn("w:cellIns"): "cell infogad",
    qn("w:cellDel"): "cell borttagen",
    qn("w:cellMerge"): "celler sammanfogade",
}
_CONTROLS = {qn("w:customXmlInsRangeStart"): "infogat", qn("w:customXmlDelRangeStart"): "borttaget"}
_LOOKS = "formaterat"
_NEAR = 20  # marks in a row, before the control that they are about
_TABLE_LOOKS = {qn(f"w:{name}Change") for name in ("tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr")}
_TEXTS = {qn("w:t"), qn("w:delText"), qn("m:t")}
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "[radbrytning]", qn("w:cr"): "[radbrytning]", qn("w:noBreakHyphen"): "\u2011"}
_NOTES = {qn("w:footnoteReference"): "fotnot", qn("w:endnoteReference"): "slutnot"}
_PICTURES = {qn("w:drawing"), qn("w:pict"), qn("w:object")}


class Change(NamedTuple):
    """One tracked change as the file has it; ``unit`` is the table whose cells are changed together."""

    slag: str
    author: str
    date: str | None
    unit: Element | None = None


class Place(NamedTuple):
    """Where a piece stands: the paragraph or table that is a block of the document, and the kind of part."""

    block: Element | None = None
    plats: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A piece of text with the changes that it is part of; one that is named only takes no room."""

    text: str
    changes: tuple[Change, ...]
    place: Place
    is_named: bool = False


@dataclass(slots=True)
class Walk:
    """Reads a document's parts; ``blocks`` are the elements that a place is known of, ``notes`` by kind and id."""

    blocks: Mapping[Element, object]
    notes: Mapping[str, Mapping[str, Element]]
    _cited: list[tuple[str, str]] = field(default_factory=list)
    _read: set[tuple[str, str]] = field(default_factory=set)

    def part(self, root: Element, plats: str = "") -> Iterator[Leaf]:
        """Yield the pieces of a part; a note's follow the paragraph that refers to it."""
        return self._inside(root, (), Place(None, plats))

    def other_notes(self) -> Iterator[Leaf]:
        """Yield the pieces of notes that no place refers to."""
        self._cited = [(kind, number) for kind, notes in self.notes.items() for number in notes]
        yield from self._cited_notes(Place())

    def _inside(self, element: Element, changes: tuple[Change, ...], place: Place) -> Iterator[Leaf]:
        for child in element:
            yield from self._visit(child, changes, place)

    def _visit(self, element: Element, changes: tuple[Change, ...], place: Place) -> Iterator[Leaf]:
        tag = str(element.tag)
        if tag in (qn("w:p"), qn("w:tbl")) and element in self.blocks:
            place = place._replace(block=element)
        if tag == qn("w:p"):
            yield from self._paragraph(element, changes, place)
        elif tag in _AROUND:
            yield from self._or_else("", element, (*changes, _change(_AROUND[tag], element)), place)
        elif tag == qn("w:r"):
            found = element.find(f"{qn('w:rPr')}/{qn('w:rPrChange')}")
            yield from self._inside(element, (*changes, *_looks(found)), place)
        elif tag in (qn("w:tr"), qn("w:tc")):
            yield from self._unit(element, changes, place)
        elif tag == qn("mc:AlternateContent"):
            yield from self._visit(chosen(element), changes, place) if len(element) else ()
        elif named := _named(element, tag):
            yield Leaf(named[0], (named[1],), place, is_named=True)
        elif tag in _PICTURES:
            yield from self._or_else("[bild]", element, changes, place)
        else:
            yield from self._sign(element, tag, changes, place)

    def _sign(self, element: Element, tag: str, changes: tuple[Change, ...], place: Place) -> Iterator[Leaf]:
        if tag in _TEXTS:
            yield Leaf(text_of(element) if tag == qn("w:t") else element.text or "", changes, place)
        elif tag in _SIGNS:
            yield Leaf(_SIGNS[tag], changes, place)
        elif tag == qn("w:sym"):
            yield Leaf(symbol_of(element), changes, place)
        elif tag in _NOTES:
            self._cited.append((_NOTES[tag], get(element, "w:id") or ""))
            yield Leaf(f"[{_NOTES[tag]}]", changes, place)
        elif tag not in (qn("w:rPr"), qn("w:pPr")):
            yield from self._inside(element, changes, place)

    def _or_else(self, name: str, element: Element, changes: tuple[Change, ...], place: Place) -> Iterator[Leaf]:
        """Yield what an element holds; its name where that shows nothing."""
        inner = list(self._inside(element, changes, place))
        yield from inner or [Leaf(name, changes, place, is_named=True)]

    def _paragraph(self, paragraph: Element, changes: tuple[Change, ...], place: Place) -> Iterator[Leaf]:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            yield from self._inside(paragraph, changes, place)
            yield Leaf("\n", changes, place)
        else:
            numbered = properties.find(f"{qn('w:numPr')}/{qn('w:ins')}")
            changes = (*changes, *_looks(properties.find(qn("w:pPrChange"))), *_looks(numbered))
            yield from self._inside(paragraph, changes, place)
            mark = properties.find(qn("w:rPr"))
            ends = [_change(_AROUND[str(e.tag)], e) for e in mark if e.tag in _AROUND] if mark is not None else []
            looks = _looks(mark.find(qn("w:rPrChange"))) if mark is not None else ()
            yield Leaf("\n", (*changes, *ends, *looks), place)
            yield from self._inside_sections(properties, place)
        yield from self._cited_notes(place)

    def _inside_sections(self, properties: Element, place: Place) -> Iterator[Leaf]:
        for section in properties.findall(qn("w:sectPr")):
            yield from self._inside(section, (), place)

    def _cited_notes(self, place: Place) -> Iterator[Leaf]:
        cited, self._cited = self._cited, []
        for kind, number in cited:
            note = self.notes.get(kind, {}).get(number)
            if note is not None and (kind, number) not in self._read:
                self._read.add((kind, number))
                yield from self._inside(note, (), place._replace(plats=kind))

    def _unit(self, unit: Element, changes: tuple[Change, ...], place: Place) -> Iterator[Leaf]:
        """Yield a row or a cell; where it is a change itself, all in it is part of that."""
        is_row = unit.tag == qn("w:tr")
        marks, names = (unit.find(qn("w:trPr")), _ROWS) if is_row else (unit.find(qn("w:tcPr")), _CELLS)
        table = None if is_row else next(unit.iterancestors(qn("w:tbl")), None)
        found = [_change(names[str(e.tag)], e, table) for e in marks if e.tag in names] if marks is not None else []
        changes = (*changes, *found)
        for child in unit:
            if child is marks:
                yield from (leaf for leaf in self._inside(child, (), place) if leaf.is_named and leaf.text)
            else:
                yield from self._visit(child, changes, place)
        yield Leaf(ROW_END if is_row else CELL_END, changes, place)


def _change(slag: str, element: Element, unit: Element | None = None) -> Change:
    return Change(slag, get(element, "w:author") or "Någon", get(element, "w:date"), unit)


def _named(element: Element, tag: str) -> tuple[str, Change] | None:
    """Return what a change of something that has no text of its own is called, and the change."""
    if tag in _TABLE_LOOKS:
        return "[tabell]", _change(_LOOKS, element, next(element.iterancestors(qn("w:tbl")), None))
    if tag in _CONTROLS and _is_outside(element):
        return "[innehållskontroll]", _change(_CONTROLS[tag], element)
    return ("[sidans utseende]", _change(_LOOKS, element)) if tag == qn("w:sectPrChange") else None


def _is_outside(mark: Element) -> bool:
    """Whether a mark stands before a control, and not in it before its end, where there is one more."""
    near = islice(mark.itersiblings(), _NEAR)
    return next((e.tag == qn("w:sdt") for e in near if e.tag not in _CONTROLS), False)


def _looks(change: Element | None) -> tuple[Change, ...]:
    return () if change is None else (_change(_LOOKS, change),)
