"""The tables of an answer whose cells may be others than they were read as, by what each begins with."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapport.pdf.line import Line


def unsure_tables(lines: Sequence[Line]) -> Iterator[str]:
    """Yield what each such table begins with; lines in a row that look like one, though none was found, are one."""
    for above, line in pairwise((None, *lines)):
        if line is None:
            continue
        if line.rows is None:
            if line.is_unsure and not (above and above.is_unsure):
                yield line.text
        elif line.is_unsure or _is_rest(above, line):
            yield _begin(line)


def _is_rest(above: Line | None, line: Line) -> bool:
    """Whether a table's first row may be what is left of a row on the page before."""
    if above is None or above.rows is None or line.rows is None or above.page == line.page:
        return False
    first = [cell.text.strip() for cell in line.rows[0]]
    return not first[0] or any(text[:1].islower() for text in first)


def _begin(line: Line) -> str:
    return " ".join(text for row in line.rows or () for cell in row if (text := cell.text.strip()))
