"""The form's own footnotes that say "the same as the one before", and which answers stand between.

A document's notes are numbered where they are referred to. A note of an answer that stands between two of the form's is
then the one before, and what the form's note says is another thing than the agency meant.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rapport.domain.mall import FOOTNOTE_MARK, Fraga, Mall

_SAME = re.compile(
    r"(?:se )?(?:ibid|ibidem|dito|samma (?:som )?(?:ovan|föreg)\w*|ovan\w*|föreg(?:ående|\.)? (?:fot)?not\w*)\b",
    re.IGNORECASE,
)


class SammaNot(NamedTuple):
    """A note of the form that means the one before it: its words, where both stand, and the answers between them.

    ``stalle`` and ``menad`` are said in words: "fråga 1.5", "område 1".
    """

    text: str
    stalle: str
    menad: str
    emellan: tuple[str, ...]


class _Mark(NamedTuple):
    """A reference to a note of the form, and where it stands in words."""

    nummer: str
    stalle: str


def samma_noter(mall: Mall) -> Iterator[SammaNot]:
    """Yield every note of a form that means the one before it and that an answer's own note may come before."""
    before, emellan = "", list[str]()
    for step in _form(mall):
        if isinstance(step, str):
            emellan.append(step)
            continue
        text = mall.fotnoter.get(step.nummer, "").strip()
        if before and emellan and _SAME.match(text):
            yield SammaNot(text, step.stalle, before, tuple(emellan))
        before, emellan = step.stalle, []


def nummer_by_fraga(mall: Mall, antal: Mapping[str, int]) -> dict[str, range]:
    """Return the numbers that the document gives each answer's own notes, of which each has so many."""
    found: dict[str, range] = {}
    number = 1
    for step in _form(mall):
        many = antal.get(step, 0) if isinstance(step, str) else 1
        if isinstance(step, str):
            found[step] = range(number, number + many)
        number += many
    return found


def _form(mall: Mall) -> Iterator[_Mark | str]:
    """Yield, as they follow each other in the document, the form's references to notes, and the id of each answer."""
    yield from _marks(mall.titel, "titeln")
    for omrade in mall.omraden:
        own = (omrade.rubrik, omrade.meddelande, *(instruktion.text for instruktion in omrade.instruktioner))
        for text in own:
            yield from _marks(text, f"område {omrade.nummer}")
        for fraga in omrade.fragor_i_formularet:
            yield from _fraga(fraga)


def _fraga(fraga: Fraga) -> Iterator[_Mark | str]:
    yield from _marks(fraga.text, f"fråga {fraga.id}")
    for part in fraga.delfragor:
        yield from _fraga(part)
    if not fraga.delfragor:
        yield from _marks(fraga.foljdtext or "", f"fråga {fraga.id}")
        yield fraga.id


def _marks(text: str, stalle: str) -> Iterator[_Mark]:
    return (_Mark(number, stalle) for number in FOOTNOTE_MARK.findall(text))
