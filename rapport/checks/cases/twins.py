"""Case numbers that are nearly the same: two figures in the other order, or another year, of what seems one thing."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapport.checks.cases.numbers import Case, Doubt, by_number
from rapport.checks.rule import Hit
from rapport.checks.words import listed

_NOT_WORDS = frozenset(
    listed(
        "för och den det som med har till från enligt dnr diarienummer diarienr ett att inom vid var hos samt ska kan "
        "regionen region regionens nämnden nämndens utvecklingsnämnden utvecklingsnämndens regionstyrelsen beslut "
        "beslutet besluten beslutade ärende ärendet projekt projektet ansökan stöd stödet medel fick antog antogs "
        "beviljade beviljades"
    )
)
# What has a case number of its own: two that are turned and both are of one such are of the same.
_PAPERS = re.compile(
    r"plan|strategi|program|utvärder|rapport|avtal|överen|utredn|analys|studie|riktli|policy|remiss|yttran|uppföl"
)
_TURNED, _LONGEST = 3, 300  # figures of a serial that two have not turned by chance; and so far before them
_STEM, _LONG, _NEAR, _MOST = 6, 8, 90, 20
_NOT_BY_CHANCE = 5  # so many figures of a serial that no two of a report's are each other's turned by chance
_ALIKE = 2  # as many words in common before two numbers make them of one thing


def twins(groups: Sequence[Sequence[Case]]) -> Iterator[Doubt]:
    """Yield a doubt for each two numbers that differ by two figures in the other order, or by their year alone."""
    for own in groups:
        for one, other in _likely(by_number(own)):
            yield from _held_together(one, other)


def _likely(numbered_by: dict[str, list[Case]]) -> Iterator[tuple[list[Case], list[Case]]]:
    """Yield each two numbers with the same figures, or with the same serial: others cannot be twins."""
    groups: dict[tuple[str, ...], list[list[Case]]] = {}
    for numbered in numbered_by.values():
        case = numbered[0]
        for key in ((case.form, case.year, *sorted(case.serial)), (case.form, case.serial)):
            groups.setdefault(key, []).append(numbered)
    for alike in groups.values():
        yield from combinations(alike[:_MOST], 2)


def _held_together(one: Sequence[Case], other: Sequence[Case]) -> Iterator[Doubt]:
    is_turned = _is_turned(one[0], other[0])
    is_twin = is_turned or (one[0].serial == other[0].serial and one[0].year != other[0].year)
    if not is_twin or one[0].form != other[0].form or _are_listed(one, other):
        return
    are_alike = any(_are_of_one(a, b, is_turned=is_turned) for a in one for b in other)
    if are_alike or is_turned:
        rare, usual = (one, other) if len(one) < len(other) else (other, one)
        yield _twin(rare[0], usual[0], are_alike=are_alike)


def _twin(case: Case, other: Case, *, are_alike: bool) -> Doubt:
    if are_alike:
        message = f"Samma ärende ser ut att ha två diarienummer: {case.number} och {other.number}."
        return Doubt(case, message, "Kontrollera båda mot handlingen; det ena är troligen felskrivet.", other)
    message = f"{case.number} och {other.number} skiljer sig bara i två siffrors ordning."
    is_sure = len(case.serial) >= _NOT_BY_CHANCE
    return Doubt(
        case, message, "Är det två ärenden är allt som det ska. Kontrollera annars numren.", other, is_sure=is_sure
    )


def _is_turned(one: Case, other: Case) -> bool:
    """Whether two serials of a year are the same but for two neighbouring figures in the other order."""
    a, b = one.serial, other.serial
    if one.year != other.year or len(a) != len(b) or a == b:
        return False
    at = [number for number in range(len(a)) if a[number] != b[number]]
    return len(at) == 2 and at[1] == at[0] + 1 and a[at[0]] == b[at[1]] and a[at[1]] == b[at[0]]  # noqa: PLR2004 - two figures


def _are_listed(one: Sequence[Case], other: Sequence[Case]) -> bool:
    """Whether two numbers stand together in one sentence: then they are two."""
    return any(a.hit.svar is b.hit.svar and _sentence(a.hit) == _sentence(b.hit) for a in one for b in other)


def _sentence(hit: Hit) -> int:
    return next((s.start for s in hit.svar.meningar if s.start <= hit.start < s.end), -1)


def _are_of_one(one: Case, other: Case, *, is_turned: bool) -> bool:
    """Whether what stands before two numbers makes them of one thing: words in common, and not two names."""
    first, second = _words(one), _words(other)
    names = [{word for word in words if word.istitle()} for words in (first, second)]
    if all(names) and not names[0] & names[1]:
        return False
    stems, others = ({word.lower()[:_STEM] for word in words} for words in (first, second))
    common = len(stems & others)
    is_all = is_turned and common == min(len(stems), len(others)) and all(len(word) >= _LONG for word in first | second)
    papers = [set(_PAPERS.findall(_before(case).lower())) for case in (one, other)]
    is_paper = is_turned and len(one.serial) >= _TURNED and bool(papers[0] & papers[1])
    return common >= _ALIKE or (common > 0 and is_all) or is_paper


def _before(case: Case) -> str:
    """Return what stands before a number in its sentence."""
    return case.hit.svar.text[max(_sentence(case.hit), 0, case.hit.start - _LONGEST) : case.hit.start]


def _words(case: Case) -> frozenset[str]:
    """Return the words that stand before a number in its sentence and say what it is of."""
    sentence = _sentence(case.hit)
    text = _before(case)[-_NEAR:]
    words = re.findall(r"[^\W\d_]{3,}", text)
    if words and case.hit.start - sentence <= _NEAR:  # the first has its capital from where it stands
        words[0] = words[0].lower()
    return frozenset(word for word in words if word.lower() not in _NOT_WORDS)
