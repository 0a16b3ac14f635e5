"""One report folder that the editor has files of open: the report in memory, and what of it is not saved.

What the editor has is taken in at once. The report is opened and checked elsewhere, one check at a time, by whoever
calls ``check``: it takes what the editor had when it was called, and nothing of it changes under it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

from lsprotocol.types import PositionEncodingKind

from rapport.domain.haste import Pace, at_pace
from rapport.errors import InputError
from rapport.finding import Finding, Place
from rapport.lsp.checked import Checked, OnDisk, Open
from rapport.lsp.positions import Text
from rapport.lsp.uris import path_of
from rapport.workflow import open_report
from rapport.workflow.report import Report

RAPPORT = "rapport.yaml"


class Session:
    """A report folder; see the module."""

    def __init__(self, folder: Path, encoding: str = PositionEncodingKind.Utf16) -> None:
        self.folder = folder
        self.encoding = encoding
        self.files: dict[str, Open] = {}
        self._report: Report | None = None
        self._taken: dict[str, str] = {}
        self._is_stale = False
        self._faults: list[Finding] = []
        self._on_disk = OnDisk()
        self._recent: dict[str, Any] = {}  # what rules said last

    def put(self, name: str, uri: str, version: int, text: str) -> None:
        """Let a file be as the editor has it."""
        self.files[name] = Open(uri, version, Text(text, self.encoding))

    def close(self, name: str) -> None:
        """Let a file be as it is on disk."""
        self.files.pop(name, None)
        self._is_stale = True

    def stale(self) -> None:
        """Note that something on disk may have changed."""
        self._is_stale = True

    def check(self, files: Mapping[str, Open], pace: Pace) -> Checked:
        """Return the report checked with these files as the editor has them.

        The first time it is checked whole, at whatever pace. Raises Overtaken where nobody wants it any longer.
        """
        if self._report is None:
            pace = Pace(lambda: True, is_hasty=False)
        pace.recent = self._recent
        with at_pace(pace):
            checked = self._check(files)
        return replace(checked, is_whole=not pace.left)

    def _check(self, files: Mapping[str, Open]) -> Checked:
        try:
            report = self._opened()
        except InputError as error:
            faults = (*_faults(self.folder, error), *_unchecked(files))
            return Checked(self.folder, files, self.encoding, faults=faults)
        if self._taken.keys() != files.keys():
            self._on_disk = OnDisk()
        texts = {name: file.text.text for name, file in files.items()}
        for name in {*self._taken, *texts}:
            if texts.get(name) != self._taken.get(name):
                report.overlay(name, texts.get(name))
        self._taken = texts
        faults = tuple(self._faults) if RAPPORT not in files else ()
        granskning = report.check()
        return Checked(self.folder, files, self.encoding, report, granskning, faults, on_disk=self._on_disk)

    def _opened(self) -> Report:
        """Return the report, with what has changed on disk taken in."""
        is_stale, self._is_stale = self._is_stale, False
        if is_stale:
            self._on_disk = OnDisk()
        if self._report is None:
            self._report = open_report(self.folder)
        elif is_stale:
            try:
                self._report.reload()
                self._faults = []
            except InputError as error:  # what was read the last time stands in
                self._faults, self._is_stale = _faults(self.folder, error), True
        return self._report


def _faults(folder: Path, error: InputError) -> list[Finding]:
    """Return why a report cannot be opened: at rapport.yaml's faults, or as it was said."""
    from rapport.workflow.overlay import faults_of_rapport

    return faults_of_rapport(folder) or [Finding("yaml", "error", str(error), place=Place(RAPPORT, 1, 1))]


def _unchecked(files: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each open file of a report that cannot be opened."""
    message = f"Inget är kontrollerat, för {RAPPORT} kan inte användas. Rätta den och spara."
    return (Finding("yaml", "error", message, place=Place(name, 1, 1)) for name in files if name != RAPPORT)


class Sessions:
    """The report folders that the editor has files of open."""

    def __init__(self) -> None:
        self.by_folder: dict[Path, Session] = {}
        self.encoding: str = PositionEncodingKind.Utf16

    def at(self, uri: str) -> tuple[Session, str] | None:
        """Return the report folder that a file is in, opened or not before, and its name there; None: it is in none.

        Only rapport.yaml, kallor.yaml and the files with answers are the report's own.
        """
        path = path_of(uri)
        file = Path(path) if path else None
        if file is None or file.suffix != ".yaml":
            return None
        session = self.by_folder.get(file.parent)
        if session is None and (file.parent / RAPPORT).is_file():
            session = self.by_folder[file.parent] = Session(file.parent, self.encoding)
        return (session, _as_on_disk(file)) if session else None

    def above(self, uri: str) -> Session | None:
        """Return the open report that something on disk belongs to, a table or a paper of it, say."""
        path = path_of(uri)
        folders = Path(path).parents if path else ()
        return next((self.by_folder[folder] for folder in folders if folder in self.by_folder), None)

    def drop(self, session: Session) -> None:
        """Forget a report that the editor has no file of any longer."""
        self.by_folder.pop(session.folder, None)


def _as_on_disk(file: Path) -> str:
    """Return a file's name as it is spelt on disk: a Mac may have å as two characters there, and one in the editor."""
    if file.name.isascii() or file.exists():
        return file.name
    wanted = normalize("NFC", file.name)
    return next((each.name for each in file.parent.iterdir() if normalize("NFC", each.name) == wanted), file.name)
