"""Lists in Word: one abstract bullet list and one abstract numbered list of ours, one w:num for each list."""

from rapport.prose.count import BULLET
from rapport.word.ns import Element, el, get, parse, qn, serialise, val
from rapport.word.package import DOCUMENT, Parts
from rapport.word.relations import Relations, declare, find_part

LEVELS = 9
INDENT = 357  # twentieths of a point for each level: 0.63 cm
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


class Numbering:
    """The numbering part of a document, to which the lists of answers are added."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._name = find_part(parts, "numbering") or "word/numbering.xml"
        self._is_new = self._name not in parts
        self.root = el("w:numbering") if self._is_new else parse(parts[self._name])
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
        if not self._abstract:
            return
        self._parts[self._name] = serialise(self.root)
        if self._is_new:
            declare(self._parts, self._name, _TYPE)
            relations = Relations(self._parts, DOCUMENT)
            relations.add("numbering", "numbering.xml")
            relations.save()

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


def indent(level: int) -> Element:
    """Return the indent that the text of an item has on a level from 0."""
    return el("w:ind", {"w:left": str(INDENT * (level + 1)), "w:hanging": str(INDENT)})


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
