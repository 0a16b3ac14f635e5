"""The tables of an answer whose cells may be others than they were read as, by what each begins with."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapport.pdf.line import Line


def unsure_tables(lines: Sequence[Line]) -> Iterator[str]:
    """Yield what each such table begins with; lines in a row that look like one, though none was found, are one."""
    for above, line in pairwise((None, *lines)):
        if line is None or not line.is_unsure:
            continue
        if line.rows is not None:
            yield " ".join(text for row in line.rows for cell in row if (text := cell.text.strip()))
        elif not (above and above.is_unsure):
            yield line.text
