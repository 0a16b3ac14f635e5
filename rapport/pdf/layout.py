"""Lines as they stand on pages → paragraphs, items and tables as they were written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import quantiles

from rapport.pdf.likeness import skeleton
from rapport.pdf.line import PLAIN, SOFT, Line, Styled, plain

_BULLET = re.compile(r"\s*([•·▪◦‣●○■□▫◼➢➤✓\uf0a7\uf0b7\uf0d8\uf0fc])\s*(?=\S)")
_DASH = re.compile(r"\s*([-–—*])\s+(?=\S)")
_NUMBER = re.compile(r"\s*(\d{1,2}[.)])\s+(?=\S)")
_LETTER = re.compile(r"\s*([a-zåäö][.)])\s+(?=\S)")
_ENDS = re.compile(r"[.!?:…][”\"’')]*\d{0,2}$")
_HYPHENS = "-\u2010\u2011\u00ad\ufffe¬"
BINDING = {skeleton(word) for word in ("och", "eller", "samt", "respektive", "till", "som", "men")}
_HEAD = re.compile(r"\w+$")
_LEAST_WIDTH = 40
_INDENT = 6.0  # points
_FULL, _HALF = 0.9, 0.6
_GAPS = 0.04, 0.5  # of the lines that stand after a blank space, where paragraphs are parted so


class Margin:
    """How wide the text is: how far its lines go before they are broken."""

    def __init__(self, lines: Sequence[Line]) -> None:
        lengths = [len(line.text) for line in lines if len(line.text) >= _LEAST_WIDTH and not line.is_whole]
        self._signs = quantiles(lengths, n=20)[-2] if len(lengths) > 1 else 0.0
        rights = [line.right for line in lines if line.right is not None]
        self._right = quantiles(rights, n=50)[-2] if len(rights) > 1 else 0.0

        gaps = sum(line.gap for line in lines)
        self.has_gaps = _GAPS[0] * len(lines) < gaps < _GAPS[1] * len(lines)

    def is_short(self, line: Line) -> bool:
        """Whether a line ends far from where lines are broken."""
        if line.left is not None and line.right is not None:
            return line.right < self._right * _HALF
        return len(line.text) < self._signs * _HALF

    def has_room(self, line: Line, word: str) -> bool:
        """Whether a word would have had room at the end of a line: then somebody ended the line there."""
        if line.left is not None and line.right is not None and line.text:
            width = (line.right - line.left) / len(line.text)
            return self._right - line.right > (len(word) + 1) * width * 1.15
        return bool(self._signs) and len(line.text) + 1 + len(word) < self._signs * _FULL


def paragraphs(lines: Sequence[Line], margin: Margin) -> Iterator[Line]:
    """Yield the paragraphs, items and tables that some lines are."""
    marks = _marks(lines)
    current: Line | None = None
    last: Line | None = None
    for line, mark in zip(lines, marks, strict=True):
        if not line.text.strip() and line.rows is None:
            last = replace(last, gap=True) if last else None
            continue
        begins = current is None or last is None or mark is not None or line.is_whole or last.is_whole
        if current is not None and (begins or _ends(last or line, line, margin)):
            yield current
            current = None
        if current is None:
            current = _begun(line, mark)
        else:
            notes = tuple(dict.fromkeys((*current.notes, *line.notes)))
            current = replace(current, styled=goes_on_with(current.styled, line.styled.stripped()), notes=notes)
        last = replace(line, gap=False)
    if current is not None:
        yield current


def _begun(line: Line, mark: tuple[str, int] | None) -> Line:
    if line.is_whole or mark is None:
        return replace(line, styled=line.styled.stripped())
    sign, start = mark
    return replace(line, styled=line.styled[start:].stripped(), mark=sign)


def _ends(above: Line, below: Line, margin: Margin) -> bool:
    """Whether a paragraph ends between two lines."""
    if above.gap or below.gap:
        return True
    word = below.text.split(maxsplit=1)[0]
    if margin.has_gaps and above.page == below.page and above.base is not None:
        return False
    if _ENDS.search(above.text.rstrip()):
        return margin.has_room(above, word)
    return word[:1].isupper() and margin.is_short(above)


def _marks(lines: Sequence[Line]) -> list[tuple[str, int] | None]:
    """Return what stands before each line that begins an item, and where its text begins."""
    found: list[tuple[str, int] | None] = []
    for line in lines:
        match = None if line.is_whole else _BULLET.match(line.text)
        found.append((match[1], match.end()) if match else None)
    for pattern in (_DASH, _NUMBER, _LETTER):
        hits = [(n, m) for n, line in enumerate(lines) if not line.is_whole and (m := pattern.match(line.text))]
        row = [(n, m) for n, m in hits if len(hits) > 1 and (pattern is not _NUMBER or _in_row(m[1], hits))]
        for n, match in row:
            found[n] = found[n] or (match[1], match.end())
    return found


def _in_row(mark: str, hits: list[tuple[int, re.Match[str]]]) -> bool:
    numbers = {int(match[1][:-1]) for _, match in hits}
    number = int(mark[:-1])
    return number + 1 in numbers or number - 1 in numbers


def goes_on_with(above: Styled, below: Styled) -> Styled:
    """Return two lines as one text; a word that was divided between them with a sign that says so."""
    text = above.text
    is_divided = len(text) > 1 and text[-1] in _HYPHENS and text[-2].isalnum() and below.text[:1].isalnum()
    if not is_divided:
        return above + Styled(" ", above.styles[-1:] or (PLAIN,)) + below
    head = _HEAD.search(text[:-1])
    if skeleton(below.text.split(maxsplit=1)[0]) in BINDING:
        hyphen = "- "
    elif not below.text[0].islower() or (head and _keeps_hyphen(head[0])):
        hyphen = "-"
    else:
        hyphen = SOFT
    return above[: len(text) - 1] + plain(hyphen, above.styles[-1].font) + below


def _keeps_hyphen(head: str) -> bool:
    """Whether a word's first part has a hyphen of its own behind it: "1:1-anslaget", "ERUF-programmet"."""
    return head[-1].isdigit() or (len(head) > 1 and head.isupper())


def levelled(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield paragraphs with the levels of items as they stand in from each other, where that is known."""
    lefts: list[float] = []
    for line in lines:
        if line.mark is None and not line.goes_on:
            lefts = []
        if line.mark is None or line.left is None:
            yield replace(line, level=max(0, len(lefts) - 1)) if line.goes_on and lefts else line
            continue
        while lefts and line.left < lefts[-1] - _INDENT:
            lefts.pop()
        if not lefts or line.left > lefts[-1] + _INDENT:
            lefts.append(line.left)
        yield replace(line, level=len(lefts) - 1)
