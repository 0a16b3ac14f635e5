"""Text that stands at an answer but that YAML takes for a comment, so that it is lost without a word."""

import re
from collections.abc import Iterator

from rapport.finding import Finding, Place
from rapport.store.nodes import Document, Scalar

_BEHIND = re.compile(r"[ \t]+(#)")
_COMMENT = re.compile(r"(?:[ \t]*\r?\n)*([ ]*)(#)[^\n]*\n?")
_HINT = "Hör raden till svaret: ta bort # och dra in den som raderna ovanför. Annars: skriv den under  kommentar:"


def unread_lines(document: Document, scalar: Scalar, omrade: int, fraga: str) -> Iterator[Finding]:
    """Yield a warning for each comment that stands where the answer's text would go on."""
    for offset in _comments(document.source, scalar):
        line = document.source.count("\n", 0, offset) + 1
        column = offset - document.source.rfind("\n", 0, offset)
        text = document.source[offset:].partition("\n")[0].strip()
        message = f"Texten efter # läses inte som en del av svaret: ”{text}”."
        yield Finding("yaml", "warning", message, _HINT, Place(document.path, line, column), omrade, fraga)


def _comments(source: str, scalar: Scalar) -> Iterator[int]:
    """Yield the offsets of comments behind a plain text, or below a block and further in than its key."""
    if scalar.style == "" and scalar.text:
        found = _BEHIND.match(source, scalar.end)
        yield from [found.start(1)] if found else []
    if scalar.style not in ("|", ">"):
        return
    key_line = source[source.rfind("\n", 0, scalar.start) + 1 : scalar.start]
    key_indent = len(key_line) - len(key_line.lstrip(" "))
    # The next question's own comment stands as far in as a question does.
    least = key_indent if key_line.lstrip().startswith("text") else key_indent + 1
    at = scalar.end
    while match := _COMMENT.match(source, at):
        if len(match[1]) >= least:
            yield match.start(2)
        at = match.end()
