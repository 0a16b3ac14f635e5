"""Rows as a spreadsheet gives them, with tabs between the cells, and how to write them as a table."""

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]
_NUMBER = re.compile(r"[-–−]?\d[\d\s\u00a0.,]*(?:%|procent|kr|tkr|mnkr|mkr|mdkr|st)?|\{\{.*\}\}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EXPRESSION = re.compile(r"\{\{.*?\}\}")


def rows_of(lines: Sequence[tuple[int, str]], *, is_meant: bool = False) -> list[list[Span]] | None:
    """Return where each cell of some lines stands, all rows equally long; None unless the first holds headings.

    A line is where it begins and its text. Cells missing at the end of a row are empty. What the first holds is not
    asked where somebody has said that a table is meant.
    """
    rows = [list(_cells(start, text)) for start, text in lines]
    texts = [[text[a - start : b - start] for a, b in row] for (start, text), row in zip(lines, rows, strict=True)]
    width = max((number + 1 for row in texts for number, cell in enumerate(row) if cell), default=0)
    head, *rest = [row[:width] + [""] * (width - len(row)) for row in texts]
    has_heads = len(rest) > 0 and width > 1 and all(head[1:])
    if not has_heads or not (is_meant or _are_headings(head, rest)):
        return None
    return [row[:width] + [(row[-1][1],) * 2] * (width - len(row)) for row in rows]


def _are_headings(head: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a row says what the ones below are: words, or years, above numbers."""
    years = [number for number, cell in enumerate(head) if _YEAR.fullmatch(cell)]
    if any(_NUMBER.fullmatch(cell) for number, cell in enumerate(head) if number not in years):
        return False
    if 0 in years or any(all(_YEAR.fullmatch(row[number]) for row in rest) for number in years):
        return False
    return any(_NUMBER.fullmatch(cell) for row in rest for cell in row[1:])


def _cells(start: int, text: str) -> Iterator[Span]:
    """Yield where the cells of a line stand, without the blanks around them."""
    at = start
    for cell in text.rstrip(" ").split("\t"):
        body = at + len(cell) - len(cell.lstrip())
        yield (body, body + len(cell.strip())) if cell.strip() else (at, at)
        at += len(cell) + 1


def row_edits(lines: Sequence[tuple[int, str]], rows: Sequence[Sequence[Span]]) -> Iterator[tuple[int, int, str]]:
    """Yield what to write instead of the tabs, and the rule below the headings: start, end, new."""
    for number, ((start, text), row) in enumerate(zip(lines, rows, strict=True)):
        at, bars = start, "|"
        for first, last in row:
            if first < last:
                yield at, first, f"{bars} "
                yield from ((place, place, "\\") for place in _bars(text, start, first, last))
                at, bars = last, " |"
            else:
                bars += "  |"
                continue
            bars = " |"
        rule = "\n|" + " --- |" * len(row) if not number else ""
        yield at, start + len(text), bars + rule


def _bars(text: str, start: int, first: int, last: int) -> Iterator[int]:
    """Yield the bars in a cell that belong to its words, and not to an expression."""
    held = [match.span() for match in _EXPRESSION.finditer(text)]
    for match in re.finditer(r"(?<!\\)\|", text):
        if first <= start + match.start() < last and not any(a <= match.start() < b for a, b in held):
            yield start + match.start()
