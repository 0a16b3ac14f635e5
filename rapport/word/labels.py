"""The labels of list paragraphs, as Word renders them: "1.", "a)", "1.1", "•", restarts and all.

Counting follows the specification (ISO/IEC 29500-1, 17.9): counters belong to the abstract list, deeper levels
begin again below a shallower one, and a list with a start of its own sets the counter where it is first used.
"""

from dataclasses import dataclass, field

from rapport.limits import WORD_LABEL, WORD_NUMBER, within
from rapport.prose.assemble import Label
from rapport.prose.count import BULLET
from rapport.word.levels import Level, level_of
from rapport.word.levels import shown as written
from rapport.word.ns import Element, child_val, get, qn, whole
from rapport.word.package import Parts, part_root
from rapport.word.styles import Styles

_LEVELS = 9


class Labels:
    """Gives each list paragraph of a document its label; ask in document order."""

    def __init__(self, parts: Parts, styles: Styles) -> None:
        root = part_root(parts, "numbering")
        self._styles = styles
        self._nums = _by(root, "w:num", "w:numId")
        self._abstracts = _by(root, "w:abstractNum", "w:abstractNumId")
        self._counters: dict[str, _Counter] = {}
        self._started: set[tuple[str, int]] = set()
        self._abstract_by_num: dict[str, tuple[str, Element | None]] = {}
        self._definitions: dict[tuple[Element, int], Level | None] = {}
        self._starts: dict[tuple[Element, int], int | None] = {}
        self._levels: dict[tuple[Element, str], dict[str, Element]] = {}

    def label(self, paragraph: Element) -> Label | None:
        """Return a paragraph's label, or None when it has none."""
        num_id, level = self._place(paragraph)
        num = self._nums.get(num_id)
        if num is None or num_id == "0":
            return None
        if num_id not in self._abstract_by_num:
            self._abstract_by_num[num_id] = self._abstract(num)
        abstract_id, abstract = self._abstract_by_num[num_id]
        definition = self._level(num, abstract, level)
        if definition is None:
            return None
        counter = self._counters.setdefault(abstract_id, _Counter())
        start = self._start_override(num, level)
        begins = start is not None and (num_id, level) not in self._started
        if begins:
            counter.values[level] = None
        self._started.add((num_id, level))
        number = counter.step(level, definition.start if start is None else start)
        shown = self._text(definition, num, abstract, counter, level)
        return Label(shown + definition.blank, num_id, level, number, definition.is_bullet, abstract_id, begins)

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """Return list and level, from the paragraph or its style."""
        num_id, level = child_val(paragraph, "w:pPr/w:numPr/w:numId"), child_val(paragraph, "w:pPr/w:numPr/w:ilvl")
        style = child_val(paragraph, "w:pPr/w:pStyle")
        if num_id is None:
            num_id = self._styles.chain_val(style, "w:pPr/w:numPr/w:numId")
            level = level or self._styles.chain_val(style, "w:pPr/w:numPr/w:ilvl")
        return num_id or "0", min(whole(level) or 0, _LEVELS - 1)

    def _abstract(self, num: Element) -> tuple[str, Element | None]:
        abstract_id = child_val(num, "w:abstractNumId") or ""
        abstract = self._abstracts.get(abstract_id)
        link = child_val(abstract, "w:numStyleLink") if abstract is not None else None
        target = self._nums.get(self._styles.chain_val(link, "w:pPr/w:numPr/w:numId") or "") if link else None
        if target is not None and target is not num:
            abstract_id = child_val(target, "w:abstractNumId") or ""
            abstract = self._abstracts.get(abstract_id)
        return abstract_id, abstract

    def _text(self, definition: Level, num: Element, abstract: Element | None, counter: "_Counter", level: int) -> str:
        pattern = definition.pattern
        if definition.is_bullet:
            return BULLET if pattern else ""
        for index in range(level + 1):
            if f"%{index + 1}" not in pattern:
                continue
            upper = self._level(num, abstract, index)
            form = "decimal" if definition.is_legal or upper is None else upper.form
            value = counter.values[index]
            number = value if value is not None else upper.start if upper is not None else 1
            within(WORD_NUMBER, number)
            shown = written(number, form)
            within(WORD_LABEL, len(pattern) + pattern.count(f"%{index + 1}") * len(shown))
            pattern = pattern.replace(f"%{index + 1}", shown)
        return pattern

    def _level(self, num: Element, abstract: Element | None, level: int) -> Level | None:
        """Return the definition of a level, read once: the list's own, or that of its abstract list."""
        if (num, level) not in self._definitions:
            override = self._at_level(num, "w:lvlOverride", level)
            own = override.find(qn("w:lvl")) if override is not None else None
            found = own if own is not None else self._at_level(abstract, "w:lvl", level)
            self._definitions[num, level] = level_of(found) if found is not None else None
        return self._definitions[num, level]

    def _start_override(self, num: Element, level: int) -> int | None:
        if (num, level) not in self._starts:
            override = self._at_level(num, "w:lvlOverride", level)
            self._starts[num, level] = whole(child_val(override, "w:startOverride")) if override is not None else None
        return self._starts[num, level]

    def _at_level(self, parent: Element | None, name: str, level: int) -> Element | None:
        """Return what a list has for a level; each list is looked through once."""
        if parent is None:
            return None
        if (parent, name) not in self._levels:
            found = parent.findall(qn(name))
            self._levels[parent, name] = {get(e, "w:ilvl") or "": e for e in reversed(found)}
        return self._levels[parent, name].get(str(level))


@dataclass(slots=True)
class _Counter:
    """The numbers that an abstract list has come to, level by level; None where a level has not begun."""

    values: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)

    def step(self, level: int, start: int) -> int:
        value = self.values[level]
        self.values[level] = start if value is None else value + 1
        self.values[level + 1 :] = [None] * (_LEVELS - level - 1)
        return self.values[level] or 0


def _by(root: Element | None, name: str, key: str) -> dict[str, Element]:
    return {get(e, key) or "": e for e in root.findall(qn(name))} if root is not None else {}
