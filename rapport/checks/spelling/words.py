"""The words of an answer that spelling can be judged by, with where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapport.domain.svar import Svar
from rapport.prose.blocks import Text, passages, plain

_CHUNK = re.compile(r"\S+")
# What holds no words, or none in Swedish: addresses, abbreviations with full stops, names of files.
_NO_WORDS = re.compile(r"@|://|^www\.|[^\W\d_]\.[^\W\d_]|[_\\<>{}\u00ad\u200b-\u200f]")
_PIECE = re.compile(r"[\w:'’]+")
_SWEDISH = re.compile(r"[A-ZÅÄÖÉ][a-zåäöéèüà]{2,}|[a-zåäöéèüà]{3,}")
_QUOTATION = re.compile(r"[”\"“«][^”\"“»\n]{3,300}[”\"”»]")
_LONGEST = 45
_SIGNS = ":'’"
_OPENING = '”"“«(*–•'


@dataclass(frozen=True, slots=True)
class Word:
    """A word: letters only, a capital at most at its beginning.

    ``begins`` says that it begins a sentence or a quotation, where a capital means nothing; ``is_head`` that a
    hyphen follows.
    """

    text: str
    start: int
    begins: bool
    is_head: bool

    @property
    def end(self) -> int:
        """Where it ends in the answer's text."""
        return self.start + len(self.text)

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def words(svar: Svar) -> Iterator[Word]:
    """Yield the words to judge, in order; acronyms, figures, addresses, italic and foreign letters are none."""
    text = svar.text
    italic = _italic(svar)
    beginnings = {_first_letter(text, sentence.start) for sentence in svar.meningar}
    for chunk in _CHUNK.finditer(text):
        if _NO_WORDS.search(chunk[0]):
            continue
        for piece in _PIECE.finditer(chunk[0]):
            word = _word(piece[0])
            start = chunk.start() + piece.start() + len(piece[0]) - len(piece[0].lstrip(_SIGNS))
            if word and start not in italic:
                begins = (
                    start in beginnings
                    or text[max(start - 1, 0)] in _OPENING
                    or text[max(start - 2, 0) : start] == ": "
                )
                yield Word(word, start, begins, text[start + len(word) : start + len(word) + 1] in {"-", "\u2011"})


def stretches(svar: Svar) -> Iterator[tuple[int, int]]:
    """Yield what may be in another language as a whole: sentences and quotations."""
    yield from ((sentence.start, sentence.end) for sentence in svar.meningar)
    yield from (quotation.span() for quotation in _QUOTATION.finditer(svar.text))


def _word(piece: str) -> str | None:
    """Return the word in a piece between blanks and hyphens; "region:s" and the like lose what follows."""
    word = piece.strip(_SIGNS).partition(":")[0]
    return word if len(word) <= _LONGEST and _SWEDISH.fullmatch(word) else None


def _first_letter(text: str, start: int) -> int:
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start


def _italic(svar: Svar) -> set[int]:
    """Return where italic stands in the answer's text: titles, names, words in other languages."""
    found: set[int] = set()
    at = 0
    for passage in passages(svar.blocks):
        inside = at
        for inline in passage:
            if isinstance(inline, Text) and inline.italic:
                found.update(range(inside, inside + len(inline.text)))
            inside += len(plain([inline]))
        at += len(plain(passage)) + 1
    return found
