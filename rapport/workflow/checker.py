"""Checking again and again: a report folder, one area file of it, or a filled-in form, kept in memory."""

from collections.abc import Collection
from pathlib import Path

from rapport.domain.kalla import Progress
from rapport.errors import InputError
from rapport.filenames import FORMS
from rapport.output.interface import Granskning
from rapport.store.folder import RAPPORT
from rapport.workflow.examine import narrowed, part, require_rules
from rapport.workflow.load import load_answers
from rapport.workflow.progress import silent
from rapport.workflow.report import Report


class Checker:
    """What a user wants checked: which report or part of it, with which rules, against which earlier report.

    ``progress`` is told how far the reading of papers has come, when they have to be read.

    Raises InputError where there is nothing to check.
    """

    def __init__(  # noqa: PLR0913 - as many as the command has flags
        self,
        path: Path,
        mall_id: str | None = None,
        *,
        only: Collection[str] = (),
        against: Path | None = None,
        omrade: int | None = None,
        progress: Progress = silent,
    ) -> None:
        require_rules(only)
        is_known = path.is_dir() or not path.exists() or path.suffix.lower() in (".yaml", *FORMS)
        if not is_known:
            raise InputError(
                f"{path} kan inte kontrolleras. Ange en mapp med en redovisning, en .yaml-fil i den eller ett ifyllt "
                "formulär: .docx, .pdf eller .txt."
            )
        self._file = path.name if path.suffix == ".yaml" and path.name != RAPPORT and path.is_file() else None
        self._forra = load_answers(against).underlag if against else None
        self._only, self._omrade = only, omrade
        self.report = Report(path.parent if self._file else path, mall_id, progress)

    def granskning(self) -> Granskning:
        """Return what is wrong with the report as it stands, as far as it was asked for."""
        if self._file and not (self.report.path / self._file).is_file():
            raise InputError(f"Filen {self.report.path / self._file} finns inte längre.")
        whole = self.report.check(self._only, self._forra)
        wanted = part(whole, self._file) if self._file else whole
        return wanted if self._omrade is None else narrowed(wanted, self._omrade)
