"""Importing: filled-in forms in Word → the answers of a report folder; no word is lost, and nothing decided unasked."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from rapport.domain.hamtning import HamtatSvar, Oavgjort
from rapport.domain.svar import Svar
from rapport.domain.underlag import Loaded
from rapport.errors import InputError, RefusedError
from rapport.finding import Finding
from rapport.store.byggen import ByggtSvar
from rapport.workflow.colleague import Document, read_colleague
from rapport.workflow.merging import Answers, Decision, MergedAnswer, merge_answer
from rapport.workflow.report import Report

# What may stand in a document and not come with: said, and never passed over.
_MAY_LOSE = {"utan-hem", "sparade-andringar", "dold-text", "markdown"}
_NO_ANSWER = ByggtSvar("", (), ())


@dataclass(slots=True)
class Merged:
    """What some documents brought to a report, one after the other.

    ``kommentarer`` are the questions that got any; ``unticked`` those whose boxes are here but not in a document.
    """

    documents: list[Document]
    svar: list[HamtatSvar] = field(default_factory=list)
    kommentarer: list[str] = field(default_factory=list)
    unticked: list[str] = field(default_factory=list)

    @property
    def conflicts(self) -> tuple[Oavgjort, ...]:
        """What somebody has to decide."""
        return tuple(one for svar in self.svar for one in svar.oavgjort)

    @property
    def may_lose(self) -> list[Finding]:
        """What may stand in the documents and not have come with."""
        return [f for document in self.documents for f in document.loaded.findings if f.rule in _MAY_LOSE]


def merge(  # noqa: PLR0913 - as many as the command has flags
    report: Report,
    files: Iterable[Path],
    *,
    mall: str | None = None,
    takes_all: bool = False,
    decided: Collection[str] = (),
    side: Literal["dokumentet", "mappen"] = "dokumentet",
) -> Merged:
    """Take the answers of documents into a report in memory, one document after the other; ``save`` writes them.

    Questions that are ``decided`` have their conflicts settled for one ``side``. Raises InputError for a file that is
    no filled-in form, and RefusedError where the folder's own files have faults: writing into them could lose answers.
    """
    _refuse_unreadable(report.loaded)
    own = report.underlag.mall
    merged = Merged([read_colleague(file, report.path, mall, own.id) for file in files])
    for document in merged.documents:
        if document.underlag.mall.id != own.id:
            raise InputError(
                f"{document.file} är formuläret {document.underlag.mall.id}, men mappen besvarar {own.id}. "
                "Hämta svaren till en egen mapp."
            )
        for fraga in own.fraga_by_id:
            _merge_one(report, merged, document, fraga, Decision(takes_all, side if fraga in decided else None))
    _refuse_twice(merged, decided)
    return merged


def _refuse_twice(merged: Merged, decided: Iterable[str]) -> None:
    """Raise RefusedError where one decision would let a second document take the place of the first."""
    for fraga in decided:
        names = [svar.file for svar in merged.svar if svar.fraga == fraga and svar.edits.get("avgjort")]
        if len(names) > 1:
            raise RefusedError(
                f"Fråga {fraga} är ändrad på olika sätt i {' och '.join(names)}. Inget har ändrats: avgör med ett "
                "dokument i taget."
            )


def _merge_one(report: Report, merged: Merged, document: Document, fraga: str, decision: Decision) -> None:
    theirs = document.underlag.svar_by_fraga.get(fraga, Svar(fraga))
    here = report.underlag.svar_by_fraga.get(fraga, Svar(fraga))
    if fraga not in document.missing:
        built = None if document.built is None else document.built.get(fraga, _NO_ANSWER)
        answer = merge_answer(report, Answers(document.file.name, built, here, theirs), decision)
        if answer.values:
            report.set(fraga, **answer.values)
        if answer.values or answer.undecided:
            merged.svar.append(_brought(document, here, answer, _writers(merged, fraga)))
    if document.built is None and here.kryss and not theirs.kryss and fraga in document.underlag.svar_by_fraga:
        merged.unticked.append(fraga)
    if theirs.kommentar and (new := _with_comment(here.kommentar or "", theirs.kommentar)):
        report.set(fraga, kommentar=new)
        merged.kommentarer.append(fraga)


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
