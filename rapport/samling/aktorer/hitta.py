"""Bodies in a text: the known first, then those that their words show, then those that stand in a row with one."""

import re
from collections.abc import Iterable, Iterator

from rapport.samling.aktorer.kanda import Aktor, known_in
from rapport.samling.aktorer.namn import LANSSTYRELSEN, board_of, named_at, of_places
from rapport.samling.aktorer.ord import (
    AFTER_LABEL,
    CONTEXT,
    DOES,
    ENDED,
    HEADED,
    NO_BODY_BEFORE,
    NO_WORD,
    SENTENCE_START,
    WORD,
    is_body,
)
from rapport.samling.aktorer.rad import in_rows

KOMMUNERNA = "Kommunerna"
# The county's municipalities together, where they act: "i kommunerna" is a place.
_KOMMUNERNA = re.compile(
    r"(?<![\w-])(?:(?:länets|regionens|samtliga|alla|våra) (?:\w+ )?kommuner(?:na)?|kommunerna|kommuner i länet)"
    r"s?(?: i länet)?(?![\w-])",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\b(?:i|inom|från|mellan|bland|ur)(?: \w+ av)?(?: de)? $", re.IGNORECASE)
_NEAR = 60  # characters before a name that may say what it is
_SHORT = re.compile(r"[ \u00a0]\((?P<kort>[A-ZÅÄÖ][\w-]{1,9})\)")


def actors_in(text: str, region: str = "") -> list[Aktor]:
    """Return the bodies that an answer of a region names, in their order; the region itself is none."""
    found = _apart([*of_places(text), *known_in(text), *_by_words(text)])
    found = _apart([*found, *_by_context(text, found)])
    found = _apart([*found, *in_rows(text, found)])
    found = _apart([*found, *_again(text, found), *_municipalities(text)])
    own = board_of(region)
    return [one._replace(namn=LANSSTYRELSEN) if one.namn == own else one for one in found if one.namn != region]


def _apart(found: Iterable[Aktor]) -> list[Aktor]:
    """Return the bodies that stand apart, in their order: of those in one place the longest, of those the first."""
    kept: list[Aktor] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda one: one.start - one.end):
        if taken.isdisjoint(places := range(one.start, one.end)):
            kept.append(one)
            taken.update(places)
    return sorted(kept, key=lambda one: one.start)


def _by_words(text: str) -> Iterator[Aktor]:
    """Yield what its own words show to be a body."""
    for pattern in (HEADED, ENDED):
        for match in pattern.finditer(text):
            if not _is_something_else(text, match.start()):
                yield named_at(text, *match.span())
    for match in WORD.finditer(text):
        opens = SENTENCE_START.search(text, max(0, match.start() - _NEAR), match.start())
        if match[0][0].isupper() and not NO_WORD.fullmatch(match[0]) and not opens:
            yield named_at(text, *match.span())
    for match in AFTER_LABEL.finditer(text):
        if is_body(match["namn"]):
            yield named_at(text, *match.span(0 if match["slag"][0].isupper() else "namn"))


def _by_context(text: str, found: list[Aktor]) -> Iterator[Aktor]:
    """Yield each name of what something is done with or by, and of what does what only somebody can do."""
    taken = {one.start for one in found}
    for match in (*CONTEXT.finditer(text), *DOES.finditer(text)):
        start, end = match.span("namn")
        if start in taken or not is_body(match["namn"]) or _is_something_else(text, start):
            continue
        if match.re is DOES and " " not in match["namn"]:  # the first word of a sentence has a capital anyhow
            continue
        yield named_at(text, start, end)


def _is_something_else(text: str, start: int) -> bool:
    """Whether what stands before a name says that it is a project's, a goal's or a title."""
    return bool(NO_BODY_BEFORE.search(text, max(0, start - _NEAR), start))


def _again(text: str, found: list[Aktor]) -> Iterator[Aktor]:
    """Yield where a body is named by what the answer says that it is called for short: "Arbetsförmedlingen (AF)"."""
    whose: dict[str, str] = {}
    for one in found:
        if (match := _SHORT.match(text, one.end)) and match["kort"] not in whose:
            whose[match["kort"]] = one.namn
            again = re.compile(rf"(?<![\w(-]){re.escape(match['kort'])}(?=(?::?s)?(?![\w-]))")
            for other in again.finditer(text, match.end()):
                yield Aktor(one.namn, *other.span())


def _municipalities(text: str) -> Iterator[Aktor]:
    for match in _KOMMUNERNA.finditer(text):
        if not _WHERE.search(text, max(0, match.start() - _NEAR), match.start()):
            yield Aktor(KOMMUNERNA, *match.span())
