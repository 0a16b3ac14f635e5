"""Case numbers that have lost a part: no serial behind the year, nothing behind "dnr", a year of five figures."""

import re
from collections.abc import Iterator, Sequence

from rapport.checks.case_numbers import NOT_CASES, Case, Doubt
from rapport.checks.rule import Hit
from rapport.domain.svar import Svar

_NAMED = r"(?:[Dd]nr|[Dd]iarienummer|[Dd]iarienr)"
_EMPTY = re.compile(
    rf"(?<![\w/:.-])(?:(?P<l>[A-ZÅÄÖ]{{2,5}})[ /:-]{{1,2}}(?P<y>20\d\d) ?[/:-](?= ?[),.;]| ?$| [a-zåäö])"
    rf"|(?P<l2>[A-ZÅÄÖ]{{2,5}}) ?/(?P<y2>20\d\d)(?=\))|(?P<l3>[A-ZÅÄÖ]{{2,5}})/{{1,2}} ?/?(?=20\d\d\))(?P<y3>20\d\d)"
    rf"|(?P<d>{_NAMED}:? ?(?:20\d\d ?[/:-] ?|[A-ZÅÄÖ]{{2,5}} ?[/:-]? ?)?)(?=[),]))",
    re.MULTILINE,
)
_LONG_YEAR = re.compile(
    r"(?<![\w/:.-])(?:(?P<a>\d{2,6})[-/:](?P<y>20\d{3})|(?P<l>[A-ZÅÄÖ]{2,5})[ /:-]?(?:(?P<y2>20\d{3})[/:-]\d{1,6}"
    r"|\d{1,6}[/:-](?P<y3>20\d{3})))(?![\w/]|[-:.,]\d)"
)
_LEAD = re.compile(rf"(?:\(|{_NAMED}[.:]? )$")
_PLAIN = re.compile(r"(?<![\w/:.-])\d{2,6}[-/:]20\d\d(?![\w/]|[-:.,]\d)")
_PHONE = re.compile(r"\b(?:[Tt]el\w*|[Rr]ing\w*|[Vv]äxel\w*|[Nn]umret|[Ff]ax)\b")


def lost_parts(svar: Svar, svar_list: Sequence[Svar]) -> Iterator[Doubt]:
    """Yield each case number of an answer that lacks a part, or whose year has a figure too many."""
    for match in _EMPTY.finditer(svar.text):
        letters = match["l"] or match["l2"] or match["l3"] or ""
        if letters not in NOT_CASES:
            case = Case(Hit(svar, *match.span()), letters, "", "", "")
            message = f"Diarienumret ”{match[0].strip()}” är inte helt: löpnumret saknas."
            yield Doubt(case, message, "Skriv hela numret, så som det står på handlingen.")
    for match in _LONG_YEAR.finditer(svar.text):
        if match["l"] in NOT_CASES or not (match["l"] or _is_plain_case(match, svar, svar_list)):
            continue
        year = match["y"] or match["y2"] or match["y3"]
        case = Case(Hit(svar, *match.span()), match["l"] or "", "", "", "")
        yield Doubt(case, f"Diarienumret {match[0]} har ett årtal med fem siffror: {year}.", "Rätta årtalet.")


def _is_plain_case(match: re.Match[str], svar: Svar, svar_list: Sequence[Svar]) -> bool:
    """Whether figures alone are a case: in a bracket or behind the word, and no telephone number."""
    lead = svar.text[max(0, match.start() - 60) : match.start()]
    is_named = re.search(rf"{_NAMED}[.:]? $", lead)
    has_others = any(_PLAIN.search(other.text) for other in svar_list)
    return bool(is_named or (_LEAD.search(lead) and has_others and not _PHONE.search(lead)))
