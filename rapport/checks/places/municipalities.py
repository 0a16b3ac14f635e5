"""Municipalities that an answer names: how they are written before "kommun"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapport.domain.kommun_lan import before_kommun
from rapport.domain.svar import Svar
from rapport.nearest import slips

_NAME = r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäö]+)?"
_BEFORE_KOMMUN = re.compile(
    rf"(?<![\w-])(?:(?P<two>(?:Upplands|Lilla|Östra) {_NAME})|(?P<one>{_NAME})) kommuns?(?![\w-])"
)
_SHORTEST, _ALIKE_ENDS = 6, 3
# Municipalities of the past and of neighbours that are nearly one of ours.
_FORMER = {"Malungs": "Malung-Sälens", "Sälens": "Malung-Sälens"}
_NEIGHBOURS = frozenset(
    {"Eckerö", "Vårdö", "Övertornio", "Karleby", "Nykarleby", "Larsmo", "Närpes", "Kaskö", "Lunner"}
)


class Written(NamedTuple):
    """A municipality's name that is not written as it should be before "kommun": its place, and the right way."""

    start: int
    end: int
    right: str
    is_slip: bool


def written(svar: Svar) -> Iterator[Written]:
    """Yield each municipality whose name before "kommun" is not its own: "Hudiksvall kommun", "Umeås kommun"."""
    if " kommun" not in svar.text:
        return
    for match in _BEFORE_KOMMUN.finditer(svar.text):
        group = "two" if match["two"] else "one"
        name = match[group]
        if name not in _right() and (right := _FORMER.get(name) or _by_ending(name) or _by_slip(name)):
            yield Written(*match.span(group), right, is_slip=_by_ending(name) is None)


@cache
def _right() -> frozenset[str]:
    return frozenset(one for ways in before_kommun().values() for one in ways) | _NEIGHBOURS


@cache
def _by_ending(name: str) -> str | None:
    """Return the right way of a name that lacks its s, or has one that it should not have."""
    known = before_kommun()
    ways = known.get(name) or known.get(name.removesuffix("s"))
    return ways[0] if ways else None


@cache
def _by_slip(name: str) -> str | None:
    """Return the one name that another is with one letter wrong."""
    if len(name) < _SHORTEST:
        return None
    near = [
        one for one in _right() - _NEIGHBOURS if one[-_ALIKE_ENDS:] == name[-_ALIKE_ENDS:] and slips(one, name) <= 1
    ]
    return near[0] if len(near) == 1 else None
