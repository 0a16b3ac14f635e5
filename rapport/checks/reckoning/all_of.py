"""How many there are in all, told in several answers: "länets elva lärcentrum", "samtliga 13 lärcentrum"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from rapport.checks.rule import Hit
from rapport.checks.words import listed
from rapport.domain.mangder import WORDS
from rapport.domain.svar import Svar

_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
_ALL = re.compile(
    rf"\b(?:(?P<own>[Ll]änets|[Rr]egionens)|(?:[Aa]lla|[Ss]amtliga)(?: länets)?|(?P<there>[Ii] länet finns(?: det)?))"
    rf"(?: alla| samtliga)? {_NUMBER} (?P<vad>[a-zåäö]{{5,}})\b(?P<efter>[^.;:,\n]{{0,30}})"
)
_IN_NUMBER = re.compile(rf"\b(?P<own>[Ll]änets) (?P<vad>[a-zåäö]{{5,}}), {_NUMBER} till antalet\b")
_SIGNS = ("änets ", "egionens ", "lla ", "amtliga ", " länet finns")
# What there may be all of several times: of a year, of a project, of a call.
_MANY = frozenset(
    listed(
        "projekt projekten företag företagen deltagare deltagarna kommuner kommunerna ansökningar ansökningarna möten "
        "svaren personer personerna insatser insatserna åtgärder åtgärderna beslut besluten elever eleverna kurser "
        "kurserna utbildningar utbildningarna träffar platser platserna parter parterna aktörer aktörerna regioner "
        "regionerna sökande ledamöter ledamöterna frågor områden områdena mål målen delar delarna steg orter steget "
        "orterna grupper grupperna workshoppar seminarier sakerna dagar dagarna veckor månader månaderna åren timmar"
    )
)
# What makes them some of all: "alla elva lärcentrum i norra länet", "alla nio branschråd som har svarat".
_SOME = re.compile(r" (?:i|på|inom|som|där|från|med|utanför|söder|norr|av|för|vid|under|och|samt)\b")
_MOST, _ENDINGS = 50, re.compile(r"(?:arna|erna|orna|na|en|ar|er|or)$")


class Whole(NamedTuple):
    """All there is of something: where it is told, how many, and whether they are said to be the county's."""

    hit: Hit
    many: int
    is_own: bool


def differing(svar_list: Sequence[Svar]) -> Iterator[tuple[Whole, Whole]]:
    """Yield each number of all that is another than the first, one of the two being the county's own."""
    found: dict[str, list[Whole]] = defaultdict(list)
    for svar in svar_list:
        for noun, whole in svar.remember(("all of",), lambda one=svar: tuple(islice(_wholes(one), _MOST))):  # type: ignore[misc]
            found[noun].append(whole)
    for wholes in found.values():
        first = next((whole for whole in wholes if whole.is_own), None)
        for other in wholes if first else ():
            if first and other.many != first.many:
                yield first, other
                break


def _wholes(svar: Svar) -> Iterator[tuple[str, Whole]]:
    if not any(sign in svar.text for sign in _SIGNS):
        return
    for match in (*_ALL.finditer(svar.text), *_IN_NUMBER.finditer(svar.text)):
        many = int(match["n"]) if match["n"].isdecimal() else WORDS[match["n"].lower()]
        said = match.groupdict()
        is_own = bool(match["own"] or said.get("there"))
        if match["vad"] not in _MANY and (is_own or not _SOME.match(said["efter"])):
            yield _ENDINGS.sub("", match["vad"]), Whole(Hit(svar, *match.span("n")), many, is_own)
