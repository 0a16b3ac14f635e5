"""Case numbers against what stands beside them: the day of the decision, and what they have lost."""

import re
from collections.abc import Iterator, Sequence

from rapport.checks.cases.numbers import NOT_CASES, Case, Doubt, Groups
from rapport.checks.rule import Hit
from rapport.checks.time.dates import MONTH
from rapport.domain.svar import Svar

_DATE = rf"(?P<dag>(?:den )?\d{{1,2}} (?:{MONTH}) (?P<ar>20\d\d))"
_DECIDED = (
    r"(?:antogs|beslutades|fastställdes|godkändes|beviljades|undertecknades|antog|beslutade|fastställde|godkände)"
)
_NAMED = r"(?:dnr|diarienr|diarienummer|ärende)?[.:]? ?"
# A day right before the number in its bracket, and one right behind it.
_BEFORE = re.compile(rf"\b(?:[Bb]eslut\w*|{_DECIDED}) (?:\w+ ){{0,3}}?{_DATE},? \({_NAMED}$")
_BEHIND = re.compile(rf"\)?,? (?:som )?{_DECIDED} (?:av [\w ]{{3,40}}? )?{_DATE}")
_LOST = re.compile(r"(?<![\w/:.-])(?P<l>[A-ZÅÄÖ]{2,5}) (?P<y>20\d\d)(?P<n>\d{2,4})(?![\w/]|[-:.,]\d)")
_DNR = r"(?:[Dd]nr|[Dd]iarienummer|[Dd]iarienr)"
_EMPTY = re.compile(
    rf"(?<![\w/:.-])(?:(?P<l>[A-ZÅÄÖ]{{2,5}})[ /:-]{{1,2}}(?P<y>20\d\d) ?[/:-](?= ?[),.;]| ?$| [a-zåäö])"
    rf"|(?P<l2>[A-ZÅÄÖ]{{2,5}}) ?/(?P<y2>20\d\d)(?=\))|(?P<l3>[A-ZÅÄÖ]{{2,5}})/{{1,2}} ?/?(?=20\d\d\))(?P<y3>20\d\d)"
    rf"|(?P<d>{_DNR}:? ?(?:20\d\d ?[/:-] ?|[A-ZÅÄÖ]{{2,5}} ?[/:-]? ?)?)(?=[),]))",
    re.MULTILINE,
)
_LONG_YEAR = re.compile(
    r"(?<![\w/:.-])(?:(?P<a>\d{2,6})[-/:](?P<y>20\d{3})|(?P<l>[A-ZÅÄÖ]{2,5})[ /:-]?(?:(?P<y2>20\d{3})[/:-]\d{1,6}"
    r"|\d{1,6}[/:-](?P<y3>20\d{3})))(?![\w/]|[-:.,]\d)"
)
_CUT = re.compile(rf"{_DNR}[.:]? (?P<nr>(?:\d{{2}}|\d{{4}}-)?[A-ZÅÄÖ]{{2,5}}(?:[ /:-]?\d{{2,4}})?)(?=[),.;]| [a-zåäö])")
_LEAD = re.compile(rf"(?:\(|{_DNR}[.:]? )$")
_PLAIN = re.compile(r"(?<![\w/:.-])\d{2,6}[-/:]20\d\d(?![\w/]|[-:.,]\d)")
_PHONE = re.compile(r"\b(?:[Tt]el\w*|[Rr]ing\w*|[Vv]äxel\w*|[Nn]umret|[Ff]ax)\b")
_NEAR, _FEWEST, _CENTURY = 160, 2, 2000


def misplaced(groups: Groups, ar: int | None) -> Iterator[Doubt]:
    """Yield what is doubtful about numbers by what stands beside them."""
    for own in groups:
        for case in own:
            yield from _before_its_year(case, own, ar)
    yield from _turned(groups)


def cut_off(svar: Svar, groups: Groups) -> Iterator[Doubt]:
    """Yield each number behind "dnr" that is but the beginning of another, letters and no serial: 25RGK of 25RGK112."""
    for match in _CUT.finditer(svar.text) if "nr" in svar.text else ():
        other = next((case for own in groups for case in own if case.number.startswith(match["nr"])), None)
        if other and other.number != match["nr"]:
            case = Case(Hit(svar, *match.span("nr")), "", "", "", "")
            yield Doubt(
                case, f"Diarienumret {match['nr']} är inte helt: löpnumret saknas.", "Skriv hela numret.", other
            )


