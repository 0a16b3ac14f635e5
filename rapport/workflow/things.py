"""The words of a file's text that stand for something with a place of its own: a question, a case, a paper, a table.

They are found in the text as it is written, so that they are there in one that does not parse too.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from rapport.checks.references.questions import parts_by_id, question_references
from rapport.domain.diarienummer import COMMON, find_numbers
from rapport.domain.underlag import Underlag
from rapport.figures.evaluate import spans
from rapport.figures.words import words_in
from rapport.workflow.entries import entries

Kind = Literal["fraga", "omrade", "diarienummer", "kalla", "tabell", "kolumn", "varde"]
_OMRADE = re.compile(r"\b[Oo]mråde (?P<nummer>\d{1,2})\b(?![.:]\d)")
_BROKEN = re.compile(r"(?<![ \t])[ \t]*+\r?\n[ \t]*+(?=\S)")
_SHORTEST = 8  # a title that is shorter may be any word


class Thing(NamedTuple):
    """Some words of a text, from ``start`` to ``end``, and what they stand for: its kind, and what it is known by."""

    kind: Kind
    key: tuple[str, ...]
    start: int
    end: int


def things(text: str, underlag: Underlag) -> list[Thing]:
    """Return what the words of a file's text stand for, in order."""
    ids = underlag.mall.fraga_by_id
    found = [Thing("fraga", (one.fraga,), one.start, one.key_end) for one in entries(text, ids)]
    flat = _Flat(text)
    found += (
        thing._replace(start=flat.raw(thing.start), end=flat.raw(thing.end - 1) + 1)
        for thing in _prose(flat.text, underlag)
    )
    for start, end in spans(text):
        if text.startswith("{{", start):
            for kind, first, last, tabell, *key in words_in(text[start:end]):
                if tabell:
                    found.append(Thing(kind, (tabell, *filter(None, key)), start + first, start + last))
    return sorted(found, key=lambda thing: (thing.start, thing.end))


def thing_at(text: str, underlag: Underlag, offset: int) -> Thing | None:
    """Return what the words at a place stand for; of two, those that are fewer."""
    here = [thing for thing in things(text, underlag) if thing.start <= offset <= thing.end]
    return min(here, key=lambda thing: (thing.end == offset, thing.end - thing.start), default=None)


def _prose(text: str, underlag: Underlag) -> Iterator[Thing]:
    """Yield what stands in running text."""
    parts = parts_by_id(underlag.mall)
    for reference in question_references(text, tuple(parts)):
        starts = [reference.lead, *(start for start, _ in reference.spans[1:])]
        for start, (_, end), fraga in zip(starts, reference.spans, reference.named, strict=True):
            yield Thing("fraga", (fraga,), start, end)
    for match in _OMRADE.finditer(text):
        yield Thing("omrade", (match["nummer"],), *match.span())
    register = underlag.kallor
    forms = (*register.monster, *(form for form in COMMON if form not in register.monster))
    for number, start, end in find_numbers(text, forms):
        yield Thing("diarienummer", (number,), start, end)
    for kalla in register.kallor:
        if len(kalla.titel) >= _SHORTEST:
            for match in re.finditer(rf"(?<!\w){re.escape(kalla.titel)}(?!\w)", text, re.IGNORECASE):
                yield Thing("kalla", (kalla.id,), *match.span())


class _Flat:
    """A text with the line breaks inside its paragraphs as blanks, and the way back to it as it is written."""

    def __init__(self, text: str) -> None:
        self.text = _BROKEN.sub(" ", text)
        self._at, self._shift = [0], [0]
        for match in _BROKEN.finditer(text):
            shift = self._shift[-1] + len(match[0]) - 1
            self._at.append(match.end() - shift)
            self._shift.append(shift)

    def raw(self, offset: int) -> int:
        """Return where a character stands in the text as it is written."""
        return offset + self._shift[bisect_right(self._at, offset) - 1]
