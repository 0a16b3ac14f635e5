"""One entry of an area file → Svar, and what is wrong in its text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from rapport.domain.mall import Fraga
from rapport.domain.svar import Svar
from rapport.finding import Finding, Place, Related, Severity
from rapport.prose.expression import Evaluate, Fault
from rapport.prose.markdown import parse
from rapport.prose.problem import MAX_CHARACTERS, Problem
from rapport.store.nodes import Document, Scalar
from rapport.store.schema import SvarPost
from rapport.store.source import ScalarSource
from rapport.store.unread import stray_keys, unread_lines


class Answer(NamedTuple):
    """An answer as read from an entry, and what was wrong in its text; the same wherever in a file it stands."""

    entry: SvarPost
    svar: Svar
    problems: tuple[Problem, ...]
    faults: tuple[Fault, ...]


def read_answer(fraga: Fraga, entry: SvarPost, ansvarig: str, evaluate: Evaluate | None) -> Answer:
    """Read an entry; ``ansvarig`` is the area's. Without ``evaluate`` expressions stay as they are written."""
    may_hold = evaluate and "{" in entry.text and len(entry.text) <= MAX_CHARACTERS
    expressions = evaluate(entry.text) if may_hold and evaluate else ()
    prose = parse(entry.text, expressions)
    boxes = {box.lower(): box for box in fraga.kryss}
    svar = Svar(
        fraga=fraga.id,
        blocks=prose.blocks,
        kryss=tuple(boxes.get(kryss.strip().lower(), kryss) for kryss in entry.kryss),
        status=entry.status,
        ansvarig=entry.ansvarig or ansvarig or None,
        kommentar=entry.kommentar or None,
        tillat={rule: reason.strip() for rule, reason in entry.tillat.items()},
        markdown=entry.text,
    )
    return Answer(entry, svar, prose.problems, tuple(e.fault for e in expressions if e.fault))


def text_source(document: Document, fraga: str) -> ScalarSource | None:
    """Return the source of an answer's text, in its short form or its long one; None where it has none."""
    node = document.find(("svar", fraga))
    if not isinstance(node, Scalar):
        node = document.find(("svar", fraga, "text"))
    return ScalarSource(document, node) if isinstance(node, Scalar) else None


def answer_findings(answer: Answer, source: ScalarSource | None, omrade: int, path: str) -> Iterator[Finding]:
    """Yield what is wrong in an answer's text, each at its place in the file."""
    fraga = answer.svar.fraga

    def place(offset: int) -> Place:
        return source.place(offset) if source else Place(path)

    for problem in answer.problems:
        severity: Severity = "error" if problem.is_error else "warning"
        at = place(problem.offset)
        yield Finding("markdown", severity, problem.message, problem.hint, at, omrade, fraga, problem.excerpt)
    yield from (_figure_finding(fault, answer, source, omrade, path) for fault in answer.faults if not fault.of_table)
    if source:
        yield from stray_keys(answer.entry.text, source, omrade, fraga)
        yield from unread_lines(source.document, source.scalar, omrade, fraga)


def table_findings(answer: Answer, source: ScalarSource | None, omrade: int, path: str) -> Iterator[Finding]:
    """Yield a finding for each expression whose table is at fault; those of all answers are to be said at once."""
    return (_figure_finding(fault, answer, source, omrade, path) for fault in answer.faults if fault.of_table)


def said_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield one finding for all that say the same of a table: at the first place, with their number and the others."""
    alike: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.message, finding.hint), []).append(finding)
    for first, *others in alike.values():
        if not others:
            yield first
            continue
        fragor = dict.fromkeys(one.fraga or "" for one in (first, *others))
        where = f"{len(fragor)} svar behöver" if len(fragor) > 1 else "svaret behöver"
        which = f": {', '.join(fragor)}" if len(fragor) > 1 else ""
        message = f"{first.message} {1 + len(others)} uttryck i {where} den{which}."
        related = tuple(Related(one.place, one.fraga, one.excerpt) for one in others)
        yield replace(first, message=message, related=related)


def _figure_finding(fault: Fault, answer: Answer, source: ScalarSource | None, omrade: int, path: str) -> Finding:
    at = source.place(fault.start) if source else Place(path)
    return Finding("siffra", "error", fault.message, fault.hint, at, omrade, answer.svar.fraga, fault.excerpt)
