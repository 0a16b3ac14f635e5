"""Case numbers held against each other, where no register says which are right: their years, forms and near twins.

Only what is a case beyond doubt is looked at: capitals and two numbers with a sign between (RUN/113/2022,
RUN 2024/113, KS/2019:73), a year before the capitals (2024-RU000091, 25RS1184), or capitals with six figures or more
(RS260118).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from rapport.checks.rule import Hit
from rapport.checks.words import listed
from rapport.domain.svar import Svar

_MOST = 100
_NUMBER = re.compile(
    r"(?<![\w/:.-])(?:(?P<l>[A-ZÅÄÖ]{2,5})(?P<s>[ /:-]?)(?P<a>\d{1,6})(?P<t>[/:-])(?P<b>\d{1,6})"
    r"|(?P<yy>\d\d)(?P<l4>[A-ZÅÄÖ]{2,4})(?P<e>\d{3,6})"
    r"|(?P<l3>[A-ZÅÄÖ]{2,4})(?P<d>\d{6,8})|(?P<y>\d{4})-(?P<l2>[A-ZÅÄÖ]{2,4})(?P<c>\d{3,7}))(?![\w/]|[-:.,]\d)"
)
# Capitals that make a number a law, a standard, a report, a period or an account, and no case.
_NOT_CASES = frozenset(
    listed(
        "SFS EU EG EES ISO SOU DS DIR PROP SKR PM SS EN SEK MSEK COM KOM HFD NJA AD RÅ SIS IEC ERUF ESF NPA FRO RUS "
        "HT VT LÅ TEN SE NO FI DK ICD NACE SNI NUTS CEF IPCC BNP BRP SCB RIR FN IMO IEEE WCAG"
    )
)
_OF_MANY = frozenset({"KS", "KF", "KSF", "KLK", "LS"})  # each municipality writes its own in its own way
# A letter between figures that is a figure: O for 0, I and l for 1.
_MISREAD = re.compile(
    r"(?<![\w/:.-])(?P<l>[A-ZÅÄÖ]{2,5})[ /:-]?\d[\d/:-]{0,10}[OoIl][\dOoIl/:-]{0,10}(?<=\d)(?![\w/]|[-:.,]\d)"
)
_FIGURES = str.maketrans("OoIl", "0011")
# What has a case number of its own: two that are turned and both are of one such are of the same.
_PAPERS = re.compile(
    r"plan|strategi|program|utvärder|rapport|avtal|överen|utredn|analys|studie|riktli|policy|remiss|yttran|uppföl"
)
_TURNED = 3  # figures of a serial that two have not turned by chance
_FIGURES_OF_A_YEAR, _BACK, _OLDEST = 4, 15, 1990
_NOT_WORDS = frozenset(
    listed(
        "för och den det som med har till från enligt dnr diarienummer diarienr ett att inom vid var hos samt ska kan "
        "regionen region regionens nämnden nämndens utvecklingsnämnden utvecklingsnämndens regionstyrelsen beslut "
        "beslutet besluten beslutade ärende ärendet projekt projektet ansökan stöd stödet medel fick antog antogs "
        "beviljade beviljades"
    )
)
_STEM, _LONG, _NEAR, _LONGEST = 6, 8, 90, 300
_ALIKE = 2  # as many words in common before two numbers make them of one thing


class Case(NamedTuple):
    """A case number where it stands: its capitals, its form (``L/n/Y``), its serial and its year as written."""

    hit: Hit
    letters: str
    form: str
    serial: str
    year: str

    @property
    def number(self) -> str:
        """The number as it is written."""
        return self.hit.excerpt


class Doubt(NamedTuple):
    """What is doubtful about a case number, and the other that it is held against."""

    case: Case
    message: str
    hint: str
    other: Case | None = None
    is_sure: bool = True


def cases(svar: Svar) -> tuple[Case, ...]:
    """Return the case numbers of an answer, in order."""
    return svar.remember(("diarienummer", "cases"), lambda: tuple(islice(_found(svar), _MOST)))


def _found(svar: Svar) -> Iterator[Case]:
    for match in _NUMBER.finditer(svar.text):
        letters = match["l"] or match["l2"] or match["l3"] or match["l4"]
        if letters in _NOT_CASES:
            continue
        hit = Hit(svar, *match.span())
        if match["d"]:
            yield Case(hit, letters, f"L{len(match['d'])}", match["d"], "")
        elif match["yy"]:
            yield Case(hit, letters, "yLn", match["e"], match["yy"])
        elif match["y"]:
            yield Case(hit, letters, "Y-Ln", match["c"], match["y"])
        elif not (_has_form_of_year(match["a"]) and _has_form_of_year(match["b"])):  # those are a period
            yield _with_two_numbers(hit, letters, match)


def _with_two_numbers(hit: Hit, letters: str, match: re.Match[str]) -> Case:
    """Return a number that has its year before or after its serial."""
    if _has_form_of_year(match["a"]):
        return Case(hit, letters, f"L{match['s']}Y{match['t']}n", match["b"], match["a"])
    year = "Y" if len(match["b"]) == _FIGURES_OF_A_YEAR else "y"
    return Case(hit, letters, f"L{match['s']}n{match['t']}{year}", match["a"], match["b"])


def _has_form_of_year(number: str) -> bool:
    return len(number) == _FIGURES_OF_A_YEAR and number[:2] in {"19", "20"}


def doubts(svar_list: Sequence[Svar], ar: int | None) -> Iterator[Doubt]:
    """Yield what is doubtful about the case numbers of a report."""
    for svar in svar_list:
        yield from _misread(svar)
    found = [case for svar in svar_list for case in cases(svar)]
    if ar:
        yield from (doubt for case in found if (doubt := _wrong_year(case, ar)))
    for letters in dict.fromkeys(case.letters for case in found):
        own = [case for case in found if case.letters == letters]
        yield from _mixed(own)
        yield from _twins(own)


def _misread(svar: Svar) -> Iterator[Doubt]:
    """Yield a doubt for each number that has a letter among its figures."""
    for match in islice(_MISREAD.finditer(svar.text), _MOST):
        right = match["l"] + match[0].removeprefix(match["l"]).translate(_FIGURES)
        if match["l"] not in _NOT_CASES and _NUMBER.fullmatch(right):
            case = Case(Hit(svar, *match.span()), match["l"], "", "", "")
            yield Doubt(case, f"Diarienumret {match[0]} har en bokstav bland siffrorna.", f"Menas {right}?")


def _wrong_year(case: Case, ar: int) -> Doubt | None:
    """Return a doubt about a year that cannot be: when it is nearly one that can, or long ago."""
    if len(case.year) != _FIGURES_OF_A_YEAR or _OLDEST <= int(case.year) <= ar + 1:
        return None
    from rapidfuzz.distance import DamerauLevenshtein

    is_near = any(DamerauLevenshtein.distance(case.year, str(ar + 1 - back)) == 1 for back in range(_BACK))
    if not (is_near or "1900" <= case.year < str(_OLDEST)):
        return None
    message = f"Diarienumret {case.number} har året {case.year}, som inte kan vara rätt i redovisningen för {ar}."
    return Doubt(case, message, "Kontrollera numret mot handlingen.")


def _mixed(own: Sequence[Case]) -> Iterator[Doubt]:
    """Yield a doubt for the first number of each form that is not the usual one of its capitals."""
    first: dict[str, Case] = {}
    for case in own if own[0].letters not in _OF_MANY else ():
        first.setdefault(case.form, case)
    usual = Counter(case.form for case in own).most_common(1)[0][0]
    for form, case in first.items():
        if form != usual and (form[1:].isdigit() == usual[1:].isdigit()):
            message = f"Diarienumren skrivs på olika sätt: {case.number} och {first[usual].number}."
            yield Doubt(case, message, "Skriv dem så som de står i diariet.", first[usual])


def _twins(own: Sequence[Case]) -> Iterator[Doubt]:
    """Yield a doubt for each two numbers that differ by two figures in the other order, or by their year alone."""
    by_number: dict[str, list[Case]] = {}
    for case in own:
        by_number.setdefault(case.number, []).append(case)
    for one, other in combinations(by_number.values(), 2):
        is_turned = _is_turned(one[0], other[0])
        is_twin = is_turned or (one[0].serial == other[0].serial and one[0].year != other[0].year)
        if not is_twin or one[0].form != other[0].form or _are_listed(one, other):
            continue
        are_alike = any(_are_of_one(a, b, is_turned=is_turned) for a in one for b in other)
        if are_alike or is_turned:
            rare, usual = (one, other) if len(one) < len(other) else (other, one)
            yield _twin(rare[0], usual[0], are_alike=are_alike)


def _twin(case: Case, other: Case, *, are_alike: bool) -> Doubt:
    if are_alike:
        message = f"Samma ärende ser ut att ha två diarienummer: {case.number} och {other.number}."
        return Doubt(case, message, "Kontrollera båda mot handlingen; det ena är troligen felskrivet.", other)
    message = f"{case.number} och {other.number} skiljer sig bara i två siffrors ordning."
    return Doubt(
        case, message, "Är det två ärenden är allt som det ska. Kontrollera annars numren.", other, is_sure=False
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
