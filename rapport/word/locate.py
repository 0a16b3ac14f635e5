"""Which question each block of a document belongs to: by tag, then alias, then the question's text.

Numbers never decide: they are what gets lost first. A block that is neither the form's nor under a question
has no home, and is kept apart so that it can be reported.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapport.domain.mall import Mall
from rapport.domain.match import LONG, Line, Match, Wording, align, form_lines
from rapport.limits import WORD_FORM, WORD_FORM_TEXT, WORD_STEPS, Budget, within
from rapport.prose.blocks import Footnote, Inline, Paragraph, passages, plain
from rapport.word import controls
from rapport.word.blocks import WordBlock
from rapport.word.ns import Element, chosen, qn
from rapport.word.read import WRAPPERS, WordReader, cells_of

_WEIGHT = 10  # steps that it takes to hold a paragraph against every line of the form


@dataclass(slots=True)
class Located:
    """A document taken apart by the form: answers, boxes, the form's own lines, and what has no home."""

    mall: Mall
    wording: Wording
    lines: list[Line]
    blocks: list[WordBlock]
    found: dict[int, Match]
    svar: dict[str, list[WordBlock]] = field(default_factory=lambda: defaultdict(list))
    kryss: dict[str, tuple[str, ...]] = field(default_factory=dict)
    homeless: list[WordBlock] = field(default_factory=list)
    misplaced: dict[str, str] = field(default_factory=dict)  # an answer's question → the one it stands under
    range_by_omrade: dict[int, tuple[int, int]] = field(default_factory=dict)

    def standing(self) -> Iterator[tuple[int | None, str | None, int | None, WordBlock]]:
        """Yield every block with its area, its question and its number in the answer, as the rules count paragraphs.

        The form's own line has the area or question that it begins, and no number.
        """
        begun = {match.line: self.lines[index] for index, match in self.found.items()}
        numbers = {id(block): (fraga, n) for fraga, blocks in self.svar.items() for n, block in counted(blocks)}
        for index, block in enumerate(self.blocks):
            line = begun.get(index)
            fraga, number = numbers.get(id(block), (line.fraga if line else None, None))
            omrade = self.mall.omrade_of(fraga).nummer if fraga else line.omrade if line else None
            yield omrade, fraga, number, block


def locate(reader: WordReader, mall: Mall) -> Located:
    """Read a document and say what belongs where."""
    # What is held against the form line by line, and then against every rule, is no whole book.
    within(WORD_FORM, sum(1 for _ in reader.body.iter(qn("w:p"))))
    within(WORD_FORM_TEXT, sum(len(text.text or "") for text in reader.body.iter(qn("w:t"))))
    lines, wording = list(form_lines(mall)), Wording(mall.fraga_by_id)
    marked = list(_Body(mall, wording, reader.budget).elements(reader.body))
    blocks = [reader.block(element) for element, _ in marked]
    owners = [owner for _, owner in marked]
    texts = ["" if owner else wording.comparable(block.text) for block, owner in zip(blocks, owners, strict=True)]
    found = align([wording.comparable(line.text) for line in lines], texts)
    located = Located(mall, wording, lines, blocks, found)
    _sort(located, owners, texts)
    return located


def marked_elements(reader: WordReader, mall: Mall) -> list[Element]:
    """Return a document's paragraphs and tables in order, tables that hold the form looked into."""
    return [element for element, _ in _Body(mall, Wording(mall.fraga_by_id), reader.budget).elements(reader.body)]


def notes_in(block: WordBlock) -> list[str]:
    """Return the text of the footnotes that a paragraph refers to, a blank between their paragraphs."""
    inlines: list[Inline] = [i for own in block.own if isinstance(own, Paragraph) for i in own.inlines]
    notes = (inline for inline in inlines if isinstance(inline, Footnote))
    return [" ".join(plain(paragraph.inlines) for paragraph in note.paragraphs) for note in notes]


