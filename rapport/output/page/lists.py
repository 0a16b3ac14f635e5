"""Lists that lead into the answers: what the form asks for, the longest sentences, where the figures are from.

Each list makes the places that it links to, so all are made before the answers are written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest

from markupsafe import Markup

from rapport.domain.begart import Begart, begart, whole_words
from rapport.domain.mall import Omrade
from rapport.domain.svar import Siffra
from rapport.domain.underlag import Underlag
from rapport.output.interface import Granskning
from rapport.output.page.findings import Findings
from rapport.output.siffror import source_lines
from rapport.prose.marks import Mark
from rapport.prose.numbers import thousands
from rapport.prose.readability import readability
from rapport.prose.sentences import Sentence

_LONGEST = 5
_AROUND = 40  # characters on either side that show how a word is meant
_SHOWN = 80  # characters of a sentence that are enough to know it by
_LINK = Markup('<a class="ur" href="#{}" aria-label="Siffrans ursprung">ⁱ</a>')


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for over some questions; where it shows: the question, the words there, and their id.

    ``words`` are what comes before, the words that show it, and what comes after.
    """

    vad: str
    fragor: str
    fraga: str | None
    words: tuple[str, str, str]
    anchor: str


@dataclass(frozen=True, slots=True)
class LongSentence:
    """One long sentence: its question, how many words, how it begins, and its id."""

    fraga: str
    words: int
    begins: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Measures:
    """An area's text in figures."""

    lix: int
    word: str
    words: str
    sentences: str
    longest: tuple[LongSentence, ...]


@dataclass(frozen=True, slots=True)
class FigureSource:
    """One figure in the list: ``anchor`` is its row's id, ``back`` that of its place in the answer."""

    fraga: str
    value: str
    lines: tuple[str, ...]
    expression: str
    anchor: str
    back: str


def asked(granskning: Granskning, findings: Findings) -> dict[int, list[Asked]]:
    """Return by area what the form asks for, and make each place where it shows one to link to."""
    shown: dict[int, list[Asked]] = {omrade.nummer: [] for omrade in granskning.omraden}
    for number, one in enumerate(begart(granskning.underlag), 1):
        if one.omrade in shown:
            shown[one.omrade].append(_asked(granskning.underlag, one, f"begart-{number}", findings))
    return shown


def _asked(underlag: Underlag, one: Begart, anchor: str, findings: Findings) -> Asked:
    words = ("", "", "")
    if one.fraga:
        text = underlag.svar_by_fraga[one.fraga].text
        start, end = whole_words(text, one.start, one.end)
        words = _before(text[:start]), text[start:end], _after(text[end:])
        findings.marks[one.fraga].append(Mark(start, end, anchor))
    return Asked(one.vad, one.omfang, one.fraga, words, anchor)


def _before(text: str) -> str:
    """Return the last words before a place, in its own passage."""
    line = text.rpartition("\n")[2]
    return line if len(line) <= _AROUND else "… " + line[-_AROUND:].partition(" ")[2]


def _after(text: str) -> str:
    """Return the first words after a place, in its own passage."""
    line = text.partition("\n")[0]
    return line if len(line) <= _AROUND else line[:_AROUND].rpartition(" ")[0] + " …"


def measures(underlag: Underlag, omrade: Omrade, findings: Findings) -> Measures | None:
    """Return an area's text in figures, and make each of its longest sentences one to link to; None for no text."""
    sentences = list(_sentences(underlag, omrade))
    figures = readability(sentence for _, sentence in sentences)
    if not figures.words:
        return None
    longest = nlargest(_LONGEST, sentences, key=lambda pair: pair[1].word_count)
    return Measures(
        figures.lix,
        figures.word,
        thousands(figures.words),
        thousands(figures.sentences),
        tuple(_long(fraga, sentence, findings) for fraga, sentence in longest),
    )


def _sentences(underlag: Underlag, omrade: Omrade) -> Iterator[tuple[str, Sentence]]:
    for fraga in omrade.fragor:
        if svar := underlag.svar_by_fraga.get(fraga.id):
            yield from ((fraga.id, sentence) for sentence in svar.meningar)


def _long(fraga: str, sentence: Sentence, findings: Findings) -> LongSentence:
    anchor = f"mening-{fraga}-{sentence.start}"
    findings.marks[fraga].append(Mark(sentence.start, sentence.end, anchor))
    text = sentence.text
    begins = (
        text if len(text) <= _SHOWN else text[: text.rfind(" ", 0, _SHOWN) if " " in text[:_SHOWN] else _SHOWN] + " …"
    )
    return LongSentence(fraga, sentence.word_count, begins, anchor)


def figure_sources(granskning: Granskning, findings: Findings) -> list[FigureSource]:
    """Return where every figure is from, in the form's order, and mark each in its answer."""
    answers = [
        granskning.underlag.svar_by_fraga.get(fraga.id) for omrade in granskning.omraden for fraga in omrade.fragor
    ]
    return [
        _figure_source(svar.fraga, number, siffra, findings)
        for svar in answers
        if svar
        for number, siffra in enumerate(svar.siffror, 1)
    ]


def _figure_source(fraga: str, number: int, siffra: Siffra, findings: Findings) -> FigureSource:
    lines = tuple(line for uttag in siffra.trace.uttag for line in source_lines(uttag))
    anchor, back = f"ursprung-{fraga}-{number}", f"siffra-{fraga}-{number}"
    mark = Mark(siffra.start, siffra.end, back, "figur", _LINK.format(anchor), ". ".join(lines))
    findings.marks[fraga].append(mark)
    first, *rest = siffra.varde.split("\n")
    value = f"{first} … {rest[-1]}" if rest else first
    return FigureSource(fraga, value, lines, " ".join(siffra.trace.uttryck.split()), anchor, back)
