"""A report's papers and the index over them, opened and kept up to date for whoever asks something of it."""

import os
import time
import unicodedata
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from rapport import limits
from rapport.domain.kalla import Kalla, Progress, Register
from rapport.errors import InputError
from rapport.finding import Finding
from rapport.nobodys import NOBODYS
from rapport.prose.numbers import thousands
from rapport.sources.index import Index
from rapport.sources.index_file import DAMAGE, discard, index_place, is_damage, open_index
from rapport.sources.paper import Paper
from rapport.sources.readers import OWN_READERS, Readers
from rapport.sources.worker import PaperReader
from rapport.store.files import require_folder
from rapport.store.folder import PAPERS, RAPPORT, is_inside
from rapport.store.kallor import load_register

_Result = TypeVar("_Result")
READERS: Readers = {".docx": "rapport.word.plain:paragraphs", **OWN_READERS}
_MAX_PAPERS = limits.PAPERS.most
_STRANGERS = 20  # files that are no papers, in a folder that is no report: it is probably another one that is meant


@dataclass(frozen=True, slots=True)
class Library:
    """The papers of a folder: of a report when it has a ``rapport.yaml``, or else all that lie in it."""

    folder: Path
    is_report: bool
    papers: tuple[Paper, ...]
    others: tuple[str, ...]
    register: Register
    findings: tuple[Finding, ...]

    def kalla(self, paper: str) -> Kalla | None:
        """Return what the register has of a paper, by its path as the user knows it."""
        wanted = paper.casefold()  # as Windows has it
        return next((k for k in self.register.kallor if k.fil and self.name(k.fil).casefold() == wanted), None)

    def name(self, fil: str) -> str:
        """Return the path that the user knows a file in ``kallor/`` by."""
        return f"{PAPERS}/{fil}" if self.is_report else fil


@dataclass(slots=True)
class Looked:
    """What is said beside a result: remarks on the index, papers that were not read.

    Of a search also how many snippets there are in all, and words close to those that were not found.
    """

    library: Library
    remarks: list[str] = field(default_factory=list)
    unread: list[Finding] = field(default_factory=list)
    close: list[str] = field(default_factory=list)
    total: int = 0


def open_library(folder: Path, *, needs_papers: bool) -> Library:
    """Return the papers of a folder; InputError when it is none, or has none and some are needed."""
    require_folder(folder)
    is_report = (folder / RAPPORT).is_file()
    register, findings = load_register(folder) if is_report else (Register(), [])
    root = folder / PAPERS if is_report else folder
    papers, others = gather(root, folder, READERS)
    if not papers and (needs_papers or not is_report):
        kinds = ", ".join(READERS)
        where = f"Lägg dem i {root}." if is_report else f"Mappen har inte heller någon {RAPPORT}. Är det rätt mapp?"
        raise InputError(f"{root} har inga papper att söka i ({kinds}). {where}")
    if not is_report and len(others) > max(_STRANGERS, 3 * len(papers)):
        raise InputError(
            f"{folder} har ingen {RAPPORT} och mest filer som inte är papper ({thousands(len(others))}). "
            "Är det rätt mapp? Ange redovisningens mapp, eller en med bara papper, med --i."
        )
    in_order = sorted(findings, key=lambda finding: (finding.place.line or 0, finding.place.column or 0))
    return Library(folder, is_report, tuple(papers), tuple(others), register, tuple(in_order))


def gather(root: Path, folder: Path, kinds: Container[str]) -> tuple[list[Paper], list[str]]:
    """Return the papers below a folder, and the names of files that are none we can read.

    Their names are paths in ``folder``; what leads out of it is not followed. InputError where there are too many.
    """
    papers: list[Paper] = []
    others: list[str] = []
    if not is_inside(root, folder):
        return [], []  # the register says so
    for file in _files(root):
        name = unicodedata.normalize("NFC", _readable(file.relative_to(folder).as_posix()))
        leads_out = file.is_symlink() and not is_inside(file, folder)
        if not leads_out and file.suffix.lower() in kinds:
            papers.append(Paper(name, file))
        else:
            others.append(name)
        if len(papers) + len(others) > _MAX_PAPERS:
            raise InputError(
                f"{root} har fler än {thousands(_MAX_PAPERS)} filer. Välj en mapp med bara papperen, med --i."
            )
    return papers, others


def _readable(name: str) -> str:
    """Return a file's name as text; bytes in it that are none are written by their numbers."""
    return os.fsencode(name).decode("utf-8", "backslashreplace") if not name.isascii() else name


def _files(root: Path) -> Iterator[Path]:
    """Yield the files below a folder in order, hidden ones and what Word keeps open left out; links are not entered."""
    for place, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name[0] != ".")
        yield from (Path(place) / name for name in sorted(names) if not NOBODYS.fullmatch(name))


def with_index(
    library: Library, progress: Progress, work: Callable[[Index], _Result], *, beside: bool = True
) -> tuple[_Result, Looked]:
    """Do something with an index that agrees with the papers.

    One that turns out to be damaged is made anew; where another program holds it, one is made for this once. Without
    ``beside`` none is made beside the report, but one that is there is used.
    """
    looked = Looked(library)
    place = index_place(library.folder, is_report=library.is_report)
    if not beside and place and not place.exists():
        place = index_place(library.folder, is_report=False)
    for attempt in (place, place, None):
        index = open_index(attempt)
        looked.remarks += index.remarks
        try:
            looked.remarks += _update(index, library, progress)
            result = work(index)
            looked.unread += index.findings()
        except DAMAGE as error:
            index.connection.close()
            looked.remarks += [discard(attempt)] if attempt and is_damage(error) else []
        else:
            return result, looked
        finally:
            index.connection.close()
    raise InputError("Sökregistret kan inte göras. Stäng andra program och försök igen.")


def _update(index: Index, library: Library, progress: Progress) -> list[str]:
    """Read what is new; return a word about it where it will have to be read again the next time."""
    if (online := index.to_be_fetched(library.papers)) and (tell := getattr(progress, "fetching", None)):
        tell(online)  # before: it takes time, and room on a disk that may have none
    started = time.monotonic()
    with PaperReader(READERS) as reader:
        count = index.update(library.papers, reader.read, progress)
    if index.is_kept or not count or time.monotonic() - started < 1:
        return []
    return [f"Sökregistret kunde inte sparas, så alla {count} papper lästes. Det görs om nästa gång."]


def texts(folder: Path, progress: Progress) -> list[str]:
    """Return every snippet of a report's papers, as far as they can be read; nothing is written in the folder."""
    library = open_library(folder, needs_papers=False)

    def work(index: Index) -> list[str]:
        return [snippet.text for paper in library.papers for snippet in index.snippets(paper.name)]

    return with_index(library, progress, work, beside=False)[0] if library.papers else []
