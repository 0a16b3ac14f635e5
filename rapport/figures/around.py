"""Which expression a place in a text is within, finished or not."""

import re

_CLOSING = re.compile(r"""\}\}|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)
_FARTHEST = 2_000  # characters to look for the beginning or the end of an expression in


def opened(text: str, offset: int) -> int | None:
    """Return where the expression begins, behind its braces, that a place is within; None where it is within none.

    One that has no end is one as far as its line goes.
    """
    start = text.rfind("{{", max(0, offset - _FARTHEST), offset)
    if start < 0 or offset < start + 2 or text[start - 1 : start] == "\\":
        return None
    if _closed(text, start + 2, offset) is not None:
        return None
    has_end = not re.search(r"[\r\n]", text[start:offset]) or around(text, start + 2) is not None
    return start + 2 if has_end else None


def around(text: str, offset: int) -> tuple[int, int] | None:
    """Return from where to where the whole expression goes that a place is within, braces and all."""
    start = text.rfind("{{", max(0, offset - _FARTHEST), offset + 2)
    if start < 0 or text[start - 1 : start] == "\\":
        return None
    end = _closed(text, start + 2, start + _FARTHEST)
    return (start, end) if end is not None and offset <= end and "{{" not in text[start + 2 : end] else None


def _closed(text: str, start: int, limit: int) -> int | None:
    return next((found.end() for found in _CLOSING.finditer(text, start, limit) if found[0] == "}}"), None)
