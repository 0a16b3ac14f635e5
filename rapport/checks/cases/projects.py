"""One case number that two projects have: each has its own, so one of the two is another's."""

import re
from collections.abc import Iterator
from itertools import combinations, islice

from rapport.checks.cases.numbers import Case, Doubt, Groups, by_number
from rapport.checks.words import listed

_NAME = r"[A-ZÅÄÖ][\w-]*(?: (?:[\w-]+|1:1)){0,5}"
_DNR = r"(?:(?:med )?(?:dnr|diarienr|diarienummer|ärende)[.:]? )?"
# A project's name right before its number: "Projektet Gröna inköp (RS 2025/1518)", "- Språkstegen, dnr 25RGK1140".
_NAMED = re.compile(rf"(?:\b(?P<ord>[Pp]rojektet) |^)(?P<namn>{_NAME})(?: \(|, ){_DNR}$")
# One number may be for more than one thing, and is then said to be.
_TOGETHER = re.compile(
    r"samma (?:ärende|beslut|diarie|dnr)|gemensam|respektive|tidigare|etapp|fortsättning|förstudie", re.IGNORECASE
)
_NOT_NAMES = frozenset(
    listed("projekt projektet för och i av en ett den det på med till strategi plan program beslut avtal ansökan")
)
_IT = "Projektet"
_LONGEST, _STEM, _MOST = 120, 5, 10


def of_two_projects(groups: Groups) -> Iterator[Doubt]:
    """Yield a doubt for each number that stands behind the names of two projects that have no word in common."""
    for own in groups:
        for some in by_number(own).values():
            named = [(case, name) for case in some[:_MOST] if (name := _named(case))] if len(some) > 1 else []
            yield from islice((doubt for a, b in combinations(named, 2) if (doubt := _doubt(*a, *b))), 1)


def _doubt(one: Case, first: str, other: Case, second: str) -> Doubt | None:
    """Return a doubt where two names are of two projects; "it" is that which its answer has named before."""
    if _IT in {first, second}:
        it, name = (one, second) if first == _IT else (other, first)
        before = it.hit.svar.text[: it.hit.start]
        if first == second or it.hit.svar is (other if it is one else one).hit.svar or _words(name) & _words(before):
            return None
        told = f"både för det projekt som svaret på fråga {it.hit.svar.fraga} gäller och för {name}"
    elif _words(first) & _words(second):
        return None
    else:
        told = f"både för {first} och för {second}"
    hint = "Kontrollera numren mot handlingarna; det ena hör till ett annat ärende."
    return Doubt(other, f"Diarienumret {other.number} står {told}.", hint, one)


def _named(case: Case) -> str:
    """Return the name of the project that a number is said to be of, "Projektet" alone where it says no more, or ""."""
    text, end = case.hit.svar.text, case.hit.start
    line = text.rfind("\n", 0, end) + 1
    start = max(line, text.rfind(". ", 0, end) + 2 if ". " in text[:end] else 0)
    lead = text[max(start, end - _LONGEST) : end]
    if _TOGETHER.search(text[start : case.hit.end + 60]):
        return ""
    if re.fullmatch(rf"{_IT} \({_DNR}", lead):
        return _IT
    match = _NAMED.search(lead)
    if not match or not _words(match["namn"]):
        return ""
    is_item = start == line and match.start() == 0
    return match["namn"] if match["ord"] or is_item else ""


def _words(name: str) -> frozenset[str]:
    words = (word.lower() for word in re.findall(r"[^\W\d_]{2,}", name))
    return frozenset(word[:_STEM] for word in words if word not in _NOT_NAMES)
