"""Where each character of a YAML value stands in its file, in whatever way the value is written there.

The parser gives a value but not where its characters came from. These walks do as libyaml does, and keep count.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from rapport.store.nodes import Scalar

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
_PLAIN = re.compile(r"[^ \t\r\n\x85\u2028\u2029'\\]+")


class Run(NamedTuple):
    """A piece of a value, and where it stands in the file's text: the same there, or else written otherwise."""

    text: str
    start: int
    end: int

    @property
    def is_exact(self) -> bool:
        """Whether it is written as it is read, so that each of its characters has a place of its own."""
        return self.end - self.start == len(self.text)


class Origins:
    """Where each character of a value stands in the file's text."""

    def __init__(self, source: str, scalar: Scalar) -> None:
        walk = _block if scalar.style in ("|", ">") else _flow
        self._runs = list(walk(source, scalar))
        value = "".join(run.text for run in self._runs)
        if not unicodedata.is_normalized("NFC", value):
            self._runs = list(_composed(value, self._runs))
            value = "".join(run.text for run in self._runs)
        # The walk comes to the parser's own value, but for line feeds at its end. Were it not so, that would be a
        # fault here, and then every character has the whole value's place: a place is never guessed.
        self.is_whole = value[: len(scalar.text)] == scalar.text and not value[len(scalar.text) :].strip(
            "\n\u2028\u2029"
        )
        if not self.is_whole:
            self._runs = [Run(scalar.text, scalar.start, scalar.end)] if scalar.text else []
        self._starts = list(accumulate((len(run.text) for run in self._runs), initial=0))

    def of(self, offset: int) -> tuple[int, int]:
        """Return where a character begins and ends; past the last, where the last does. IndexError without any."""
        number = min(bisect_right(self._starts, offset), len(self._runs)) - 1
        run = self._runs[number]
        if not (self.is_whole and run.is_exact):
            return run.start, run.end
        at = run.start + min(offset - self._starts[number], len(run.text) - 1)
        return at, at + 1


def _block(source: str, scalar: Scalar) -> Iterator[Run]:
    """Yield the lines of a literal or folded block, the line feeds at its end too."""
    header = _HEADER.match(source, scalar.start)
    line_end = _BREAK.search(source, scalar.start)
    if header is None or line_end is None:
        return
    at = line_end.end()
    digits = re.sub(r"\D", "", header[1])
    parent = _indent_of(source, scalar.start)
    indent = parent + int(digits) if digits else max(_first_indent(source, at), parent + 1)
    folds, first, was_blank = scalar.style == ">", True, False
    pending: list[Run] = []  # the line feeds since the last line of text
    while at < len(source):
        end_match = _BREAK.search(source, at)
        end = end_match.start() if end_match else len(source)
        body = min(at + indent, end)
        is_empty = not source[at:end].strip(" ") and end - at <= indent
        if not is_empty and source[at:body].strip(" "):
            break  # further out than the block
        if not is_empty:
            is_blank = source[body] in " \t"
            if folds and not first and not was_blank and not is_blank and pending[0].text == "\n":
                pending = [pending[0]._replace(text=" ")] if len(pending) == 1 else pending[1:]
            yield from pending
            yield Run(source[body:end], body, end)
            pending, first, was_blank = [], False, is_blank
        if end_match is None:
            break
        pending.append(_line_feed(end_match))
        at = end_match.end()
    yield from pending


def _indent_of(source: str, at: int) -> int:
    """Return how far in the line of a value's key begins; the value may stand on a line below it."""
    lines = source[:at].splitlines()
    key = next((line for line in reversed(lines) if line.strip()), "")
    return len(key) - len(key.lstrip(" "))


def _first_indent(source: str, at: int) -> int:
    """Return how far in the first line with any text stands."""
    match = re.compile(r"(?:[ ]*(?:\r\n|[\r\n\x85\u2028\u2029]))*([ ]*)").match(source, at)
    return len(match[1]) if match else 0


def _flow(source: str, scalar: Scalar) -> Iterator[Run]:
    """Yield the pieces of a plain or quoted value; line breaks in it are folded."""
    is_quoted = bool(scalar.style)
    at, stop = scalar.start + is_quoted, scalar.end - is_quoted
    blanks: list[Run] = []
    breaks: list[Run] = []
    is_escaped = False  # the line break was written with a backslash, so that it is none
    while at < stop:
        if line_break := _BREAK.match(source, at):
            blanks = []
            breaks.append(_line_feed(line_break))
            at = line_break.end()
        elif source[at] in " \t":
            blanks += [] if breaks else [Run(source[at], at, at + 1)]
            at += 1
        else:
            yield from _folded(breaks, is_escaped=is_escaped) if breaks else blanks
            run = _piece(source, at, scalar.style, stop)
            blanks, breaks, is_escaped = [], [], not run.text
            if run.text:
                yield run
            else:
                breaks.append(run)
            at = run.end
    yield from _folded(breaks, is_escaped=is_escaped) if breaks else blanks


def _folded(breaks: list[Run], *, is_escaped: bool) -> list[Run]:
    """Return what some line breaks in a row are read as: one is a blank, several are one fewer."""
    if is_escaped:
        return breaks[1:]
    if breaks[0].text not in ("\n", ""):
        return breaks
    return breaks[1:] if len(breaks) > 1 else [breaks[0]._replace(text=" ")]


def _line_feed(found: re.Match[str]) -> Run:
    """Return a line break as it is read: Unicode's own two stay as they are, and are not folded."""
    return Run(found[0] if found[0] in "\u2028\u2029" else "\n", *found.span())


def _piece(source: str, at: int, style: str, stop: int) -> Run:
    """Return the next piece of a value: what is written as it is read, or one sign that is not; "" is no line break."""
    if plain := _PLAIN.match(source, at, stop):
        return Run(plain[0], *plain.span())
    if style == "'" and source[at] == "'":
        return Run("'", at, at + 2)
    if style != '"' or source[at] != "\\":
        return Run(source[at], at, at + 1)
    if line_break := _BREAK.match(source, at + 1):
        return Run("", at, line_break.end())
    kind = source[at + 1]
    if kind in _LONG:
        end = at + 2 + _LONG[kind]
        return Run(chr(int(source[at + 2 : end], 16)), at, end)
    return Run(_SHORT.get(kind, kind), at, at + 2)


def _composed(value: str, runs: list[Run]) -> Iterator[Run]:
    """Yield the pieces of a value once it has been NFC-normalised, sign by sign."""
    chars = [
        (run.start + i, run.start + i + 1) if run.is_exact else (run.start, run.end)
        for run in runs
        for i in range(len(run.text))
    ]
    start = 0
    for end in range(1, len(value) + 1):
        if end < len(value) and _goes_on(value[end]):
            continue
        for char in unicodedata.normalize("NFC", value[start:end]):
            yield Run(char, chars[start][0], chars[end - 1][1])
        start = end


def _goes_on(char: str) -> bool:
    """Whether a character may melt together with the one before it."""
    return unicodedata.category(char).startswith("M") or "\u1160" <= char <= "\u11ff"
