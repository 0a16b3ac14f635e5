"""Taking in what one document has made of one question."""

from collections import Counter
from collections.abc import Iterable
from typing import NoReturn

from rapport.domain.hamtning import HamtatSvar
from rapport.domain.svar import Svar
from rapport.errors import RefusedError, what_has_changed
from rapport.store.byggen import ByggtSvar
from rapport.store.hamtade import fingerprint
from rapport.workflow.colleague import Document
from rapport.workflow.merged import Merged
from rapport.workflow.merging import Answers, Decision, MergedAnswer, merge_answer
from rapport.workflow.report import Report
from rapport.workflow.unseen import would_lose

_NO_ANSWER = ByggtSvar("", (), ())


def take(report: Report, merged: Merged, document: Document, fraga: str, decision: Decision) -> None:
    """Merge a document's answer, and its comments, into a report in memory; ``merged`` is told what was done."""
    if fraga in document.left:
        return
    theirs = document.underlag.svar_by_fraga.get(fraga, Svar(fraga))
    here = report.underlag.svar_by_fraga.get(fraga, Svar(fraga))
    built = None if document.built is None else document.built.get(fraga, _NO_ANSWER)
    mark = fingerprint(built, fraga, theirs.blocks, theirs.kryss, theirs.kommentar)
    is_known = built is not None and decision.takes is None and mark in merged.known
    if fraga not in document.missing:
        answers = Answers(document.name, built, here, theirs)
        is_settled = _take_answer(report, merged, document, answers, decision, is_known=is_known)
        merged.taken += [mark] if is_settled and built is not None else []
    is_form = built is None and not document.is_answer
    if is_form and here.kryss and not theirs.kryss and fraga in document.underlag.svar_by_fraga:
        merged.unticked.append(fraga)
    if theirs.kommentar and not is_known and (new := _with_comment(here.kommentar or "", theirs.kommentar)):
        report.set(fraga, kommentar=new)
        merged.kommentarer.append(fraga)


def _take_answer(  # noqa: PLR0913 - all that it takes
    report: Report, merged: Merged, document: Document, answers: Answers, decision: Decision, *, is_known: bool
) -> bool:
    """Merge an answer; return whether it was taken in, or decided, with nothing left of it."""
    fraga, writers = answers.here.fraga, _writers(merged, answers.here.fraga)
    answer = merge_answer(report, answers, _beside(decision) if writers and not decision.has_seen else decision)
    if is_known:
        if answer.values or answer.undecided:
            merged.seen.setdefault(document.name, []).append(fraga)
        return False
    if writers and not decision.has_seen and decision.takes == "dokumentet" and answer.undecided:
        _refuse(fraga, (*writers, document.name))
    why = None if answer.text is None else would_lose(report, fraga, answers.here.markdown or "", answer.text)
    if why:
        merged.stopped.append(f"{document.name}: {why}")
        return False
    if answer.values:
        report.set(fraga, **answer.values)
    if answer.values or answer.undecided:
        merged.svar.append(_brought(document, answers.here, answer, writers))
    return bool(answer.values or decision.takes) and not answer.undecided


def _beside(decision: Decision) -> Decision:
    """Return a decision as it goes for the answers that another document has changed: these are not to be lost."""
    return Decision(takes="mappen" if decision.takes == "mappen" else None)


def _refuse(fraga: str, names: Iterable[str]) -> NoReturn:
    raise RefusedError(
        f"Fråga {fraga} är ändrad på olika sätt i {' och '.join(dict.fromkeys(names))}. {what_has_changed()} "
        "Avgör med ett dokument i taget."
    )


def _writers(merged: Merged, fraga: str) -> tuple[str, ...]:
    """Return the documents that a question's answer has changes of already."""
    return tuple(svar.file for svar in merged.svar if svar.fraga == fraga and svar.is_taken)


def _brought(document: Document, here: Svar, answer: MergedAnswer, writers: tuple[str, ...]) -> HamtatSvar:
    return HamtatSvar(
        answer.fraga,
        document.name,
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
