"""The verbs about source papers: search them, suggest snippets for an answer, see what the register lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapport.domain.kalla import Kalla, Progress, Register
from rapport.domain.underlag import Underlag
from rapport.errors import InputError
from rapport.sources import citing
from rapport.sources.citing import Proposal
from rapport.sources.index import Index
from rapport.sources.query import close_words, concepts, quoted
from rapport.sources.search import Traff, count_any, search
from rapport.sources.suggest import Forslag, suggest
from rapport.sources.words import tokens
from rapport.store.folder import PAPERS
from rapport.store.mall import newest_form
from rapport.store.quote import quoted as yaml_value
from rapport.workflow.load import load, load_form
from rapport.workflow.papers import Library, Looked, open_library, with_index

__all__ = ["Entry", "Looked", "Overview", "Proposal", "Traff", "find", "overview", "suggestions", "yaml_value"]
_CLOSE = 3  # words shown when nothing was found


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


def find(folder: Path, words: str, progress: Progress) -> tuple[list[Traff], Looked]:
    """Return the snippets that hold the words, best first: all of them, or the hundreds that are best."""
    library = open_library(folder, needs_papers=True)

    def work(index: Index) -> tuple[list[Traff], int, list[str]]:
        looked_for = concepts(words, index.vocabulary)
        traffar = search(index, looked_for)
        return traffar, count_any(index, looked_for), [] if traffar else _close_words(index, words)

    (traffar, total, close), looked = with_index(library, progress, work)
    looked.total, looked.close = total, close
    return traffar, looked


def _close_words(index: Index, words: str) -> list[str]:
    """Return words of the papers, as they stand there, that look like those that were not found."""
    shown: list[str] = []
    for term in close_words(index.vocabulary, words, _CLOSE):
        texts = (snippet.text for snippet in index.find(quoted(term), 1))
        shown += [token.word.lower() for text in texts for token in tokens(text) if token.term == term][:1]
    return shown


def suggestions(folder: Path, fraga: str, progress: Progress) -> tuple[list[Forslag], Looked]:
    """Return the snippets that likely belong in the answer to a question; InputError when there is no such question."""
    library = open_library(folder, needs_papers=True)
    return suggestions_in(library, load(folder).underlag if library.is_report else None, fraga, progress)


def suggestions_in(
    library: Library, underlag: Underlag | None, fraga: str, progress: Progress
) -> tuple[list[Forslag], Looked]:
    """Return the snippets of papers that likely belong in the answer to a question of a report as it stands."""
    mall = underlag.mall if underlag else load_form(newest_form(library.folder), library.folder)
    if fraga not in mall.fraga_by_id:
        raise InputError(f"Fråga {fraga} finns inte. Frågorna är {', '.join(mall.fraga_by_id)}.")
    svar = underlag.svar_by_fraga.get(fraga) if underlag else None

    def work(index: Index) -> list[Forslag]:
        return suggest(index, mall, fraga, svar.text if svar else "", (underlag.region or "") if underlag else "")

    return with_index(library, progress, work)


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
            citing.propose(_in_papers(paper.name, library), index.snippets(paper.name), library.register)
            for paper in strangers
        )

    proposals, looked = with_index(library, progress, work)
    return Overview(entries, proposals, bool(underlag and underlag.svar_by_fraga)), looked


def _in_papers(name: str, library: Library) -> str:
    return name.removeprefix(f"{PAPERS}/") if library.is_report else name


def _citing(kalla: Kalla, register: Register, underlag: Underlag | None) -> Iterator[str]:
    for fraga, svar in underlag.svar_by_fraga.items() if underlag else ():
        if citing.cites(svar.text, kalla, register):
            yield fraga
