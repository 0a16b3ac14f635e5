"""One answer as colleagues send it: a document of their own, a text that was pasted, or Markdown."""

import sys
from pathlib import Path

from rapport.domain.mall import Mall
from rapport.domain.places import Places
from rapport.domain.svar import Svar
from rapport.domain.underlag import Loaded, Redovisning, Underlag
from rapport.errors import InputError
from rapport.finding import Finding, Place
from rapport.prose.blocks import Blocks
from rapport.prose.markdown import parse
from rapport.prose.pasted import pasted
from rapport.store.files import MAX_BYTES, read_text
from rapport.store.yaml import nfc
from rapport.word.answer import read_answer
from rapport.word.package import read_package
from rapport.word.properties import core_value, custom_values
from rapport.workflow.colleague import Document, Tracked, read_colleague, settled

PASTED = Path("-")  # what was pasted into the terminal, or sent there from another program


def read_one(file: Path, folder: Path, own: Mall, fraga: str, tracked: Tracked) -> Document:
    """Read what is to be the answer to a question: a document of any kind, or a text.

    A document that is the form itself is read as that. Raises InputError where there is nothing to read.
    """
    if file.suffix.lower() == ".docx":
        return _form(file, folder, own, tracked) or _own_document(file, own, fraga, tracked)
    blocks = _text(file)
    if not blocks:
        raise InputError(f"{_name(file)} har ingen text, så det finns inget svar att hämta.")
    return Document(file, "", _loaded(file, own, Svar(fraga, blocks), ()), is_answer=True)


def _form(file: Path, folder: Path, own: Mall, tracked: Tracked) -> Document | None:
    """Return a document as a filled-in form; None where it is none: a question or two may stand in any document."""
    try:
        document = read_colleague(file, folder, own, None, tracked)
    except InputError:
        return None
    there = len(own.fraga_by_id) - len(document.missing)
    return document if "Mall" in custom_values(read_package(file)) or there > 1 else None


def _own_document(file: Path, own: Mall, fraga: str, tracked: Tracked) -> Document:
    parts = read_package(file)
    answer = read_answer(settled(parts, tracked), file.name, own, fraga)
    changes = answer.changes if tracked == "lamna" else read_answer(parts, file.name, own, fraga).changes
    svar = Svar(fraga, answer.blocks, kommentar="\n".join(map(str, answer.comments)) or None)
    return Document(
        file,
        " ".join(core_value(parts, "cp:lastModifiedBy").split()),
        _loaded(file, own, svar, answer.findings),
        changes=changes,
        left=frozenset({fraga} if changes and tracked == "lamna" else ()),
        is_answer=True,
    )


def _loaded(file: Path, own: Mall, svar: Svar, findings: tuple[Finding, ...]) -> Loaded:
    places = Places(by_fraga={svar.fraga: Place(_name(file))})
    return Loaded(Underlag(_name(file), Redovisning(own), {svar.fraga: svar}, places=places), findings)


def _text(file: Path) -> Blocks:
    if file == PASTED:
        raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        return pasted(nfc(raw.decode("utf-8", "replace")))
    if file.suffix.lower() not in (".txt", ".md"):
        raise InputError(f"{file} kan inte läsas som ett svar. Spara det som .docx, .txt eller .md.")
    text, findings = read_text(file, str(file))
    if findings:
        raise InputError(f"{file}: {findings[0].message} {findings[0].hint}")
    text = nfc(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    return parse(text).blocks if file.suffix.lower() == ".md" else pasted(text)


def _name(file: Path) -> str:
    return "den inklistrade texten" if file == PASTED else file.name
