"""Names that stand in a row with a body, and so are bodies too: "Företagarna och Peak Innovation"."""

import re
from collections.abc import Iterable, Iterator

from rapport.domain.organ import namn
from rapport.samling.aktorer.kanda import Aktor
from rapport.samling.aktorer.namn import named_at
from rapport.samling.aktorer.ord import NO_BODY_BEFORE, SEQ, is_body

_JOINT = r"(?:,? (?:och|samt|respektive|liksom) |, )"
_BEHIND = re.compile(rf"s?(?: \([\w-]+\))?{_JOINT}(?P<namn>{SEQ})")
_BEFORE = re.compile(rf"(?<![\w-])(?P<namn>{SEQ})(?: \([\w-]+\))?{_JOINT}$")
_NEAR = 90  # characters


def in_rows(text: str, found: Iterable[Aktor]) -> Iterator[Aktor]:
    """Yield each name that stands in a row with one of the bodies."""
    known = {at for one in found for at in range(one.start, one.end)}
    for one in found:
        at = one.end
        while (
            (match := _BEHIND.match(text, at))
            and is_body(match["namn"])
            and known.isdisjoint(range(*match.span("namn")))
        ):
            yield named_at(text, *match.span("namn"))
            at = match.end()
        at = one.start
        while match := _BEFORE.search(text, max(0, at - _NEAR), at):
            start, end = match.span("namn")
            short = _cut_short(match["namn"], one.namn)
            is_new = known.isdisjoint(range(start, end))
            if not (is_new and (short or (is_body(match["namn"]) and not _is_no_body(text, start)))):
                break
            yield Aktor(short, start, end) if short else named_at(text, start, end)
            at = start


def _cut_short(first: str, whole: str) -> str:
    """Return whose name a word begins that another's ends: "Umeå och Uppsala universitet"; "" where it is nobody's."""
    _, _, rest = whole.partition(" ")
    return next((one for one in (f"{first} {rest}", f"{first}s {rest}") if rest and one in namn()), "")


def _is_no_body(text: str, start: int) -> bool:
    before = text[max(0, start - _NEAR) : start]
    return bool(NO_BODY_BEFORE.search(before)) or before.endswith((" i ", " I ", "\nI ", " på ", " från "))
