"""Counting: any file with text → its characters, as the form counts them."""

from pathlib import Path

from rapport.errors import InputError
from rapport.finding import Finding, Place
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
    if file.suffix.lower() in (".pdf", ".txt"):
        return _count_looks(file)
    if file.suffix == ".yaml":
        svar, findings = load_texts(file, Figures(file.parent))
    elif file.suffix == ".md":
        svar, findings = load_markdown(file)
    else:
        raise InputError(
            f"{file} kan inte räknas. Ange en fil av slaget .docx, .pdf, .txt eller .md, eller en .yaml-fil med svar."
        )
    if svar is None:
        faults = " ".join(f"{finding.place}: {finding.message} {finding.hint or ''}" for finding in findings)
        raise InputError(f"{file} kan inte räknas. {faults}".strip())
    return sum(map(count, svar)), findings


def _count_looks(file: Path) -> tuple[int, list[Finding]]:
    """Return the count of a PDF or a text, and that it says less than the document that it was made from."""
    from rapport.pdf.read import read_pdf
    from rapport.pdf.text import read_text
    from rapport.pdf.whole import whole
    from rapport.workflow.looks import words_of_all

    read = read_text(file) if file.suffix.lower() == ".txt" else read_pdf(file).lines
    return count(whole(read, words_of_all)), [Finding("trasiga-tecken", "info", _ABOUT, _HINT, Place(str(file)))]


_ABOUT = "Räknat på texten som den syns, utan sidhuvud, sidfot och sidnummer; några tecken kan skilja."
_HINT = "Räkna på Worddokumentet om talet ligger nära gränsen."


def _count_document(file: Path) -> int:
    from rapport.word.package import reading
    from rapport.word.read import WordReader

    with reading(file) as parts:
        reader = WordReader(parts)
        return count(reader.blocks(reader.body))
