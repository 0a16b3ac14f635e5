"""Shares that cannot be: a majority of 42 per cent, all that are 96, a part that is more than its whole."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, pairwise
from typing import NamedTuple

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.domain.mangder import WORDS, Mangd, in_swedish
from rapport.domain.svar import Svar

_NUMBER = rf"\d{{1,4}}|{'|'.join(sorted(WORDS, key=len, reverse=True))}"
# Said of all of something when no preposition stands before: "för de flesta (tre av tio) …" is another thing.
_SAID = re.compile(
    r"(?<!\bav )(?<!\bför )(?<!\bhos )(?<!\bbland )(?<!\bi )(?<!\bpå )(?<!\btill )(?<!\bfrån )(?<!\bmed )\b"
    r"(?:(?P<more>en (?:klar |stor )?majoritet|majoriteten|merparten|de flesta)|(?P<less>(?:mindre|färre) än hälften))"
    r"(?: [\w-]+){0,4}?(?:, | \()"
    rf"(?:(?P<tal>\d{{1,3}}(?:,\d+)?)[ \u00a0](?:procent|%)|(?P<del>{_NUMBER}) av (?P<hel>{_NUMBER}))(?=[,.)])",
    re.IGNORECASE,
)
_MANY_SIGNS = ("majoritet", "merparten", "flesta", "hälften")
_ALL = re.compile(
    r"(?:^|(?<=[.;:,\n] ))(?:samtliga|alla) (?P<vad>[\w-]+) \((?P<tal>\d{1,2}(?:,\d+)?)[ \u00a0](?:procent|%)\)",
    re.IGNORECASE,
)
_WHO = (
    r"deltagar\w+|svarande|företag\w*|kommun(?:er(?:na)?)|elever(?:na)?|invånar\w+|hushåll\w*|kvinnor(?:na)?|män(?:nen)?"
    r"|projekt(?:en)?|ansökning\w+|personer(?:na)?|respondenter(?:na)?|besökar\w+|anställda|ungdomar(?:na)?|medlem\w+"
)
_RATE = r"\b(?:svarsfrekvens|svarsandel|bifallsandel|bifallsgrad)(?:en)? (?:på |var |är |blev |om )?"
_ALL_OF = r"(?:de |länets |alla |samtliga )?"
_OVER = re.compile(
    rf"(?:{_RATE}(?P<a>[1-9]\d\d)[ \u00a0](?:procent|%))"
    rf"|(?<!med )(?<!\d[ \u00a0])\b(?P<b>[1-9]\d\d)[ \u00a0](?:procent|%) av {_ALL_OF}(?:{_WHO})\b",
    re.IGNORECASE,
)
_OF = re.compile(r" av (?:de |totalt |sammanlagt |länets |våra )?")
_THINGS = re.compile(rf"[\s\u00a0](?:[\w-]+ )?(?:{_WHO}|sökande|skolor|orter|lag|platser)\b", re.IGNORECASE)
_WHICH = re.compile(rf"[\s\u00a0](?:{_WHO}),? varav ", re.IGNORECASE)
_THEY = re.compile(r"[\s\u00a0](?:kvinnor|män|flickor|pojkar|är|var|av dem|av dessa)\b")
_AV = re.compile(r"^Av (?:de |totalt |sammanlagt |länets )?$")
_WENT = re.compile(
    r"(?: [\w-]+){1,3} (?:antogs|beviljades|avslogs|deltog|svarade|fullföljde|fick|godkändes|avslutades|slutfördes) "
)
# "Av anslagets 20 mnkr har 21,5 mnkr betalats ut"
# "I nätverket ingår sju kommuner, och av dessa har åtta svarat"
_OF_THESE = re.compile(
    r"[\s\u00a0][^.;:\d]{2,40}?\b(?:och|varav|,) ?av (?:dem|dessa) (?:har|var|är|fick|deltog|kom|blev|gick) "
)
_OF_THESE_ENDS = re.compile(r" [a-zåäö]+(?:t|ts|na|a|er|or|ar|de)\b|[.,]")
_AV_MONEY = re.compile(r"\b[Aa]v (?:(?:de|anslagets|regionens|årets|länets|totalt|budgeten på|beloppet på) ){0,2}$")
_HAS_GONE = re.compile(
    r"(?:[\s\u00a0][\w-]+){0,3}? (?:har|hade|gick|går|användes|betalades|fördelades|beviljades|är|var) "
)
_GONE = re.compile(
    r"[.,;]|$|[\s\u00a0](?:betalats|använts|fördelats|beviljats|beslutats|gått|till|ut|förbrukats|intecknats|kvar|upparbetats)\b"
)
_END = re.compile(r"[.,;]| (?:till|stycken|i|från|medel|stöd|jobb|arbete|anställning)\b")
_HUNDRED, _HALF, _MOST = Decimal(100), Decimal(50), 100


class Impossible(NamedTuple):
    """A share that cannot be, where it stands, and why in words."""

    start: int
    end: int
    told: str


def impossible(svar: Svar) -> Iterator[Impossible]:
    """Yield every share of an answer that cannot be."""
    small = svar.text.lower()
    for match in islice(_SAID.finditer(svar.text), _MOST) if any(one in small for one in _MANY_SIGNS) else ():
        share = _share(match)
        if share and (share < _HALF if match["more"] else share > _HALF):
            yield Impossible(*match.span(), f"”{match['more'] or match['less']}” är inte {in_swedish(share)} procent")
    for match in islice(_ALL.finditer(svar.text), _MOST):
        yield Impossible(*match.span(), f"”{match[0].split()[0]}” är inte {match['tal']} procent")
    for match in islice(_OVER.finditer(svar.text), _MOST):
        if int(match["a"] or match["b"]) > _HUNDRED:
            yield Impossible(*match.span(), "en del av en helhet kan inte vara mer än 100 procent")
    for sentence, found in mangder_by_sentence(svar):
        for one, other in pairwise(found):
            if _is_more(sentence.text, one, other) or _is_more_money(sentence.text, one, other):
                part, whole = sorted((one, other), key=lambda m: m.value, reverse=True)
                told = f"{in_swedish(part.value)} kan inte vara en del av {in_swedish(whole.value)}"
                yield Impossible(sentence.start + one.start, sentence.start + other.end, told)


def _is_more_money(text: str, one: Mangd, other: Mangd) -> bool:
    """Whether more is told to have come of an amount than it is: "av anslagets 20 mnkr har 21,5 mnkr betalats ut"."""
    is_money = all(m.slag == "kr" or (m.slag == "antal" and m.factor > 1) for m in (one, other))
    if not is_money or one.is_rough or other.is_rough or other.low <= one.high:
        return False
    is_of = _AV_MONEY.search(text[: one.start]) and _HAS_GONE.fullmatch(text, one.end, other.start)
    return bool(is_of and _GONE.match(text, other.end))


def _share(match: re.Match[str]) -> Decimal | None:
    if match["tal"]:
        return Decimal(match["tal"].replace(",", "."))
    part, whole = (int(one) if one.isdecimal() else WORDS[one.lower()] for one in (match["del"], match["hel"]))
    return (part * _HUNDRED / whole).quantize(Decimal("0.1")) if whole else None


def _is_more(text: str, one: Mangd, other: Mangd) -> bool:
    """Whether two counts are a part and its whole, and the part is more."""
    if any(m.has_unit or m.is_rough or m.value % 1 for m in (one, other)):
        return False
    between, lead = text[one.end : other.start], text[: one.start]
    if _OF_THESE.fullmatch(between) and _OF_THESE_ENDS.match(text, other.end):
        return other.value > one.value
    if _OF.fullmatch(between):
        return one.value > other.value and bool(_THINGS.match(text, other.end))
    if other.value <= one.value:
        return False
    is_which = _WHICH.fullmatch(between) and _THEY.match(text, other.end)
    return bool(is_which or (_AV.match(lead) and _WENT.fullmatch(between) and _END.match(text, other.end)))
