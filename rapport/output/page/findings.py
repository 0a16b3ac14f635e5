"""The findings of a page: numbered, each with its place in the answer that it is about, and explained by cards."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from rapport.domain.svar import Svar
from rapport.finding import Finding, Related, Severity
from rapport.output.interface import WORDS, Granskning
from rapport.prose.marks import Mark

_Span = tuple[int, int]
Link = tuple[str, str | None]
_RANK = tuple(WORDS)
_TAIL = Markup('<a class="nr {}" href="#anm-{}" aria-label="{} {}: gå till förklaringen">{}</a>')


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number on the page; ``span`` is where its words stand, None when it is about no words.

    ``related`` has its other places in words, each with the id of the place on the page where it is shown.
    """

    number: int
    finding: Finding
    span: _Span | None
    related: tuple[Link, ...] = ()

    @property
    def anchor(self) -> str:
        """The id of its place in the answer."""
        return f"plats-{self.number}"


class Findings:
    """Every standing finding of a page: those about the files and areas, those of each answer, and all marks."""

    def __init__(self, granskning: Granskning) -> None:
        shown = {fraga.id for omrade in granskning.omraden for fraga in omrade.fragor}
        svar = granskning.underlag.svar_by_fraga
        self._svar = {fraga: svar[fraga] for fraga in shown & svar.keys()}
        self.general: list[Numbered] = []
        self.by_number: dict[int, Numbered] = {}
        self.by_fraga: dict[str, list[Numbered]] = defaultdict(list)
        self.marks: dict[str, list[Mark]] = defaultdict(list)
        standing = [(f, self._span(f)) for f in granskning.findings if f.waived is None]
        ordered = list(enumerate(_ordered(standing, shown), 1))
        self._own = {(f.rule, f.fraga, span): (number, f) for number, (f, span) in ordered if span}
        for number, (finding, span) in ordered:
            numbered = Numbered(number, finding, span, tuple(self._related(finding, span, number)))
            self.by_number[number] = numbered
            is_about_an_answer = finding.fraga in shown
            (self.by_fraga[finding.fraga or ""] if is_about_an_answer else self.general).append(numbered)
            if span and finding.fraga:
                tail = _TAIL.format(finding.severity, number, WORDS[finding.severity], number, number)
                self.marks[finding.fraga].append(Mark(*span, numbered.anchor, finding.severity, tail))
        for marks in self.marks.values():
            # Where marks overlap the gravest is seen; a place of comparison never hides a finding.
            marks.sort(key=lambda mark: _RANK.index(mark.look) if mark.look in _RANK else len(_RANK))

    def _span(self, finding: Finding) -> _Span | None:
        return span_of(self._svar.get(finding.fraga or ""), finding.excerpt, finding.offset)

    def _related(self, finding: Finding, own: _Span | None, number: int) -> Iterator[Link]:
        """Yield the other places of a finding, and mark those that stand in an answer on this page."""
        for at, related in enumerate(finding.related, 1):
            span = span_of(self._svar.get(related.fraga or ""), related.excerpt, related.offset)
            if span is None or not related.fraga or (related.fraga, span) == (finding.fraga, own):
                yield _words(related), None
            elif same := self._counterpart(finding, related.fraga, span):
                yield _words(related), f"plats-{same}"
            else:
                anchor = f"jamfor-{number}-{at}"
                tail = _TAIL.format("jamfor", number, "Jämför", number, number)
                self.marks[related.fraga].append(Mark(*span, anchor, "jamfor", tail))
                yield _words(related), anchor

    def _counterpart(self, finding: Finding, fraga: str, span: _Span) -> int | None:
        """Return the number of the finding that says the same from the other side, and so links back itself."""
        number, other = self._own.get((finding.rule, fraga, span), (None, None))
        return number if other and any(back.fraga == finding.fraga for back in other.related) else None


def span_of(svar: Svar | None, excerpt: str | None, offset: int | None) -> _Span | None:
    """Return where an excerpt stands in an answer's text; without an offset, only if it stands there just once."""
    if not svar or not excerpt:
        return None
    if offset is None:
        offset = svar.text.find(excerpt) if svar.text.count(excerpt) == 1 else -1
    is_there = offset >= 0 and svar.text.startswith(excerpt, offset)
    return (offset, offset + len(excerpt)) if is_there else None


def _ordered(found: Iterable[tuple[Finding, _Span | None]], shown: set[str]) -> list[tuple[Finding, _Span | None]]:
    """Return findings as the page shows them: by answer as they come, those about no words first, then by place."""
    groups: dict[str, list[tuple[Finding, _Span | None]]] = {"": []}
    for finding, span in found:
        fraga = finding.fraga if finding.fraga in shown else ""
        groups.setdefault(fraga or "", []).append((finding, span))
    return [one for group in groups.values() for one in sorted(group, key=lambda pair: pair[1] or (-1, -1))]


def _words(related: Related) -> str:
    return f"fråga {related.fraga}" if related.fraga else str(related.place)


@dataclass(frozen=True, slots=True)
class Statement:
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
    statements: tuple[Statement, ...]

    @property
    def word(self) -> str:
        """Its severity in Swedish."""
        return WORDS[self.severity]

    @property
    def place(self) -> str | None:
        """The place of all that it says, where that is one and the same."""
        places = {place for statement in self.statements for place in statement.places}
        return places.pop() if len(places) == 1 else None


def cards(found: Iterable[Numbered]) -> Iterator[Card]:
    """Yield cards for findings that are shown in one place, the gravest first."""
    ranked = sorted(found, key=lambda one: _RANK.index(one.finding.severity))
    by_rule: dict[tuple[Severity, str, str | None], list[Numbered]] = {}
    for one in ranked:
        finding = one.finding
        by_rule.setdefault((finding.severity, finding.rule, finding.hint), []).append(one)
    for (severity, rule, hint), group in by_rule.items():
        alike = groupby(group, lambda one: (one.finding.message, one.finding.related))
        yield Card(severity, rule, hint, tuple(_statement(list(same)) for _, same in alike))


def _statement(same: list[Numbered]) -> Statement:
    # What the hint says to write need not be said again.
    fixes = {one.finding.excerpt or "": one.finding.fix for one in same if not _says(one.finding)}
    return Statement(
        tuple((str(one.number), one.anchor if one.span else None) for one in same),
        same[0].finding.message,
        tuple((old, new) for old, new in fixes.items() if new is not None),
        tuple(dict.fromkeys(same[0].related)),
        tuple(dict.fromkeys(str(one.finding.place) for one in same if one.finding.place.path)),
    )


def _says(finding: Finding) -> bool:
    """Whether a finding's hint already holds its correction, word for word."""
    return bool(finding.fix and finding.hint and finding.fix.strip() and f" {finding.fix}" in finding.hint)
