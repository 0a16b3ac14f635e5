"""Municipalities that an answer names: how they are written before "kommun", and which county's they are said to be."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapport.domain.kommun_lan import before_kommun, lan_by_kommun
from rapport.domain.regioner import Lan
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
_ITEM = rf"(?:(?:Upplands|Lilla|Östra) )?{_NAME}"
_LIST = rf"(?P<lista>{_ITEM}(?: kommuns?)?(?:(?:, | och | samt |, och ){_ITEM}(?: kommuns?)?){{1,48}})"
_COUNT = r"(?:(?:samtliga|alla|övriga|[a-zåäö]{2,8}|\d{1,2}) )?"
_FEW = r"(?:,? (?:nämligen|däribland|bland (?:andra|annat)|till exempel|som))?[,:]? \(?"
_OWN_LIST = (
    rf"\b[Ll]änets {_COUNT}kommuner{_FEW}",
    rf"\b[Kk]ommuner(?:na)? i (?:länet|vårt län){_FEW}",
)
_OTHERS = re.compile(r"grann|angräns|utanför|andra län|annat län|i likhet|liksom|jämfört|pendl")


class Written(NamedTuple):
    """A municipality's name that is not written as it should be before "kommun": its place, and the right way."""

    start: int
    end: int
    right: str
    is_slip: bool


class Outsider(NamedTuple):
    """A municipality of another county among the county's own: its place, its name and its county."""

    start: int
    end: int
    name: str
    lan: str


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


def outsiders(svar: Svar, own: Lan) -> Iterator[Outsider]:
    """Yield each municipality of another county that is listed among the county's own."""
    if "ommuner" not in svar.text:
        return
    for sentence in svar.meningar:
        for match in _own_lists(own).finditer(sentence.text):
            if _OTHERS.search(sentence.text[: match.start("lista")]):
                continue
            found = list(_listed(match, sentence.start))
            others = [one for one in found if one.lan != own.lan]
            if others and len(others) < len(found) / 2:
                yield from others


@cache
def _own_lists(own: Lan) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_OWN_LIST)}|{_adjective(own)}){_LIST}")


def _adjective(own: Lan) -> str:
    """Return the pattern of "fyra skånska kommuner, " for the counties whose adjective is sure."""
    word = {
        "Skåne län": "skånska",
        "Gotlands län": "gotländska",
        "Hallands län": "halländska",
        "Värmlands län": "värmländska",
        "Blekinge län": "blekingska",
    }.get(own.lan)
    return rf"\b{word} kommuner(?:na)?{_FEW}" if word else r"(?!)"


def _listed(match: re.Match[str], offset: int) -> Iterator[Outsider]:
    """Yield every municipality of a list, in whatever county."""
    known = lan_by_kommun()
    for item in re.finditer(_ITEM, match["lista"]):
        name = item[0] if item[0] in known else item[0].removesuffix("s")
        if lan := known.get(name):
            start = offset + match.start("lista") + item.start()
            yield Outsider(start, start + len(item[0]), name, lan)
