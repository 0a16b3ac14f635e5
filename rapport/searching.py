"""The verbs about source papers: search them, suggest passages for an answer, see what the register lacks."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from rapport.domain.kalla import Kalla, Register
from rapport.domain.underlag import Underlag
from rapport.errors import InputError
from rapport.finding import Finding
from rapport.reading import load
from rapport.sources import citing
from rapport.sources.index import Index, Paper, Progress
from rapport.sources.index_file import DAMAGE, discard, is_damage, open_index
from rapport.sources.library import gather, index_place
from rapport.sources.passages import Piece
from rapport.sources.query import close_words, concepts, quoted
from rapport.sources.reading import READERS, Readers
from rapport.sources.search import Hit, count_any, search
from rapport.sources.suggest import Suggestion, suggest
from rapport.sources.tokens import tokens
from rapport.store.files import require_folder
from rapport.store.kallor import PAPERS, load_register
from rapport.store.mall import form_folder, known_forms, load_mall
from rapport.store.underlag import RAPPORT

_CLOSE = 3  # words shown when nothing was found
Result = TypeVar("Result")


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

    Of a search also how many passages there are in all, and words close to those that were not found.
    """

    library: Library
    remarks: list[str] = field(default_factory=list)
    unread: list[Finding] = field(default_factory=list)
    close: list[str] = field(default_factory=list)
    total: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper of the register, and the questions whose answers name it."""

    kalla: Kalla
    fragor: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The register against the files and the answers."""

    entries: tuple[Entry, ...]
    unregistered: tuple[citing.Proposal, ...]
    has_answers: bool


def find(folder: Path, words: str, progress: Progress) -> tuple[list[Hit], Looked]:
    """Return the passages that hold the words, best first: all of them, or the hundreds that are best."""
    library = open_library(folder, needs_papers=True)

    def work(index: Index) -> tuple[list[Hit], int, list[str]]:
        looked_for = concepts(words, index.vocabulary)
        hits = search(index, looked_for)
        return hits, count_any(index, looked_for), [] if hits else _close_words(index, words)

    (hits, total, close), looked = _with_index(library, progress, work)
    looked.total, looked.close = total, close
    return hits, looked


def _close_words(index: Index, words: str) -> list[str]:
    """Return words of the papers, as they stand there, that look like those that were not found."""
    shown: list[str] = []
    for term in close_words(index.vocabulary, words, _CLOSE):
        texts = (passage.text for passage in index.find(quoted(term), 1))
        shown += [token.word.lower() for text in texts for token in tokens(text) if token.term == term][:1]
    return shown


def suggestions(folder: Path, fraga: str, progress: Progress) -> tuple[list[Suggestion], Looked]:
    """Return the passages that likely belong in the answer to a question; InputError when there is no such question."""
    library = open_library(folder, needs_papers=True)
    underlag = load(folder).underlag if library.is_report else None
    mall = underlag.mall if underlag else load_mall(form_folder(known_forms(folder)[-1], folder))
    if fraga not in mall.fraga_by_id:
        raise InputError(f"Fråga {fraga} finns inte. Frågorna är {', '.join(mall.fraga_by_id)}.")
    svar = underlag.svar_by_fraga.get(fraga) if underlag else None

    def work(index: Index) -> list[Suggestion]:
        return suggest(index, mall, fraga, svar.text if svar else "")

    return _with_index(library, progress, work)


def overview(folder: Path, progress: Progress) -> tuple[Overview, Looked]:
    """Return which answers name which papers, and what the register lacks."""
    library = open_library(folder, needs_papers=False)
    underlag = load(folder).underlag if library.is_report else None
    entries = tuple(
        Entry(kalla, tuple(_citing(kalla, library.register, underlag))) for kalla in library.register.kallor
    )
    strangers = [paper for paper in library.papers if library.kalla(paper.name) is None]

    def work(index: Index) -> tuple[citing.Proposal, ...]:
        return tuple(
            citing.propose(_in_papers(paper.name, library), index.passages(paper.name), library.register)
            for paper in strangers
        )

    proposals, looked = _with_index(library, progress, work)
    return Overview(entries, proposals, bool(underlag and underlag.svar_by_fraga)), looked


def _in_papers(name: str, library: Library) -> str:
    return name.removeprefix(f"{PAPERS}/") if library.is_report else name


def _citing(kalla: Kalla, register: Register, underlag: Underlag | None) -> Iterator[str]:
    for fraga, svar in underlag.svar_by_fraga.items() if underlag else ():
        if citing.cites(svar.text, kalla, register):
            yield fraga


def open_library(folder: Path, *, needs_papers: bool) -> Library:
    """Return the papers of a folder; InputError when it is none, or has none and some are needed."""
    require_folder(folder)
    is_report = (folder / RAPPORT).is_file()
    register, findings = load_register(folder) if is_report else (Register(), [])
    root = folder / PAPERS if is_report else folder
    papers, others = gather(root, folder, _readers())
    if not papers and (needs_papers or not is_report):
        kinds = ", ".join(_readers())
        where = f"Lägg dem i {root}." if is_report else f"Mappen har inte heller någon {RAPPORT}. Är det rätt mapp?"
        raise InputError(f"{root} har inga papper att söka i ({kinds}). {where}")
    in_order = sorted(findings, key=lambda finding: (finding.place.line or 0, finding.place.column or 0))
    return Library(folder, is_report, tuple(papers), tuple(others), register, tuple(in_order))


def _readers() -> Readers:
    return {".docx": _read_word, **READERS}


def _read_word(file: Path) -> Iterator[Piece]:
    """Yield a Word document's paragraphs, as everywhere else that we read Word: notes, tables and boxes too."""
    from rapport.prose.blocks import plain_passages
    from rapport.word.read import read_document

    reader = read_document(file)
    for number, text in enumerate(plain_passages(reader.blocks(reader.body)), 1):
        yield Piece(text, f"stycke {number}")


def _with_index(library: Library, progress: Progress, work: Callable[[Index], Result]) -> tuple[Result, Looked]:
    """Do something with an index that agrees with the papers.

    One that turns out to be damaged is made anew; where another program holds it, one is made for this once.
    """
    looked = Looked(library)
    place = index_place(library.folder, is_report=library.is_report)
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
    started = time.monotonic()
    count = index.update(library.papers, _readers(), progress)
    if index.is_kept or not count or time.monotonic() - started < 1:
        return []
    return [f"Sökregistret kunde inte sparas, så alla {count} papper lästes. Det görs om nästa gång."]
