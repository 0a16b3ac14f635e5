"""What stands on every page and is no part of the text: headers, footers, page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rapport.pdf.likeness import skeleton, unmarked
from rapport.pdf.line import Line

_EDGE = 3  # lines at the top and at the bottom of a page
_LEAST, _PART = 3, 0.4  # it is on so many pages, and on so large a part of them
_APART, _PAGE = 18, 110  # lines between two of a text without pages, at the least and at the most
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:sida|sid|s|page)?\W*(\d{1,4})(?:\s*(?:av|of|/|\()\s*\d{1,4}\W*)?\W*", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"\d{1,2}\.")
_LONGEST = 140
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN = [f"{'x' * (number // 10)}{_ONES[number % 10]}" for number in range(1, 40)]


def without_furniture(lines: Sequence[Line], is_form: Callable[[str], bool]) -> tuple[list[Line], list[str]]:
    """Return the lines without what stands on every page, and one of each that was left out.

    A line of the form's is none, though several areas have it.
    """
    pages = len({line.page for line in lines})
    gone = _by_page(lines, pages, is_form) if pages >= _LEAST else _by_distance(lines, is_form)
    kept, fresh = [], False
    for index, line in enumerate(lines):
        if index in gone:
            fresh = True
        else:
            kept.append(line if not fresh else _after_page(line))
            fresh = False
    shown = {shape(lines[index].text): lines[index].text.strip() for index in sorted(gone, reverse=True)}
    return kept, [text for text in reversed(shown.values()) if text]


def _after_page(line: Line) -> Line:
    return replace(line, new_page=True, gap=False)


def shape(text: str) -> str:
    """Return what is alike in lines that differ in their numbers alone."""
    return skeleton(_DIGITS.sub("0", text))


def _by_page(lines: Sequence[Line], pages: int, is_form: Callable[[str], bool]) -> set[int]:
    by_page: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.text.strip() and not line.is_whole:
            by_page[line.page].append(index)
    edges = [(index, at) for own in by_page.values() for index, at in _edges(own, lines)]
    shapes = Counter(shape for shape, _ in {(shape(lines[i].text), lines[i].page) for i, _ in edges})
    often = max(_LEAST, _PART * pages)
    gone = {
        index for index, _ in edges if shapes[shape(lines[index].text)] >= often and _may_be(lines[index].text, is_form)
    }
    found = {(index, lines[index].text) for index, _ in edges if not _leads(index, lines, is_form)}
    return gone | _numbers(found, lines, is_paged=True)


def _edges(own: list[int], lines: Sequence[Line]) -> Iterable[tuple[int, bool]]:
    if all(lines[index].base is not None for index in own):
        own = sorted(own, key=lambda index: -(lines[index].base or 0))
    yield from ((index, True) for index in own[:_EDGE])
    yield from ((index, False) for index in own[-_EDGE:])


def _by_distance(lines: Sequence[Line], is_form: Callable[[str], bool]) -> set[int]:
    """Return the lines of a text without pages that come again and again, a page apart."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.text.strip() and len(line.text) <= _LONGEST:
            places[shape(line.text)].append(index)
    gone: set[int] = set()
    for own in places.values():
        far = all(_APART <= b - a <= _PAGE for a, b in pairwise(own))
        if len(own) >= _LEAST and far and _may_be(lines[own[0]].text, is_form):
            gone |= set(own)
    found = ((index, line.text) for index, line in enumerate(lines) if not _leads(index, lines, is_form))
    return gone | _numbers(found, lines)


def _leads(index: int, lines: Sequence[Line], is_form: Callable[[str], bool]) -> bool:
    """Whether a line is the number of the form's line below: "1." above an area's heading."""
    if not _LIST_NUMBER.fullmatch(lines[index].text.strip()):
        return False
    below = next((line.text for line in lines[index + 1 :] if line.text.strip()), "")
    return is_form(below)


def _may_be(text: str, is_form: Callable[[str], bool]) -> bool:
    return len(text) <= _LONGEST and not is_form(text)


def _numbers(found: Iterable[tuple[int, str]], lines: Sequence[Line], *, is_paged: bool = False) -> set[int]:
    """Return the lines that are nothing but a number, one more each time and a page apart."""
    numbered = [(index, value) for index, text in sorted(set(found)) if (value := _number(text.strip())) is not None]
    gone: set[int] = set()
    for index, number in numbered:
        row, at, last = [index], index, number
        for other, value in numbered:
            is_far = other - at >= _APART or not lines[other].text.strip().isdecimal()
            turned = lines[other].page - lines[at].page
            is_next = value - last == turned > 0 if is_paged else value == last + 1 and (is_far or turned == 1)
            if other > at and is_next:
                row.append(other)
                at, last = other, value
        if len(row) >= _LEAST:
            gone |= set(row)
    return gone


def _number(text: str) -> int | None:
    """Return the number that is all of a line: "Sida 3 av 12", "3 (12)", "– 3 –", "iii"."""
    if match := _NUMBER.fullmatch(unmarked(text)):
        return int(match[1])
    return _ROMAN.index(text.lower()) + 1 if text.lower() in _ROMAN else None
