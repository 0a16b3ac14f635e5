"""A report as it was when it was checked, with the files that the editor had open then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lsprotocol.types import Diagnostic

from rapport.domain.places import Source
from rapport.domain.svar import Svar
from rapport.finding import Finding
from rapport.lsp.positions import Text
from rapport.lsp.uris import beside, uri_of
from rapport.output.interface import Granskning
from rapport.workflow.report import Report

MadeOf = tuple[tuple[Svar, Source], ...]


class Open(NamedTuple):
    """A file as the editor has it."""

    uri: str
    version: int
    text: Text


@dataclass(frozen=True)
class OnDisk:
    """What is known from one keystroke to the next: texts of files that are not open, and what was shown the last time.

    ``shown`` also has what each place came from, of which nothing may be another where it is shown again.
    """

    texts: dict[str, Text | None] = field(default_factory=dict)
    shown: dict[Finding, tuple[MadeOf, Diagnostic | None]] = field(default_factory=dict)


@dataclass(frozen=True)
class Checked:
    """A report as it was when it was checked, and the files that were open then, by name.

    ``granskning`` and ``report`` are None where there is no report to open; ``faults`` say what keeps it from being
    read anew. It is not whole where something was left open, in haste.
    """

    folder: Path
    files: Mapping[str, Open]
    encoding: str
    report: Report | None = None
    granskning: Granskning | None = None
    faults: tuple[Finding, ...] = ()
    is_whole: bool = True
    on_disk: OnDisk = field(default_factory=OnDisk)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found."""
        return (*self.granskning.findings, *self.faults) if self.granskning else self.faults

    def uri(self, path: str) -> str:
        """Return the URI of a file by its path seen from the folder, as the editor writes it where it is known."""
        if path in self.files:
            return self.files[path].uri
        first = next(iter(self.files.values()), None)
        return beside(first.uri, path) if first and "/" not in path else uri_of(self.folder / path)

    def text(self, path: str) -> Text | None:
        """Return the text of a file, open or not; None where it is none, or not there."""
        if path in self.files:
            return self.files[path].text
        if path not in self.on_disk.texts:
            self.on_disk.texts[path] = self._read(path)
        return self.on_disk.texts[path]

    def _read(self, path: str) -> Text | None:
        try:
            return Text((self.folder / path).read_bytes().decode("utf-8"), self.encoding)
        except (OSError, ValueError):
            return None
