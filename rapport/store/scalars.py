"""Where each character of a YAML value stands in its file, in whatever way the value is written there.

The parser gives a value but not where its characters came from. These walks do as libyaml does, and keep count.
"""

import re
import unicodedata
from collections.abc import Iterator

from rapport.store.yaml import Scalar

Origin = tuple[int, int]  # where a character begins in the file's text, and where it ends
_SHORT = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_LONG = {"x": 2, "u": 4, "U": 8}
_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_HEADER = re.compile(r"[|>]([-+\d]*)")


def origins(source: str, scalar: Scalar) -> list[Origin]:
    """Return for each character of a value where it stands in the file's text.

    Where the walk does not come to the parser's own value, which would be a fault here, every character has the
    whole value's place: a place is never guessed.
    """
    walk = _block if scalar.style in ("|", ">") else _flow
    pairs = list(walk(source, scalar))
    value = "".join(char for char, _ in pairs)
    found = [origin for _, origin in pairs]
    if not unicodedata.is_normalized("NFC", value):
        found = list(_composed(value, found))
        value = unicodedata.normalize("NFC", value)
    is_whole = value[: len(scalar.text)] == scalar.text and not value[len(scalar.text) :].strip("\n")
    return found[: len(scalar.text)] if is_whole else [(scalar.start, scalar.end)] * len(scalar.text)


def _block(source: str, scalar: Scalar) -> Iterator[tuple[str, Origin]]:
    """Yield the characters of a literal or folded block, the line feeds at its end too."""
    header = _HEADER.match(source, scalar.start)
    line_end = _BREAK.search(source, scalar.start)
    if header is None or line_end is None:
        return
    at = line_end.end()
    digits = re.sub(r"\D", "", header[1])
    parent = _indent_of(source, scalar.start)
    indent = parent + int(digits) if digits else max(_first_indent(source, at), parent + 1)
    folds, first, was_blank = scalar.style == ">", True, False
    pending: list[tuple[str, Origin]] = []  # the line feeds since the last line of text
    while at < len(source):
        end_match = _BREAK.search(source, at)
        end = end_match.start() if end_match else len(source)
        body = min(at + indent, end)
        is_empty = not source[at:end].strip(" ") and end - at <= indent
        if not is_empty and source[at:body].strip(" "):
            break  # further out than the block
        if not is_empty:
            is_blank = source[body] in " \t"
            if folds and not first and not was_blank and not is_blank:
                pending = [(" ", pending[0][1])] if len(pending) == 1 else pending[1:]
            yield from pending
            yield from ((source[i], (i, i + 1)) for i in range(body, end))
            pending, first, was_blank = [], False, is_blank
        if end_match is None:
            break
        pending.append(("\n", end_match.span()))
        at = end_match.end()
    yield from pending


def _indent_of(source: str, at: int) -> int:
    """Return how far in the line of a value's key begins; the value may stand on a line below it."""
    lines = source[:at].splitlines()
    key = next((line for line in reversed(lines) if line.strip()), "")
    return len(key) - len(key.lstrip(" "))


def _first_indent(source: str, at: int) -> int:
    """Return how far in the first line with any text stands."""
    match = re.compile(r"(?:[ ]*(?:\r\n|[\r\n]))*([ ]*)").match(source, at)
    return len(match[1]) if match else 0


def _flow(source: str, scalar: Scalar) -> Iterator[tuple[str, Origin]]:
    """Yield the characters of a plain or quoted value; line breaks in it are folded."""
    is_quoted = bool(scalar.style)
    at, stop = scalar.start + is_quoted, scalar.end - is_quoted
    blanks: list[tuple[str, Origin]] = []
    breaks: list[tuple[str, Origin]] = []
    is_escaped = False  # the line break was written with a backslash, so that it is none
    while at < stop:
        if line_break := _BREAK.match(source, at):
            blanks = []
            breaks.append(("\n", line_break.span()))
            at = line_break.end()
        elif source[at] in " \t":
            blanks += [] if breaks else [(source[at], (at, at + 1))]
            at += 1
        else:
            yield from _folded(breaks, is_escaped=is_escaped) if breaks else blanks
            blanks, breaks, is_escaped = [], [], False
            char, end = _char(source, at, scalar.style)
            is_escaped = char is None
            if char is not None:
                yield char, (at, end)
            else:
                breaks.append(("\n", (at, end)))
            at = end
    yield from _folded(breaks, is_escaped=is_escaped) if breaks else blanks


def _folded(breaks: list[tuple[str, Origin]], *, is_escaped: bool) -> list[tuple[str, Origin]]:
    """Return what some line breaks in a row are read as: one is a blank, several are one fewer."""
    if len(breaks) > 1 or is_escaped:
        return breaks[1:]
    return [(" ", breaks[0][1])]


def _char(source: str, at: int, style: str) -> tuple[str | None, int]:
    """Return one character of a value and where it ends in the file; None for a line break that is none."""
    if style == "'" and source[at] == "'":
        return "'", at + 2
    if style != '"' or source[at] != "\\":
        return source[at], at + 1
    if line_break := _BREAK.match(source, at + 1):
        return None, line_break.end()
    kind = source[at + 1]
    if kind in _LONG:
        end = at + 2 + _LONG[kind]
        return chr(int(source[at + 2 : end], 16)), end
    return _SHORT.get(kind, kind), at + 2


def _composed(value: str, found: list[Origin]) -> Iterator[Origin]:
    """Yield the origins of a value's characters once the value has been NFC-normalised."""
    start = 0
    for end in range(1, len(value) + 1):
        if end < len(value) and _goes_on(value[end]):
            continue
        origin = found[start][0], found[end - 1][1]
        for _ in unicodedata.normalize("NFC", value[start:end]):
            yield origin
        start = end


def _goes_on(char: str) -> bool:
    """Whether a character may melt together with the one before it."""
    return unicodedata.combining(char) > 0 or "\u1160" <= char <= "\u11ff"
