"""What the form asks an answer to contain, and where the answers show it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rapport.domain.begrepp import BEGREPP, COOPERATION, TOGETHER, WEAK, WORKED
from rapport.domain.mall import Mall
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.prose.sentences import WORD

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Begart:
    """One thing that the form asks for over some questions, and the first place that shows it.

    ``begar`` is the word in mall.yaml, ``vad`` the part of it that this is about, in words for people;
    ``fraga`` and ``start`` to ``end`` are the place in an answer's text, None and 0 where nothing shows it.
    """

    begar: str
    vad: str
    omrade: int
    fragor: tuple[str, ...]
    fraga: str | None = None
    start: int = 0
    end: int = 0

    @property
    def omfang(self) -> str:
        """The questions in words: "1.1–1.3", or one alone."""
        first, last = (fraga.rstrip("abcdefgh") for fraga in (self.fragor[0], self.fragor[-1]))
        return f"{first}–{last}" if len(self.fragor) > 1 else self.fragor[0]


def begart(underlag: Underlag, only: Collection[str] = ()) -> Iterator[Begart]:
    """Yield what the form asks for and that words can show, in the form's order, of what has been answered.

    With ``only``, just these words of ``begär``.
    """
    for omrade, fragor, words in _asked(underlag.mall):
        answers = [svar for fraga in fragor if (svar := underlag.svar_by_fraga.get(fraga)) and svar.blocks]
        for begar in words if answers else ():
            if only and begar not in only:
                continue
            for vad, signs in BEGREPP.get(begar, ()):
                found = next(_places(begar, signs, answers), None)
                fraga, span = found or (None, (0, 0))
                yield Begart(begar, vad, omrade, fragor, fraga, *span)


def _asked(mall: Mall) -> Iterator[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    """Yield area, questions and what is asked: by each instruction over several questions, then by each question."""
    for omrade in mall.omraden:
        for instruktion in omrade.instruktioner:
            yield omrade.nummer, instruktion.fragor, instruktion.begar
        for fraga in omrade.fragor:
            yield omrade.nummer, (fraga.id,), fraga.begar


def _places(begar: str, signs: str, answers: list[Svar]) -> Iterator[tuple[str, Span]]:
    """Yield the places that show a thing, the plain ones first."""
    for svar in answers if signs else ():
        if match := re.search(signs, svar.text):
            yield svar.fraga, match.span()
    if begar == "kommuner":
        yield from _by_name(answers)
    sign, beside = (WORKED, COOPERATION) if begar == "samverkan" else (WEAK.get(begar), TOGETHER)
    for svar in answers if sign else ():
        for sentence in svar.meningar:
            if sign and beside.search(sentence.text) and (match := sign.search(sentence.text)):
                yield svar.fraga, (sentence.start + match.start(), sentence.start + match.end())


def _by_name(answers: list[Svar]) -> Iterator[tuple[str, Span]]:
    """Yield the municipalities that are named in sentences about doing something together."""
    from rapport.domain.kommuner import KOMMUNER

    for svar in answers:
        for sentence in svar.meningar:
            for word in WORD.finditer(sentence.text) if TOGETHER.search(sentence.text) else ():
                if word[0] in KOMMUNER or word[0].removesuffix("s") in KOMMUNER:
                    yield svar.fraga, (sentence.start + word.start(), sentence.start + word.end())
