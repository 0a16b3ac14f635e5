"""Where a piece of an answer stands in its YAML file, in whatever way the answer is written there."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from rapport.finding import Place
from rapport.store.yaml import Document, Scalar, nfc

# What Markdown may put between two characters of the text, and any blanks, fall away when an excerpt is looked for.
_PIECE = re.compile(r"[^\s*_\\]+|\s+")
_MARKUP = str.maketrans("", "", "*_\\")


def locate(document: Document, scalar: Scalar, excerpt: str, occurrence: int = 0) -> Place:
    """Return the place of an excerpt's n-th occurrence; the value's own place when it cannot be found."""
    body = nfc(document.source[scalar.start : scalar.end])
    matches = list(occurrences(body, excerpt)) if excerpt else []
    if not matches:
        return document.place(scalar)
    offset, _ = matches[min(occurrence, len(matches) - 1)]
    line_start = body.rfind("\n", 0, offset) + 1
    line = scalar.line + body.count("\n", 0, offset)
    column = offset - line_start + (scalar.column if line == scalar.line else 1)
    return Place(document.path, line, column)


def occurrences(body: str, excerpt: str) -> Iterator[tuple[int, int]]:
    """Yield the spans in which a piece of an answer's text stands in the text as it is written."""
    wanted = " ".join(excerpt.split()).translate(_MARKUP)
    if not wanted:  # nothing but blanks or signs: then they are meant as they are
        yield from ((match.start(), match.end()) for match in re.finditer(re.escape(excerpt), body))
        return
    bare, starts, origins = _bare(body)
    at = bare.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        yield _origin(at, starts, origins), _origin(end - 1, starts, origins) + 1
        at = bare.find(wanted, end)


@lru_cache(maxsize=64)
def _bare(body: str) -> tuple[str, list[int], list[int]]:
    """Return a text without markup, each run of blanks one blank, and where its pieces begin in it and in the text."""
    pieces, starts, origins, at = [], [], [], 0
    for match in _PIECE.finditer(body):
        piece = " " if match[0].isspace() else match[0]
        pieces.append(piece)
        starts.append(at)
        origins.append(match.start())
        at += len(piece)
    return "".join(pieces), starts, origins


def _origin(at: int, starts: list[int], origins: list[int]) -> int:
    piece = bisect_right(starts, at) - 1
    return origins[piece] + at - starts[piece]


def position(document: Document, scalar: Scalar, line: int, column: int, excerpt: str | None) -> Place:
    """Return the place of a line and column (from 0) of a value's text."""
    if scalar.style != "|":
        return locate(document, scalar, excerpt or "")
    number = scalar.line + line  # the text begins on the line after the bar
    source = nfc(document.source.split("\n")[number].rstrip("\r"))
    text = scalar.text.split("\n")[line]
    return Place(document.path, number + 1, len(source) - len(text) + column + 1)
