"""What the form asks for and no answer shows."""

from collections.abc import Iterator
from dataclasses import replace

from rapport.domain.begart import Begart, begart
from rapport.domain.underlag import Underlag


def missing(underlag: Underlag, regel: str) -> Iterator[tuple[Begart, list[Begart]]]:
    """Yield what the form asks for, by a rule's account, and no answer shows: its questions, and the parts missing.

    One for each group of questions; ``fraga`` is then the first of them that has an answer.
    """
    groups: dict[tuple[str, ...], list[Begart]] = {}
    for one in begart(underlag, regel):
        if one.fraga is None:
            groups.setdefault(one.fragor, []).append(one)
    for fragor, parts in groups.items():
        svar = next(svar for fraga in fragor if (svar := underlag.svar_by_fraga.get(fraga)) and svar.blocks)
        yield replace(parts[0], fraga=svar.fraga), parts
