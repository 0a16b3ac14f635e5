"""A Word document → blocks: the same document model that Markdown gives.

Everything is read in document order, because numbering and fields go on from one paragraph to the next.
"""

from collections.abc import Iterator
from pathlib import Path

from rapport.limits import WORD_CELLS, WORD_PARAGRAPHS, WORD_STEPS, Budget
from rapport.prose.assemble import assemble
from rapport.prose.blocks import Blocks, Inline, Paragraph, Table
from rapport.word.additions import INDENT
from rapport.word.blocks import WordBlock
from rapport.word.labels import Labels
from rapport.word.notes import Notes
from rapport.word.ns import Element, child_val, chosen, get, parse, qn, whole
from rapport.word.package import DOCUMENT, Parts, Relations, find_part, reading
from rapport.word.runs import Runs
from rapport.word.styles import Styles

_MOST_SPANNED = 64  # columns of one cell
WRAPPERS = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}


def read_document(file: Path) -> "WordReader":
    """Open a .docx for reading; InputError when it is none or may do harm."""
    with reading(file) as parts:
        return WordReader(parts)


class WordReader:
    """Reads a document's blocks; ``hidden`` gathers the text that does not show."""

    def __init__(self, parts: Parts) -> None:
        self.budget = Budget()
        self.styles = Styles(parts)
        self.labels = Labels(parts, self.styles)
        self.hidden: list[str] = []
        self.root = parse(parts[DOCUMENT])
        footnotes, endnotes = self._notes(parts, "footnote"), self._notes(parts, "endnote")
        self._runs = Runs(self.styles, Relations(parts, DOCUMENT), footnotes, endnotes)

    @property
    def body(self) -> Element:
        """The element that holds the document's content."""
        body = self.root.find(qn("w:body"))
        return self.root if body is None else body

    def blocks(self, container: Element) -> Blocks:
        """Return the blocks of the body, a cell, a content control or a text box."""
        return assemble(self.block(element) for element in contents(container))

    def block(self, element: Element) -> WordBlock:
        """Read one paragraph or table; to be called once for each, in document order."""
        self.budget.spend(WORD_PARAGRAPHS)
        before = len(self.hidden)
        if element.tag == qn("w:tbl"):
            table = self._table(element)
            own: Blocks = (table,) if table.rows else ()
            return WordBlock(element, own, None, _indent_level(element), hidden=tuple(self.hidden[before:]))
        label = self.labels.label(element)
        inlines, boxed = self._paragraph(self._runs, element)
        boxes = tuple(block for box in boxed for block in self.blocks(box))
        own = (Paragraph(inlines),) if inlines else ()
        return WordBlock(element, own, label, _further_level(element), boxes, tuple(self.hidden[before:]))

    def _paragraph(self, runs: Runs, element: Element) -> tuple[tuple[Inline, ...], list[Element]]:
        inlines, story = runs.read(element)
        self.hidden += story.hidden
        return inlines, story.boxes

    def _notes(self, parts: Parts, kind: str) -> Notes | None:
        name = find_part(parts, f"{kind}s")
        if name is None or name not in parts:
            return None
        by_id = {get(note, "w:id") or "": note for note in parse(parts[name]).findall(qn(f"w:{kind}"))}
        runs = Runs(self.styles, Relations(parts, name))
        return Notes(by_id, lambda paragraph: self._paragraph(runs, paragraph)[0], self.budget)

    def _table(self, element: Element) -> Table:
        rows = [[cell for tc in cells_of(row) for cell in self._cell(tc)] for row in self._rows(element)]
        width = max(map(len, rows), default=0)
        self.budget.spend(WORD_CELLS, width * len(rows) - sum(map(len, rows)))  # those that are filled in
        padded = tuple(tuple(row) + ((),) * (width - len(row)) for row in rows)
        return Table(padded, _alignment(element, width))

    def _rows(self, table: Element) -> Iterator[Element]:
        """Yield a table's own rows, and none of a table in a cell."""
        for row in table.iter(qn("w:tr")):
            self.budget.spend(WORD_STEPS)
            if next(row.iterancestors(qn("w:tbl"))) is table:
                yield row

    def _cell(self, cell: Element) -> Iterator[Blocks]:
        span = max(1, min(whole(child_val(cell, "w:tcPr/w:gridSpan")) or 1, _MOST_SPANNED))
        self.budget.spend(WORD_CELLS, span)
        yield self.blocks(cell)
        yield from [()] * (span - 1)


def contents(container: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables of a container, content controls and the like looked through."""
    for child in container:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in WRAPPERS:
            yield from contents(child)
        elif child.tag == qn("mc:AlternateContent"):
            yield from contents(chosen(child))


def _further_level(paragraph: Element) -> int | None:
    """Return the level of the item that a paragraph without a label goes on with, as we write it."""
    numbered = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if numbered is None or child_val(numbered, "w:numId") != "0":
        return None
    return whole(child_val(numbered, "w:ilvl"))


def _indent_level(table: Element) -> int | None:
    indent = table.find(f"{qn('w:tblPr')}/{qn('w:tblInd')}")
    width = whole(get(indent, "w:w")) if indent is not None else None
    level = width // INDENT - 1 if width else -1
    return level if level >= 0 else None


def cells_of(row: Element) -> Iterator[Element]:
    """Yield the cells of a row, those in content controls too."""
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in WRAPPERS:
            yield from cells_of(child)


def _alignment(table: Element, width: int) -> tuple[str, ...]:
    """Return how each column is set, by the paragraphs of the first row."""
    first = next(table.iter(qn("w:tr")), None)
    cells = list(cells_of(first)) if first is not None else []
    sides = [child_val(p, "w:pPr/w:jc") or "" for cell in cells for p in cell.findall(qn("w:p"))[:1]]
    known = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"}
    return tuple(known.get(side, "") for side in (sides + [""] * width)[:width])
