"""A YAML file's lines, each with where it belongs by its indentation: the file need not be one that can be read."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from rapport.store.yaml import BOM, nfc

Kind = Literal["key", "value", "text", "nothing"]
Way = tuple[str, ...]
_LINE = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"\r\n|\n|\r")
_KEY = re.compile(r"""(?P<key>"[^"]*"|'[^']*'|[^\s"'#{\[&*!|>%@`-][^:#]*?)[ \t]*:(?:[ \t]+(?P<value>.*)|$)""")
BAR = re.compile(r"[|>][-+\d]*[ \t]*(?:#.*)?$")
_COMMENT = re.compile(r"(?:^|[ \t]+)#.*$")
_ITEM = re.compile(r"-(?:[ \t]+|$)")


class Cursor(NamedTuple):
    """What a cursor stands in, and the keys that lead there: to the mapping that a key stands in, or to a value.

    ``start`` and ``end`` are the key, the value or the line of text; ``indent`` are the blanks before it on its line
    and ``siblings`` the keys that stand in the same mapping already.
    """

    kind: Kind
    keys: Way
    start: int
    end: int
    indent: int
    siblings: tuple[str, ...] = ()
    is_flow: bool = False


class Row(NamedTuple):
    """One line: ``way`` leads to the mapping that its key stands in, or to the text that it is a line of."""

    kind: Literal["key", "word", "item", "text", "blank", "comment"]
    way: Way
    start: int
    end: int
    indent: int
    key: str = ""
    key_end: int = 0
    value_start: int = 0
    value: str = ""


def is_prose(keys: Way) -> bool:
    """Whether what some keys lead to is an answer's text, in its short form or its long one."""
    return keys[:1] == ("svar",) and (len(keys) == 2 or (len(keys) == 3 and keys[2] == "text"))  # noqa: PLR2004


def rows(text: str) -> Iterator[Row]:
    """Yield a file's lines, each with where it belongs by its indentation."""
    held: list[tuple[int, str]] = []  # the keys above a line, by their indentation
    scalar: int | None = None  # the indentation of the key whose text goes on
    at = len(BOM) * text.startswith(BOM)
    while at <= len(text):
        line = _LINE.match(text, at)
        end = line.end() if line else at
        body = text[at:end]
        row = _row(body, at, held, scalar)
        if row.kind not in ("text", "blank", "comment"):
            scalar = None
        if row.kind == "key":
            held.append((row.indent, row.key))
            scalar = row.indent if row.value and not is_flow_value(row.value) else None
        yield row
        found = _BREAK.match(text, end)
        if not found:
            return
        at = found.end()


def _row(body: str, at: int, held: list[tuple[int, str]], scalar: int | None) -> Row:
    """Return one line; what it is no longer within is taken from ``held``."""
    content = body.strip()
    indent = len(body) - len(body.lstrip(" "))
    start, end = at + len(body) - len(body.lstrip()), at + len(body.rstrip())
    if scalar is not None and (not content or indent > scalar):
        return Row("text", tuple(key for _, key in held), min(start, end) if content else end, end, indent)
    if not content or content.startswith("#"):
        return Row("comment" if content else "blank", (), start, end, indent)
    item = _ITEM.match(content)
    while held and (held[-1][0] > indent or (held[-1][0] == indent and not item)):
        held.pop()
    way = tuple(key for _, key in held)
    if item:
        return Row("item", way, start + item.end(), end, indent, value=content[item.end() :])
    found = _KEY.match(content)
    if not found:
        return Row("word", way, start, end, indent)
    value = _COMMENT.sub("", found["value"] or "").strip()
    value_start = start + (found.start("value") if found["value"] is not None else len(content))
    key = nfc(found["key"].strip("\"'"))
    return Row("key", way, start, end, indent, key, start + found.end("key"), value_start, value)


def is_flow_value(value: str) -> bool:
    """Return whether a value is a mapping or a list on one line, and no expression."""
    return value[0] in "{[" and not value.startswith("{{")
