"""Parts that stand beside their whole in running text: "71 kvinnor och 55 män, totalt 136"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.reckoning.sums import Claim, is_near, margin_of
from rapport.domain.mangder import Mangd, find_mangder
from rapport.domain.svar import Svar
from rapport.prose.sentences import Sentence

_TOTAL = r"(?:totalt|sammanlagt|tillsammans|sammantaget|summa|i allt|allt som allt|inalles)"
# What may stand between two parts: the end of the first one's words, a comma or "och", and a few of the next one's.
_JOINT = re.compile(r"[^.;:()\d]{0,70}?(?:, (?!och|samt)|(?P<last>,? (?:och|samt) ))(?:[\w-]+,? ){0,3}")
_LAST_ONE = re.compile(r"[^.;:()\d,]{1,60},? (?:och|samt) (?P<ett>en|ett|ingen|inget)(?= )", re.IGNORECASE)
_AFTER = re.compile(rf"[^.;:\d]{{0,50}}?[,(–] ?(?:och |eller |alltså |det vill säga |dvs\. )?{_TOTAL} (?:alltså )?")
_COLON = re.compile(r"[^.;:\d]{1,60}: ?")
_BRACKET = re.compile(r"[^.;:,\d]{1,40} \(")
_COMMA = re.compile(r"(?P<noun>[^.;:,()\d]{1,60}), ")
_DIVIDED = re.compile(
    r"[^.;:\d]{0,60}?(?:fördela\w*|uppdela\w*|delades? upp|bestod|består|bestående)(?: (?:sig|upp|jämnt))?"
    r" (?:på|av|mellan|med) (?:[\w-]+,? ){0,2}"
)
_ENDS = re.compile(r" [\w-]+ ?(?:[.,;)–]|$)")
_OF_WHICH = re.compile(r"[^.;:,\d]{0,60},? varav (?:[\w-]+ ){0,3}")
_WENT = re.compile(
    r"[^.;:\d]{0,80}?\b(?:gick|går|fördelades|fördelas|användes|används|avsattes|betalades|fick|beviljades) (?:[\w-]+ ){0,3}"
)
_WERE = re.compile(r"(?:[\w-]+ ){1,4}?(?:var|är|leds|leddes|drivs|drevs|ägs|ägdes|utgjordes)(?: av)? ")
_OF = re.compile(r"\bav (?:(?:de|dem|dessa|årets|totalt|sammanlagt|samtliga|alla) ){0,2}$", re.IGNORECASE)
_OF_THEM = re.compile(r"Av (?:dem|dessa|deltagarna|de sökande|de som deltog) (?:var|är) ")
_SAYS_TOTAL = re.compile(rf"\b{_TOTAL}(?: \w+)? $", re.IGNORECASE)
# Parts that do not pretend to be all, or may be counted twice.
_OPEN = re.compile(
    r"\b(?:varav|därav|bland annat|bl\.? ?a\.?|bland dem|däribland|till exempel|t\.ex\.|exempelvis|främst|framför allt"
    r"|i huvudsak|resten|resterande|övriga|återstående|kvar\w*|dessutom|med flera|m\.fl\.|m\.m\.|etc|osv|båda|unika|både"
    r"|inklusive|exklusive|utöver|förutom|samma|ytterligare|även|också|sedan|varje|vardera|var för sig|per|respektive"
    r"|jämfört|mot|i stället för|året innan|inte)\b",
    re.IGNORECASE,
)
_REST = re.compile(r"(?:De )?(?:[Rr]esten|[Öö]vriga|[Åå]terstående|[Rr]esterande|[Dd]en återstående)\b")
_BY_SEX = ({"kvinnor", "män"}, {"flickor", "pojkar"}, {"tjejer", "killar"}, {"kvinnliga", "manliga"}, {"kvinna", "män"})
_WHERE = frozenset(("i", "till", "från", "på", "för", "hos", "inom", "av", "åt", "vid", "med", "om"))
_PEOPLE = frozenset(
    (
        "personer",
        "deltagare",
        "stycken",
        "st",
        "individer",
        "besökare",
        "elever",
        "ungdomar",
        "organisationer",
        "aktörer",
        "parter",
        "medlemmar",
    )
)
_NEAR, _SOMEWHAT_NEAR = "0.25", "0.6"
_FEWEST = 3


def text_claims(svar: Svar) -> Iterator[Claim]:
    """Yield what the sentences of an answer say of parts and their whole."""
    before: Sentence | None = None
    for number, (sentence, found) in enumerate(mangder_by_sentence(svar)):
        if len(found) >= _FEWEST - 1:
            after = svar.meningar[number + 1].text if number + 1 < len(svar.meningar) else ""
            reader = _Reader(sentence, found, before, has_rest=bool(_REST.match(after)))
            yield from reader.claims()
        before = sentence


class _Reader:
    """Reads one sentence: runs of parts in it, and the whole that stands before or after each."""

    def __init__(self, sentence: Sentence, found: list[Mangd], before: Sentence | None, *, has_rest: bool) -> None:
        self._text, self._start = sentence.text, sentence.start
        self._found, self._before, self._has_rest = found, before, has_rest

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
                joint = _JOINT.fullmatch(self._between(number, number + 1))
                if not joint or re.search(rf"\b{_TOTAL}\b", joint[0], re.IGNORECASE):
                    break
                number, is_closed = number + 1, bool(joint["last"])
            extra = None if is_closed else self._ett(self._found[number])
            if (number > first and is_closed) or extra:
                yield first, number, extra
            first = max(number, first + 1)

    def _ett(self, last: Mangd) -> Mangd | None:
        """Return the "ett" that ends an enumeration."""
        match = _LAST_ONE.match(self._text, last.end)
        if not match:
            return None
        value = Decimal(1 if match["ett"].lower() in {"en", "ett"} else 0)
        return last._replace(value=value, step=Decimal(0), start=match.start("ett"), end=match.end("ett"))

    def _between(self, one: int, other: int) -> str:
        return self._text[self._found[one].end : self._found[other].start]

    def _after(self, parts: list[Mangd], last: int, extra: Mangd | None) -> Claim | None:
        """Return the claim of a run that its total follows."""
        if last + 1 >= len(self._found) or not _AFTER.fullmatch(
            self._text[(extra or parts[-1]).end : self._found[last + 1].start]
        ):
            return None
        total = self._found[last + 1]
        claim = self._claim("Summan är", total, parts, extra)
        if claim is None or _OPEN.search(self._text[parts[0].start : total.start]):
            return None
        noun = self._word_behind(total)
        nouns = {self._word_behind(part) for part in parts}
        is_same = total.slag == "kr" or self._by_sex(parts) or noun in _PEOPLE | nouns | _WHERE | {""}
        return claim if is_same and is_near(claim, _SOMEWHAT_NEAR) else None

    def _before_run(self, parts: list[Mangd], first: int, extra: Mangd | None) -> Claim | None:
        """Return the claim of a run that its total stands before, in the sentence or in the one before."""
        if first == 0:
            return self._of_them(parts, extra)
        total = self._found[first - 1]
        gap = self._text[total.end : parts[0].start]
        lead = self._text[max(0, total.start - 40) : total.start]
        claim = self._claim("Helheten är", total, parts, extra)
        by_sex = self._by_sex(parts)
        ends = _ENDS.match(self._text, parts[-1].end)
        if claim and _OF_WHICH.fullmatch(gap) and ((by_sex and ends) or _is_other_unit(claim)):
            return claim if _is_other_unit(claim) or is_near(claim, _NEAR) else None
        if claim is None or _OPEN.search(self._text[total.start : parts[-1].start]) or _OPEN.search(gap):
            return None
        where = self._where(parts)
        says = bool(_SAYS_TOTAL.search(lead))
        if _DIVIDED.fullmatch(gap):
            return claim if is_near(claim, _SOMEWHAT_NEAR) else None
        if _OF.search(lead) and (
            (total.slag == "kr" and where and _WENT.fullmatch(gap)) or (by_sex and _WERE.fullmatch(gap))
        ):
            return claim if is_near(claim, _SOMEWHAT_NEAR) else None
        comma = _COMMA.fullmatch(gap)
        is_apart = comma and (by_sex or (where and f" {where} " not in f" {comma['noun']} "))
        if is_apart or ((_COLON.fullmatch(gap) or _BRACKET.fullmatch(gap)) and (by_sex or where or says)):
            return claim if is_near(claim, _NEAR) else None
        return None

    def _of_them(self, parts: list[Mangd], extra: Mangd | None) -> Claim | None:
        """Return the claim of a sentence that begins "Av dem var", where the one before has one number only."""
        if not (self._before and self._by_sex(parts) and _OF_THEM.fullmatch(self._text[: parts[0].start])):
            return None
        found = list(find_mangder(self._before.text))
        if len(found) != 1 or _OPEN.search(self._text[parts[0].start : parts[-1].start]):
            return None
        shift = self._before.start - self._start
        total = found[0]._replace(start=found[0].start + shift, end=found[0].end + shift)
        claim = self._claim("Helheten är", total, parts, extra)
        return claim if claim and is_near(claim, _NEAR) else None

    def _claim(self, what: str, total: Mangd, parts: list[Mangd], extra: Mangd | None) -> Claim | None:
        """Return a claim where all are of one kind and exact; bare numbers have the unit of the whole."""
        every = [*parts, *([extra] if extra else [])]
        if total.slag == "kr":
            scaled = [replaced(part, total) if not part.has_unit else part for part in every]
            last_has_unit = [part.has_unit for part in every]
            every = scaled if not all(last_has_unit) and self._where(parts) else every
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
        return {self._word_behind(part) for part in parts} in _BY_SEX

    def _where(self, parts: list[Mangd]) -> str:
        """Return the preposition that stands behind every part, behind the first or its noun: 28 företag i …, 19 i …"""
        first, *rest = (self._words_behind(part) for part in parts)
        found = {words[0] for words in rest if words}
        where = next(iter(found), "")
        return where if len(found) == 1 and where in _WHERE and where in first[:2] else ""


def _is_other_unit(claim: Claim) -> bool:
    """Whether the parts give the very number of the whole, in another unit: 4,2 miljarder, 2,2 and 2,0 miljoner."""
    factors = {part.factor for part in claim.parts}
    return (
        len(factors) == 1
        and claim.sum / factors.pop() == claim.total.value / claim.total.factor
        and claim.sum != claim.total.value
    )


def replaced(part: Mangd, total: Mangd) -> Mangd:
    """Return a bare number in the unit of the whole."""
    step = part.step * total.factor if part.step else total.factor
    return part._replace(value=part.value * total.factor, step=step, slag=total.slag, factor=total.factor)
