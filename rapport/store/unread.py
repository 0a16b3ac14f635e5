"""What is read as something else than was meant at an answer: words as a comment, and keys as words.

YAML loses the one without a word, and puts the other into the document.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from rapport.domain.svar import Status
from rapport.finding import Finding
from rapport.store.nodes import Document, Scalar
from rapport.store.schema import SvarPost, keys_of
from rapport.store.source import ScalarSource

_BEHIND = re.compile(r"[ \t]+(#)")
_COMMENT = re.compile(r"(?:[ \t]*\r?\n)*([ ]*)(#)[^\n]*\n?")
_HINT = "Hör raden till svaret: ta bort # och dra in den som raderna ovanför. Annars: skriv den under  kommentar:"
_OUTSIDE = "Nyckeln ska stå för sig, före  text: |  och lika långt in."
_STATUS = re.compile(rf"^[ \t]*(status:[ \t]+(?:{'|'.join(get_args(Status))}))[ \t]*$", re.MULTILINE)


def unread_lines(document: Document, scalar: Scalar, omrade: int, fraga: str) -> Iterator[Finding]:
    """Yield a warning for each comment that stands where the answer's text would go on."""
    for offset in _comments(document.source, scalar):
        text = document.source[offset:].partition("\n")[0].strip()
        message = f"Texten efter # läses inte som en del av svaret: ”{text}”."
        yield Finding("yaml", "warning", message, _HINT, document.place_at(offset), omrade, fraga)


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


@cache
def _first() -> re.Pattern[str]:
    keys = "|".join(sorted(keys_of(SvarPost)))
    return re.compile(rf"\s*(?P<dash>-[ \t]+)?(?P<key>{keys})[ \t]*:(?=[ \t]|$)(?P<value>.*)", re.MULTILINE)


def stray_keys(text: str, source: ScalarSource, omrade: int, fraga: str) -> Iterator[Finding]:
    """Yield what is wrong where an answer's text begins with a key, or has a line that sets its status."""
    found = _first().match(text)
    if found:
        line, key = found[0].strip(), found["key"]
        place = source.place(found.start("dash") if found["dash"] else found.start("key"))
        message = f"Nycklarna har hamnat i svarets text, som börjar med ”{line[:40]}”."
        yield Finding("yaml", "error", message, _hint(fraga, key), place, omrade, fraga, line[:40])
    for match in _STATUS.finditer(text):
        if not found or match.start(1) > found.end():
            message = f"Raden ”{match[1]}” står i svarets text och kommer med i dokumentet; statusen ändras inte."
            yield Finding("yaml", "warning", message, _OUTSIDE, source.place(match.start(1)), omrade, fraga, match[1])


def _hint(fraga: str, key: str) -> str:
    long = f'Skriv bara  "{fraga}":  på frågans rad, utan lodstreck, och nycklarna under den, två blanksteg längre in'
    return f"{long}; svaret under  text: |." if key == "text" else f"{long}, och sist  text: |  med svaret under."
