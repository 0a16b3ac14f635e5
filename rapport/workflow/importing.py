"""Importing: filled-in forms in Word → the answers of a report folder; no word is lost, and nothing decided unasked."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NoReturn

from rapport.domain.hamtning import HamtatSvar, Oavgjort
from rapport.domain.svar import Svar
from rapport.domain.underlag import Loaded
from rapport.errors import RefusedError
from rapport.finding import Finding
from rapport.store.byggen import ByggtSvar
from rapport.workflow.colleague import Document, Tracked, read_colleague
from rapport.workflow.merging import Answers, Decision, MergedAnswer, merge_answer
from rapport.workflow.one_answer import read_one
from rapport.workflow.report import Report
from rapport.workflow.unseen import would_lose

# What may stand in a document and not come with: said, and never passed over. Tracked changes are told by themselves.
_MAY_LOSE = {"utan-hem", "dold-text", "markdown"}
_TOLD = {"sparade-andringar", "kommentar"}
_NO_ANSWER = ByggtSvar("", (), ())


@dataclass(slots=True)
class Merged:
    """What some documents brought to a report, one after the other.

    ``kommentarer`` are the questions that got any; ``unticked`` those whose boxes are here but not in a document.
    ``stopped`` says of answers why they are not written as merged.
    """

    documents: list[Document]
    svar: list[HamtatSvar] = field(default_factory=list)
    kommentarer: list[str] = field(default_factory=list)
    unticked: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)

    @property
    def conflicts(self) -> tuple[Oavgjort, ...]:
        """What somebody has to decide."""
        return tuple(one for svar in self.svar for one in svar.oavgjort)

    @property
    def may_lose(self) -> list[Finding]:
        """What may stand in the documents and not have come with; of one answer's own document all that was found."""
        return [
            finding
            for document in self.documents
            for finding in document.loaded.findings
            if finding.rule in _MAY_LOSE or (document.is_answer and finding.rule not in _TOLD)
        ]

    @property
    def is_whole(self) -> bool:
        """Whether everything in the documents has come with, and nothing has to be decided."""
        left = any(document.left for document in self.documents)
        return not (
            left or self.stopped or self.conflicts or any(finding.severity != "info" for finding in self.may_lose)
        )


def merge(  # noqa: PLR0913 - as many as the command has flags
    report: Report,
    files: Iterable[Path],
    *,
    mall: str | None = None,
    takes_all: bool = False,
    decided: Collection[str] = (),
    side: Literal["dokumentet", "mappen"] | None = None,
    tracked: Tracked = "lamna",
) -> Merged:
    """Take the answers of documents into a report in memory, one document after the other; ``save`` writes them.

    Questions that are ``decided`` have their conflicts settled for one ``side``, the document's where none is named.
    Answers with changes that are ``tracked`` are left, unless these are to be accepted or rejected. A single file that
    is no form is the answer to the only question in ``decided``; a ``side`` must then be named for it to take the place
    of another answer. Raises InputError for a file that is neither, and RefusedError where the folder's own files have
    faults: writing into them could lose answers.
    """
    _refuse_unreadable(report.loaded)
    own, several = report.underlag.mall, list(files)
    if len(several) == len(decided) == 1:
        (fraga,) = decided
        merged = Merged([read_one(several[0], report.path, own, fraga, tracked)])
    else:
        merged = Merged([read_colleague(file, report.path, own, mall, tracked) for file in several])
    for document in merged.documents:
        winner = side if document.is_answer else side or "dokumentet"
        for fraga in own.fraga_by_id:
            _merge_one(report, merged, document, fraga, Decision(takes_all, winner if fraga in decided else None))
    return merged


def _merge_one(report: Report, merged: Merged, document: Document, fraga: str, decision: Decision) -> None:
    theirs = document.underlag.svar_by_fraga.get(fraga, Svar(fraga))
    here = report.underlag.svar_by_fraga.get(fraga, Svar(fraga))
    if fraga in document.left:
        return
    if fraga not in document.missing:
        built = None if document.built is None else document.built.get(fraga, _NO_ANSWER)
        writers = _writers(merged, fraga)
        answers = Answers(document.file.name, built, here, theirs)
        answer = merge_answer(report, answers, _beside(decision) if writers else decision)
        if writers and decision.takes == "dokumentet" and answer.undecided:
            _refuse(fraga, (*writers, document.file.name))
        why = None if answer.text is None else would_lose(report, fraga, here.markdown or "", answer.text)
        if why:
            merged.stopped.append(f"{document.file.name}: {why}")
        elif answer.values:
            report.set(fraga, **answer.values)
        if not why and (answer.values or answer.undecided):
            merged.svar.append(_brought(document, here, answer, writers))
    is_form = document.built is None and not document.is_answer
    if is_form and here.kryss and not theirs.kryss and fraga in document.underlag.svar_by_fraga:
        merged.unticked.append(fraga)
    if theirs.kommentar and (new := _with_comment(here.kommentar or "", theirs.kommentar)):
        report.set(fraga, kommentar=new)
        merged.kommentarer.append(fraga)


def _beside(decision: Decision) -> Decision:
    """Return a decision as it goes for the answers that another document has changed: these are not to be lost."""
    return Decision(takes="mappen" if decision.takes == "mappen" else None)


def _refuse(fraga: str, names: Iterable[str]) -> NoReturn:
    raise RefusedError(
        f"Fråga {fraga} är ändrad på olika sätt i {' och '.join(dict.fromkeys(names))}. Inget har ändrats: "
        "avgör med ett dokument i taget."
    )


def _writers(merged: Merged, fraga: str) -> tuple[str, ...]:
    """Return the documents that a question's answer has changes of already."""
    return tuple(svar.file for svar in merged.svar if svar.fraga == fraga and svar.is_taken)


def _brought(document: Document, here: Svar, answer: MergedAnswer, writers: tuple[str, ...]) -> HamtatSvar:
    return HamtatSvar(
        answer.fraga,
        document.file.name,
        document.author,
        Counter(edit.kind for edit in answer.edits) if answer.text is not None else {},
        has_text=answer.text is not None,
        has_kryss=answer.kryss is not None,
        is_new=not here.blocks and not here.kryss,
        here_too=answer.here_too,
        oavgjort=answer.undecided,
        writers=writers,
        lost=tuple(uttryck for edit in answer.edits for uttryck in edit.lost),
        tecken=answer.tecken,
    )


def _with_comment(old: str, new: str) -> str | None:
    """Return a comment with those lines of another that it has not; None where it has them all."""
    there = set(old.splitlines())
    lines = [line for line in new.splitlines() if line not in there]
    return "\n".join([*([old.rstrip()] if old else []), *lines]) if lines else None


def _refuse_unreadable(loaded: Loaded) -> None:
    """Raise RefusedError when a folder's own files have faults: writing into them could lose answers."""
    faults = [f for f in loaded.findings if f.severity == "error" and f.rule not in ("markdown", "siffra")]
    if faults:
        first = faults[0]
        raise RefusedError(f"Rätta först mappens egna filer, {len(faults)} fel: {first.place}: {first.message}")
