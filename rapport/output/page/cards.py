"""Findings explained: one card for all in a place that say the same thing to do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rapport.finding import Finding, Severity
from rapport.output.interface import WORDS
from rapport.output.page.numbered import Link, Numbered


@dataclass(frozen=True, slots=True)
class Item:
    """What is said, once, about one or more findings; ``numbers`` are theirs, with a link to the words of each."""

    numbers: tuple[Link, ...]
    message: str
    fixes: tuple[tuple[str, str], ...]
    related: tuple[Link, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Findings of one rule beside each other, with what to do about them."""

    severity: Severity
    rule: str
    hint: str | None
    items: tuple[Item, ...]

    @property
    def word(self) -> str:
        """Its severity in Swedish."""
        return WORDS[self.severity]

    @property
    def place(self) -> str | None:
        """The place of all that it says, where that is one and the same."""
        places = {place for item in self.items for place in item.places}
        return places.pop() if len(places) == 1 else None


def cards(found: Iterable[Numbered]) -> Iterator[Card]:
    """Yield cards for findings that are shown in one place, the gravest first."""
    order = tuple(WORDS)
    ranked = sorted(found, key=lambda one: order.index(one.finding.severity))
    by_rule: dict[tuple[Severity, str, str | None], list[Numbered]] = {}
    for one in ranked:
        finding = one.finding
        by_rule.setdefault((finding.severity, finding.rule, finding.hint), []).append(one)
    for (severity, rule, hint), group in by_rule.items():
        alike = groupby(group, lambda one: (one.finding.message, one.finding.related))
        yield Card(severity, rule, hint, tuple(_item(list(same)) for _, same in alike))


def _item(same: list[Numbered]) -> Item:
    # What the hint says to write need not be said again.
    fixes = {one.finding.excerpt or "": one.finding.fix for one in same if not _says(one.finding)}
    return Item(
        tuple((str(one.number), one.anchor if one.span else None) for one in same),
        same[0].finding.message,
        tuple((old, new) for old, new in fixes.items() if new is not None),
        same[0].related,
        tuple(dict.fromkeys(str(one.finding.place) for one in same if one.finding.place.path)),
    )


def _says(finding: Finding) -> bool:
    """Whether a finding's hint already holds its correction, word for word."""
    return bool(finding.fix and finding.hint and finding.fix.strip() and f" {finding.fix}" in finding.hint)
