"""The comments of a document: who says what about which words, in answer to whom, and whether it is settled."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapport.domain.mall import Mall
from rapport.finding import Finding, Place
from rapport.word.blocks import WordBlock
from rapport.word.locate import locate
from rapport.word.ns import Element, get, is_on, qn, text_of
from rapport.word.package import Parts, part_root
from rapport.word.read import WordReader
from rapport.word.shown import short

# Where a comment's text begins; a comment on a point, or on a range that begins between paragraphs, has only the last.
_ANCHORS = ("w:commentRangeStart", "w:commentReference")
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_WORDS = 60  # characters of the words that a comment is about
Standings = Iterable[tuple[int | None, str | None, int | None, WordBlock]]


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its writer and text, and where it stands as ``Located.standing`` has it; nowhere is None.

    ``words`` are those it is about, cut short; ``date`` is as the file has it. A reply has the writer that it
    answers in ``answers`` and stands where that comment does. A settled one (Word: löst) is ``is_done``.
    """

    author: str
    text: str
    omrade: int | None = None
    fraga: str | None = None
    stycke: int | None = None
    date: str | None = None
    words: str = ""
    answers: str | None = None
    is_done: bool = False

    def __str__(self) -> str:
        done = ", löst" if self.is_done else ""
        if self.answers is not None:
            return f"{self.author} svarar {self.answers}{done}: {self.text}"
        words = f" (”{self.words}”)" if self.words else ""
        stycke = f", stycke {self.stycke}{words}" if self.stycke else ""  # else at the form's own text
        return f"{self.author}{stycke}{done}: {self.text}"


def comments(parts: Parts, mall: Mall) -> list[Comment]:
    """Return every comment of a filled-in form, those at no answer too; ``comments_in`` says in which order."""
    return comments_in(parts, locate(WordReader(parts), mall).standing()) if _elements(parts) else []


def comments_in(parts: Parts, standing: Standings) -> list[Comment]:
    """Return every comment of a document, in the order of the text they stand beside; those beside none come last.

    Replies follow what they answer.
    """
    found = _elements(parts)
    if not found:
        return []
    blocks = list(standing)
    begins = _begins(parts, [block for *_, block in blocks])
    words = _words([block.element for *_, block in blocks])
    threads = _Threads(parts, found)
    said = []
    for element in found:
        number = get(threads.first(element), "w:id") or ""
        at = begins.get(number, len(blocks))
        said.append((at, threads.key(element), _comment(element, blocks[at : at + 1], words.get(number, ""), threads)))
    return [comment for *_, comment in sorted(said, key=lambda one: one[:2])]


def comment_finding(comment: Comment, name: str) -> Finding:
    """Return the finding that a comment is still there."""
    message = f"En kommentar är kvar. {comment.author}: {comment.text}"
    hint = "Ta bort kommentaren innan dokumentet lämnas in."
    place = Place(name, stycke=comment.stycke)
    return Finding("kommentar", "warning", message, hint, place, comment.omrade, comment.fraga)


def _comment(element: Element, block: Standings, words: str, threads: "_Threads") -> Comment:
    omrade, fraga, stycke, _ = next(iter(block), (None, None, None, None))
    first = threads.first(element)
    answers = None if first is element else _author(first)
    text, date, done = _said(element), get(element, "w:date"), threads.is_done(first)
    return Comment(_author(element), text, omrade, fraga, stycke, date, words, answers, done)


def _elements(parts: Parts) -> list[Element]:
    root = part_root(parts, "comments")
    return root.findall(qn("w:comment")) if root is not None else []


def _author(comment: Element) -> str:
    return get(comment, "w:author") or "Någon"


def _said(comment: Element) -> str:
    """Return what a comment says, its paragraphs and lines parted by a blank."""
    lines = ("".join(_texts(paragraph)) for paragraph in comment.iter(qn("w:p")))
    return " ".join(" ".join(lines).split())


def _texts(element: Element) -> Iterator[str]:
    for child in element.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        yield text_of(child) if child.tag == qn("w:t") else " "


def _begins(parts: Parts, blocks: list[WordBlock]) -> dict[str, int]:
    """Return the block that each comment begins in, by the comment's id; one in a note where its reference stands."""
    begins: dict[str, int] = {}
    for anchor in _ANCHORS:
        for index, block in enumerate(blocks):
            for mark in block.element.iter(qn(anchor)):
                begins.setdefault(get(mark, "w:id") or "", index)
    for kind in ("footnote", "endnote"):
        root = part_root(parts, f"{kind}s")
        marks = {get(note, "w:id"): list(note.iter(*map(qn, _ANCHORS))) for note in root} if root is not None else {}
        if any(marks.values()):
            for index, block in enumerate(blocks):
                for reference in block.element.iter(qn(f"w:{kind}Reference")):
                    for mark in marks.get(get(reference, "w:id"), ()):
                        begins.setdefault(get(mark, "w:id") or "", index)
    return begins


def _words(elements: Iterable[Element]) -> dict[str, str]:
    """Return the words that each comment is about, by the comment's id."""
    open_: dict[str, str] = {}
    closed: dict[str, str] = {}
    start, end = qn("w:commentRangeStart"), qn("w:commentRangeEnd")
    for element in elements:
        for child in element.iter(start, end, qn("w:t"), qn("w:p")):
            number = get(child, "w:id") or ""
            if child.tag == start:
                open_[number] = ""
            elif child.tag == end:
                closed[number] = open_.pop(number, closed.get(number, ""))
            elif text := " " if child.tag == qn("w:p") else text_of(child):
                for one in list(open_):
                    open_[one] += text
                    if len(open_[one]) > 2 * _WORDS:
                        closed[one] = open_.pop(one)
    return {number: short(text, _WORDS) for number, text in (open_ | closed).items()}


class _Threads:
    """Which comment answers which, and which are settled, as the part beside the comments says."""

    def __init__(self, parts: Parts, found: list[Element]) -> None:
        root = part_root(parts, _EXTENDED)
        self._order = {element: number for number, element in enumerate(found)}
        self._by_paragraph = {_own(p, "paraId"): c for c in found for p in c.iter(qn("w:p")) if _own(p, "paraId")}
        self._parent: dict[Element, Element] = {}
        self._first: dict[Element, Element] = {}
        self._done: dict[Element, bool] = defaultdict(bool)
        for entry in root if root is not None else ():
            comment, parent = (self._by_paragraph.get(_own(entry, name)) for name in ("paraId", "paraIdParent"))
            if comment is not None:
                self._done[comment] = is_on(_own(entry, "done") or "0")
                if parent is not None:
                    self._parent[comment] = parent

    def first(self, comment: Element) -> Element:
        """Return the comment that a thread begins with."""
        asked = {comment: None}
        while comment not in self._first and (parent := self._parent.get(comment)) is not None and parent not in asked:
            comment = parent
            asked[comment] = None
        first = self._first.get(comment, comment)
        self._first.update(dict.fromkeys(asked, first))
        return first

    def key(self, comment: Element) -> tuple[int, int]:
        """Return what puts a thread together, its first comment first."""
        first = self.first(comment)
        return self._order[first], -1 if comment is first else self._order[comment]

    def is_done(self, comment: Element) -> bool:
        """Return whether a thread is settled."""
        return self._done[comment]


def _own(element: Element, name: str) -> str:
    """Return an attribute by its name alone: its namespace differs between Word's versions."""
    attributes: Mapping[str, str] = element.attrib  # type: ignore[assignment]
    return next((value for key, value in attributes.items() if key.rpartition("}")[2] == name), "")
