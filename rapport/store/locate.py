"""Where a piece of an answer stands in its YAML file, in whatever way the answer is written there."""

import re

from rapport.finding import Place
from rapport.store.yaml import Document, Scalar, nfc

# Marks that Markdown may have put between two characters of the text.
_MARKUP = r"[*_\\]*"


def locate(document: Document, scalar: Scalar, excerpt: str, occurrence: int = 0) -> Place:
    """Return the place of an excerpt's n-th occurrence; the value's own place when it cannot be found."""
    lines = document.source[scalar.start : scalar.end].split("\n")
    body = nfc("\n".join(lines))
    matches = list(excerpt_pattern(excerpt).finditer(body))
    if not matches or not excerpt:
        return document.place(scalar)
    offset = matches[min(occurrence, len(matches) - 1)].start()
    line_start = body.rfind("\n", 0, offset) + 1
    line = scalar.line + body.count("\n", 0, offset)
    column = offset - line_start + (scalar.column if line == scalar.line else 1)
    return Place(document.path, line, column)


def excerpt_pattern(excerpt: str) -> re.Pattern[str]:
    """Return what finds a piece of an answer's text in the text as it is written."""
    words = [_MARKUP.join(map(re.escape, word)) for word in excerpt.split()]
    return re.compile(rf"{_MARKUP}\s+{_MARKUP}".join(words) if words else re.escape(excerpt))


def position(document: Document, scalar: Scalar, line: int, column: int, excerpt: str | None) -> Place:
    """Return the place of a line and column (from 0) of a value's text."""
    if scalar.style != "|":
        return locate(document, scalar, excerpt or "")
    number = scalar.line + line  # the text begins on the line after the bar
    source = nfc(document.source.split("\n")[number].rstrip("\r"))
    text = scalar.text.split("\n")[line]
    return Place(document.path, number + 1, len(source) - len(text) + column + 1)
