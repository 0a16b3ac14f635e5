"""One case number that two papers have, which have nothing in common: a strategy, and a plan for something else."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from rapport.checks.cases.numbers import Case, Doubt, Groups, by_number
from rapport.checks.time.dates import MONTH
from rapport.checks.words import listed

_KINDS = (
    r"(?:plan|planen|planerna|program|programmet|strategi|strategin|avtal|avtalet|överenskommelse|överenskommelsen)"
)
_NAMED = r"(?:(?:har|med) )?(?:dnr|diarienr|diarienummer|diarienumret|ärende)?[.:]? ?"
# The paper, and what it is for, right before its number.
_PAPER = re.compile(
    rf"(?P<vad>(?:\b[Dd]en |\b[Dd]et )?(?:[a-zåäö]\w+ ){{0,2}}(?i:\b[\w-]*{_KINDS}))"
    rf"(?P<for>(?: (?:för|om|med|mellan) (?:[\w-]+ ){{0,5}}?[\w-]+)?),? ?(?:\(|{_NAMED}){_NAMED}$"
)
# What was decided on a day, right before its number.
_DECIDED = re.compile(
    rf"\b(?:beslutade|antog|fastställde|godkände) (?:den )?\d{{1,2}} (?:{MONTH}) 20\d\d (?:om )?"
    rf"(?P<vad>[^.;()]{{0,90}}?\b[\w-]*{_KINDS})(?P<for>(?: [^.;()]{{1,60}})?) \({_NAMED}$"
)
_NEAR, _STEM, _MOST = 160, 5, 12
# What is said of any paper, or of one that belongs to another.
_GENERIC = frozenset(
    word[:_STEM]
    for word in listed(
        "regionala regional regionens länets region länet nya nytt den det denna handlings genomförande åtgärds budget "
        "verksamhets arbetet arbete utveckling utvecklingen utvecklings uppdaterade gällande satsningen insatsen "
        "projektet tillhörande tidigare gemensamma särskilda underlag kommunikations projekt aktivitets uppföljnings"
    )
)


class _Paper(NamedTuple):
    """A paper as it stands before its number, and the stems of what it is about."""

    case: Case
    words: str
    about: frozenset[str]


def of_two_papers(groups: Groups) -> Iterator[Doubt]:
    """Yield each number that stands for two papers about two things, in two answers or two sentences."""
    for own in groups:
        again = [cases for cases in by_number(own).values() if len(cases) > 1]
        for papers in ([paper for case in cases if (paper := _remembered(case))] for cases in again):
            for one, other in combinations(papers[:_MOST], 2):
                if one.about and other.about and not _share(one.about, other.about):
                    message = f"{one.case.number} står för två handlingar: ”{one.words}” och ”{other.words}”."
                    hint = "Är det två ärenden har det ena ett annat nummer. Kontrollera båda."
                    yield Doubt(other.case, message, hint, one.case)
                    break


def _remembered(case: Case) -> _Paper | None:
    return case.hit.svar.remember(("handling", case.hit.start, case.hit.end), lambda: _paper(case))


def _paper(case: Case) -> _Paper | None:
    text, near = case.hit.svar.text, (max(0, case.hit.start - _NEAR), case.hit.start)
    match = next((found for pattern in (_DECIDED, _PAPER) if (found := pattern.search(text, *near))), None)
    if match is None:
        return None
    words = re.sub(rf"{_KINDS}\b", " ", f"{match['vad']}{match['for']}".lower())
    stems = _stems(words)
    if not stems and (of := re.search(r"\b(?:satsning|insats|projekt|utlysning)(?:en|et)$", words.strip())):
        stems = _told_of(text[: match.start()], of[0])
    return _Paper(case, f"{match['vad']}{match['for']}".strip(), stems)


def _told_of(before: str, word: str) -> frozenset[str]:
    """Return what the passage says right behind a word that a paper is for: "satsningen på forskning i företag"."""
    passage = before[before.rfind("\n") + 1 :].lower()
    _, found, behind = passage.rpartition(word)
    return _stems(re.split(r"[.,;:]", behind)[0]) if found else frozenset()


def _stems(words: str) -> frozenset[str]:
    return frozenset({word[:_STEM] for word in re.findall(r"[a-zåäöé]{4,}", words)} - _GENERIC - {"mella"})


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two papers have a word in common, as far as the beginnings of the words tell."""
    return any(a.startswith(b[:4]) or b.startswith(a[:4]) for a in one for b in other)
