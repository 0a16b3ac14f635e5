"""What stands in the cells of a table on a page, and what is not sure about it."""

from dataclasses import dataclass

from rapport.pdf.stretch import Stretch


@dataclass(frozen=True, slots=True)
class Cells:
    """The rows of a table's cells; all are as long.

    ``is_unsure`` says that something may stand in another cell, ``is_merged`` that some cells are put together: what
    they hold stands in the first of them, and the others are empty.
    """

    rows: list[list[list[Stretch]]]
    is_unsure: bool = False
    is_merged: bool = False
