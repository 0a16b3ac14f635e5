"""The figures that answers took from tables: marked in the text, and listed with their origin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from rapport.domain.mall import Omrade
from rapport.domain.svar import Siffra, Svar
from rapport.domain.underlag import Underlag
from rapport.output.siffror import origin
from rapport.prose.marks import Mark

_LINK = Markup('<a class="ur" href="#{}" aria-label="Siffrans ursprung">ⁱ</a>')


@dataclass(frozen=True, slots=True)
class Origin:
    """One figure in the list: ``anchor`` is its row's id, ``back`` that of its place in the answer."""

    fraga: str
    value: str
    lines: tuple[str, ...]
    expression: str
    anchor: str
    back: str


def figure_marks(svar: Svar) -> Iterator[Mark]:
    """Yield a mark on every figure of an answer."""
    for number, siffra in enumerate(svar.siffror, 1):
        tail = _LINK.format(f"ursprung-{svar.fraga}-{number}")
        title = ". ".join(_lines(siffra))
        yield Mark(siffra.start, siffra.end, f"siffra-{svar.fraga}-{number}", "figur", tail, title)


def origins(underlag: Underlag, omraden: Iterable[Omrade]) -> Iterator[Origin]:
    """Yield the origin of every figure, in the form's order."""
    for fraga in (fraga.id for omrade in omraden for fraga in omrade.fragor):
        svar = underlag.svar_by_fraga.get(fraga)
        for number, siffra in enumerate(svar.siffror if svar else (), 1):
            first, *rest = siffra.varde.split("\n")
            value = f"{first} … {rest[-1]}" if rest else first
            expression = " ".join(siffra.trace.uttryck.split())
            anchor, back = f"ursprung-{fraga}-{number}", f"siffra-{fraga}-{number}"
            yield Origin(fraga, value, tuple(_lines(siffra)), expression, anchor, back)


def _lines(siffra: Siffra) -> list[str]:
    return [line for uttag in siffra.trace.uttag for line in origin(uttag)]
