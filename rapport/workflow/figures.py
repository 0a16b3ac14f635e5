"""The figures of a report folder: its tables read when an answer asks for one, and the amounts that are known."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.domain.belopp import Belopp, KandaBelopp, find_belopp
from rapport.domain.kalla import Progress
from rapport.domain.svar import Svar
from rapport.finding import Finding
from rapport.nobodys import NOBODYS
from rapport.prose.blocks import Figur, Table, Text, Trace
from rapport.prose.expression import Expression
from rapport.store.folder import PAPERS, is_inside
from rapport.workflow.progress import silent

if TYPE_CHECKING:
    from rapport.domain.tabell import Tabell
    from rapport.figures.evaluate import Evaluator

TABLES = "siffror"
Stamp = tuple[tuple[str, int, int, int], ...]


class Figures:
    """What evaluates the answers' expressions; nothing is read or imported before an answer needs it."""

    def __init__(self, folder: Path, progress: Progress = silent) -> None:
        self._folder = folder
        self._progress = progress
        self._evaluator: Evaluator | None = None
        self._in_tables: KandaBelopp | None = None
        self._known: KandaBelopp | None = None
        self.stamp = stamp(folder)

    def begin(self) -> None:
        """Note that a report is read from here on."""
        if self._evaluator:
            self._evaluator.begin()

    def __call__(self, text: str) -> tuple[Expression, ...]:
        """Return the expressions of an answer as written, evaluated."""
        return self._loaded()(text)

    def shown(self, text: str) -> tuple[Expression, ...]:
        """Return the expressions of an answer as written, each with what it shows; a faulty one stands for itself."""
        found = self(text) if "{" in text else ()
        return tuple(
            one if isinstance(one.shown, Figur | Table) else one._replace(shown=_standing(one, text)) for one in found
        )

    def known_amounts(self, answers: Iterable[Svar]) -> KandaBelopp | None:
        """Return every amount that the answers may repeat; None with nothing to compare, or nothing to compare with.

        The papers are looked into only when the tables do not know all that the answers name.
        """
        named = [belopp for svar in answers for belopp in amounts_in(svar)]
        has_tables, has_papers = (_has_files(self._folder / name) for name in (TABLES, PAPERS))
        if not named or not (has_tables or has_papers):
            return None
        if self._in_tables is None:
            self._in_tables = KandaBelopp.of(self._loaded().tables.amounts() if has_tables else ())
        if not has_papers or all(self._in_tables.has(belopp.value, belopp.step / 2) for belopp in named):
            return self._in_tables
        if self._known is None:
            from rapport.workflow import papers

            in_papers = (
                belopp.value for text in papers.texts(self._folder, self._progress) for belopp in find_belopp(text)
            )
            self._known = KandaBelopp.of([*self._in_tables.amounts, *in_papers])
        return self._known

    @property
    def by_name(self) -> "Mapping[str, Tabell]":
        """The tables that can be used, by their names."""
        return self._loaded().tables.by_name

    @property
    def tables(self) -> "list[Tabell]":
        """The tables that can be used."""
        return [*self.by_name.values()]

    @property
    def file_by_name(self) -> dict[str, str]:
        """The file of each table by its name, those included that cannot be used."""
        tables = self._loaded().tables
        usable = {tabell.namn: tabell.fil for tabell in tables.by_name.values()}
        return tables.unusable | usable

    @property
    def findings(self) -> list[Finding]:
        """What was wrong with the tables, as far as any was read."""
        return self._evaluator.tables.findings if self._evaluator else []

    def _loaded(self) -> "Evaluator":
        if self._evaluator is None:
            from rapport.figures.evaluate import Evaluator
            from rapport.figures.tables import Tables

            self._evaluator = Evaluator(Tables(self._folder))
        return self._evaluator


def _standing(expression: Expression, text: str) -> Figur:
    shown = expression.shown.text if isinstance(expression.shown, Text) else ""
    return Figur(shown, trace=Trace(text[expression.start : expression.end], ()))


def amounts_in(svar: Svar) -> tuple[Belopp, ...]:
    """Return the amounts that an answer names, found once."""
    return svar.remember("belopp", lambda: tuple(find_belopp(svar.text)))


def stamp(folder: Path) -> Stamp:
    """Return what tells whether a table or a paper has changed: names, times and sizes."""
    files = (file for name in (TABLES, PAPERS) for file in _files(folder / name))
    found = (
        (file.as_posix(), status.st_mtime_ns, status.st_ctime_ns, status.st_size)
        for file in files
        if (status := file.stat())
    )
    return tuple(sorted(found))


def _files(folder: Path) -> list[Path]:
    """Return the files in a folder of a report; none where it is a link that leads out of the report."""
    is_ours = folder.is_dir() and (not folder.is_symlink() or is_inside(folder, folder.parent))
    return (
        [file for file in folder.rglob("*") if file.is_file() and not NOBODYS.fullmatch(file.name)] if is_ours else []
    )


def _has_files(folder: Path) -> bool:
    return bool(_files(folder))
