"""Where in the files of a report's tables something stands: a table, a column's heading, the rows with a value."""

from pathlib import Path

from rapport.domain.tabell import Kolumn, Tabell
from rapport.store.folder import is_inside
from rapport.workflow.figures import Figures
from rapport.workflow.goal import Goal

_MOST_ROWS = 200  # to choose among


class InTables:
    """The places in a report's tables; a file is read when a place in it is asked for."""

    def __init__(self, folder: Path, figures: Figures) -> None:
        self._folder = folder
        self._figures = figures

    def goals(self, name: str, column: str = "", value: str = "") -> list[Goal]:
        """Return where a table is, one of its columns, or the rows that have a value there, by their names.

        In a workbook no cell can be pointed at; nor in a table that cannot be used.
        """
        tabell = self._figures.by_name.get(name)
        if tabell is None:
            file = self._figures.file_by_name.get(name)
            return [Goal(file)] if file and not column else []
        kolumn = next((one for one in tabell.kolumner if one.namn == column), None)
        if column and kolumn is None:
            return []
        return self._rows(tabell, _rows_with(tabell, column, value)) if value else [self._heading(tabell, kolumn)]

    def with_text(self, text: str) -> list[Goal]:
        """Return the rows that have a text, a case number say, as all of a cell."""
        found: list[Goal] = []
        for tabell in self._figures.by_name.values():
            rows = (row for row, cells in zip(tabell.radnummer, tabell.rader, strict=True) if text in cells)
            found += self._rows(tabell, [*rows])
        return found

    def _heading(self, tabell: Tabell, kolumn: Kolumn | None) -> Goal:
        if kolumn is None or not (raw := self._raw(tabell)):
            return Goal(tabell.fil)
        from rapport.figures.where import Sheet

        sheet = Sheet(raw)
        return Goal(tabell.fil, span=sheet.heading(kolumn.nummer), text=sheet.text)

    def _rows(self, tabell: Tabell, numbers: list[int]) -> list[Goal]:
        if not numbers or not (raw := self._raw(tabell)):
            return [Goal(tabell.fil)] if numbers else []
        from rapport.figures.where import Sheet

        sheet = Sheet(raw)
        return [Goal(tabell.fil, span=sheet.row(number), text=sheet.text) for number in numbers[:_MOST_ROWS]]

    def _raw(self, tabell: Tabell) -> bytes:
        """Return what a table's file holds; b"" of a workbook, and of one that is no longer there to be read."""
        file = self._folder / tabell.fil
        if file.suffix.lower() == ".xlsx" or not file.is_file() or not is_inside(file, self._folder):
            return b""
        from rapport.disk import opened
        from rapport.limits import TABLE_BYTES

        try:
            with opened(file) as stream:
                return stream.read(TABLE_BYTES.most)
        except OSError:
            return b""


def _rows_with(tabell: Tabell, column: str, value: str) -> list[int]:
    """Return the numbers of the rows that an expression would choose by a value, as it is written there."""
    from rapport.figures.expression import evaluate
    from rapport.figures.values import FigureError

    try:
        visning = evaluate(f"{tabell.namn} | dar({column}={value}) | antal", {tabell.namn: tabell}, {})
    except FigureError:
        return []
    return [row for uttag in visning.uttag for row in uttag.rader]
