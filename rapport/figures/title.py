"""A title above a table, as an office exports it: rows with one text each, and below them the row of headings."""

from rapport.figures.cells import Cell, as_text, number
from rapport.figures.merged import Rows
from rapport.finding import Finding, Place

_SHOWN = 40  # characters of a title


def below_title(file: str, rows: Rows) -> tuple[Rows, Finding | None]:
    """Return a table's rows from its headings on, and what says that a title was left out; none where there is none.

    It is an error where the row below may be something else than headings: those are texts, with numbers below them.
    """
    filled = [[cell for cell in cells if cell is not None] for _, cells in rows]
    above = next((at for at, cells in enumerate(filled) if len(cells) > 1), 0)
    if not above or not all(isinstance(cell, str) and number(cell) is None for cell in filled[above]):
        return rows, None
    first, headings = rows[0][0], rows[above][0]
    title = as_text(filled[0][0] or "")[:_SHOWN]
    if _is_headed(rows[above:]):
        message = f"Rubrikerna läses från rad {headings}. Det som står ovanför (”{title}”) är en titel och hoppas över."
        hint = f"Är rad {headings} inte rubrikerna: ta bort det som står ovanför dem."
        return rows[above:], Finding("siffra", "info", message, hint, Place(file, first))
    which = f"rad {first}" if above == 1 else f"raderna {first}–{rows[above - 1][0]}"
    message = f"Det som står överst (”{title}”) är en titel ovanför tabellen, inte kolumnernas rubriker."
    hint = f"Ta bort {which}, så att rubrikerna på rad {headings} kommer först."
    return rows, Finding("siffra", "error", message, hint, Place(file, first))


def _is_headed(rows: Rows) -> bool:
    """Whether the first row has a text above some column of numbers."""
    (_, headings), body = rows[0], rows[1:]

    def values(column: int) -> list[Cell]:
        found = (cells[column] for _, cells in body if column < len(cells))
        return [cell for cell in found if cell is not None]

    return any(
        heading is not None and (below := values(column)) and all(number(cell) is not None for cell in below)
        for column, heading in enumerate(headings)
    )
