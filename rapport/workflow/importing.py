"""Importing: filled-in forms in Word → the answers of a report folder; no word is lost, and nothing decided unasked."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from rapport.domain.underlag import Loaded
from rapport.errors import InputError, RefusedError
from rapport.store.hamtade import remembered, taken
from rapport.store.lock import locked
from rapport.workflow.colleague import Document, Tracked, read_colleague
from rapport.workflow.merged import Merged
from rapport.workflow.merging import Decision, Side
from rapport.workflow.one_answer import read_one
from rapport.workflow.report import Report
from rapport.workflow.taking import take


def merge(  # noqa: PLR0913 - as many as the command has flags
    report: Report,
    files: Iterable[Path],
    *,
    mall: str | None = None,
    takes_all: bool = False,
    decided: Collection[str] = (),
    side: Side | None = None,
    tracked: Tracked = "lamna",
) -> Merged:
    """Take the answers of documents into a report in memory, one document after the other; ``save`` writes them.

    Only the questions that are ``decided`` are taken, where there are any, and their conflicts are settled for one
    ``side``, the document's where none is named. An answer that has been taken in before from a document, and has not
    been changed there since, is taken only if it is decided.
    Answers with changes that are ``tracked`` are left, unless these are to be accepted or rejected. A single file that
    is no form is the answer to the only question in ``decided``; a ``side`` must then be named for it to take the place
    of another answer. Raises InputError for a file that is neither, and RefusedError where the folder's own files have
    faults: writing into them could lose answers.
    """
    refuse_unreadable(report.loaded)
    own, several = report.underlag.mall, list(files)
    if len(several) == len(decided) == 1:
        (fraga,) = decided
        documents = [read_one(several[0], report.path, own, fraga, tracked)]
    else:
        documents = _named([_read(file, report, mall, tracked) for file in several])
    merged = Merged(documents, known=frozenset(taken(report.path)))
    for document in merged.documents:
        winner = side if document.is_answer else side or "dokumentet"
        for fraga in decided or own.fraga_by_id:
            take(report, merged, document, fraga, Decision(takes_all, winner if fraga in decided else None))
    return merged


def save(report: Report, merged: Merged) -> list[Path]:
    """Write what has been taken in, all or nothing, and remember what it was; return the files."""
    if not merged.taken:
        return report.save("importera")
    with locked(report.path, "importera"):
        return report.save("importera", remembered(report.path, merged.taken))


def _read(file: Path, report: Report, mall: str | None, tracked: Tracked) -> Document:
    try:
        return read_colleague(file, report.path, report.underlag.mall, mall, tracked)
    except InputError as error:
        hint = "" if file.is_dir() else " Är det svaret på en enda fråga: lägg till --fraga NR."
        raise InputError(f"{error}{hint}") from error


def _named(documents: list[Document]) -> list[Document]:
    """Return documents so that each is called something of its own."""
    names = Counter(document.file.name for document in documents)
    return [
        replace(document, shown=document.file.as_posix()) if names[document.file.name] > 1 else document
        for document in documents
    ]


def refuse_unreadable(loaded: Loaded) -> None:
    """Raise RefusedError when a folder's own files have faults: writing into them could lose answers."""
    faults = [f for f in loaded.findings if f.severity == "error" and f.rule not in ("markdown", "siffra")]
    if faults:
        first = faults[0]
        raise RefusedError(f"Rätta först mappens egna filer, {len(faults)} fel: {first.place}: {first.message}")
