"""Footnotes: taken from the foot of the page where they stand, to be put back where they are cited."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from rapport.pdf.likeness import NEAR, skeleton
from rapport.pdf.line import Line, Styled

_MARK = re.compile(r"\s*(\d{1,2}|\*{1,3})\s*(?=[^\W\d_]|[”\"(])")
_ALONE = re.compile(r"\s*(\d{1,2}|\*{1,3})\s*")
_SMALLER = 0.93  # of the text's own size
_MOST_LINES = 12
_SHORT = 20  # letters
# A mark as a program that takes text out of a PDF may leave it: with a blank before it, or behind another number.
_LOOSE = (
    r"(?:(?<=[^\W\d_][.,;:!?)”\"’]\s)|(?<=[\d%%][.!?)”]\s))%s(?=\s+[A-ZÅÄÖ”]|\s*$)",
    r"(?<=\d[.!?)])%s(?=\s+[A-ZÅÄÖ”]|\s*$)",
)
_CITED = r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,;:!?)”\"’])|(?<=[)”\"’%%][.,;:]))%s(?![\d\w%%:/])"


def taken_out(lines: Sequence[Line], body: float, forms: Iterable[str] = ()) -> list[Line]:
    """Return the lines without the notes at the feet of their pages, each line with the notes of its page.

    ``body`` is the size of the text; ``forms`` are the form's own notes, which stay where they stand.
    """
    own_notes = [shape for text in forms if (shape := skeleton(text))]
    kept: list[list[Line]] = []
    for page in _pages(lines):
        start = len(page) if page[0].is_whole and page[0].base is None else _begin(page, body, own_notes)  # tags tell
        notes = tuple(_read(page[start:]))
        own, homes = page[:start], list[tuple[str, Styled, int]]()
        for mark, note in notes:
            earlier = len(kept) if _is_cited(mark, own) or _is_small(page[start], body) else _before(mark, kept)
            homes.append((mark, note, earlier))
        if not notes or any(home < 0 for *_, home in homes):
            kept.append(page)
            continue
        kept.append(own)
        for mark, note, home in homes:
            kept[home] = [replace(line, notes=(*line.notes, (mark, note))) for line in kept[home]]
    return [line for page in kept for line in page]


def _before(mark: str, pages: Sequence[Sequence[Line]]) -> int:
    """Return which page before cites a note that has no note of that mark; -1 where none does."""
    for at in range(len(pages) - 1, -1, -1):
        if pages[at] and not any(mark == own for own, _ in pages[at][0].notes) and _is_cited(mark, pages[at]):
            return at
    return -1


def _pages(lines: Sequence[Line]) -> Iterator[list[Line]]:
    page: list[Line] = []
    for line in lines:
        if page and (line.page != page[-1].page or line.new_page):
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _begin(page: list[Line], body: float, forms: Sequence[str]) -> int:
    """Return where the notes of a page begin: its length where it has none."""
    if page[0].base is None or not any(_is_small(line, body) for line in page):
        starts = [n for n in range(max(0, len(page) - _MOST_LINES), len(page)) if _is_mark(page, n)]
        starts = starts[_forms_first(page, starts, forms) :]
        return next((n for n in starts if _is_rising(page, n)), len(page))
    start = len(page)
    while start and _is_small(page[start - 1], body) and not page[start - 1].is_whole:
        start -= 1
    return next((n for n in range(start, len(page)) if _is_mark(page, n) and _is_rising(page, n)), len(page))


def _forms_first(page: list[Line], starts: Sequence[int], forms: Sequence[str]) -> int:
    """Return how many of a page's notes are the form's, with no other before: answers may go on right behind them."""
    shapes = [skeleton(_MARK.sub("", page[at].text, count=1)) for at in starts]
    count = 0
    for shape, above in zip(shapes, ("", *shapes), strict=False):
        # A short one, "Ibid.", is the form's where it follows the form's long one.
        is_own = any(
            fuzz.ratio(shape, one[: len(shape)]) > NEAR if len(shape) > _SHORT else bool(above) and shape == one
            for one in forms
        )
        if not is_own:
            break
        count += 1
    return count


def _is_small(line: Line, body: float) -> bool:
    return line.size < body * _SMALLER


def _is_mark(page: list[Line], at: int) -> bool:
    text = page[at].text
    if _ALONE.fullmatch(text):
        return at + 1 < len(page)
    match = _MARK.match(text)
    if not match or not re.search(r"[^\W\d_]", text):  # a row of numbers is a table's
        return False
    return text[match.end()].isupper() or (page[at].base is not None and not text[match.end()].isdigit())


def _is_rising(page: list[Line], at: int) -> bool:
    marks = [
        int(m[1])
        for n in range(at, len(page))
        if _is_mark(page, n) and (m := _MARK.match(page[n].text + " .")) and m[1].isdecimal()
    ]
    return all(b == a + 1 for a, b in pairwise(marks))


def _read(lines: Sequence[Line]) -> Iterator[tuple[str, Styled]]:
    mark, parts = "", list[Styled]()
    for at, line in enumerate(lines):
        if _is_mark(list(lines), at) and (match := _MARK.match(line.text) or _ALONE.fullmatch(line.text)):
            if mark:
                yield mark, _joined(parts)
            mark, parts = match[1], [line.styled[match.end() :].stripped()]
        else:
            parts.append(line.styled.stripped())
    if mark:
        yield mark, _joined(parts)


def _joined(parts: list[Styled]) -> Styled:
    from rapport.pdf.layout import goes_on_with

    whole = Styled("", ())
    for part in parts:
        whole = goes_on_with(whole, part) if whole.text else part
    return whole


def _is_cited(mark: str, lines: Sequence[Line]) -> bool:
    return any(citation(mark, line.styled) is not None for line in lines)


def citation(mark: str, styled: Styled) -> int | None:
    """Return where a note is cited in a text; None where it is not."""
    if any(style.raised for style in styled.styles):
        at = 0
        for text, style in styled.runs:
            if style.raised and text.strip() == mark:
                return at + text.index(mark)
            at += len(text)
    for pattern in (_CITED, *_LOOSE):
        if match := re.search(pattern % re.escape(mark), styled.text):
            return match.start()
    return None
