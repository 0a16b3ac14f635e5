"""A report folder's files in memory: rapport.yaml, and the area files as they were on disk when they were read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from rapport.errors import InputError
from rapport.finding import Finding, Place
from rapport.limits import YAML_FILES
from rapport.nobodys import NOBODYS, is_nobodys
from rapport.store.area_file import AreaFile, likely_areas, read_area_file
from rapport.store.files import AREA_PATTERNS, read_text, require_folder
from rapport.store.nodes import Document
from rapport.store.schema import RapportFil
from rapport.store.validate import validate
from rapport.store.yaml import BOM, parse

RAPPORT = "rapport.yaml"
KALLOR = "kallor.yaml"  # the register of papers
PAPERS = "kallor"  # the folder with the papers
_NOT_AREAS = {RAPPORT, KALLOR}
_MAX_FILES = YAML_FILES.most
# What Explorer, Finder, OneDrive and Dropbox call a copy: the last is OneDrive's, with the computer's name.
_COPIES = (
    re.compile(r"(?:Kopia av|Copy of) (?P<name>.+)\.yaml"),
    re.compile(r"(?P<name>.+?)(?: -)? (?:[Kk]opia|[Cc]opy)(?: ?\(?\d+\)?)?\.yaml"),
    re.compile(r"(?P<name>.+?) ?\([^()]+\)\.yaml"),
    re.compile(r"(?P<name>.+?)-(?=[^a-zåäö]*[A-ZÅÄÖ])[A-ZÅÄÖ0-9-]{4,}(?:-\d+)?\.yaml"),
)


class ReadFile(NamedTuple):
    """A file as it was on disk when it was read, and what was made of it."""

    raw: str
    area: AreaFile

    @property
    def text(self) -> str:
        """The file's text as it stands, changed in memory or not, but for a byte order mark."""
        document = self.area.document
        return document.source if document and not document.moved else self.raw.removeprefix(BOM)

    @property
    def bom(self) -> str:
        """The byte order mark that it begins with, or nothing."""
        return self.area.document.bom if self.area.document else BOM * self.raw.startswith(BOM)


@dataclass(frozen=True, slots=True)
class Folder:
    """A report folder as read; ``area_files`` by name, in order. One bad file never hides the others."""

    path: Path
    rapport: RapportFil
    document: Document
    findings: tuple[Finding, ...]
    area_files: Mapping[str, ReadFile] = field(default_factory=dict)

    def area(self, name: str) -> AreaFile | None:
        """Return a file with answers; None where there is none of that name."""
        read = self.area_files.get(name)
        return read.area if read else None


def read_folder(path: Path, before: Folder | None = None) -> Folder:
    """Read a report folder; a file that is as it was ``before`` is not parsed again.

    Raises InputError where there is no report to speak of: no folder, no usable rapport.yaml.
    """
    require_folder(path)
    rapport, document, findings = _rapport(path)
    known = before.area_files if before else {}
    files = {file.name: _read(path, file, known.get(file.name)) for file in _area_files(path)}
    return Folder(path, rapport, document, tuple(findings), _without_copies(files))


def with_file(folder: Folder, name: str, area: AreaFile, raw: str | None = None) -> Folder:
    """Return the folder with a file made anew; ``raw`` is its text on disk where that is new too."""
    was = folder.area_files.get(name)
    read = ReadFile(raw if raw is not None else was.raw if was else "", area)
    return replace(folder, area_files={**folder.area_files, name: read})


def with_areas(folder: Folder, given: Mapping[str, ReadFile]) -> Folder:
    """Return the folder with some files as they are given, on disk or not; what is refused there is so here too."""
    taken = {
        name: read
        for name, read in given.items()
        if name not in _NOT_AREAS and not NOBODYS.fullmatch(name) and not _refusal(folder.path, folder.path / name)
    }
    return replace(folder, area_files=_without_copies(dict(sorted({**folder.area_files, **taken}.items()))))


def _read(folder: Path, file: Path, before: ReadFile | None) -> ReadFile:
    if refusal := _refusal(folder, file):
        return ReadFile("", AreaFile(file.name, None, None, (refusal,)))
    source, findings = read_text(file, file.name)
    if findings:
        return ReadFile("", AreaFile(file.name, None, None, tuple(findings), likely_areas(source, file.name)))
    return before if before and before.raw == source else ReadFile(source, read_area_file(source, file.name))


