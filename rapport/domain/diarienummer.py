"""Case numbers: the form that a region writes them in, and where they stand in a text.

A form is written in plain words and never as a regular expression: ``RUN/löpnummer/år``. What is not one of the
words below stands for itself, so that nothing a user writes can be run or be slow.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

_WORDS = {
    "löpnummer": ("serial", r"\d{1,7}", r"[\dOoIl]{1,7}"),
    "bokstäver": ("letters", r"[A-ZÅÄÖ]{1,5}", r"[A-ZÅÄÖ]{1,5}"),
    "åååå": ("year", r"(?:19|20)\d\d", r"(?:19|2[0Oo])[\dOoIl]{2}"),
    "år": ("year", r"(?:19|20)\d\d", r"(?:19|2[0Oo])[\dOoIl]{2}"),
    "åå": ("year", r"\d\d", r"[\dOoIl]{2}"),
}
_SPLIT = re.compile("|".join(_WORDS), re.IGNORECASE)
# How a sign may come out when a paper has been scanned, broken over two lines or typed by hand.
_LOOSE = {"/": r"\s?[/⁄∕|\\]\s?", "-": r"\s?[-–‐‑]\s?", ":": r"\s?:\s?", " ": r"\s{1,2}"}
_MISREAD = str.maketrans("OoIl", "0011")
_MAX_LENGTH = 40
_YEAR = re.compile(r"(?:19|20)\d\d")
# The forms seen among regions, municipalities and authorities: what is looked for where nothing else is said.
COMMON = (
    "bokstäver/löpnummer/år",
    "bokstäver/år:löpnummer",
    "bokstäver år/löpnummer",
    "bokstäver år-löpnummer",
    "bokstäverår/löpnummer",
    "bokstäveråå/löpnummer",
    "bokstäver löpnummer-år",
    "ååbokstäverlöpnummer",
)
# Capitals before a number that make it a law, a standard or a report, and no case.
_NOT_CASES = {"SFS", "EU", "EG", "EES", "ISO", "SOU", "DS", "DIR", "PROP", "SKR", "PM", "SS", "EN", "SEK", "MSEK", "I"}


class Diarienummer(NamedTuple):
    """A case number in a text: as it should be written, and the characters that it takes."""

    number: str
    start: int
    end: int


def fault_in(form: str) -> str | None:
    """Return in Swedish what is wrong with a form, if anything."""
    if len(form) > _MAX_LENGTH:
        return f"Mönstret är längre än {_MAX_LENGTH} tecken."
    if "löpnummer" not in form.lower():
        return f"Mönstret ”{form}” saknar ordet löpnummer."
    return None


def is_of_form(number: str, forms: Sequence[str]) -> bool:
    """Return whether a case number is written exactly as one of the forms says."""
    return any(re.fullmatch(_pattern(form, loose=False), number) for form in forms)


def example(form: str) -> str:
    """Return a case number of a form, to show: RUN/123/2025."""
    shown = {"serial": "123", "letters": "RUN", "year": "2025"}
    return _SPLIT.sub(lambda word: "25" if word[0].lower() == "åå" else shown[_WORDS[word[0].lower()][0]], form)


def find_numbers(text: str, forms: Sequence[str] = ()) -> list[Diarienummer]:
    """Return the case numbers in a text, in order; without forms of the region's own, those commonly seen.

    Signs that scanning loses are forgiven: O for 0, I and l for 1, blanks and line breaks at the slashes.
    """
    found: list[Diarienummer] = []
    for form in forms or COMMON:
        matches = re.finditer(rf"(?<![\w/]){_pattern(form, loose=True)}(?![\w/])", text)
        found += [Diarienummer(_written(form, match), *match.span()) for match in matches if _is_case(form, match)]
    found.sort(key=lambda one: (one.start, -one.end))
    return [one for n, one in enumerate(found) if not any(one.start < other.end for other in found[:n])]


def _is_case(form: str, match: re.Match[str]) -> bool:
    """Whether what has a common form is a case, and not a law, a period (ERUF 2021-2027) or a school year."""
    if form not in COMMON:
        return True
    is_period = form != COMMON[0] and _YEAR.fullmatch(match["serial"])
    return match["letters"] not in _NOT_CASES and not is_period


def _written(form: str, match: re.Match[str]) -> str:
    """Return a number that was found as its form writes it."""
    parts = match.groupdict()
    return _SPLIT.sub(lambda word: _value(_WORDS[word[0].lower()][0], parts), form)


def _value(name: str, parts: dict[str, str]) -> str:
    return parts[name] if name == "letters" else parts[name].translate(_MISREAD)


@cache
def _pattern(form: str, *, loose: bool) -> str:
    return "".join(_pieces(form, loose=loose))


def _pieces(form: str, *, loose: bool) -> Iterator[str]:
    """Yield the regular expression of a form piece by piece; a word that comes again must be the same again."""
    seen: set[str] = set()
    at = 0
    for word in _SPLIT.finditer(form):
        yield _literal(form[at : word.start()], loose=loose)
        name, strict, forgiving = _WORDS[word[0].lower()]
        yield f"(?P={name})" if name in seen else f"(?P<{name}>{forgiving if loose else strict})"
        seen.add(name)
        at = word.end()
    yield _literal(form[at:], loose=loose)


def _literal(text: str, *, loose: bool) -> str:
    return "".join(_LOOSE.get(sign, re.escape(sign)) if loose else re.escape(sign) for sign in text)
