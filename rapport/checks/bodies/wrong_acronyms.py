"""Acronyms behind the name of a body that are another's, or have the letters in the wrong order."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapport.checks.rule import Hit
from rapport.domain.organ_kort import kort
from rapport.domain.svar import Svar

_SIGN = re.compile(r" \((?:förkortat |förkortad |nedan |här |även )?[”\"]?(?P<ord>[A-ZÅÄÖ]{2,5}\+?)[”\"]?\)")


class Wrong(NamedTuple):
    """An acronym that is not that of the name before it: where it stands, the name, and what it is shortened to."""

    hit: Hit
    name: str
    right: str


def wrong_acronyms(svar: Svar) -> Iterator[Wrong]:
    """Yield each acronym in brackets behind a name that it is not made from."""
    for match in _SIGN.finditer(svar.text) if "(" in svar.text else ():
        named = _name().search(svar.text, max(0, match.start() - _longest()), match.start())
        if named and match["ord"] not in kort()[_key(named[0])] and _is_slip(match["ord"], _key(named[0])):
            yield Wrong(Hit(svar, *match.span("ord")), named[0], kort()[_key(named[0])][0])


def _is_slip(acronym: str, name: str) -> bool:
    """Whether an acronym is another name's, or the right one with its letters in another order."""
    letters = sorted(acronym)
    is_others = any(acronym in short for other, short in kort().items() if _kind(other) == _kind(name))
    return is_others or any(sorted(one) == letters for one in kort()[name])


def _kind(name: str) -> str:
    """Return what a name is that of: behind an authority's name the fund that it pays from may stand."""
    return "fond" if "fond" in name.lower() else name.partition(" ")[0] if name[0].islower() else "organ"


def _key(name: str) -> str:
    return next(one for one in kort() if one.lower() == name.lower())


@cache
def _name() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(kort(), key=len, reverse=True)))
    return re.compile(rf"\b(?:{names})$", re.IGNORECASE)


@cache
def _longest() -> int:
    return max(map(len, kort()))