def _refusal(folder: Path, file: Path) -> Finding | None:
    if file.suffix == ".txt":
        message = "Filen läses inte: den slutar på .txt, som Anteckningar lägger till när en fil sparas."
        hint = f"Byt namn på den till {_meant(file)}. Syns inte .txt: slå på filnamnstillägg i Utforskaren."
        return Finding("yaml", "warning", message, hint, Place(file.name))
    if file.suffix == ".yml":
        return Finding("yaml", "warning", "Filen läses inte.", "Byt ändelsen till .yaml.", Place(file.name))
    if not is_inside(file, folder):
        hint = "Kopiera in filen i mappen."
        return Finding("yaml", "error", "Filen ligger utanför mappen och läses inte.", hint, Place(file.name))
    return None


def is_inside(file: Path, folder: Path) -> bool:
    """Whether a file lies in a folder, links followed; a link that leads round in a circle lies nowhere."""
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _meant(file: Path) -> str:
    """Return the name that a file was meant to have, which Notepad has put .txt after."""
    return file.with_suffix("").with_suffix(".yaml").name


def _without_copies(files: dict[str, ReadFile]) -> dict[str, ReadFile]:
    """Return the files with each copy of another, which has its questions too, as one that is not read."""
    return {name: _not_read(name, read, files) or read for name, read in files.items()}


def _not_read(name: str, read: ReadFile, files: Mapping[str, ReadFile]) -> ReadFile | None:
    copied = next((copied for pattern in _COPIES if (copied := pattern.match(name))), None)
    original = files.get(f"{copied['name']}.yaml") if copied else None
    post, first = read.area.post, original.area.post if original else None
    if not (original and post and first and post.svar) or post.omrade != first.omrade:
        return None
    if not post.svar.keys() <= first.svar.keys():
        return None
    message = f"Filen ser ut att vara en kopia av {original.area.path}: den har samma frågor och läses inte."
    hint = "Jämför dem, för över det som ska vara kvar och ta bort kopian ur mappen."
    if post.svar == first.svar:
        hint = "Svaren är desamma i båda: ta bort kopian ur mappen."
    return ReadFile("", AreaFile(name, None, None, (Finding("yaml", "error", message, hint, Place(name)),)))


def _area_files(folder: Path) -> list[Path]:
    files = sorted(file for pattern in AREA_PATTERNS for file in folder.glob(pattern))
    files = [file for file in files if file.name not in _NOT_AREAS and not NOBODYS.fullmatch(file.name)]
    if len(files) > _MAX_FILES:
        raise InputError(f"Mappen {folder} har {len(files)} YAML-filer; fler än {_MAX_FILES} läses inte.")
    return files


def _rapport(folder: Path) -> tuple[RapportFil, Document, list[Finding]]:
    file = folder / RAPPORT
    if not file.exists():
        named = f"Mappen {folder}" if folder != Path() else "Mappen du står i"
        if all(is_nobodys(file) for file in folder.iterdir()):
            raise InputError(f"{named} är tom. Skapa en redovisning med rapport ny.")
        if (noted := folder / f"{RAPPORT}.txt").exists():
            raise InputError(f"{noted} läses inte: Anteckningar har lagt till .txt. Byt namn på den till {RAPPORT}.")
        raise InputError(f"{named} har ingen {RAPPORT}. Är det rätt mapp? En ny skapas med rapport ny.")
    source, findings = read_text(file, RAPPORT)
    if not findings:
        rapport, document, findings = read_rapport(source)
        if rapport and document:
            return rapport, document, findings
    faults = (f"  {f.place}: {f.message} {_hint_here(f)}" for f in findings)
    raise InputError(f"{file} kan inte användas:", *faults)


def read_rapport(source: str) -> tuple[RapportFil | None, Document | None, list[Finding]]:
    """Read the text of a rapport.yaml; None where it cannot be used, with what is wrong with it."""
    document, findings = parse(source, RAPPORT)
    if not document:
        return None, None, findings
    rapport, more = validate(document, RapportFil)
    return rapport, document, findings + more


def _hint_here(finding: Finding) -> str:
    """Return what to do about a fault in rapport.yaml, which has no text: of an answer."""
    hint = finding.hint or ""
    return "Kontrollera citattecken, klamrar och indrag på raden." if "text: |" in hint else hint
