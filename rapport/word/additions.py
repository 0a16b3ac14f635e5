"""What answers add to the document's other parts: their lists, and their footnotes after the form's own."""

from rapport.prose.count import BULLET
from rapport.word.ns import Element, el, get, parse, qn, serialise, val
from rapport.word.package import DOCUMENT, Parts, Relations, declare, find_part

LEVELS = 9
INDENT = 357  # twentieths of a point for each level: 0.63 cm
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


class Numbering:
    """The lists of a document: one abstract bullet list and one numbered of ours, and a w:num for each list."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        name = find_part(parts, "numbering")
        self.root = parse(parts[name]) if name in parts else el("w:numbering")
        self._abstract: dict[bool, str] = {}
        self._next = 1 + max((int(get(n, "w:numId") or 0) for n in self.root.findall(qn("w:num"))), default=0)

    def add(self, *, ordered: bool, start: int, level: int) -> str:
        """Return the number of a new list whose items begin at ``start`` on a level from 0."""
        number = str(self._next)
        self._next += 1
        num = el("w:num", {"w:numId": number}, val("w:abstractNumId", self._abstract_for(ordered=ordered)))
        # A bullet list begins anew too: that is how two lists side by side are told from one.
        num.append(el("w:lvlOverride", {"w:ilvl": str(level)}, val("w:startOverride", str(start))))
        self.root.append(num)
        return number

    def save(self) -> None:
        """Write the part back, if any list was added."""
        if self._abstract:
            _save(self._parts, "numbering", self.root)

    def _abstract_for(self, *, ordered: bool) -> str:
        if ordered not in self._abstract:
            existing = self.root.findall(qn("w:abstractNum"))
            number = str(1 + max((int(get(a, "w:abstractNumId") or 0) for a in existing), default=-1))
            abstract = el("w:abstractNum", {"w:abstractNumId": number}, val("w:multiLevelType", "multilevel"))
            abstract.extend(_level(level, ordered=ordered) for level in range(LEVELS))
            # The schema wants every abstract list before the first concrete one.
            self.root.insert(self.root.index(existing[-1]) + 1 if existing else 0, abstract)
            self._abstract[ordered] = number
        return self._abstract[ordered]


class Footnotes:
    """The footnotes of a document. Those of answers are added; the form's own stay as they are."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        name = find_part(parts, "footnotes") or _new("footnotes")
        self.root = parse(parts[name]) if name in parts else _no_notes()
        self.relations = Relations(parts, name)
        self._has_added = False

    def add(self, paragraphs: list[Element]) -> str:
        """Add a note made of paragraphs; return its id."""
        number = str(1 + max(int(get(note, "w:id") or 0) for note in self.root))
        self.root.append(el("w:footnote", {"w:id": number}, *paragraphs))
        self._has_added = True
        return number

    def save(self, document: Element) -> None:
        """Write the part back, if any note was added, numbered in the order that the document refers to them.

        Word goes by the id wherever it stands, but LibreOffice, and so our PDF, takes the notes one after the
        other by rising id. The form's own references therefore get new ids too; their notes stay the same.
        """
        if not self._has_added:
            return
        notes = notes_by_id(self.root)
        separators = [int(number) for number, note in notes.items() if get(note, "w:type")]
        references = document.iter(qn("w:footnoteReference"))
        for number, reference in enumerate(references, 1 + max(separators, default=0)):
            note = notes[get(reference, "w:id") or ""]
            for element in (reference, note):
                element.set(qn("w:id"), str(number))
            self.root.append(note)
        _save(self._parts, "footnotes", self.root)
        self.relations.save()


def indent(level: int) -> Element:
    """Return the indent that the text of an item has on a level from 0."""
    return el("w:ind", {"w:left": str(INDENT * (level + 1)), "w:hanging": str(INDENT)})


def notes_by_id(root: Element) -> dict[str, Element]:
    """Return every note of a footnote part by its id."""
    return {get(note, "w:id") or "": note for note in root.findall(qn("w:footnote"))}


def _new(kind: str) -> str:
    return f"word/{kind}.xml"


def _save(parts: Parts, kind: str, root: Element) -> None:
    """Write a part of a kind back; one that the document did not have is entered in the package's books."""
    name = find_part(parts, kind)
    if name is None or name not in parts:
        name = name or _new(kind)
        declare(parts, name, _TYPE.format(kind))
        relations = Relations(parts, DOCUMENT)
        relations.add(kind, name.removeprefix("word/"))
        relations.save()
    parts[name] = serialise(root)


def _level(level: int, *, ordered: bool) -> Element:
    return el(
        "w:lvl",
        {"w:ilvl": str(level)},
        val("w:start", "1"),
        val("w:numFmt", "decimal" if ordered else "bullet"),
        val("w:lvlText", f"%{level + 1}." if ordered else BULLET),
        val("w:lvlJc", "left"),
        el("w:pPr", None, indent(level)),
    )


def _no_notes() -> Element:
    separators = [
        el("w:footnote", {"w:type": kind, "w:id": number}, el("w:p", None, el("w:r", None, el(f"w:{kind}"))))
        for number, kind in _SEPARATORS
    ]
    return el("w:footnotes", None, *separators)