def lost_signs(svar: Svar, groups: Groups) -> Iterator[Doubt]:
    """Yield each number of an answer without the sign between year and serial that others with its capitals have."""
    usual = {own[0].letters: own[0] for own in groups if own[0].form.startswith("L Y")}
    for match in svar.remember("utan skiljetecken", lambda: tuple(_LOST.finditer(svar.text))):
        if other := usual.get(match["l"]):
            case = Case(Hit(svar, *match.span()), match["l"], "", "", "")
            sign = other.form[3]
            hint = f"Menas {match['l']} {match['y']}{sign}{match['n']}?"
            yield Doubt(case, f"Diarienumret {match[0]} saknar ”{sign}”, som {other.number} har.", hint, other)


def lost_parts(svar: Svar, svar_list: Sequence[Svar]) -> Iterator[Doubt]:
    """Yield each case number of an answer that lacks a part, or whose year has a figure too many."""
    for match in svar.remember("utan löpnummer", lambda: tuple(_EMPTY.finditer(svar.text))):
        letters = match["l"] or match["l2"] or match["l3"] or ""
        if letters not in NOT_CASES:
            case = Case(Hit(svar, *match.span()), letters, "", "", "")
            message = f"Diarienumret ”{match[0].strip()}” är inte helt: löpnumret saknas."
            yield Doubt(case, message, "Skriv hela numret, så som det står på handlingen.")
    for match in svar.remember("långt årtal", lambda: tuple(_LONG_YEAR.finditer(svar.text))):
        if match["l"] in NOT_CASES or not (match["l"] or _is_plain_case(match, svar, svar_list)):
            continue
        year = match["y"] or match["y2"] or match["y3"]
        case = Case(Hit(svar, *match.span()), match["l"] or "", "", "", "")
        yield Doubt(case, f"Diarienumret {match[0]} har ett årtal med fem siffror: {year}.", "Rätta årtalet.")


def _is_plain_case(match: re.Match[str], svar: Svar, svar_list: Sequence[Svar]) -> bool:
    """Whether figures alone are a case: in a bracket or behind the word, and no telephone number."""
    lead = svar.text[max(0, match.start() - 60) : match.start()]
    is_named = re.search(rf"{_DNR}[.:]? $", lead)
    has_others = any(_PLAIN.search(other.text) for other in svar_list)
    return bool(is_named or (_LEAD.search(lead) and has_others and not _PHONE.search(lead)))


def _before_its_year(case: Case, own: Sequence[Case], ar: int | None) -> Iterator[Doubt]:
    """Yield a number whose year comes after the decision that it is of."""
    text = case.hit.svar.text
    match = _BEFORE.search(text, max(0, case.hit.start - _NEAR), case.hit.start) or _BEHIND.match(text, case.hit.end)
    year = _year(case, own, ar) if match else None
    if match and year and year > int(match["ar"]):
        message = f"Diarienumret {case.number} är från {year}, men beslutet är daterat {match['dag']}."
        yield Doubt(case, message, "Kontrollera båda mot handlingen: numret ges senast när beslutet fattas.")


def _year(case: Case, own: Sequence[Case], ar: int | None) -> int | None:
    """Return the year of a number; of one that is figures alone, where all with its capitals begin with a year."""
    if case.year:
        return int(case.year) if len(case.year) == 4 else _CENTURY + int(case.year)  # noqa: PLR2004 - a whole year
    years = [_CENTURY + int(other.serial[:2]) for other in own if other.form == case.form]
    is_year = ar and all(ar - 10 <= year <= ar + 1 for year in years)
    return _CENTURY + int(case.serial[:2]) if is_year else None


def _turned(groups: Groups) -> Iterator[Doubt]:
    """Yield the only number of some capitals that are others', two in the other order: RNU for RUN."""
    for number, one in enumerate(groups):
        letters = one[0].letters
        for at, other in enumerate(groups) if len(one) == 1 and len(letters) > _FEWEST else ():
            usual = other[0].letters
            # Of two that stand once each, the later one is told of.
            is_same = (len(other) > 1 or at < number) and letters != usual and sorted(letters) == sorted(usual)
            if is_same and one[0].form == other[0].form:
                message = f"Diarienumret {one[0].number} har {letters}, men {other[0].number} har {usual}."
                yield Doubt(one[0], message, "Två bokstäver ser ut att ha bytt plats.", other[0])
