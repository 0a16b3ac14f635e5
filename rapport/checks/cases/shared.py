"""One case number that two projects have: each has its own, so one of the two is another's."""

import re
from collections.abc import Iterator
from itertools import combinations

from rapport.checks.cases.numbers import Case, Doubt, Groups
from rapport.checks.words import listed

_NAME = r"[A-ZÅÄÖ][\w-]*(?: (?:[\w-]+|1:1)){0,5}"
_DNR = r"(?:(?:med )?(?:dnr|diarienr|diarienummer|ärende)[.:]? )?"
# A project's name right before its number: "Projektet Gröna inköp (RS 2025/1518)", "- Språkstegen, dnr 25RGK1140".
_NAMED = re.compile(rf"(?P<ord>\b[Pp]rojektet|^|\n)[-–• ]*(?P<namn>{_NAME})(?: \(|, ){_DNR}$")
# One number may be for more than one thing, and is then said to be.
_TOGETHER = re.compile(
    r"samma (?:ärende|beslut|diarie|dnr)|gemensam|respektive|tidigare|etapp|fortsättning|förstudie", re.IGNORECASE
)
_NOT_NAMES = frozenset(
    listed("projekt projektet för och i av en ett den det på med till strategi plan program beslut avtal ansökan")
)
_LONGEST, _STEM, _MOST = 120, 5, 10


def of_two_projects(groups: Groups) -> Iterator[Doubt]:
    """Yield a doubt for each number that stands behind the names of two projects that have no word in common."""
    for own in groups:
        by_number: dict[str, list[tuple[Case, str]]] = {}
        for case in own:
            if name := _named(case):
                by_number.setdefault(case.number, []).append((case, name))
        for named in by_number.values():
            for (one, first), (other, second) in combinations(named[:_MOST], 2):
                if not _words(first) & _words(second):
                    message = f"Diarienumret {other.number} står både för {first} och för {second}."
                    yield Doubt(other, message, "Kontrollera numren mot handlingarna; det ena hör till ett annat.", one)
                    break


def _named(case: Case) -> str:
    """Return the name of the project that a number is said to be of, or ""."""
    text = case.hit.svar.text
    start = max(text.rfind("\n", 0, case.hit.start), text.rfind(". ", 0, case.hit.start) + 1)
    lead = text[max(start + 1, case.hit.start - _LONGEST) : case.hit.start]
    match = _NAMED.search(lead)
    if not match or _TOGETHER.search(text[start + 1 : case.hit.end + 60]) or not _words(match["namn"]):
        return ""
    is_item = not match["ord"] and text[start : start + 1] in {"\n", ""}
    return match["namn"] if match["ord"] or is_item else ""


def _words(name: str) -> frozenset[str]:
    words = (word.lower() for word in re.findall(r"[^\W\d_]{2,}", name))
    return frozenset(word[:_STEM] for word in words if word not in _NOT_NAMES)
