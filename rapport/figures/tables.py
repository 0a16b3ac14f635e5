"""The folder ``siffror/`` → tables by name, read when the first of them is asked for, and what amounts they know.

A kind of file is a function in a module of its own, ``read_csv``, and its line in ``_READERS``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from rapport.apart import Apart
from rapport.disk import opened
from rapport.domain.tabell import Kolumn, Tabell
from rapport.figures.book_apart import read_book
from rapport.figures.cells import as_text, identifier
from rapport.figures.raw import MAX_BYTES, Raw, build, complaint, unreadable
from rapport.figures.read_csv import read_csv
from rapport.finding import Finding
from rapport.limits import TABLE_FILES
from rapport.nobodys import NOBODYS

FOLDER = "siffror"
_READERS = {".csv": read_csv, ".tsv": read_csv}
_BOOKS = {".xlsx"}  # read by a library of somebody else's, apart
_OTHER = {".xls", ".xlsb", ".xlsm", ".ods", ".numbers"}
_MAX_FILES = TABLE_FILES.most
_MOST_ADDED = 2_000_000  # numbers, for the sums of one table
_MAX_VALUES = 200  # a column with more different values parts the rows into nothing


@dataclass
class Tables:
    """The tables of a report folder. Nothing is read before it is needed; then all is."""

    folder: Path
    findings: list[Finding] = field(default_factory=list)
    unusable: dict[str, str] = field(default_factory=dict)

    @cached_property
    def by_name(self) -> dict[str, Tabell]:
        """Every usable table by its name; ``findings`` says what was wrong and ``unusable`` with which names."""
        tables: dict[str, Tabell] = {}
        files = self._files()
        if len(files) > _MAX_FILES:
            message = f"Mappen har {len(files)} tabeller; fler än {_MAX_FILES} läses inte."
            self.findings.append(complaint(FOLDER, message, "Ta bort dem som inget svar behöver."))
        with Apart() as apart:
            if any(file.suffix.lower() in _BOOKS for file in files):
                apart.begin()  # it makes itself ready while the other files are read
            for file in files[:_MAX_FILES]:
                for raw in self._raw(file, apart):
                    self._take(raw, tables)
        return tables

    def amounts(self) -> Iterator[Decimal]:
        """Yield every amount that the tables can be said to know: their cells, and sums over them."""
        for tabell in self.by_name.values():
            yield from _amounts_of(tabell)

    def _take(self, raw: Raw, tables: dict[str, Tabell]) -> None:
        if taken := tables.get(raw.name):
            message = f"Tabellen heter {raw.name}, och det gör den i {taken.fil} också."
            self.findings.append(complaint(raw.file, message, "Ge den ena filen, eller bladet, ett annat namn."))
            return
        tabell, findings = build(raw)
        self.findings += findings
        if tabell:
            tables[raw.name] = tabell
        else:
            self.unusable[raw.name] = raw.file

    def _files(self) -> list[Path]:
        folder = self.folder / FOLDER
        if not folder.is_dir():
            return []
        files = (file for file in folder.iterdir() if not NOBODYS.fullmatch(file.name))
        return sorted(file for file in files if file.suffix.lower() in _READERS.keys() | _BOOKS | _OTHER)

    def _raw(self, file: Path, apart: Apart) -> list[Raw]:
        shown = f"{FOLDER}/{file.name}"
        name = identifier(file.stem) or "tabell"
        read = _READERS.get(file.suffix.lower())
        found: list[Raw] = []
        if fault := self._refusal(file, shown):
            findings = [fault]
        elif file.suffix.lower() in _BOOKS:
            found, findings = read_book(apart, file, name, shown)
        elif read is None:
            hint = "Öppna den och spara den som .xlsx eller CSV."
            unread = complaint(shown, f"Filer av slaget {file.suffix} läses inte.", hint)
            findings = [replace(unread, severity="warning")]  # an error where an answer wants the table
        else:
            try:
                with opened(file) as stream:
                    found, findings = read(stream.read(MAX_BYTES + 1), name, shown)
            except OSError as error:
                findings = [unreadable(shown, error)]
        if not found:
            self.unusable[name] = shown
        self.findings += findings
        return found

    def _refusal(self, file: Path, shown: str) -> Finding | None:
        if not file.is_file():
            return complaint(shown, "Det här är ingen vanlig fil och läses inte.", "Ta bort den ur mappen.")
        if not file.resolve().is_relative_to(self.folder.resolve()):
            return complaint(shown, "Filen ligger utanför mappen och läses inte.", "Kopiera in filen i mappen.")
        return None


def _amounts_of(tabell: Tabell) -> Iterator[Decimal]:
    """Yield each number of a table, each column's sum, and its sums over every value of every other column.

    In a table of very many columns, only over those that are no numbers themselves.
    """
    numbers = [kolumn for kolumn in tabell.kolumner if kolumn.slag == "tal"]
    is_wide = len(numbers) * len(tabell.kolumner) * len(tabell.rader) > _MOST_ADDED
    parted = [kolumn for kolumn in tabell.kolumner if not (is_wide and kolumn.slag == "tal")]
    keys = {kolumn.nummer: _words(tabell, kolumn) for kolumn in parted}
    for kolumn in numbers:
        cells = tabell.cells(kolumn)
        values = {row: cell for row, cell in enumerate(cells) if isinstance(cell, Decimal)}
        yield from values.values()
        yield sum(values.values(), Decimal(0))
        for nummer, of_rows in keys.items():
            if nummer != kolumn.nummer:
                yield from _sums(of_rows, values)


def _words(tabell: Tabell, by: Kolumn) -> list[str | None]:
    return [None if cell is None else as_text(cell).casefold() for cell in tabell.cells(by)]


def _sums(of_rows: list[str | None], values: dict[int, Decimal]) -> Iterable[Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row, value in values.items():
        if (key := of_rows[row]) is not None:
            sums[key] += value
            if len(sums) > _MAX_VALUES:
                return ()
    return sums.values()
