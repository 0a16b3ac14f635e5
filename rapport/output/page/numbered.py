"""The findings of a page, numbered, each with its place in the answer that it is about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from rapport.domain.svar import Svar
from rapport.finding import Finding, Related
from rapport.output.interface import WORDS, Granskning
from rapport.prose.marks import Mark

Span = tuple[int, int]
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
    span: Span | None
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

    def _span(self, finding: Finding) -> Span | None:
        return span_of(self._svar.get(finding.fraga or ""), finding.excerpt, finding.offset)

    def _related(self, finding: Finding, own: Span | None, number: int) -> Iterator[Link]:
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

    def _counterpart(self, finding: Finding, fraga: str, span: Span) -> int | None:
        """Return the number of the finding that says the same from the other side, and so links back itself."""
        number, other = self._own.get((finding.rule, fraga, span), (None, None))
        return number if other and any(back.fraga == finding.fraga for back in other.related) else None


def span_of(svar: Svar | None, excerpt: str | None, offset: int | None) -> Span | None:
    """Return where an excerpt stands in an answer's text; without an offset, only if it stands there just once."""
    if not svar or not excerpt:
        return None
    if offset is None:
        offset = svar.text.find(excerpt) if svar.text.count(excerpt) == 1 else -1
    is_there = offset >= 0 and svar.text.startswith(excerpt, offset)
    return (offset, offset + len(excerpt)) if is_there else None


def _ordered(found: Iterable[tuple[Finding, Span | None]], shown: set[str]) -> list[tuple[Finding, Span | None]]:
    """Return findings as the page shows them: by answer as they come, those about no words first, then by place."""
    groups: dict[str, list[tuple[Finding, Span | None]]] = {"": []}
    for finding, span in found:
        fraga = finding.fraga if finding.fraga in shown else ""
        groups.setdefault(fraga or "", []).append((finding, span))
    return [one for group in groups.values() for one in sorted(group, key=lambda pair: pair[1] or (-1, -1))]


def _words(related: Related) -> str:
    return f"fråga {related.fraga}" if related.fraga else str(related.place)
