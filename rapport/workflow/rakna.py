"""Counting: any file with text → its characters, as the form counts them."""

from pathlib import Path

from rapport.errors import InputError
from rapport.finding import Finding
from rapport.prose.count import count
from rapport.store.texts import load_markdown, load_texts
from rapport.workflow.figures import Figures


def count_file(file: Path) -> tuple[int, list[Finding]]:
    """Return the count of one file, with what is wrong in it; InputError when it cannot be counted at all."""
    if file.is_dir():
        raise InputError(f"{file} är en mapp. Ange filerna i den, till exempel {file / '*.yaml'}.")
    if not file.is_file():
        raise InputError(f"Filen {file} finns inte.")
    if file.suffix.lower() == ".docx":
        return _count_document(file), []
    if file.suffix == ".yaml":
        svar, findings = load_texts(file, Figures(file.parent))
    elif file.suffix == ".md":
        svar, findings = load_markdown(file)
    else:
        raise InputError(f"{file} kan inte räknas. Ange en .docx-fil, en .yaml-fil med svar eller en .md-fil.")
    if svar is None:
        faults = " ".join(f"{finding.place}: {finding.message} {finding.hint or ''}" for finding in findings)
        raise InputError(f"{file} kan inte räknas. {faults}".strip())
    return sum(map(count, svar)), findings


def _count_document(file: Path) -> int:
    from rapport.word.package import reading
    from rapport.word.read import WordReader

    with reading(file) as parts:
        reader = WordReader(parts)
        return count(reader.blocks(reader.body))
