"""What a pattern finds in a text, line by line: of a text that is being typed, all lines but one are as they were.

It is remembered for the lines that were looked through last, and only where no match can tell a line's edge from the
whole text's: then what is found is the same, whichever way it is looked for.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MOST_LINES = 100  # of one text: one with more is looked through whole
_MOST_KNOWN = 400  # lines of all texts
_MOST_PATTERNS = 1_000

Span = tuple[int, int]
Find = Callable[[str], tuple[Span, ...]]


class Lines:
    """Whether lines are remembered: for a text that is checked once it would cost more than it gives."""

    are_remembered = False


def by_line(text: str, key: tuple[object, ...], find: Find) -> Iterator[Span]:
    """Yield the places that are found in each line of a text; the key tells this search from all others."""
    lines = text.split("\n")
    if not Lines.are_remembered or len(lines) > _MOST_LINES:
        known_by_line: list[dict[tuple[object, ...], tuple[Span, ...]]] = [{} for _ in lines]
    else:
        known_by_line = [*map(known_in, lines)]
    at = 0
    for line, known in zip(lines, known_by_line, strict=True):
        found = known.get(key)
        if found is None:
            found = known[key] = find(line)
        for start, end in found:
            yield at + start, at + end
        at += len(line) + 1


@lru_cache(_MOST_KNOWN)
def known_in(_line: str) -> dict[tuple[object, ...], tuple[Span, ...]]:
    """Return what has been found in a line so far, by what was looked for."""
    return {}


def is_of_lines(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern is to be looked for line by line in a text."""
    return Lines.are_remembered and text.count("\n") < _MOST_LINES and _stays(pattern.pattern, pattern.flags)


@lru_cache(_MOST_PATTERNS)
def _stays(pattern: str, flags: int) -> bool:
    """Whether no match of a pattern can reach over a line feed, nor be another where one stands beside it."""
    is_multiline = bool(flags & re.MULTILINE)
    return not flags & re.DOTALL and _all_stay(parser.parse(pattern, flags), is_multiline=is_multiline)


def _all_stay(nodes: Any, *, is_multiline: bool) -> bool:  # noqa: ANN401 - the parser has no types
    return all(_node_stays(kind, value, is_multiline=is_multiline) for kind, value in nodes)


def _node_stays(kind: object, value: Any, *, is_multiline: bool) -> bool:  # noqa: ANN401 - as above
    """Whether a piece of a pattern matches no line feed, and no edge of a text that is none of a line."""
    if kind in {code.LITERAL, code.NOT_LITERAL}:
        return (value == _FEED) is (kind is code.NOT_LITERAL)
    if kind is code.IN:
        is_negated = bool(value) and value[0][0] is code.NEGATE
        return any(_holds_feed(*one) for one in value) is is_negated
    if kind is code.AT:
        return value is code.AT_BOUNDARY or (is_multiline and value in {code.AT_BEGINNING, code.AT_END})
    if inner := _INNER.get(kind):
        return all(_all_stay(nodes, is_multiline=is_multiline) for nodes in inner(value))
    return kind in {code.ANY, code.GROUPREF}


def _holds_feed(kind: object, value: Any) -> bool:  # noqa: ANN401 - as above
    """Whether a part of a set holds the line feed."""
    if kind is code.RANGE:
        return bool(value[0] <= _FEED <= value[1])
    if kind is code.CATEGORY:
        return value in {code.CATEGORY_SPACE, code.CATEGORY_NOT_WORD, code.CATEGORY_NOT_DIGIT}
    return kind is code.LITERAL and value == _FEED


def _in_group(value: Any) -> list[Any]:  # noqa: ANN401 - as above
    """Return what is in a group; one with flags of its own is not looked into."""
    _, added, removed, nodes = value
    return [nodes] if not (added | removed) & ~re.IGNORECASE else [[(code.LITERAL, _FEED)]]


_FEED = ord("\n")
_INNER: dict[object, Callable[[Any], list[Any]]] = {
    code.BRANCH: lambda value: value[1],
    code.MAX_REPEAT: lambda value: [value[2]],
    code.MIN_REPEAT: lambda value: [value[2]],
    code.POSSESSIVE_REPEAT: lambda value: [value[2]],
    code.ATOMIC_GROUP: lambda value: [value],
    code.ASSERT: lambda value: [value[1]],
    code.ASSERT_NOT: lambda value: [value[1]],
    code.SUBPATTERN: _in_group,
}
