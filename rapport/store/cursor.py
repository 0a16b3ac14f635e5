"""Where in a report folder's YAML a cursor stands, told from the text alone: it need not be whole, nor right."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from rapport.store.yaml import BOM, nfc

Kind = Literal["key", "value", "text", "nothing"]
Way = tuple[str, ...]
_LINE = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"\r\n|\n|\r")
_KEY = re.compile(r"""(?P<key>"[^"]*"|'[^']*'|[^\s"'#{\[&*!|>%@`-][^:#]*?)[ \t]*:(?:[ \t]+(?P<value>.*)|$)""")
_BAR = re.compile(r"[|>][-+\d]*[ \t]*(?:#.*)?$")
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
            scalar = row.indent if row.value and not _is_flow(row.value) else None
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


def _is_flow(value: str) -> bool:
    return value[0] in "{[" and not value.startswith("{{")


def cursor_at(text: str, offset: int) -> Cursor:
    """Return what stands at an offset."""
    found, all_rows = Row("blank", (), 0, 0, 0), [*rows(text)]
    above: list[Row] = []
    for row in all_rows:
        line_start = row.start - row.indent if row.kind not in ("text", "blank") else _line_start(text, row.end)
        if line_start > offset:
            break
        above.append(found)
        found = row
    column = offset - _line_start(text, offset)
    if found.kind in ("blank", "text") and not text[_line_start(text, offset) : found.end].strip():
        return _on_blank(found, above, all_rows, offset, column)
    return _on_row(found, all_rows, text, offset)


def _line_start(text: str, offset: int) -> int:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return start or len(BOM) * text.startswith(BOM)


def _on_blank(row: Row, above: list[Row], all_rows: list[Row], offset: int, column: int) -> Cursor:
    """Return what could be begun on an empty line: by its column, a key, or a line of the text above it."""
    before = next((one for one in reversed(above) if one.kind in ("key", "word", "item")), None)
    if row.kind == "text":
        keeper = next(one for one in reversed(above) if one.kind == "key")
        if column > keeper.indent:
            return Cursor("text", row.way, offset, offset, column)
    if before is None:
        way: Way = ()
    elif before.kind == "key" and before.indent < column:
        way = (*before.way, before.key)
    else:
        held = {one.indent: (*one.way, one.key) for one in above if one.kind == "key" and one.indent < column}
        way = held[max(held)] if held else ()
        way = way if before.way[: len(way)] == way else ()
    return Cursor("key", way, offset, offset, column, _siblings(all_rows, way))


def _on_row(row: Row, all_rows: list[Row], text: str, offset: int) -> Cursor:
    if row.kind == "comment":
        return Cursor("nothing", (), offset, offset, row.indent)
    if row.kind == "text":
        return Cursor("text", row.way, row.start, row.end, row.indent)
    if row.kind == "item":
        return Cursor("value", row.way, row.start, row.end, row.indent)
    if row.kind == "word":
        return Cursor("key", row.way, row.start, row.end, row.indent, _siblings(all_rows, row.way))
    if offset <= row.key_end or offset < row.value_start <= row.key_end + 1:
        siblings = tuple(key for key in _siblings(all_rows, row.way) if key != row.key)
        return Cursor("key", row.way, row.start, row.key_end, row.indent, siblings)
    return _on_value(row, text, offset)


def _siblings(all_rows: list[Row], way: Way) -> tuple[str, ...]:
    return tuple(row.key for row in all_rows if row.kind == "key" and row.way == way)


def _on_value(row: Row, text: str, offset: int) -> Cursor:
    keys, end = (*row.way, row.key), row.value_start + len(row.value)
    if offset > end and text[end:offset].strip():
        return Cursor("nothing", keys, offset, offset, row.indent)
    if not row.value:
        return Cursor("value", keys, offset, offset, row.indent)
    if _is_flow(row.value):
        from rapport.store.cursor_flow import in_flow

        return in_flow(text, row, offset)
    if _BAR.match(row.value):
        return Cursor("nothing", keys, offset, offset, row.indent)
    return Cursor(
        "text" if is_prose(keys) else "value", keys, min(row.value_start, offset), max(end, offset), row.indent
    )
