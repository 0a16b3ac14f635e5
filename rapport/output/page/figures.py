"""The figures that answers took from tables: marked in the text, and listed with their origin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from rapport.domain.figur import Figur
from rapport.domain.mall import Omrade
from rapport.domain.svar import Svar
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
    """Yield a mark on every figure whose place in the answer's text is known."""
    for number, figur in enumerate(svar.siffror, 1):
        if figur.start is not None:
            tail = _LINK.format(f"ursprung-{svar.fraga}-{number}")
            title = ". ".join(_lines(figur))
            end = figur.start + figur.length
            yield Mark(figur.start, end, f"siffra-{svar.fraga}-{number}", "figur", tail, title)


def origins(underlag: Underlag, omraden: Iterable[Omrade]) -> Iterator[Origin]:
    """Yield the origin of every figure, in the form's order."""
    for fraga in (fraga.id for omrade in omraden for fraga in omrade.fragor):
        svar = underlag.svar_by_fraga.get(fraga)
        for number, figur in enumerate(svar.siffror if svar else (), 1):
            first, *rest = figur.varde.split("\n")
            value = f"{first} … {rest[-1]}" if rest else first
            back = f"siffra-{fraga}-{number}" if figur.start is not None else f"svar-{fraga}"
            expression = " ".join(figur.uttryck.split())
            yield Origin(fraga, value, tuple(_lines(figur)), expression, f"ursprung-{fraga}-{number}", back)


def _lines(figur: Figur) -> list[str]:
    return [line for uttag in figur.uttag for line in origin(uttag)]
