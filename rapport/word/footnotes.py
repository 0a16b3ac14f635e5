"""The footnotes of answers: added after the form's own, which stay as they are."""

from rapport.word.ns import Element, el, get, parse, qn, serialise
from rapport.word.package import DOCUMENT, Parts
from rapport.word.relations import Relations, declare, find_part

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


class Footnotes:
    """The footnote part of a document."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.name = find_part(parts, "footnotes") or "word/footnotes.xml"
        self._is_new = self.name not in parts
        self.root = _empty() if self._is_new else parse(parts[self.name])
        self.relations = Relations(parts, self.name)
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
        self._parts[self.name] = serialise(self.root)
        self.relations.save()
        if self._is_new:
            declare(self._parts, self.name, _TYPE)
            relations = Relations(self._parts, DOCUMENT)
            relations.add("footnotes", "footnotes.xml")
            relations.save()


def notes_by_id(root: Element) -> dict[str, Element]:
    """Return every note of a footnote part by its id."""
    return {get(note, "w:id") or "": note for note in root.findall(qn("w:footnote"))}


def _empty() -> Element:
    separators = [
        el("w:footnote", {"w:type": kind, "w:id": number}, el("w:p", None, el("w:r", None, el(f"w:{kind}"))))
        for number, kind in _SEPARATORS
    ]
    return el("w:footnotes", None, *separators)
