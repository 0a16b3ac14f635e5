"""A report in memory: read once, changed without being saved, checked again in a blink, saved all or not at all."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.checks.memory import Memory
from rapport.domain.kalla import Progress
from rapport.domain.svar import Svar
from rapport.domain.underlag import Loaded, Underlag
from rapport.errors import InputError, RefusedError, what_has_changed
from rapport.finding import Finding
from rapport.output.interface import Granskning
from rapport.prose.expression import Expression
from rapport.store.area_file import AreaFile, read_area_file
from rapport.store.entry import (
    as_text,
    changed_svar,
    changed_values,
    empty_area_file,
    entry_of,
    fingerprint,
    with_values,
)
from rapport.store.files import read_text
from rapport.store.folder import Folder, with_file
from rapport.store.writing import SavedMeanwhileError
from rapport.workflow.conflict import Conflict, Disagreement, Rebased
from rapport.workflow.examine import examine
from rapport.workflow.load import FolderReader, folder_of, is_form, load
from rapport.workflow.progress import silent

if TYPE_CHECKING:
    from rapport.store.schema import SvarPost
    from rapport.workflow.figures import Figures
    from rapport.workflow.forra import Before, ForraReader
    from rapport.workflow.overlay import Overlays

_NOTHING: Mapping[Path, bytes | None] = {}


class Report:
    """An open report: what is on disk as it was read, and over it what is not saved yet."""

    def __init__(self, path: Path, mall_id: str | None = None, progress: Progress = silent) -> None:
        self.path = path
        self.is_document = is_form(path)
        self._reader = None if self.is_document else FolderReader(folder_of(path), progress)
        self._mall_id = mall_id
        self._memory: Memory | None = Memory(path)  # of earlier runs; from the first check on, the answers remember
        self._loaded: Loaded | None = load(path, mall_id) if self.is_document else None
        self._folder = self._reader.folder if self._reader else None
        self._forra: ForraReader | None = None
        self._compared: Before | None = None
        self._overlays: Overlays | None = None
        self._disputed: dict[str, SvarPost] = {}  # unsaved answers that others have changed too, as they were before

    @property
    def loaded(self) -> Loaded:
        """The report as it stands, unsaved answers and all, with what is wrong with its files."""
        if self._loaded is None:
            reader, folder = self._as_folder()
            over = self._overlays
            self._loaded = reader.loaded(*(over.over(folder), over.register(reader.path)) if over else (folder,))
        return self._loaded

    @property
    def underlag(self) -> Underlag:
        """The report as it stands."""
        return self.loaded.underlag

    def overlay(self, name: str, text: str | None) -> None:
        """Let an area file, rapport.yaml or kallor.yaml be as an editor has it; None: as it is on disk."""
        from rapport.workflow.overlay import Overlays

        _, folder = self._as_folder()
        self._overlays = (self._overlays or Overlays()).put(name, text, folder)
        self._loaded = None

    def check(
        self, only: Collection[str] = (), forra: Underlag | None = None, loaded: Loaded | None = None
    ) -> Granskning:
        """Check it as it stands, or stood as ``loaded``, against ``forra`` or else the report before it.

        Only what depends on changed answers is done again. With ``loaded`` it may be changed meanwhile, in a thread.
        """
        memory, self._memory = self._memory, None
        loaded, before = loaded or self.loaded, None if forra else self._before()
        if before:
            loaded = Loaded(loaded.underlag, (*loaded.findings, *before.findings))
        last = before.underlag if before else forra
        granskning = examine(loaded, only, last, memory, is_asked_for=forra is not None)
        if memory:
            memory.save(is_whole=not only)
        return granskning

    @property
    def compared(self) -> dict[str, str | None]:
        """The report that the last check held it against of itself, with that one's fingerprint."""
        return {str(self._compared.path): self._compared.fingerprint} if self._compared else {}

    def set(self, fraga: str, **values: str | Iterable[str]) -> None:
        """Change an answer in memory: ``text``, ``kryss``, ``status``, ``ansvarig``, ``kommentar``; only what is named.

        Raises InputError where the form has no such question, or a value cannot be what it is said to be.
        """
        reader, folder = self._as_folder()
        if fraga not in reader.mall.fraga_by_id:
            raise InputError(f"Fråga {fraga} finns inte. Frågorna är {', '.join(reader.mall.fraga_by_id)}.")
        name = self._file_of(fraga)
        read = folder.area_files.get(name)
        area = read.area if read else empty_area_file(name, reader.mall.omrade_of(fraga).nummer)
        changed = with_values(area, fraga, {key: as_text(value) for key, value in values.items()})
        if new := {f.message for f in changed.findings} - {f.message for f in area.findings}:
            raise InputError(f"{fraga} kan inte ändras så: {' '.join(sorted(new))}")
        self.replace_file(changed)

    def replace_file(self, area: AreaFile) -> None:
        """Let an area file, one that can be read, be as given, in memory."""
        if area.document is None:
            raise RefusedError(f"{area.path} kan inte läsas, så inget kan ändras i den. Rätta filen först.")
        _, folder = self._as_folder()
        if self._overlays and self._overlays.text(area.path) is not None:
            raise RefusedError(f"{area.path} är öppen i en redigerare. Ändra den där.")
        self._folder, self._loaded = with_file(folder, area.path, area), None

    def area(self, name: str) -> AreaFile:
        """Return an area file as it stands."""
        return self._seen().area_files[name].area

    def text_of(self, name: str) -> str:
        """Return an area file's text as it stands, but for a byte order mark."""
        return self._seen().area_files[name].text

    def bom_of(self, name: str) -> str:
        """Return the byte order mark that an area file begins with, or nothing."""
        return self._seen().area_files[name].bom

    def expressions(self, text: str) -> tuple[Expression, ...]:
        """Return the expressions of an answer as written, each with what it shows; a faulty one stands for itself."""
        return self._as_folder()[0].figures.shown(text)

    @property
    def figures(self) -> "Figures":
        """What evaluates its expressions, with its tables."""
        return self._as_folder()[0].figures

    def answers_of(self, area: AreaFile) -> dict[str, Svar]:
        """Return the answers that a file would give."""
        return self._as_folder()[0].answers_of(area)

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The questions whose answers ``save`` would write, in the form's order."""
        if self._reader is None:
            return ()
        fragor = {fraga for name in self._changed_files() for fraga in self._unsaved_in(name)}
        return tuple(fraga for fraga in self._reader.mall.fraga_by_id if fraga in fragor)

    def save(self, command: str = "sparat", own: Mapping[Path, bytes | None] = _NOTHING) -> list[Path]:
        """Write every changed file, all or none; return them. What was there is kept, as overwritten by the command.

        An answer that somebody else has changed meanwhile raises Conflict, where it is unsaved here; all else in the
        file is taken as it is on disk now. ``own`` are files that the program keeps for itself, written with them.
        """
        reader, _ = self._as_folder()
        if not (own or self._changed_files()):
            return []
        from rapport.workflow.saving import saved_whole

        rebased = saved_whole(reader.path, command, self._rebased_all, own)
        for name, one in rebased.items():
            reader.folder = with_file(reader.folder, name, one.area, one.source)
            self.replace_file(one.area)
        self._disputed.clear()
        return [reader.path / name for name in rebased]

    def _rebased_all(self) -> dict[str, Rebased]:
        """Return the changed files as they are to be written on what is on disk now; Conflict where they cannot be."""
        areas = {name: self._rebased(name) for name in self._changed_files()}
        if disagreements := [one for _, found, _ in areas.values() for one in found]:
            raise Conflict(disagreements)
        sums = {name: self._fingerprints(name, area) for name, (area, _, _) in areas.items()}
        return {name: Rebased(area, area.source, disk, sums[name]) for name, (area, _, disk) in areas.items()}

    def revert(self) -> None:
        """Let every answer be as it was read: what is unsaved is gone."""
        self._folder, self._loaded = self._as_folder()[0].folder, None
        self._disputed.clear()

    def reload(self, *, keeps_readable: bool = False) -> tuple[Finding, ...]:
        """Take in what has changed on disk; what is unsaved is kept.

        An answer that is unsaved here and has been changed by somebody else stays in conflict until it is settled. A
        file that cannot be read any longer is left as it was, with ``keeps_readable`` any; return what is wrong then.
        """
        if self._reader is None:
            self._loaded = load(self.path, self._mall_id)
            return ()
        unsaved = {name: {f: self._values(name, f) for f in self._unsaved_in(name)} for name in self._changed_files()}
        before = self._reader.folder
        self._reader.reload(keeps_readable=keeps_readable)
        for name, by_fraga in unsaved.items():
            theirs = self._reader.folder.area(name)
            if by_fraga and (theirs is None or theirs.post is None):
                if known := before.area_files.get(name):
                    self._reader.folder = with_file(self._reader.folder, name, known.area, known.raw)
                continue
            changed = [fraga for fraga in by_fraga if entry_of(theirs, fraga) != entry_of(before.area(name), fraga)]
            self._disputed = {fraga: entry_of(before.area(name), fraga) for fraga in changed} | self._disputed
        self._folder, self._loaded = self._reader.folder, None
        for fraga, values in (one for by_fraga in unsaved.values() for one in by_fraga.items()):
            self.set(fraga, **values)
        return self._reader.kept

    @property
    def disputed(self) -> tuple[str, ...]:
        """The unsaved answers that somebody else has changed too, and that nobody has settled."""
        unsaved = self.unsaved
        return tuple(fraga for fraga in self._disputed if fraga in unsaved)

    def settle(self, fraga: str) -> None:
        """Let an answer stand as it is here, whatever somebody else has made of it."""
        self._disputed.pop(fraga, None)

    def _as_folder(self) -> tuple[FolderReader, Folder]:
        if self._reader is None or self._folder is None:
            raise InputError(f"{self.path} ändras i Word, inte här. Hämta svaren till en mapp med rapport importera.")
        return self._reader, self._folder

    def _before(self) -> "Before | None":
        """Return the report before, as rapport.yaml names it; what reads it is loaded where it is named."""
        if self._folder is None or not (folder := self._seen()).rapport.forra.strip():
            self._compared = None
            return None
        from rapport.workflow.forra import ForraReader

        self._forra = self._forra or ForraReader()
        self._compared = self._forra.read(folder)
        return self._compared

    def _seen(self) -> Folder:
        """Return the folder as it stands, with what an editor has over it."""
        _, folder = self._as_folder()
        return self._overlays.over(folder) if self._overlays else folder

    def _file_of(self, fraga: str) -> str:
        """Return the name of the file that has an answer, or should have it."""
        places, omrade = self.underlag.places, self.underlag.mall.omrade_of(fraga)
        return places.of_fraga(fraga, omrade.nummer).path or omrade.filnamn

    def _changed_files(self) -> list[str]:
        if self._reader is None or self._folder is None:
            return []
        before = self._reader.folder.area_files
        return [
            name
            for name, read in self._folder.area_files.items()
            if name not in before or (read is not before[name] and read.area.source != before[name].raw)
        ]

    def _unsaved_in(self, name: str) -> list[str]:
        reader, folder = self._as_folder()
        before, now = reader.folder.area(name), folder.area_files[name].area
        return [fraga for fraga in now.post.svar if entry_of(before, fraga) != entry_of(now, fraga)] if now.post else []

    def _fingerprints(self, name: str, written: AreaFile) -> dict[str, str]:
        """Return the answers changed in a file since it was read, with what tells them as they are about to stand."""
        reader, folder = self._as_folder()
        changed = changed_svar(reader.folder.area(name), folder.area_files[name].area)
        known = reader.mall.fraga_by_id
        return {fraga: fingerprint(entry_of(written, fraga)) for fraga in changed if fraga in known}

    def _values(self, name: str, fraga: str) -> dict[str, str]:
        """Return what was changed of an answer since it was read."""
        reader, folder = self._as_folder()
        return changed_values(entry_of(reader.folder.area(name), fraga), entry_of(folder.area(name), fraga))

    def _rebased(self, name: str) -> tuple[AreaFile, list[Disagreement], str | None]:
        """Return a changed file as it is to be written, what stands in the way, and what is on disk now."""
        reader, folder = self._as_folder()
        now, file = folder.area_files[name].area, reader.path / name
        was = reader.folder.area_files.get(name)
        disk, faults = read_text(file, name) if (there := file.exists()) else ("", [])
        fragor = self._unsaved_in(name)
        if not faults and disk == (was.raw if was else "") and not self._disputed.keys() & set(fragor):
            return now, [], disk if there else None
        if not fragor:
            raise SavedMeanwhileError(f"{file} har sparats av någon annan. {what_has_changed()} Kör kommandot igen.")
        theirs, before = read_area_file(disk, name), was.area if was else None
        disagreements = [
            Disagreement(fraga, name, entry_of(now, fraga).text, entry_of(theirs, fraga).text)
            for fraga in fragor
            if theirs.post is None or entry_of(theirs, fraga) != (self._disputed.get(fraga) or entry_of(before, fraga))
        ]
        if not disagreements:
            for fraga in fragor:
                theirs = with_values(theirs, fraga, self._values(name, fraga))
        return theirs, disagreements, disk if there else None
