"""Shares that stand beside the numbers they come from: "12 av 48, det vill säga 25 procent"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from rapport.checks.quantities import mangder_by_sentence
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
_AV = re.compile(r"\b(?:av|bland) (?:de |totalt |sammanlagt |samtliga |länets |alla |våra |regionens ){0,2}$", re.IGNORECASE)
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
_WHOLE = {"hälften": 2}
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
    said_span: Span
    given_span: Span


class _Said(NamedTuple):
    """A share as it stands in a sentence."""

    value: Decimal
    margin: Decimal
    is_percent: bool
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
    for sentence, found in mangder_by_sentence(svar):
        if len(found) > 1 and re.search(r"\bav\b", sentence.text, re.IGNORECASE):
            for counted, said in _together(sentence.text, found):
                yield _share(counted, said, sentence.start)


def _together(text: str, found: list[Mangd]) -> Iterator[tuple[_Counted, _Said]]:
    said_list = list(_said(text, found))
    for counted in _counted(text, found):
        for said in said_list:
            if said.start >= counted.end and _is_same(text, counted, said):
                yield counted, said
            elif said.end <= counted.start and _SHARE_FIRST.fullmatch(text[said.end : counted.start]):
                yield counted, said


def _said(text: str, found: list[Mangd]) -> Iterator[_Said]:
    """Yield the shares that a sentence names, in per cent and in words."""
    for mangd in found:
        if mangd.slag == "procent" and not mangd.is_rough:
            yield _Said(mangd.value / _HUNDRED, mangd.step / _HUNDRED, True, mangd.start, mangd.end)  # noqa: FBT003
    for match in _FRACTION.finditer(text):
        if not is_rough_at(text, match.start()):
            yield _Said(_fraction(match), _LOOSE, False, *match.span())  # noqa: FBT003


def _fraction(match: re.Match[str]) -> Decimal:
    if match["half"]:
        return Decimal("0.5")
    if match["part"]:
        return Decimal(_COUNTS[match["count"].lower()]) / _PARTS[match["part"].lower()]
    some = match["some"].lower()
    return Decimal(WORDS.get(some, 1)) / WORDS[match["all"].lower()]


def _counted(text: str, found: list[Mangd]) -> Iterator[_Counted]:
    """Yield the pairs of a part and its whole: "12 av 48", "av 48 sökande var 12"."""
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        before = text[max(0, one.start - 40) : one.start]
        if _OF.fullmatch(between):
            yield from _pair(one, other, one.start, other.end)
        elif (lead := _AV.search(before)) and _THEN.fullmatch(between):
            yield from _pair(other, one, one.start - len(lead[0]), other.end)


def _pair(part: Mangd, whole: Mangd, start: int, end: int) -> Iterator[_Counted]:
    if whole.slag == "kr" and not part.has_unit:
        part = part._replace(
            value=part.value * whole.factor, step=whole.factor, slag=whole.slag, factor=whole.factor
        )
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


def _is_of_whole(text: str, counted: _Counted, behind: str) -> bool:
    """Whether "30 procent av …" names the whole that was counted."""
    noun = re.match(r"[\s\u00a0]*([\w-]+)", text[counted.whole.end : counted.whole.end + 40])
    of = re.match(r" av (?:de |alla |samtliga )?([\w-]+)", behind)
    if not of:
        return False
    return of[1] in {"dem", "dessa"} or bool(noun and noun[1][:4].lower() == of[1][:4].lower())


def _share(counted: _Counted, said: _Said, at: int) -> Share:
    given = counted.part.value / counted.whole.value
    rounded = (counted.part.step + given * counted.whole.step) / 2 / counted.whole.value
    spans = (at + said.start, at + said.end), (at + counted.start, at + counted.end)
    return Share(said.value, given, said.margin + rounded, said.is_percent, *spans)
