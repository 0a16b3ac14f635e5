"""Where in a report folder's YAML a cursor stands, told from the text alone: it need not be whole, nor right."""

from rapport.store.cursor_flow import in_flow
from rapport.store.cursor_lines import BAR, Cursor, Row, Way, is_flow_value, is_prose, rows
from rapport.store.yaml import BOM


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
    if is_flow_value(row.value):
        return in_flow(text, row, offset)
    if BAR.match(row.value):
        return Cursor("nothing", keys, offset, offset, row.indent)
    return Cursor(
        "text" if is_prose(keys) else "value", keys, min(row.value_start, offset), max(end, offset), row.indent
    )
