"""The answers in full, each part with the findings in it beside."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from rapport.domain.mall import Fraga, Omrade
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.output.interface import Granskning
from rapport.output.page.cards import Card, cards
from rapport.output.page.figures import figure_marks
from rapport.output.page.numbered import Findings, Link
from rapport.prose.html import Part, parts
from rapport.prose.numbers import thousands

_NO_ANSWER = "Inget svar."
_UNREAD = "Svaret är inte läst: en av områdets filer gick inte att läsa."


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an answer, what stands beside it, and the parts after it that have nothing beside them.

    ``compared`` has the numbers of findings elsewhere that compare with words in the part, with their questions.
    """

    html: Markup
    cards: tuple[Card, ...]
    compared: tuple[Link, ...]
    rest: Markup = Markup()  # noqa: RUF009 - it never changes


@dataclass(frozen=True, slots=True)
class Answer:
    """One question and its answer; ``boxes`` are the form's, and whatever else is ticked, with whether it is.

    The first piece is the question itself, with what is said about the answer as a whole beside it.
    """

    fraga: str
    question: str
    boxes: tuple[tuple[str, bool], ...]
    status: str
    ansvarig: str | None
    tecken: str
    kommentar: str | None
    pieces: tuple[Piece, ...]
    missing: str | None


def answers(granskning: Granskning, omrade: Omrade, findings: Findings) -> Iterator[Answer]:
    """Yield an area's questions with their answers."""
    for fraga in omrade.fragor:
        yield _answer(granskning.underlag, omrade, fraga, findings)


def _answer(underlag: Underlag, omrade: Omrade, fraga: Fraga, findings: Findings) -> Answer:
    svar = underlag.svar_by_fraga.get(fraga.id) or Svar(fraga=fraga.id)
    marks = [*findings.marks.get(fraga.id, ()), *figure_marks(svar)]
    shown = list(parts(svar.blocks, marks, fraga.id))
    placed = {mark.anchor for part in shown for mark in part.marks}
    found = findings.by_fraga.get(fraga.id, [])
    head = Piece(Markup(), tuple(cards(one for one in found if one.anchor not in placed)), ())
    is_begun = bool(svar.blocks or svar.kryss)
    return Answer(
        fraga.id,
        underlag.mall.full_text(fraga),
        tuple(_boxes(fraga, svar)),
        svar.status if is_begun else "obesvarad",
        svar.ansvarig,
        thousands(svar.tecken),
        svar.kommentar,
        tuple(_gathered([head, *(_piece(part, fraga.id, findings) for part in shown)])),
        None if svar.blocks else _UNREAD if omrade.nummer in underlag.olasta else _NO_ANSWER,
    )


def _piece(part: Part, fraga: str, findings: Findings) -> Piece:
    ended = {mark.anchor for mark in part.marks}
    numbers = dict.fromkeys(int(mark.anchor.split("-")[1]) for mark in part.marks if mark.look == "jamfor")
    links = ((str(number), findings.by_number[number].finding.fraga) for number in numbers)
    beside = tuple(cards(one for one in findings.by_fraga.get(fraga, ()) if one.anchor in ended))
    return Piece(part.html, beside, tuple(links))


def _gathered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces that have something beside them, and the first, each with those that follow it bare."""
    gathered: list[list[Piece]] = []
    for piece in pieces:
        if piece.cards or piece.compared or not gathered:
            gathered.append([piece])
        else:
            gathered[-1].append(piece)
    for first, *bare in gathered:
        yield replace(first, rest=Markup().join(piece.html for piece in bare))


def _boxes(fraga: Fraga, svar: Svar) -> Iterator[tuple[str, bool]]:
    for box in fraga.kryss:
        yield box, box in svar.kryss
    for box in svar.kryss:
        if box not in fraga.kryss:
            yield box, True
