"""What an editor has of a report's files and has not saved: it lies over what is on disk.

A text that cannot be read empties nothing: what is wrong with it is said, and what could be read of it the last time
stands in for it.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from functools import partial
from pathlib import Path

from rapport.domain.kalla import Register
from rapport.finding import Finding
from rapport.store.area_file import AreaFile, likely_areas, read_area_file
from rapport.store.files import read_text, text_fault
from rapport.store.folder import KALLOR, RAPPORT, Folder, ReadFile, read_rapport, with_areas
from rapport.store.kallor import papers_fault, read_register_text, register_of
from rapport.store.schema import KallorFil, OmradeFil, RapportFil
from rapport.store.yaml import BOM
from rapport.workflow.buffer import Buffer, Read


class Overlays:
    """The unsaved texts of a report folder's files, by name; they never change."""

    def __init__(
        self, buffers: dict[str, Buffer] | None = None, areas: dict[str, tuple[Read, AreaFile]] | None = None
    ) -> None:
        self._buffers = buffers or {}
        self._areas = areas or {}  # as they have been asked for

    def put(self, name: str, text: str | None, folder: Folder) -> "Overlays":
        """Return them with a file as the editor has it; None: as it is on disk."""
        buffers, areas = dict(self._buffers), dict(self._areas)
        if text is None:
            areas.pop(name, None)
            buffers.pop(name, None)
            return Overlays(buffers, areas)
        known = buffers.get(name) or Buffer(partial(_reader_of(name), name), _saved(folder, name))
        buffers[name] = copy(known)
        buffers[name].put(text)
        return Overlays(buffers, areas)

    def text(self, name: str) -> str | None:
        """Return a file's text as the editor has it; None where it has not opened it."""
        return self._buffers[name].text if name in self._buffers else None

    def over(self, folder: Folder) -> Folder:
        """Return a folder with the texts over what is on disk."""
        given = {name: buffer for name, buffer in self._buffers.items() if name not in (RAPPORT, KALLOR)}
        areas = {name: ReadFile(buffer.text, self._area(folder, name)) for name, buffer in given.items()}
        folder = with_areas(folder, areas) if areas else folder
        if RAPPORT not in self._buffers:
            return folder
        document, post, findings = self._buffers[RAPPORT].now
        if document is None or not isinstance(post, RapportFil):
            return replace(folder, findings=findings)
        return replace(folder, rapport=post, document=document, findings=findings)

    def register(self, folder: Path) -> tuple[Register, list[Finding]] | None:
        """Return the register of papers as the editor has it; None where it has not opened it."""
        if KALLOR not in self._buffers:
            return None
        document, post, findings = self._buffers[KALLOR].now
        faults = [*findings, *papers_fault(folder)]
        if document is None or not isinstance(post, KallorFil):
            return Register(), faults
        return register_of(folder, document, post, faults)

    def _area(self, folder: Folder, name: str) -> AreaFile:
        """Return a file with answers: the very same as on disk where the text is, and as last time where it was."""
        buffer, known = self._buffers[name], folder.area_files.get(name)
        if known and known.area.post and known.raw.removeprefix(BOM) == buffer.text.removeprefix(BOM):
            return known.area
        kept = self._areas.get(name)
        if kept is None or kept[0] is not buffer.now:
            document, post, findings = buffer.now
            svar = post if isinstance(post, OmradeFil) else None
            olasta = frozenset() if svar else likely_areas(buffer.text, name)
            kept = self._areas[name] = buffer.now, AreaFile(name, document, svar, findings, olasta)
        return kept[1]


def _saved(folder: Folder, name: str) -> str:
    """Return a file's text on disk; "" where it has none that can be read."""
    if name in folder.area_files:
        return folder.area_files[name].raw
    file = folder.path / name
    return read_text(file, name)[0] if file.is_file() else ""


def _reader_of(name: str) -> Callable[[str, str], Read]:
    return {RAPPORT: _read_rapport, KALLOR: _read_register}.get(name, _read_area)


def _read_area(name: str, text: str) -> Read:
    if fault := text_fault(text, name):
        return Read(None, None, (fault,))
    area = read_area_file(text, name)
    return Read(area.document, area.post, area.findings)


def _read_rapport(name: str, text: str) -> Read:
    fault = text_fault(text, name)
    rapport, document, findings = (None, None, [fault]) if fault else read_rapport(text)
    return Read(document, rapport, tuple(findings))


def _read_register(name: str, text: str) -> Read:
    fault = text_fault(text, name)
    document, post, findings = (None, None, [fault]) if fault else read_register_text(text)
    return Read(document, post, tuple(findings))


def faults_of_rapport(folder: Path) -> list[Finding]:
    """Return what keeps a folder's rapport.yaml from being used; nothing where it can be, or is not there."""
    file = folder / RAPPORT
    text, findings = read_text(file, RAPPORT) if file.is_file() else ("", [])
    if findings or not text:
        return findings
    rapport, _, findings = read_rapport(text)
    return [] if rapport else findings
