"""What can be folded in a file's text, told by its lines alone: answers, papers, lists, tables, comments."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

_KEY = re.compile(
    r"""(?:- +)?(?:"[^"\n]*"[ \t]*|'[^'\n]*'[ \t]*|[^\s"'#|>{\[&*!%@`-][^#\n]*?):(?=\s|$)(?P<rest>[^\n]*)"""
)
_BLOCK = re.compile(r"\s*[|>][0-9+-]*\s*(?:#.*)?$")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?=\s)")
_HEAD = "svar"


class Fold(NamedTuple):
    """Some lines that can be folded: from the beginning of the first to the end of the last."""

    start: int
    end: int
    is_comment: bool = False


class _Line(NamedTuple):
    start: int
    indent: int
    bare: str

    @property
    def end(self) -> int:
        return self.start + self.indent + len(self.bare)


def folds(text: str) -> list[Fold]:
    """Return what can be folded, in order; nothing of a single line can."""
    lines, at = [], 0
    for raw in text.split("\n"):
        line = raw.rstrip()
        bare = line.lstrip(" ")
        lines.append(_Line(at, len(line) - len(bare), bare))
        at += len(raw) + 1
    found = [*_head(lines), *_blocks(lines)]
    return sorted({fold for fold in found if "\n" in text[fold.start : fold.end]})


def _head(lines: Sequence[_Line]) -> Iterator[Fold]:
    """Yield what stands before the answers: who has the area, and what is noted of it."""
    svar = next((n for n, line in enumerate(lines) if not line.indent and line.bare.startswith(f"{_HEAD}:")), 0)
    own = [line for line in lines[:svar] if line.bare and not line.bare.startswith("#")]
    if own:
        yield Fold(own[0].start, own[-1].end)


def _blocks(lines: Sequence[_Line]) -> Iterator[Fold]:
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.bare.startswith("#"):
            last = _run(lines, number, lambda one: one.bare.startswith("#"))
            yield Fold(line.start, lines[last].end, is_comment=True)
            number = last
        elif key := _KEY.match(line.bare):
            is_text = bool(_BLOCK.match(key["rest"]))
            last = _below(lines, number, is_text=is_text)
            yield Fold(line.start, lines[last].end)
            if is_text:
                yield from _prose(lines[number + 1 : last + 1])
                number = last
        number += 1


def _below(lines: Sequence[_Line], number: int, *, is_text: bool) -> int:
    """Return the number of the last line that belongs to a key; comments between two keys belong to neither."""
    indent, last = lines[number].indent, number
    for at, line in enumerate(lines[number + 1 :], number + 1):
        is_comment = line.bare.startswith("#") and not (is_text and line.indent > indent)
        if not line.bare or is_comment:
            if is_text and line.bare:
                break
            continue
        if line.indent <= indent and (is_text or line.indent < indent or not line.bare.startswith("- ")):
            break
        last = at
    return last


def _prose(lines: Sequence[_Line]) -> Iterator[Fold]:
    """Yield the lists and the tables of an answer."""
    number = 0
    while number < len(lines):
        last = number
        if lines[number].bare.startswith("|"):
            last = _run(lines, number, lambda one: one.bare.startswith("|"))
        elif _ITEM.match(lines[number].bare):
            last = _run(lines, number, partial(_is_of_list, lines[number].indent))
        if last > number:
            yield Fold(lines[number].start, lines[last].end)
        number = last + 1


def _is_of_list(indent: int, line: _Line) -> bool:
    return line.indent > indent or (line.indent == indent and bool(_ITEM.match(line.bare)))


def _run(lines: Sequence[_Line], number: int, belongs: Callable[[_Line], bool]) -> int:
    """Return the number of the last line that belongs together with one; empty ones may stand between."""
    last = number
    for at, line in enumerate(lines[number + 1 :], number + 1):
        if line.bare and not belongs(line):
            break
        last = at if line.bare else last
    return last
