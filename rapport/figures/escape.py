"""A figure's text → Markdown that is read back as that text, whatever stands in the data."""

import re
from collections.abc import Sequence

from rapport.prose.emphasis import entity

# Every punctuation mark that Markdown may take for its own; a backslash before it makes it text.
_MARKS = re.compile(r"[\\`*_{}\[\]()<>#+\-!|~^&=\"']")
_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
# What may stand before a figure on a line that still can become a heading, a list and the like.
_LINE_START = re.compile(r"(?:^|\n)[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]+)*\d{0,9}$")


def clean(text: str) -> str:
    """Return a text without what no document can hold: line breaks and control characters are blanks."""
    return _NOT_TEXT.sub(" ", text).strip(" ")


def escape(text: str, before: str = "") -> str:
    """Return a text, clean already, as Markdown that stands after ``before``."""
    escaped = _MARKS.sub(lambda match: "\\" + match[0], text)
    if text[:1].isdigit() and text[:1].isascii() and _LINE_START.search(before):
        return entity(text[0]) + escaped[1:]  # or "2025" and a full stop would begin a numbered list
    return escaped


def table(rows: Sequence[Sequence[str]], right: Sequence[bool], indent: str = "") -> str:
    """Return rows of texts as a GFM table, its first row the heading, numbers to the right."""
    lines = [[escape(clean(cell)) for cell in row] for row in rows]
    lines.insert(1, ["---:" if is_right else "---" for is_right in right])
    return f"\n{indent}".join("| " + " | ".join(line) + " |" for line in lines)
