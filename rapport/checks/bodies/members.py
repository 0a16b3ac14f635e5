"""Counties that an answer counts among those of a programme of the regional fund that does not cover them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapport.checks.bodies.programmes import DASHES, SIGNS, alternatives
from rapport.domain.regioner import LAN, Lan
from rapport.domain.svar import Svar

_CONSISTS = (
    r"(?: 20\d\d-20\d\d)?(?: \(|,? (?:som )?(?:omfattar|består av|utgörs av|innefattar)(?: länen| regionerna)? )"
)


class Misplaced(NamedTuple):
    """A county that is said to be in a programme and is not: where it stands, the county and the programme."""

    start: int
    end: int
    lan: str
    program: str


def misplaced(svar: Svar) -> Iterator[Misplaced]:
    """Yield each county that an answer counts among those of a programme that does not cover it."""
    if not any(sign in svar.text for sign in SIGNS[:-1]):
        return
    for sentence in svar.meningar:
        for match in _members().finditer(sentence.text.translate(DASHES)):
            program = match["ord"].replace("Öarna", "öarna").replace(" och B", "-B")
            for item in _county().finditer(match["lista"]):
                lan = next(one for one in LAN if item[0] in _short_names(one))
                if lan.program != program:
                    start = sentence.start + match.start("lista") + item.start()
                    yield Misplaced(start, start + len(item[0]), lan.lan, program)


@cache
def _members() -> re.Pattern[str]:
    item = rf"(?:Region )?(?:{_county().pattern})s?(?: län)?"
    return re.compile(rf"(?P<ord>{alternatives()}){_CONSISTS}(?P<lista>{item}(?:(?:, | och | samt ){item})*)")


@cache
def _county() -> re.Pattern[str]:
    return re.compile("|".join(sorted((name for lan in LAN for name in _short_names(lan)), key=len, reverse=True)))


def _short_names(lan: Lan) -> tuple[str, ...]:
    """Return what a county is called in a list: Södermanland, Sörmland, Jämtland."""
    name = lan.lan.removesuffix(" län")
    return name, name.removesuffix("s"), lan.region.removeprefix("Region ").removesuffix(" län")
