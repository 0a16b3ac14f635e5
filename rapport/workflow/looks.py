"""A filled-in form as it looks: a PDF, or a text that somebody took out of one → a report."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rapport.checks.spelling.dictionary import frequent
from rapport.checks.spelling.verdicts import judge
from rapport.checks.spelling.vocabulary import Vocabulary, vocabulary
from rapport.domain.mall import Mall
from rapport.domain.underlag import Loaded, Redovisning, Underlag
from rapport.finding import Finding, Place

# What a word costs, in natural logarithms of how unlikely it is.
_USUAL, _RIGHT, _NAME, _UNKNOWN = 0.0, 1.0, 4.5, 7.0
_SHORT = 2  # letters; nearly any two are some word


def load_looks(file: Path, name: str, mall: Mall) -> Loaded:
    """Read a PDF or a text as a filled-in form; InputError where it cannot be read, or is another document."""
    from rapport.pdf.text import read_text
    from rapport.pdf.underlag import load_lines

    words = lexicon(vocabulary(Underlag(name, Redovisning(mall))))
    try:
        if file.suffix.lower() == ".txt":
            return load_lines(read_text(file), name, mall, words)
        from rapport.pdf.read import read_pdf

        read = read_pdf(file)
        loaded = load_lines(read.lines, name, mall, words, title=read.title, outside=read.outside)
        return replace(loaded, findings=(*loaded.findings, *(_broken(name, page) for page in read.broken)))
    finally:
        judge().save()


def _broken(name: str, page: int) -> Finding:
    message = f"Sida {page} är skadad och kan inte läsas."
    return Finding("utan-hem", "error", message, "Läs sidan i dokumentet, eller hämta en hel fil.", Place(name, sida=page))


def lexicon(own: Vocabulary) -> Callable[[str], float]:
    """Return what tells how unlikely a word is; ``own`` are the words of the form and the field."""
    usual = frequent()

    def cost_of(word: str) -> float:
        small = word.casefold()
        if len(word) == 1:
            return _USUAL if small in "iåö" else _NAME
        if small in usual or small in own.own:
            return _USUAL
        if len(word) <= _SHORT:
            return _NAME if word.isupper() else _UNKNOWN - _RIGHT if not judge().is_right(small) else _RIGHT
        if judge().is_right(word):
            return _RIGHT
        return _NAME if word[0].isupper() else _UNKNOWN

    return cost_of
