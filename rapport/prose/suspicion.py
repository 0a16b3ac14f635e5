"""What Markdown allows but nobody means: text that will look wrong in the document, right as it is to a parser."""

import re
from collections.abc import Iterator, Sequence

from rapport.prose.blocks import Block, plain_passages
from rapport.prose.problem import NOT_ALLOWED, Problem

_LINES = (
    ("hash", re.compile(r"^ {0,3}#[^#\s]"), True),
    ("bullet", re.compile("^ {0,3}[•·▪◦‣●\uf0b7]\\s*\\S"), False),
    ("table-rule", re.compile(r"^ {0,3}\|.*\w.*\|.*\w.*\|\s*$"), True),
)
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s+\S")
_MARKS = re.compile(r"\*\*|~~|\^\[|(?<!\S)\*(?=\w)|(?<=\w)\*(?!\S)")
_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")


def suspicions(lines: Sequence[str], blocks: Sequence[Block]) -> Iterator[Problem]:
    """Yield what the writer of a text most likely did not mean."""
    text = "\n".join(plain_passages(blocks))
    for number, line in enumerate(lines):
        for name, pattern, is_error in _LINES:
            # A line that the parser understood, as a table row say, no longer stands as it is in the text.
            if pattern.match(line) and line.strip() in text:
                yield Problem(*NOT_ALLOWED[name], number, len(line) - len(line.lstrip()), line.strip()[:40], is_error)
        if _is_lazy(lines, number):
            yield Problem(*NOT_ALLOWED["lazy"], number, 0, line.strip()[:40], is_error=False)
    yield from _leftover_marks(lines, text)


def _is_lazy(lines: Sequence[str], number: int) -> bool:
    """Whether a line stands at the margin directly below a list item, so that it joins the item."""
    line = lines[number]
    above = lines[number - 1] if number else ""
    is_text = bool(line.strip()) and not line.startswith((" ", "\t")) and not _ITEM.match(line)
    return is_text and bool(_ITEM.match(above)) and not _RULE.match(line)


def _leftover_marks(lines: Sequence[str], text: str) -> Iterator[Problem]:
    for mark in {match[0] for match in _MARKS.finditer(text)}:
        if mark == "*" and any("\\*" in line for line in lines):
            continue  # somebody means a star to be seen
        for number, line in enumerate(lines):
            if (column := line.replace("\\*", "  ").replace("\\~", "  ").find(mark)) >= 0:
                yield Problem(*NOT_ALLOWED["marks"], number, column, mark, is_error=False)
                break
