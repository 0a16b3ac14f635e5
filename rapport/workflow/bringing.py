"""Bringing in colleagues' documents as somebody sees it done: what is beyond doubt, and what is decided on the way.

It is ``importing``, asked again with every decision: each time from the folder as it is on disk, so that what was
shown and what is written are the same.
"""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from rapport.disk import workplace
from rapport.domain.hamtning import HamtatSvar, Oavgjort
from rapport.domain.mall import Mall
from rapport.domain.svar import Svar
from rapport.errors import InputError
from rapport.filenames import FORMS
from rapport.store.hamtade import taken
from rapport.workflow.answering import SvarPost, entry, stamp, with_changes
from rapport.workflow.colleague import Document, Tracked, read_colleague
from rapport.workflow.importing import refuse_unreadable, save
from rapport.workflow.merged import Merged
from rapport.workflow.merging import Answers, Decision, Side, merge_answer
from rapport.workflow.one_answer import read_one
from rapport.workflow.report import Report
from rapport.workflow.taking import take

__all__ = ["Brought", "Choice", "Document", "Incoming", "Undecided", "bring", "is_form", "read", "save"]


class Incoming(NamedTuple):
    """A document that has come: where it lies, what it is called, and how it is to be read.

    ``fraga`` is the question that it answers, where it is no form.
    """

    file: Path
    name: str
    tracked: Tracked = "lamna"
    fraga: str = ""


class Choice(NamedTuple):
    """What somebody has decided for an answer of a document: one side, or the ``text`` that they wrote of both."""

    side: Side
    text: str | None = None


class Undecided(NamedTuple):
    """An answer that somebody has to decide: as it would be with either side. ``was``: as the document was built."""

    fraga: str
    name: str
    mine: SvarPost
    theirs: SvarPost
    was: str | None
    clashes: tuple[Oavgjort, ...]


class Brought(NamedTuple):
    """What some documents bring, and what is left to decide of it. ``mark`` is known from any other result."""

    merged: Merged
    undecided: tuple[Undecided, ...]
    mark: str


Chosen = Mapping[tuple[str, str], Choice]  # by what the document is called, and the question


def read(report: Report, incoming: Incoming) -> Document:
    """Read a document that has come; InputError where it is none that can be brought in."""
    own = report.underlag.mall
    if incoming.fraga:
        found = read_one(incoming.file, report.path, own, incoming.fraga, incoming.tracked)
    else:
        found = read_colleague(incoming.file, report.path, own, tracked=incoming.tracked)
    return replace(found, shown=incoming.name)


def is_form(file: Path, folder: Path, mall: Mall) -> bool:
    """Whether a document looks like the report's form, filled in: a question or two may stand in any document."""
    if file.suffix.lower() not in FORMS:
        return False
    try:
        found = read_colleague(file, folder, mall)
    except InputError:
        return False
    return found.is_ours or len(mall.fraga_by_id) - len(found.missing) > 1


def bring(report: Report, documents: Iterable[Document], chosen: Chosen) -> Brought:
    """Take documents into a report in memory, one after the other, with what has been decided; ``save`` writes it.

    Raises RefusedError where the folder's own files have faults.
    """
    refuse_unreadable(report.loaded)
    before = {fraga: stamp(entry(report, fraga)) for fraga in report.underlag.mall.fraga_by_id}
    merged = Merged(list(documents), known=frozenset(taken(report.path)))
    undecided: list[Undecided] = []
    for document in merged.documents:
        for fraga in report.underlag.mall.fraga_by_id:
            undecided += _bring(report, merged, document, fraga, chosen.get((document.name, fraga)))
    after = {fraga: (was, stamp(entry(report, fraga))) for fraga, was in before.items()}
    changed = [(fraga, *both) for fraga, both in after.items() if both[0] != both[1]]
    left = [(one.fraga, one.name, stamp(one.mine), stamp(one.theirs)) for one in undecided]
    return Brought(merged, tuple(undecided), sha256(repr((changed, left)).encode()).hexdigest()[:24])


def _bring(
    report: Report, merged: Merged, document: Document, fraga: str, choice: Choice | None
) -> Iterable[Undecided]:
    already = len(merged.svar)
    decision = Decision(takes=choice.side if choice else None, has_seen=choice is not None)
    if document.is_answer and choice is None and fraga not in document.underlag.svar_by_fraga:
        return ()
    take(report, merged, document, fraga, decision)
    if choice and choice.text is not None and choice.text != entry(report, fraga).text:
        report.set(fraga, text=choice.text)
        merged.svar[already:] = [_written(document, fraga)]
    return [_undecided(report, document, fraga, row.oavgjort) for row in merged.svar[already:] if row.oavgjort]


def _written(document: Document, fraga: str) -> HamtatSvar:
    """Return what is told of an answer that somebody has written of both."""
    counts = {"avgjort": 1}
    return HamtatSvar(
        fraga,
        document.name,
        document.author,
        counts,
        has_text=True,
        has_kryss=False,
        is_new=False,
        here_too=True,
        oavgjort=(),
    )


def _undecided(report: Report, document: Document, fraga: str, clashes: tuple[Oavgjort, ...]) -> Undecided:
    mine = entry(report, fraga)
    here = report.underlag.svar_by_fraga.get(fraga, Svar(fraga))
    theirs = document.underlag.svar_by_fraga.get(fraga, Svar(fraga))
    built = document.built.get(fraga) if document.built is not None else None
    answers = Answers(document.name, built, here, theirs)
    values = merge_answer(report, answers, Decision(takes="dokumentet")).values
    words = {key: value if isinstance(value, str) else list(value) for key, value in values.items()}
    return Undecided(fraga, document.name, mine, with_changes(mine, words), built.text if built else None, clashes)


def room_for_files() -> AbstractContextManager[Path]:
    """Give a folder for files that have come in and are not taken yet; it goes with them."""
    return workplace()
