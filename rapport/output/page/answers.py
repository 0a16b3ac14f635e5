"""The answers in full, each block with the findings in it beside."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from rapport.domain.mall import Fraga, Omrade
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.output.interface import Granskning
from rapport.output.page.findings import Card, Findings, Link, cards
from rapport.output.page.overview import status
from rapport.prose.html import MarkedBlock, marked_blocks
from rapport.prose.numbers import thousands

_NO_ANSWER = "Inget svar."
_UNREAD = "Svaret är inte läst: en av områdets filer gick inte att läsa."


@dataclass(frozen=True, slots=True)
class Spread:
    """A block of an answer, what stands beside it, and the blocks after it that have nothing beside them.

    ``compared`` has the numbers of findings elsewhere that compare with words in the block, with their questions.
    """

    html: Markup
    cards: tuple[Card, ...]
    compared: tuple[Link, ...]
    rest: Markup = Markup()  # noqa: RUF009 - it never changes


@dataclass(frozen=True, slots=True)
class Article:
    """One question and its answer; ``boxes`` are the form's, and whatever else is ticked, with whether it is.

    The first spread is the question itself, with what is said about the answer as a whole beside it.
    """

    fraga: str
    question: str
    boxes: tuple[tuple[str, bool], ...]
    status: str
    ansvarig: str | None
    tecken: str
    kommentar: str | None
    spreads: tuple[Spread, ...]
    missing: str | None


def articles(granskning: Granskning, omrade: Omrade, findings: Findings) -> Iterator[Article]:
    """Yield an area's questions with their answers."""
    for fraga in omrade.fragor:
        yield _article(granskning.underlag, omrade, fraga, findings)


def _article(underlag: Underlag, omrade: Omrade, fraga: Fraga, findings: Findings) -> Article:
    svar = underlag.svar_by_fraga.get(fraga.id) or Svar(fraga=fraga.id)
    shown = list(marked_blocks(svar.blocks, findings.marks.get(fraga.id, ()), fraga.id))
    placed = {mark.anchor for block in shown for mark in block.marks}
    found = findings.by_fraga.get(fraga.id, [])
    head = Spread(Markup(), tuple(cards(one for one in found if one.anchor not in placed)), ())
    return Article(
        fraga.id,
        underlag.mall.full_text(fraga),
        tuple(_boxes(fraga, svar)),
        status(underlag, fraga.id),
        svar.ansvarig,
        thousands(svar.tecken),
        svar.kommentar,
        tuple(_gathered([head, *(_spread(block, fraga.id, findings) for block in shown)])),
        None if svar.blocks else _UNREAD if omrade.nummer in underlag.olasta else _NO_ANSWER,
    )


def _spread(block: MarkedBlock, fraga: str, findings: Findings) -> Spread:
    ended = {mark.anchor for mark in block.marks}
    numbers = dict.fromkeys(int(mark.anchor.split("-")[1]) for mark in block.marks if mark.look == "jamfor")
    links = ((str(number), findings.by_number[number].finding.fraga) for number in numbers)
    beside = tuple(cards(one for one in findings.by_fraga.get(fraga, ()) if one.anchor in ended))
    return Spread(block.html, beside, tuple(links))


def _gathered(spreads: Iterable[Spread]) -> Iterator[Spread]:
    """Yield the spreads that have something beside them, and the first, each with those that follow it bare."""
    gathered: list[list[Spread]] = []
    for spread in spreads:
        if spread.cards or spread.compared or not gathered:
            gathered.append([spread])
        else:
            gathered[-1].append(spread)
    for first, *bare in gathered:
        yield replace(first, rest=Markup().join(spread.html for spread in bare))


def _boxes(fraga: Fraga, svar: Svar) -> Iterator[tuple[str, bool]]:
    for box in fraga.kryss:
        yield box, box in svar.kryss
    for box in svar.kryss:
        if box not in fraga.kryss:
            yield box, True
