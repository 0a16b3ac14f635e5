"""Parts that stand beside their whole in running text: "71 kvinnor och 55 män, totalt 136"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.reckoning import part_words as words
from rapport.checks.reckoning.quantities import mangder_by_sentence, whole_before
from rapport.checks.reckoning.sums import Claim, as_money, is_near, is_other_unit, margin_of
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar
from rapport.prose.sentences import Sentence

_BEHIND = 30


def text_claims(svar: Svar) -> Iterator[Claim]:
    """Yield what the sentences of an answer say of parts and their whole."""
    read = mangder_by_sentence(svar)
    for number, (sentence, found) in enumerate(read):
        if len(found) > 1:
            after = read[number + 1][0].text if number + 1 < len(read) else ""
            reader = _Reader(sentence, found, whole_before(svar, number), has_rest=bool(words.REST.match(after)))
            yield from reader.claims()


class _Reader:
    """Reads one sentence: runs of parts in it, and the whole that stands before or after each."""

    def __init__(self, sentence: Sentence, found: list[Mangd], whole: Mangd | None, *, has_rest: bool) -> None:
        self._text, self._start = sentence.text, sentence.start
        self._found, self._whole, self._has_rest = found, whole, has_rest

    def claims(self) -> Iterator[Claim]:
        """Yield what the sentence says, where it is sure that the parts are meant to be all."""
        for first, last, extra in self._runs():
            claims = [self._after(self._found[first : last + 1], last, extra)]
            # The first may be the whole: 126 personer, 71 kvinnor och 55 män.
            starts = [first, first + 1] if last - first + bool(extra) > 1 else [first]
            claims += [self._before_run(self._found[start : last + 1], start, extra) for start in starts]
            made = [claim for claim in claims if claim and not (self._has_rest and not claim.is_over)]
            if made and not any(claim.holds for claim in made):
                yield made[0]

    def _runs(self) -> Iterator[tuple[int, int, Mangd | None]]:
        """Yield each closed run of parts, by the numbers of the first and last, with an "ett" that ends it."""
        first, number = 0, 0
        while first < len(self._found) - 1:
            number, is_closed = first, False
            while number + 1 < len(self._found) and not is_closed:
                joint = words.JOINT.fullmatch(self._between(number, number + 1))
                if not joint or re.search(rf"\b{words.TOTAL}\b", joint[0], re.IGNORECASE):
                    break
                number, is_closed = number + 1, bool(joint["last"])
            extra = None if is_closed else self._ett(self._found[number])
            is_pair = number > first and self._by_sex(self._found[number - 1 : number + 1])
            if (number > first and is_closed) or extra or is_pair:
                yield first, number, extra
            first = max(number, first + 1)

    def _ett(self, last: Mangd) -> Mangd | None:
        """Return the "ett" that ends an enumeration."""
        match = words.LAST_ONE.match(self._text, last.end)
        if not match:
            return None
        value = Decimal(1 if match["ett"].lower() in {"en", "ett"} else 0)
        return last._replace(value=value, step=Decimal(0), start=match.start("ett"), end=match.end("ett"))

    def _between(self, one: int, other: int) -> str:
        return self._text[self._found[one].end : self._found[other].start]

    def _after(self, parts: list[Mangd], last: int, extra: Mangd | None) -> Claim | None:
        """Return the claim of a run that its total follows."""
        if last + 1 >= len(self._found) or not words.AFTER.fullmatch(
            self._text[(extra or parts[-1]).end : self._found[last + 1].start]
        ):
            return None
        total = self._found[last + 1]
        claim = self._claim("Summan är", total, parts, extra)
        if claim is None or self._is_open(parts[0], total) or words.SOME.search(self._text[: parts[0].start]):
            return None
        noun, nouns = self._word_behind(total), {self._word_behind(part) for part in parts}
        is_same = (
            total.slag == "kr"
            or self._by_sex(parts)
            or self._are_bare(parts)
            or noun in words.PEOPLE | nouns | words.WHERE | {""}
        )
        # "6,4 miljoner från fonden …, totalt 10,2 miljoner euro"
        is_same = is_same or (total.factor > 1 and all(part.factor == total.factor for part in parts))
        # Another word for all of them: only a sum that is nearly right shows that it is meant as one.
        share = words.SOMEWHAT_NEAR if is_same else words.VERY_NEAR if noun not in words.NOT_SUMS else ""
        return claim if share and is_near(claim, share) else None

    def _before_run(self, parts: list[Mangd], first: int, extra: Mangd | None) -> Claim | None:
        """Return the claim of a run that its total stands before, in the sentence or in the one before."""
        whole = self._found[first - 1] if first else self._whole
        claim = self._claim("Helheten är", whole, parts, extra) if whole else None
        if whole is None or claim is None:
            return None
        if not first:
            share = None if self._is_open(parts[0], parts[-1]) else self._share_of_them(parts, claim)
        else:
            share = self._how_near(whole, parts, claim)
        return claim if share and (is_other_unit(claim) or is_near(claim, share)) else None

    def _share_of_them(self, parts: list[Mangd], claim: Claim) -> str | None:
        """Return how near what the sentence before counted its parts must be; None where they are not its parts."""
        lead = self._text[: parts[0].start]
        if self._by_sex(parts) and words.OF_THEM.fullmatch(lead):
            return words.NEAR
        if self._are_bare(parts) and words.OF_THEM.fullmatch(lead):
            return words.NEAR if claim.is_over else words.VERY_NEAR
        if len(parts) > 2 and words.OF_THEM.fullmatch(lead):  # noqa: PLR2004 - some kinds of them, and they are all
            return words.NEAR if claim.is_over else words.VERY_NEAR
        if not self._where(parts):
            return None
        if words.OF_THEM_WENT.fullmatch(lead):
            return words.NEAR if claim.is_over else words.VERY_NEAR if len(parts) > 2 else None  # noqa: PLR2004
        are_theirs = not lead and words.THEY_ARE.match(self._text, parts[0].end)
        return words.NEAR if are_theirs and claim.is_over else None

    def _how_near(self, whole: Mangd, parts: list[Mangd], claim: Claim) -> str | None:
        """Return how near a whole before its parts they must be; None where the text does not say that they are it."""
        gap = self._text[whole.end : parts[0].start]
        where, by_sex, are_bare = self._where(parts), self._by_sex(parts), self._are_bare(parts)
        if words.OF_WHICH.fullmatch(gap):
            is_all = by_sex and words.ENDS.match(self._text, parts[-1].end)
            is_too_much = (where or are_bare) and claim.is_over
            return words.NEAR if is_all or is_too_much or is_other_unit(claim) else None
        has_more = not claim.is_over and words.REST_BEHIND.search(self._text, parts[-1].end)
        if has_more or self._is_open(whole, parts[-1]):
            return None
        lead = self._text[max(0, whole.start - 40) : whole.start]
        went = whole.slag == "kr" and where and words.WENT.fullmatch(gap)
        is_of = words.OF.search(lead) and (went or ((by_sex or are_bare) and words.WERE.fullmatch(gap)))
        if is_of or words.DIVIDED.fullmatch(gap):
            return words.SOMEWHAT_NEAR
        if words.OF.search(lead) and where and words.ARE_THERE.fullmatch(gap):
            return words.NEAR if claim.is_over else None
        comma = words.COMMA.fullmatch(gap)
        is_apart = comma and (by_sex or are_bare or (where and f" {where} " not in f" {comma['noun']} "))
        is_told = words.COLON.fullmatch(gap) or words.BRACKET.fullmatch(gap)
        says = by_sex or where or are_bare or words.SAYS_TOTAL.search(lead)
        return words.NEAR if is_apart or (is_told and says) else None

    def _is_open(self, first: Mangd, last: Mangd) -> bool:
        return bool(words.OPEN.search(self._text[first.start : last.start].replace(" respektive ", " och ")))

    def _claim(self, what: str, total: Mangd, parts: list[Mangd], extra: Mangd | None) -> Claim | None:
        """Return a claim where all are of one kind and exact; bare numbers have the unit of the whole."""
        every = [*parts, *([extra] if extra else [])]
        every = as_money(total, every, is_bare=bool(self._where(parts))) if total.slag == "kr" else every
        is_one_kind = all(part.slag == total.slag for part in every) and total.slag in {"kr", "antal"}
        if not is_one_kind or total.is_rough or any(part.is_rough for part in every):
            return None
        spans = tuple((self._start + part.start, self._start + part.end) for part in every)
        span = (self._start + total.start, self._start + total.end)
        return Claim(what, total, tuple(every), span, spans, margin_of(total, tuple(every)))

    def _words_behind(self, part: Mangd) -> list[str]:
        return re.findall(r"[\w-]+", self._text[part.end : part.end + 60].lower())[:3]

    def _word_behind(self, part: Mangd) -> str:
        return next(iter(self._words_behind(part)), "")

    def _by_sex(self, parts: list[Mangd]) -> bool:
        """Whether the parts are women and men, "51 ledda av kvinnor, 67 av män", and perhaps those who are neither."""
        ends = [*(part.start for part in parts[1:]), len(self._text)]
        behind = [
            self._text[part.end : min(end, part.end + _BEHIND)].lower() for part, end in zip(parts, ends, strict=True)
        ]
        if len(parts) > 2 and words.NEITHER.search(behind[-1]):  # noqa: PLR2004
            behind.pop()
        told = [set(re.findall(r"[\w-]+", text)) & words.SEXES for text in behind]
        return all(len(some) == 1 for some in told) and set().union(*told) in words.BY_SEX

    def _are_bare(self, parts: list[Mangd]) -> bool:
        """Whether every part is an adjective alone: "9 ekonomiska, 10 sociala och 6 miljömässiga"."""
        return all(words.BARE_ADJECTIVE.match(self._text, part.end) for part in parts)

    def _where(self, parts: list[Mangd]) -> str:
        """Return the preposition behind every part, behind the first or its noun: "28 företag i Ås, 19 i Hedby"."""
        first, *rest = (self._words_behind(part) for part in parts)
        found = {behind[0] for behind in rest if behind}
        where = next(iter(found), "")
        if len(found) == 1 and where in words.WHERE and where in first[:2]:
            return where
        places = words.PLACES.intersection(first[:2])
        return next(iter(places)) if found and found <= words.PLACES and places else ""
