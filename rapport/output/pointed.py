"""A line of a file with a place in it marked, no wider than the terminal and with nothing in it that acts there."""

from collections.abc import Iterator

from rapport.output.shown import seen

_MOST = 80


def pointed(line: str, column: int, width: int, indent: str) -> Iterator[str]:
    """Yield the line, or the piece of it around the column, and below it a ^ under the column, from 1."""
    room = max(min(width, _MOST) - len(indent), 20)
    shown = seen(line)
    at = min(column - 1, len(shown))
    if len(shown) > room:
        start = max(0, min(at - room // 2, len(shown) - room))
        piece = shown[start : start + room]
        before, after = "…" if start else piece[:1], "…" if start + room < len(shown) else piece[-1:]
        shown, at = before + piece[1:-1] + after, min(at - start, room - 1)
    yield f"{indent}{shown}"
    yield f"{indent}{' ' * at}^"
