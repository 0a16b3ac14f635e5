"""Shares that stand beside the numbers they come from: "12 av 48, det vill säga 25 procent"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from rapport.checks.reckoning.quantities import mangder_by_sentence, whole_before
from rapport.domain.mangder import WORDS, Mangd, is_rough_at
from rapport.domain.svar import Svar

Span = tuple[int, int]
_PARTS = {
    "tredjedel": 3,
    "fjärdedel": 4,
    "femtedel": 5,
    "sjättedel": 6,
    "sjundedel": 7,
    "åttondel": 8,
    "tiondel": 10,
}
_COUNTS = {"en": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9}
_SMALL = "|".join(word for word, number in WORDS.items() if number <= 10)  # noqa: PLR2004 - två av tre, sju av tio
_FRACTION = re.compile(
    rf"\b(?:(?P<half>hälften)|(?P<count>{'|'.join(_COUNTS)}) (?P<part>{'|'.join(_PARTS)})(?:ar)?"
    rf"|(?P<some>en|{_SMALL}) av (?P<all>{_SMALL}))\b(?! (?:av de|av dem)? ?\d)",
    re.IGNORECASE,
)
_OF = re.compile(r"(?: [\w-]+){0,2} av (?:de |totalt |sammanlagt |samtliga |länets |alla |våra |regionens ){0,2}")
_AV = re.compile(
    r"\b(?:av|bland) (?:de |totalt |sammanlagt |samtliga |länets |alla |våra |regionens ){0,2}$", re.IGNORECASE
)
_THEN = re.compile(r"[^.;:,\d]{2,70} ")
# Between the counted and the share: that one is the other.
_THAT_IS = re.compile(
    r"[^.;:\d]{0,60}?(?:, |\(| – | eller |, eller )(?:det vill säga |dvs\.? |alltså |motsvarande |eller |det är "
    r"|(?:något som |vilket |som )(?:är|motsvarar|ger|innebär|blev|utgör|gav)(?: alltså)? )"
    r"(?:en (?:[\w-]*andel|svarsfrekvens|andel \w+|nivå) (?:på |om )?)?"
)
_BRACKET = re.compile(r"[^.;:,\d(]{0,50}\((?:motsvarande |alltså |dvs\.? )?")
_BARE_COMMA = re.compile(r"(?: [\w-]+){0,2}, ")
_ENDS = re.compile(r"[,.;)]|$| (?:av (?:dem|de|samtliga|alla)\b)")
_MORE = re.compile(r" ?(?:mer|fler|färre|mindre|högre|lägre|över|under|än|av|per|ökning|minskning)\b")
_SHARE_FIRST = re.compile(r"[^.;:,\d()]{0,50} \(")
_SHARE_COMMA = re.compile(r"(?: av (?:[\w-]+ ){0,2}[\w-]+)?, (?:alltså |det vill säga )?")
_OF_THEM = re.compile(r"Av (?:dem|dessa)\b")
_ONE_OF_THEM = re.compile(r" (?:av dem|av dessa)\b")
_FEW_WORDS = re.compile(r" (?:[\w-]+ ){1,3}")
_COUNT_BEHIND = re.compile(r", (?:alltså |det vill säga )?| \(")
_PIECES = re.compile(r"(?: stycken| st\.?| av dem)?[,).]")
_OVER = re.compile(r"\b(?:drygt|över|mer än|fler än|minst)[\s\u00a0]*$", re.IGNORECASE)
_UNDER = re.compile(r"\b(?:knappt|nästan|närmare|mindre än|färre än|högst|inte riktigt)[\s\u00a0]*$", re.IGNORECASE)
_ABOUT, _HARDLY, _FAR = Decimal("0.1"), Decimal("0.005"), Decimal("0.15")
_LOOSE = Decimal("0.05")
_HUNDRED = Decimal(100)


class Share(NamedTuple):
    """A share as it is said, with the numbers beside it: ``said`` and what the two give, both between 0 and 1.

    Places are those of the answer's text; ``margin`` is how far from each other they may be.
    """

    said: Decimal
    given: Decimal
    margin: Decimal
    is_percent: bool
    rough: str
    said_span: Span
    given_span: Span
    numbers: str

    @property
    def holds(self) -> bool:
        """Whether the share can be said of the numbers: "drygt hälften" is more than half, but not much."""
        over = self.given - self.said
        if not self.rough:
            return abs(over) <= self.margin
        if self.rough == "about":
            return abs(over) <= _ABOUT
        over = over if self.rough == "over" else -over
        return -_HARDLY - self.margin <= over <= _FAR


class _Said(NamedTuple):
    """A share as it stands in a sentence; ``rough`` is on what side of it the true one is said to be."""

    value: Decimal
    margin: Decimal
    is_percent: bool
    rough: str
    start: int
    end: int


class _Counted(NamedTuple):
    """A part and its whole as they stand in a sentence."""

    part: Mangd
    whole: Mangd
    start: int
    end: int


def shares_of(svar: Svar) -> Iterator[Share]:
    """Yield every share of an answer that stands beside its numbers."""
    for number, (sentence, found) in enumerate(mangder_by_sentence(svar)):
        if found and re.search(r"\b(?:av|bland)\b", sentence.text, re.IGNORECASE):
            whole = whole_before(svar, number)
            for counted, said in _together(sentence.text, found, whole):
                yield _share(counted, said, sentence.start)


def _together(text: str, found: list[Mangd], before: Mangd | None) -> Iterator[tuple[_Counted, _Said]]:
    said_list = list(_said(text, found))
    if not said_list:
        return
    for counted in _counted(text, found, before):
        for said in said_list:
            is_it = _is_same if said.start >= counted.end else _is_after
            if (said.start >= counted.end or said.end <= counted.start) and is_it(text, counted, said):
                yield counted, said
    yield from _count_behind(text, found, before, said_list)


def _count_behind(
    text: str, found: list[Mangd], before: Mangd | None, said_list: list[_Said]
) -> Iterator[tuple[_Counted, _Said]]:
    """Yield "av de 84 uppgav drygt hälften, 37 stycken, att …": the share first, then how many it is."""
    whole = next((m for m in found if _AV.search(text[max(0, m.start - 40) : m.start])), None)
    if whole is None and _OF_THEM.match(text):
        whole = before
    for said in said_list:
        for part in found:
            is_it = _COUNT_BEHIND.fullmatch(text[said.end : part.start]) and _PIECES.match(text, part.end)
            if whole and is_it and whole.end < said.start:
                for counted in _pair(part, whole, part.start, part.end):
                    yield counted, said


def _said(text: str, found: list[Mangd]) -> Iterator[_Said]:
    """Yield the shares that a sentence names, in per cent and in words."""
    for mangd in found:
        if mangd.slag == "procent":
            rough, start = _rough(text, mangd.start)
            yield _Said(mangd.value / _HUNDRED, mangd.step / _HUNDRED, True, rough, start, mangd.end)  # noqa: FBT003
    for match in _FRACTION.finditer(text):
        rough, start = _rough(text, match.start())
        yield _Said(_fraction(match), _LOOSE, False, rough, start, match.end())  # noqa: FBT003


def _rough(text: str, start: int) -> tuple[str, int]:
    """Return on what side of a share the true one is said to be, and where that is said."""
    lead = max(0, start - 20)
    for side, pattern in (("over", _OVER), ("under", _UNDER)):
        if match := pattern.search(text[lead:start]):
            return side, lead + match.start()
    return ("about" if is_rough_at(text, start) else ""), start


def _fraction(match: re.Match[str]) -> Decimal:
    if match["half"]:
        return Decimal("0.5")
    if match["part"]:
        return Decimal(_COUNTS[match["count"].lower()]) / _PARTS[match["part"].lower()]
    some = match["some"].lower()
    return Decimal(WORDS.get(some, 1)) / WORDS[match["all"].lower()]


def _counted(text: str, found: list[Mangd], before: Mangd | None) -> Iterator[_Counted]:
    """Yield the pairs of a part and its whole: "12 av 48", "av 48 sökande var 12", "18 av dem"."""
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        lead = _AV.search(text[max(0, one.start - 40) : one.start])
        if _OF.fullmatch(between):
            yield from _pair(one, other, one.start, other.end)
        elif lead and _THEN.fullmatch(between):
            yield from _pair(other, one, one.start - len(lead[0]), other.end)
    if before and (of_them := _OF_THEM.match(text)) and _FEW_WORDS.fullmatch(text[of_them.end() : found[0].start]):
        yield from _pair(found[0], before, of_them.start(), found[0].end)
    for one in found if before else ():
        if before and (of_them := _ONE_OF_THEM.match(text, one.end)):
            yield from _pair(one, before, one.start, of_them.end())


def _pair(part: Mangd, whole: Mangd, start: int, end: int) -> Iterator[_Counted]:
    if whole.slag == "kr" and not part.has_unit:
        part = part._replace(value=part.value * whole.factor, step=whole.factor, slag=whole.slag, factor=whole.factor)
    is_counted = part.slag == whole.slag and whole.slag in {"antal", "kr"}
    if is_counted and 0 < part.value <= whole.value and not (part.is_rough or whole.is_rough):
        yield _Counted(part, whole, start, end)


def _is_same(text: str, counted: _Counted, said: _Said) -> bool:
    """Whether the text says that a share behind two numbers is what they give."""
    between = text[counted.end : said.start]
    if _BRACKET.fullmatch(between):
        return text[said.end : said.end + 1] == ")"
    behind = text[said.end : said.end + 60]
    if _MORE.match(behind) and not _is_of_whole(text, counted, behind):
        return False
    if _THAT_IS.fullmatch(between):
        return True
    return bool(_BARE_COMMA.fullmatch(between) and (_ENDS.match(behind) or not said.is_percent))


def _is_after(text: str, counted: _Counted, said: _Said) -> bool:
    """Whether the numbers stand right behind a share: "30 procent (12 av 40)", "hälften av projekten, 20 av 40,"."""
    between = text[said.end : counted.start]
    is_apart = _SHARE_COMMA.fullmatch(between) and re.match(r"[,.)]| [\w-]+[,.)]", text[counted.end :])
    return bool(_SHARE_FIRST.fullmatch(between) or is_apart)


def _is_of_whole(text: str, counted: _Counted, behind: str) -> bool:
    """Whether "30 procent av …" names the whole that was counted."""
    noun = re.match(r"[\s\u00a0]*([\w-]+)", text[counted.whole.end : counted.whole.end + 40])
    of = re.match(r" av (?:de |alla |samtliga )?([\w-]+)", behind)
    if not of:
        return False
    return of[1] in {"dem", "dessa"} or bool(noun and noun[1][:4].lower() == of[1][:4].lower())


def _numbers(counted: _Counted) -> str:
    part, whole = (m.shown(m.value) for m in (counted.part, counted.whole))
    return f"{part} av {whole}"


def _share(counted: _Counted, said: _Said, at: int) -> Share:
    given = counted.part.value / counted.whole.value
    rounded = (counted.part.step + given * counted.whole.step) / 2 / counted.whole.value
    spans = (at + said.start, at + said.end), (at + counted.start, at + counted.end)
    margin = rounded if said.rough else said.margin + rounded
    return Share(said.value, given, margin, said.is_percent, said.rough, *spans, _numbers(counted))
