"""Tables that go on over the end of a page, put together: a head that is repeated there is there once."""

from collections.abc import Sequence
from dataclasses import replace

from rapport.pdf.line import Line

_EDGE = 4.0  # points; so near each other begin the parts of one table


def joined(lines: Sequence[Line]) -> list[Line]:
    """Return lines with each table whole; where a row may go on over the end of a page the table is unsure."""
    out: list[Line] = []
    page = 0  # where the last of them ends
    for line in lines:
        above = out[-1] if out else None
        if above is not None and above.rows is not None and line.page == page + 1 and _goes_on(above, line):
            out[-1] = _together(above, line)
        else:
            out.append(line)
        page = line.page
    return out


def _goes_on(above: Line, line: Line) -> bool:
    """Whether the table that begins a page is the one that ended the page before."""
    if not above.rows or not line.rows or len(above.rows[0]) != len(line.rows[0]):
        return False
    marks = {mark for mark, _ in above.notes}
    is_below = above.left is not None and line.left is not None and abs(above.left - line.left) < _EDGE
    return (is_below or _texts(above) == _texts(line)) and not any(mark in marks for mark, _ in line.notes)


def _together(above: Line, line: Line) -> Line:
    rows = line.rows or ()
    has_head = _texts(above) == _texts(line)
    is_rest = not has_head and _is_rest(line)
    return replace(
        above,
        rows=(*(above.rows or ()), *rows[has_head:]),
        notes=(*above.notes, *line.notes),
        is_unsure=above.is_unsure or line.is_unsure or is_rest,
        is_merged=above.is_merged or line.is_merged,
    )


def _is_rest(line: Line) -> bool:
    """Whether a table's first row may be what is left of a row on the page before."""
    first = _texts(line)
    return not first[0] or any(text[:1].islower() for text in first)


def _texts(line: Line) -> list[str]:
    """Return what stands in the first row of a table."""
    return [cell.text.strip() for cell in (line.rows or ((),))[0]]
