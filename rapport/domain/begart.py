"""What the form asks an answer to contain, and where the answers show it."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapport.domain.mall import Mall
from rapport.domain.signs import Del, Shown, Span
from rapport.domain.underlag import Underlag


@dataclass(frozen=True, slots=True)
class Begart:
    """One thing that the form asks for over some questions, and the first place that shows it.

    ``begar`` is the word in mall.yaml, ``vad`` the part of it that this is about, in words for people; ``omfang``
    are the questions in words: "1.1–1.3", or one alone. ``fraga`` and ``start`` to ``end`` are the place in an
    answer's text, None and 0 where nothing shows it.
    """

    begar: str
    vad: str
    omrade: int
    fragor: tuple[str, ...]
    omfang: str
    fraga: str | None = None
    start: int = 0
    end: int = 0


def begart(underlag: Underlag, regel: str | None = None) -> Iterator[Begart]:
    """Yield what the form asks for and that words can show, in the form's order, of what has been answered.

    With ``regel``, just what this rule reports.
    """
    mall = underlag.mall
    for omrade, fragor, words in _asked(mall):
        answers = [svar for fraga in fragor if (svar := underlag.svar_by_fraga.get(fraga)) and svar.blocks]
        shown = [(svar.fraga, mall.signs.shown_in(svar)) for svar in answers] if words else []
        for begar in words if answers else ():
            if regel and not _reports(mall, regel, begar, words):
                continue
            for vad in mall.begrepp[begar].delar:
                fraga, span = _place((begar, vad), shown) or (None, (0, 0))
                yield Begart(begar, vad, omrade, fragor, mall.omfang(fragor), fraga, *span)


def begart_by_fraga(underlag: Underlag) -> dict[str, dict[str, Begart]]:
    """Return what each question asks for, by the words for it.

    What several ask for together is shown wherever one of them shows it: in the question itself before any other.
    """
    found: dict[str, dict[str, Begart]] = {}
    for one in begart(underlag):
        for fraga in one.fragor:
            known = found.setdefault(fraga, {}).setdefault(one.vad, one)
            if known.fraga is None or one.fraga == fraga:
                found[fraga][one.vad] = one
    return found


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a place in a text made so long that it holds whole words: what shows a thing is often a part of one."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _reports(mall: Mall, regel: str, begar: str, beside: tuple[str, ...]) -> bool:
    """Whether a rule reports a word of ``begär`` that stands beside others."""
    begrepp = mall.begrepp[begar]
    return begrepp.regel == regel and (not begrepp.bara_med or not set(begrepp.bara_med).isdisjoint(beside))


def _asked(mall: Mall) -> Iterator[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    """Yield area, questions and what is asked: by each instruction over several questions, then by each question."""
    for omrade in mall.omraden:
        for instruktion in omrade.instruktioner:
            yield omrade.nummer, instruktion.fragor, instruktion.begar
        for fraga in omrade.fragor:
            yield omrade.nummer, (fraga.id,), fraga.begar


def _place(part: Del, shown: list[tuple[str, Shown]]) -> tuple[str, Span] | None:
    """Return the first place that shows a part: one that does so wherever it stands before any other."""
    places = [(fraga, one.anywhere.get(part)) for fraga, one in shown]
    places += [(fraga, one.in_sentence.get(part)) for fraga, one in shown]
    return next(((fraga, span) for fraga, span in places if span), None)
