"""What the form asks for and no answer shows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rapport.domain.begart import Begart, begart
from rapport.domain.underlag import Underlag


class Missing(NamedTuple):
    """What a group of questions asks for and no answer shows: its questions, the parts missing, and those shown.

    ``fraga`` of ``asked`` is the first of the questions that has an answer.
    """

    asked: Begart
    parts: list[Begart]
    shown: list[Begart]


def missing(underlag: Underlag, regel: str) -> Iterator[Missing]:
    """Yield what the form asks for, by a rule's account, and no answer shows, one for each group of questions."""
    groups: dict[tuple[str, ...], list[Begart]] = {}
    for one in begart(underlag, regel):
        groups.setdefault(one.fragor, []).append(one)
    for fragor, asked in groups.items():
        if parts := [one for one in asked if one.fraga is None]:
            svar = next(svar for fraga in fragor if (svar := underlag.svar_by_fraga.get(fraga)) and svar.blocks)
            yield Missing(replace(parts[0], fraga=svar.fraga), parts, [one for one in asked if one.fraga])


def none_of(verb: str, things: Sequence[str]) -> str:
    """Return in words that some things are not there: nämner inte a; nämner varken a, b eller c."""
    *first, last = things
    return f"{verb} varken {', '.join(first)} eller {last}" if first else f"{verb} inte {last}"
