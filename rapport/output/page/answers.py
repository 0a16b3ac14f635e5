"""The answers in full, each part with the findings in it beside."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from rapport.domain.mall import Fraga, Omrade
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.output.interface import Granskning
from rapport.output.page.cards import Card, cards
from rapport.output.page.numbered import Findings, Link
from rapport.prose.count import thousands
from rapport.prose.html import Part, parts

_NO_ANSWER = "Inget svar."
_UNREAD = "Svaret är inte läst: en av områdets filer gick inte att läsa."


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an answer with what stands beside it: findings, and numbers of findings that compare with it."""

    html: Markup
    cards: tuple[Card, ...]
    compared: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One question and its answer; ``boxes`` are the form's, and whatever else is ticked, with whether it is."""

    fraga: str
    question: str
    boxes: tuple[tuple[str, bool], ...]
    status: str
    ansvarig: str | None
    tecken: str
    kommentar: str | None
    cards: tuple[Card, ...]
    pieces: tuple[Piece, ...]
    missing: str | None


def answers(granskning: Granskning, omrade: Omrade, findings: Findings) -> Iterator[Answer]:
    """Yield an area's questions with their answers."""
    for fraga in omrade.fragor:
        yield _answer(granskning.underlag, omrade, fraga, findings)


def _answer(underlag: Underlag, omrade: Omrade, fraga: Fraga, findings: Findings) -> Answer:
    svar = underlag.svar_by_fraga.get(fraga.id) or Svar(fraga=fraga.id)
    shown = list(parts(svar.blocks, findings.marks.get(fraga.id, ()), fraga.id))
    placed = {mark.anchor for part in shown for mark in part.marks}
    found = findings.by_fraga.get(fraga.id, [])
    has_text = any(part.html for part in shown)
    return Answer(
        fraga.id,
        underlag.mall.full_text(fraga),
        tuple(_boxes(fraga, svar)),
        svar.status,
        svar.ansvarig,
        thousands(svar.tecken),
        svar.kommentar,
        tuple(cards(one for one in found if one.anchor not in placed)),
        tuple(_piece(part, fraga.id, findings) for part in shown),
        None if has_text else _UNREAD if omrade.nummer in underlag.olasta else _NO_ANSWER,
    )


def _piece(part: Part, fraga: str, findings: Findings) -> Piece:
    ended = {mark.anchor for mark in part.marks}
    numbers = dict.fromkeys(int(mark.anchor.split("-")[1]) for mark in part.marks if mark.look == "jamfor")
    links = ((str(number), findings.by_number[number].finding.fraga) for number in numbers)
    beside = tuple(cards(one for one in findings.by_fraga.get(fraga, ()) if one.anchor in ended))
    return Piece(part.html, beside, tuple(links))


def _boxes(fraga: Fraga, svar: Svar) -> Iterator[tuple[str, bool]]:
    for box in fraga.kryss:
        yield box, box in svar.kryss
    for box in svar.kryss:
        if box not in fraga.kryss:
            yield box, True