class _Body:
    """Takes a document's body apart into paragraphs and tables, each with the question whose control it stands in."""

    def __init__(self, mall: Mall, wording: Wording, budget: Budget) -> None:
        self._fraga_by_name = controls.svar_names(mall)
        self._wording = wording
        self._budget = budget
        self._begins = [wording.comparable(line.text) for line in form_lines(mall) if line.begins]

    def elements(self, container: Element, owner: str | None = None) -> Iterator[tuple[Element, str | None]]:
        """Yield paragraphs and tables with their questions.

        An empty control yields nothing. A table that holds the form's own questions is looked into cell by cell.
        """
        for child in container:
            if child.tag == qn("w:p"):
                yield child, owner or self._inline_owner(child)
            elif child.tag == qn("w:tbl") and (owner or not self._holds_form(child)):
                yield child, owner
            else:
                for inner, inner_owner in self._inside(child, owner):
                    yield from self.elements(inner, inner_owner)

    def _inside(self, element: Element, owner: str | None) -> Iterator[tuple[Element, str | None]]:
        """Yield what has to be looked through at an element, with the question it belongs to."""
        if element.tag == qn("w:sdt"):
            owner = owner or self._owner(element)
            # What another form's control shows before it is filled in is nobody's answer either.
            if not ((owner or controls.is_for_svar(element)) and controls.shows_placeholder(element)):
                yield controls.content(element), owner
        elif element.tag == qn("w:tbl"):
            yield from ((cell, None) for row in element.findall(qn("w:tr")) for cell in cells_of(row))
        elif element.tag == qn("mc:AlternateContent"):
            yield chosen(element), owner
        elif element.tag in WRAPPERS:
            yield element, owner

    def _holds_form(self, table: Element) -> bool:
        texts = (self._text(paragraph) for paragraph in table.iter(qn("w:p")))
        return any(align([text], self._begins) for text in map(self._wording.comparable, texts) if text)

    def _text(self, paragraph: Element) -> str:
        self._budget.spend(WORD_STEPS, _WEIGHT)
        return "".join(t.text or "" for t in paragraph.iter(qn("w:t")))

    def _owner(self, control: Element) -> str | None:
        tag, alias = controls.names_of(control)
        return self._fraga_by_name.get(tag) or self._fraga_by_name.get(alias)

    def _inline_owner(self, paragraph: Element) -> str | None:
        """Return the question whose control stands inside a paragraph: a save in LibreOffice may put it there."""
        found = (self._owner(control) for control in paragraph.iter(qn("w:sdt")))
        return next((owner for owner in found if owner), None)


def _sort(located: Located, owners: list[str | None], texts: list[str]) -> None:
    """Give every block to a question, to the form, or to nobody."""
    line_at = {match.line: located.lines[index] for index, match in located.found.items()}
    # A short line, such as an area's heading, may well stand in an answer; a whole question does not.
    own = (located.wording.comparable(line.text) for line in located.lines if line.fraga)
    repeats = {text for text in own if len(text) > LONG}
    current: str | None = None
    heading: str | None = None  # the question that a reader sees above
    for index, block in enumerate(located.blocks):
        if line := line_at.get(index):
            current = heading = line.fraga or (None if line.omrade else current)
        elif owners[index]:
            current = owners[index]
            located.svar[current or ""].append(block)
            if heading and current and heading != current:
                located.misplaced[current] = heading
        elif texts[index] in repeats:
            current = None  # the form again, in an appendix: what follows is no answer
            located.homeless.append(block)
        else:
            _give(located, block, current)
        if current:
            _widen(located.range_by_omrade, located.mall.omrade_of(current).nummer, index)


def _give(located: Located, block: WordBlock, current: str | None) -> None:
    """Give a block that stands in no control to the question it stands under: as its boxes or its answer."""
    ticked = (
        controls.ticked_boxes(block.text, block.element, located.mall.fraga_by_id[current].kryss) if current else None
    )
    if current and ticked is not None:
        located.kryss[current] = tuple(dict.fromkeys([*located.kryss.get(current, ()), *ticked]))
    elif current:
        located.svar[current].append(block)
    elif not block.is_empty:
        located.homeless.append(block)


def counted(blocks: Sequence[WordBlock]) -> Iterator[tuple[int, WordBlock]]:
    """Yield an answer's blocks with the number of the first passage of each; an empty block has that of the next."""
    number = 1
    for block in blocks:
        yield number, block
        number += sum(1 for _ in passages((*block.own, *block.boxes)))


def _widen(ranges: dict[int, tuple[int, int]], nummer: int, index: int) -> None:
    first, _ = ranges.get(nummer, (index, index))
    ranges[nummer] = (first, index)
