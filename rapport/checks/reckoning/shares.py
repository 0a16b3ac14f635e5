"""Shares that stand beside the numbers they come from: "12 av 48, det vill säga 25 procent"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from rapport.checks.reckoning import share_words as words
from rapport.checks.reckoning.quantities import NOT_PEOPLE, mangder_by_sentence, whole_before
from rapport.checks.reckoning.said import Said, said_in
from rapport.checks.reckoning.told_after import FOLLOWS, OF_OTHERS
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

Span = tuple[int, int]
_FEW = 3  # quantities of a sentence whose part and whole the next one can mean


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
            return abs(over) <= words.ABOUT
        over = over if self.rough == "over" else -over
        return -words.HARDLY - self.margin <= over <= words.FAR


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
    yield from _in_the_next(svar)


def _in_the_next(svar: Svar) -> Iterator[Share]:
    """Yield a share that is all a sentence tells, of the part and the whole that are all the one before tells."""
    for (before, earlier), (sentence, found) in pairwise(mangder_by_sentence(svar)):
        text = sentence.text
        if not 1 < len(earlier) <= _FEW or not FOLLOWS.search(text) or "\n" in svar.text[before.end : sentence.start]:
            continue
        said, counted = list(said_in(text, found)), list(_counted(before.text, earlier, None))
        counted = [one for one in counted if one.part.start < one.whole.start] or counted  # "33 av de 50"
        if len(said) != 1 or len(counted) != 1 or OF_OTHERS.search(text) or list(said_in(before.text, earlier)):
            continue
        if all(said[0].start <= one.start < said[0].end for one in found):
            moved = said[0]._replace(start=said[0].start + sentence.start, end=said[0].end + sentence.start)
            shift = before.start
            placed = counted[0]._replace(start=counted[0].start + shift, end=counted[0].end + shift)
            yield _share(placed, moved, 0)


def _together(text: str, found: list[Mangd], before: Mangd | None) -> Iterator[tuple[_Counted, Said]]:
    said_list = list(said_in(text, found))
    if not said_list:
        return
    for counted in _counted(text, found, before):
        for said in said_list:
            is_it = _is_same if said.start >= counted.end else _is_after
            if (said.start >= counted.end or said.end <= counted.start) and is_it(text, counted, said):
                yield counted, said
    yield from _count_behind(text, found, before, said_list)


def _count_behind(
    text: str, found: list[Mangd], before: Mangd | None, said_list: list[Said]
) -> Iterator[tuple[_Counted, Said]]:
    """Yield "av de 84 uppgav drygt hälften, 37 stycken, att …": the share first, then how many it is."""
    whole = next((m for m in found if words.AV.search(text[max(0, m.start - 40) : m.start])), None)
    if whole is None and (
        words.OF_THEM.match(text) or any(words.OF_THEM_BEHIND.match(text, one.end) for one in said_list)
    ):
        whole = before
    for said in said_list:
        for part in found:
            is_it = words.COUNT_BEHIND.fullmatch(text[said.end : part.start]) and words.PIECES.match(text, part.end)
            if whole and is_it and whole.end < said.start:
                for counted in _pair(part, whole, part.start, part.end):
                    yield counted, said


def _counted(text: str, found: list[Mangd], before: Mangd | None) -> Iterator[_Counted]:
    """Yield the pairs of a part and its whole: "12 av 48", "av 48 sökande var 12", "18 av dem"."""
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        lead = words.AV.search(text[max(0, one.start - 40) : one.start])
        if words.OF.fullmatch(between):
            yield from _pair(one, other, one.start, other.end)
        elif lead and words.THEN.fullmatch(between) and not NOT_PEOPLE.match(text, other.end):
            yield from _pair(other, one, one.start - len(lead[0]), other.end)
    if (
        before
        and (of_them := words.OF_THEM.match(text))
        and words.FEW_WORDS.fullmatch(text[of_them.end() : found[0].start])
    ):
        yield from _pair(found[0], before, of_them.start(), found[0].end)
    for one in found if before else ():
        if before and (of_them := words.ONE_OF_THEM.match(text, one.end)):
            yield from _pair(one, before, one.start, of_them.end())


def _pair(part: Mangd, whole: Mangd, start: int, end: int) -> Iterator[_Counted]:
    if whole.slag == "kr" and not part.has_unit:
        part = part._replace(value=part.value * whole.factor, step=whole.factor, slag=whole.slag, factor=whole.factor)
    is_counted = part.slag == whole.slag and whole.slag in {"antal", "kr"}
    if is_counted and 0 < part.value <= whole.value and not (part.is_rough or whole.is_rough):
        yield _Counted(part, whole, start, end)


def _is_same(text: str, counted: _Counted, said: Said) -> bool:
    """Whether the text says that a share behind two numbers is what they give."""
    between = text[counted.end : said.start]
    if words.BRACKET.fullmatch(between):
        return text[said.end : said.end + 1] == ")"
    behind = text[said.end : said.end + 60]
    if words.MORE.match(behind) and not _is_of_whole(text, counted, behind):
        return False
    if words.THAT_IS.fullmatch(between):
        return True
    return bool(words.BARE_COMMA.fullmatch(between) and (words.ENDS.match(behind) or not said.is_percent))


def _is_after(text: str, counted: _Counted, said: Said) -> bool:
    """Whether the numbers stand right behind a share: "30 procent (12 av 40)", "hälften av projekten, 20 av 40,"."""
    between = text[said.end : counted.start]
    is_apart = words.SHARE_COMMA.fullmatch(between) and re.match(r"[,.)]| [\w-]+[,.)]", text[counted.end :])
    return bool(words.SHARE_FIRST.fullmatch(between) or is_apart)


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


def _share(counted: _Counted, said: Said, at: int) -> Share:
    given = counted.part.value / counted.whole.value
    rounded = (counted.part.step + given * counted.whole.step) / 2 / counted.whole.value
    spans = (at + said.start, at + said.end), (at + counted.start, at + counted.end)
    margin = rounded if said.rough else said.margin + rounded
    return Share(said.value, given, margin, said.is_percent, said.rough, *spans, _numbers(counted))
