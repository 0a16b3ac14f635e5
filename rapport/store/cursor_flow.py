"""Where a cursor stands in what is written on one line: {kryss: ej aktuellt}, tillåt: {regel: skäl}, [ja, nej]."""

import re
from dataclasses import dataclass, field

from rapport.store.cursor_lines import Cursor, Row
from rapport.store.yaml import nfc

_REST = re.compile(r"""(?:"[^"\r\n]*"|'[^'\r\n]*'|[^,:}\]\r\n#])*""")
_PIECE = re.compile(r"""[{\[\]},]|:(?=\s|$)|"[^"]*"?|'[^']*'?|[^{\[\]},:"']+|:""")


@dataclass
class _Frame:
    """A mapping or a list that has not ended."""

    is_map: bool
    key: str = ""
    seen: list[str] = field(default_factory=list)


def in_flow(text: str, row: Row, offset: int) -> Cursor:
    """Return what stands at an offset within such a line's value."""
    frames: list[_Frame] = []
    token = row.value_start
    for piece in _PIECE.finditer(text, row.value_start, offset):
        sign = piece[0]
        if sign in ("{", "["):
            frames.append(_Frame(sign == "{"))
        elif sign in ("}", "]") and frames:
            frames.pop()
        elif sign == "," and frames:
            frames[-1].key = ""
        elif sign == ":" and frames and frames[-1].is_map and not frames[-1].key:
            frames[-1].key = nfc(text[token : piece.start()].strip().strip("\"'"))
            frames[-1].seen.append(frames[-1].key)
        else:
            continue
        token = piece.end()
    keys = (*row.way, row.key, *(frame.key for frame in frames if frame.key))
    if not frames:
        return Cursor("nothing", keys, offset, offset, row.indent, is_flow=True)
    rest = _REST.match(text, offset)
    written = text[token : rest.end() if rest else offset]
    start = min(token + len(written) - len(written.lstrip()), offset)
    is_key = frames[-1].is_map and not frames[-1].key
    end = max(start + len(written.strip()), offset)
    return Cursor("key" if is_key else "value", keys, start, end, row.indent, tuple(frames[-1].seen), is_flow=True)
