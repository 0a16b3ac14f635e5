"""One answer as colleagues send it: a document of their own, a text that was pasted, or Markdown."""

import re
import sys
from pathlib import Path

from rapport.domain.mall import Mall
from rapport.domain.places import Places
from rapport.domain.svar import Svar
from rapport.domain.underlag import Loaded, Redovisning, Underlag
from rapport.errors import InputError
from rapport.filenames import LOOKS
from rapport.finding import Finding, Place, Severity
from rapport.prose.markdown import Prose, parse
from rapport.prose.pasted import pasted
from rapport.prose.problem import Problem
from rapport.store.files import MAX_BYTES, read_text
from rapport.store.yaml import nfc
from rapport.word.answer import read_answer
from rapport.word.package import Parts, reading
from rapport.word.properties import custom_values
from rapport.workflow.colleague import Document, Tracked, as_colleague, author_of, by_looks, settled

PASTED = Path("-")  # what was pasted into the terminal, or sent there from another program
_LETTERS = re.compile("[åäöÅÄÖ]")
_LOST = re.compile(r"(?<!\S)[^\W\d_]*\?[^\W\d_]+(?!\S)")  # a word with a question mark where a letter was


def read_one(file: Path, folder: Path, own: Mall, fraga: str, tracked: Tracked) -> Document:
    """Read what is to be the answer to a question: a document of any kind, or a text.

    A document that is the form itself is read as that. Raises InputError where there is nothing to read.
    """
    if file.suffix.lower() == ".docx":
        with reading(file) as parts:
            return _form(parts, file, folder, own, tracked) or _own_document(parts, file, own, fraga, tracked)
    if file.suffix.lower() in LOOKS and (form := _form_by_looks(file, own)):
        return form
    text = _text(file)
    prose = parse(text) if file.suffix.lower() == ".md" else Prose(pasted(text))
    findings = tuple(_finding(problem, file, text, own, fraga) for problem in prose.problems)
    if not prose.blocks:
        why = " ".join(finding.message for finding in findings[:1]) or "Där finns ingen text."
        raise InputError(f"{_name(file)} ger inget svar att hämta. {why}")
    return Document(file, "", _loaded(file, own, Svar(fraga, prose.blocks), findings), is_answer=True)


def _form(parts: Parts, file: Path, folder: Path, own: Mall, tracked: Tracked) -> Document | None:
    """Return a document as a filled-in form; None where it is none: a question or two may stand in any document."""
    try:
        document = as_colleague(parts, file, folder, own, tracked=tracked)
    except InputError:
        return None
    there = len(own.fraga_by_id) - len(document.missing)
    return document if "Mall" in custom_values(parts) or there > 1 else None


def _form_by_looks(file: Path, own: Mall) -> Document | None:
    """Return a PDF or a text as a filled-in form; None where it is none, though a question may be quoted in it."""
    try:
        document = by_looks(file, own)
    except InputError:
        if file.suffix.lower() == ".pdf":
            raise
        return None
    return document if len(own.fraga_by_id) - len(document.missing) > 1 else None


def _own_document(parts: Parts, file: Path, own: Mall, fraga: str, tracked: Tracked) -> Document:
    answer = read_answer(settled(parts, tracked), file.name, own, fraga)
    changes = answer.changes if tracked == "lamna" else read_answer(parts, file.name, own, fraga).changes
    svar = Svar(fraga, answer.blocks, kommentar="\n".join(map(str, answer.comments)) or None)
    return Document(
        file,
        author_of(parts),
        _loaded(file, own, svar, answer.findings),
        changes=changes,
        left=frozenset({fraga} if changes and tracked == "lamna" else ()),
        is_answer=True,
    )


def _loaded(file: Path, own: Mall, svar: Svar, findings: tuple[Finding, ...]) -> Loaded:
    places = Places(by_fraga={svar.fraga: Place(_name(file))})
    return Loaded(Underlag(_name(file), Redovisning(own), {svar.fraga: svar}, places=places), findings)


def _finding(problem: Problem, file: Path, text: str, own: Mall, fraga: str) -> Finding:
    severity: Severity = "error" if problem.is_error else "warning"
    place = Place(_name(file), text.count("\n", 0, problem.offset) + 1)
    omrade = own.omrade_of(fraga).nummer
    return Finding("markdown", severity, problem.message, problem.hint, place, omrade, fraga, problem.excerpt)


def _text(file: Path) -> str:
    """Return a text that was pasted or is in a file; InputError where not all of it can be read as it is."""
    if file == PASTED:
        return nfc(_pasted_text())
    if file.suffix.lower() not in (".txt", ".md"):
        raise InputError(f"{file} kan inte läsas som ett svar. Spara det som .docx, .txt eller .md.")
    text, findings = read_text(file, str(file))
    if findings:
        raise InputError(f"{file}: {findings[0].message} {findings[0].hint}")
    return nfc(text.removeprefix("\ufeff").replace("\r\n", "\n"))


def _pasted_text() -> str:
    if sys.stdin is None or sys.stdin.closed:
        raise InputError("Det finns ingen inklistrad text att läsa. Spara svaret som .docx, .txt eller .md i stället.")
    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise InputError(f"Den inklistrade texten är större än {MAX_BYTES // 1_000_000} MB. Dela upp den.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "Den inklistrade texten är inte UTF-8, så dess å, ä och ö går inte att läsa. "
            "Spara den som .txt med kodningen UTF-8, eller som .docx, och hämta filen."
        ) from error
    # Windows' own PowerShell sends only ASCII on until it is told otherwise.
    if not _LETTERS.search(text) and (lost := _LOST.search(text)):
        raise InputError(
            f"Den inklistrade texten har tappat sina å, ä och ö på vägen: ”{lost[0]}”. Skriv först i PowerShell: "
            "$OutputEncoding = [Text.UTF8Encoding]::new()"
        )
    return text


def _name(file: Path) -> str:
    return "den inklistrade texten" if file == PASTED else file.name
