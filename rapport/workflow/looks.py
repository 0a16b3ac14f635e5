"""A filled-in form as it looks: a PDF, or a text that somebody took out of one → a report."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.checks.spelling.dictionary import frequent, small, swedish
from rapport.checks.spelling.verdicts import judge
from rapport.checks.spelling.vocabulary import Vocabulary, vocabulary
from rapport.domain.mall import Mall
from rapport.domain.underlag import Loaded, Redovisning, Underlag
from rapport.finding import Finding, Place
from rapport.pdf.spans import UNKNOWN

if TYPE_CHECKING:
    from rapport.pdf.read import Read

# What a word costs, in natural logarithms of how unlikely it is.
_USUAL, _RIGHT, _NAME, _LETTER, _SEA = 0.0, 1.6, 6.0, 4.5, 2.5
_LESS, _ODD = 0.5, 0.9
_STRANGE = 2  # so many threes of letters that no word has, and it is none; where parts of a word meet is one
_SHORT = 2  # letters; nearly any two are some word


def words_of_all() -> Callable[[str], float]:
    """Return what tells how unlikely a word is, where no form is asked about."""
    return lexicon(Vocabulary(frozenset()))


def load_looks(file: Path, name: str, mall: Mall) -> Loaded:
    """Read a PDF or a text as a filled-in form; InputError where it cannot be read, or is another document."""
    return load_read(read_looks(file), name, mall)


def read_looks(file: Path) -> "Read":
    """Read the lines of a PDF or a text; InputError where that cannot be done."""
    from rapport.pdf.read import Read, read_pdf
    from rapport.pdf.text import read_text

    return Read(read_text(file), "", [], []) if file.suffix.lower() == ".txt" else read_pdf(file)


def load_read(read: "Read", name: str, mall: Mall) -> Loaded:
    """Return what was read as a filled-in form; InputError where it is another document."""
    from rapport.pdf.underlag import load_lines

    words = lexicon(vocabulary(Underlag(name, Redovisning(mall))))
    try:
        loaded = load_lines(read.lines, name, mall, words, title=read.title, outside=read.outside)
        return replace(loaded, findings=(*loaded.findings, *(_broken(name, page) for page in read.broken)))
    finally:
        judge().save()


def _broken(name: str, page: int) -> Finding:
    message = f"Sida {page} är skadad och kan inte läsas."
    return Finding(
        "utan-hem", "error", message, "Läs sidan i dokumentet, eller hämta en hel fil.", Place(name, sida=page)
    )


@cache
def _sounds() -> frozenset[str]:
    """Return every three letters that stand side by side in some word; the dictionary is asked for no other words."""
    words = (f"^{word.casefold()}$" for word in (*(word.stem for word in swedish().dic.words), *frequent()))
    return frozenset(word[at : at + 3] for word in words for at in range(len(word) - 2))


@cache
def _usual_sounds() -> frozenset[str]:
    """Return every four letters that stand side by side in some usual word."""
    return frozenset(word[at : at + 4] for word in frequent() | small()[0] for at in range(len(word) - 3))


def _unusual(word: str) -> float:
    """Return what it costs that a word is put together otherwise than usual ones: "stall" where there is "ställ"."""
    fours = [word[at : at + 4] for at in range(len(word) - 3)]
    return _ODD * sum(four not in _usual_sounds() for four in fours) / max(1, len(fours))


def _is_likely(word: str) -> bool:
    framed = f"^{word}$"
    return sum(framed[at : at + 3] not in _sounds() for at in range(len(framed) - 2)) < _STRANGE


def lexicon(own: Vocabulary) -> Callable[[str], float]:
    """Return what tells how unlikely a word is; ``own`` are the words of the form and the field."""
    usual, (little, less) = frequent(), small()

    def cost_of(word: str) -> float:
        lower = word.casefold()
        if len(word) == 1:
            return _USUAL if lower == "i" else _SEA if lower in "åö" else _LETTER
        if lower in less:
            return _LESS
        if lower in little or lower in usual or lower in own.own:
            return _USUAL
        if len(word) <= _SHORT:
            return _LETTER if word.isupper() else _RIGHT if judge().is_right(lower) else UNKNOWN - 1
        if _is_likely(lower) and judge().is_right(word):
            return _RIGHT + _unusual(lower)
        return _NAME if word[0].isupper() else UNKNOWN

    return cost_of
