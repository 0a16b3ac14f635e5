"""Case numbers held against each other, where no register says which are right: their years, forms and near twins.

Only what is a case beyond doubt is looked at: capitals and two numbers with a sign between (RUN/113/2022,
RUN 2024/113, KS/2019:73), a year before the capitals (2024-RU000091, 25RS1184), capitals with five figures or more
(RS260118), or a year and a number behind the word (dnr 2025/611).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from rapport.checks.rule import Hit
from rapport.checks.words import listed
from rapport.domain.svar import Svar
from rapport.nearest import slips

_MOST = 100
_NUMBER = re.compile(
    r"(?<![\w/:.-])(?:(?P<l>[A-ZÅÄÖ]{2,5})(?P<s>[ /:-]?)(?P<a>\d{1,6})(?P<t>[/:-])(?P<b>\d{1,6})"
    r"|(?P<l5>[A-ZÅÄÖ]{2,5})(?P<s5>[/:-])(?P<l6>[A-ZÅÄÖ]{2,5})(?P<y6>\d\d)(?P<t6>[/:-])(?P<n6>\d{3,6})"
    r"|(?P<yy>\d\d)(?P<l4>[A-ZÅÄÖ]{2,4})(?P<e>\d{3,6})"
    r"|(?P<l3>[A-ZÅÄÖ]{2,4})(?P<d>\d{5,8})|(?P<y>\d{4})-(?P<l2>[A-ZÅÄÖ]{2,4})(?P<c>\d{3,7}))(?![\w/]|[-:.,]\d)"
)
_BARE = re.compile(
    r"\b(?:[Dd]nr|[Dd]iarienummer|[Dd]iarienr)[.:]? "
    r"(?:(?P<nr>(?P<y>(?:19|20)\d\d)[/:-](?P<n>\d{1,6}))|(?P<nr2>(?P<n2>\d{1,6})[/:-](?P<y2>(?:19|20)\d\d)))(?![\w/:-])"
)
# Capitals that make a number a law, a standard, a report, a period or an account, and no case.
NOT_CASES = frozenset(
    listed(
        "SFS EU EG EES ISO SOU DS DIR PROP SKR PM SS EN SEK MSEK COM KOM HFD NJA AD RÅ SIS IEC ERUF ESF NPA FRO RUS "
        "HT VT LÅ TEN SE NO FI DK ICD NACE SNI NUTS CEF IPCC BNP BRP SCB RIR FN IMO IEEE WCAG"
    )
)
_OF_MANY = frozenset({"KS", "KF", "KSF", "KLK", "LS"})  # each municipality writes its own in its own way
# A letter between figures that is a figure: O for 0, I and l for 1.
_MISREAD = re.compile(
    r"(?<![\w/:.-])(?P<l>(?:\d\d)?[A-ZÅÄÖ]{2,5})[ /:-]?\d[\d/:-]{0,10}[OoIl][\dOoIl/:-]{0,10}(?<=\d)(?![\w/]|[-:.,]\d)"
)
_FIGURES = str.maketrans("OoIl", "0011")
_FIGURES_OF_A_YEAR, _BACK, _OLDEST = 4, 15, 1990


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


Groups = Sequence[Sequence[Case]]  # the numbers of a report, those with the same capitals together


def cases(svar: Svar) -> tuple[Case, ...]:
    """Return the case numbers of an answer, in order."""
    return svar.remember(("diarienummer", "cases"), lambda: tuple(islice(_found(svar), _MOST)))


def _found(svar: Svar) -> Iterator[Case]:
    for match in _NUMBER.finditer(svar.text):
        letters = match["l"] or match["l2"] or match["l3"] or match["l4"] or f"{match['l5']}{match['l6']}"
        if letters in NOT_CASES:
            continue
        hit = Hit(svar, *match.span())
        if match["d"]:
            yield Case(hit, letters, f"L{len(match['d'])}", match["d"], "")
        elif match["l5"]:
            yield Case(hit, letters, f"L{match['s5']}Ly{match['t6']}n", match["n6"], match["y6"])
        elif match["yy"]:
            yield Case(hit, letters, "yLn", match["e"], match["yy"])
        elif match["y"]:
            yield Case(hit, letters, "Y-Ln", match["c"], match["y"])
        elif not (_has_form_of_year(match["a"]) and _has_form_of_year(match["b"])):  # those are a period
            yield _with_two_numbers(hit, letters, match)
    yield from _bare(svar)


def _bare(svar: Svar) -> Iterator[Case]:
    """Yield the numbers without capitals, which only the word before tells to be of a case."""
    for match in _BARE.finditer(svar.text):
        if match["nr"]:
            yield Case(Hit(svar, *match.span("nr")), "", "Y/n", match["n"], match["y"])
        else:
            yield Case(Hit(svar, *match.span("nr2")), "", "n/Y", match["n2"], match["y2"])


def _with_two_numbers(hit: Hit, letters: str, match: re.Match[str]) -> Case:
    """Return a number that has its year before or after its serial."""
    is_long = len(match["a"]) == _FIGURES_OF_A_YEAR > len(match["b"])
    if _has_form_of_year(match["a"]) or (is_long and match["a"][0] == "2"):
        return Case(hit, letters, f"L{match['s']}Y{match['t']}n", match["b"], match["a"])
    year = "Y" if len(match["b"]) == _FIGURES_OF_A_YEAR else "y"
    return Case(hit, letters, f"L{match['s']}n{match['t']}{year}", match["a"], match["b"])


def _has_form_of_year(number: str) -> bool:
    return len(number) == _FIGURES_OF_A_YEAR and number[:2] in {"19", "20"}


def by_letters(svar_list: Sequence[Svar]) -> list[list[Case]]:
    """Return the case numbers of a report, those with the same capitals together."""
    found: dict[str, list[Case]] = {}
    for svar in svar_list:
        for case in cases(svar):
            found.setdefault(case.letters, []).append(case)
    return list(found.values())


def by_number(own: Sequence[Case]) -> dict[str, list[Case]]:
    """Return where each of some case numbers stands."""
    found: dict[str, list[Case]] = {}
    for case in own:
        found.setdefault(case.number, []).append(case)
    return found


def doubts(groups: Groups, ar: int | None) -> Iterator[Doubt]:
    """Yield what is doubtful about the years and the forms of case numbers."""
    for own in groups:
        if ar:
            yield from (doubt for case in own if (doubt := _wrong_year(case, ar)))
        yield from _mixed(own)


def misread(svar: Svar) -> tuple[Doubt, ...]:
    """Return a doubt for each number of an answer that has a letter among its figures."""
    return svar.remember(("diarienummer", "misread"), lambda: tuple(_find_misread(svar)))


def _find_misread(svar: Svar) -> Iterator[Doubt]:
    for match in islice(_MISREAD.finditer(svar.text), _MOST):
        right = match["l"] + match[0].removeprefix(match["l"]).translate(_FIGURES)
        if match["l"] not in NOT_CASES and _NUMBER.fullmatch(right):
            case = Case(Hit(svar, *match.span()), match["l"], "", "", "")
            yield Doubt(case, f"Diarienumret {match[0]} har en bokstav bland siffrorna.", f"Menas {right}?")


def _wrong_year(case: Case, ar: int) -> Doubt | None:
    """Return a doubt about a year that cannot be: when it is nearly one that can, or long ago."""
    if len(case.year) != _FIGURES_OF_A_YEAR or _OLDEST <= int(case.year) <= ar + 1:
        return None
    is_near = any(slips(case.year, str(ar + 1 - back)) == 1 for back in range(_BACK))
    if not (is_near or "1900" <= case.year < str(_OLDEST)):
        return None
    message = f"Diarienumret {case.number} har året {case.year}, som inte kan vara rätt i redovisningen för {ar}."
    return Doubt(case, message, "Kontrollera numret mot handlingen.")


def _mixed(own: Sequence[Case]) -> Iterator[Doubt]:
    """Yield a doubt for the first number of each form that is not the usual one of its capitals."""
    first: dict[str, Case] = {}
    for case in own if own[0].letters not in {"", *_OF_MANY} else ():
        first.setdefault(case.form, case)
    usual = Counter(case.form for case in own).most_common(1)[0][0]
    widest = max((len(case.serial) for case in own if case.serial.startswith("0")), default=0)
    short = next((case for case in own if case.form == usual and 0 < len(case.serial) < widest), None)
    if short and own[0].letters not in _OF_MANY:
        other = next(case for case in own if len(case.serial) == widest)
        message = f"Diarienumren skrivs på olika sätt: {short.number} har färre siffror än {other.number}."
        yield Doubt(short, message, "Skriv dem så som de står i diariet.", other)
    for form, case in first.items():
        if form != usual and (form[1:].isdigit() == usual[1:].isdigit()):
            message = f"Diarienumren skrivs på olika sätt: {case.number} och {first[usual].number}."
            yield Doubt(case, message, "Skriv dem så som de står i diariet.", first[usual])
