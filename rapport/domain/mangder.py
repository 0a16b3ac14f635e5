"""Mangder: the quantities of a running text, in digits and in words, each with its unit and its place."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from rapport.domain.belopp import FACTORS
from rapport.prose.numbers import MONTHS, thousands

Slag = Literal["antal", "kr", "procent", "procentenheter"]

_ONES = ("", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio")
_TEENS = ("tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")
_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
WORDS = {
    **{word: number for number, word in enumerate(_ONES) if number > 1},
    **{word: number for number, word in enumerate(_TEENS, 10)},
    **{f"{tens}{one}": 10 * number + unit for number, tens in enumerate(_TENS, 2) for unit, one in enumerate(_ONES)},
}
# Long words first, or "sju" would be read of "sjutton"; only where one of their first letters begins a word.
_FIRST = "".join(sorted({letter for word in WORDS for letter in (word[0], word[0].upper())}))
_WORD = rf"\b(?=[{_FIRST}])(?<!-)(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?![\w-])"
# An interval, a clock time, a name with a hyphen and a number with too large a group are no quantities.
_DIGITS = (
    r"(?<![\w.,:/§+–-])(?<!\d[ \u00a0\u202f])(?>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?>,\d+)?"
    r"(?![\w:/–+-]|[.,]\d|[ \u00a0\u202f]\d{3}(?!\d))"
)
_KRONOR = "|".join(unit.replace(" ", r"[\s\u00a0]") for unit in sorted(FACTORS, key=len, reverse=True))
_LARGE = {"tusen": 1_000, "miljon": 1_000_000, "miljoner": 1_000_000, "miljard": 10**9, "miljarder": 10**9}
_UNIT = (
    rf"[\s\u00a0\u202f]?(?:(?P<kr>(?<!\d)(?:{_KRONOR}))(?![\w-])|(?P<enheter>procentenhet(?:er)?)(?![\w-])"
    rf"|(?P<procent>procent(?![\w-])|%(?![\w-]))|(?P<stora>{'|'.join(_LARGE)})(?![\w-]))"
)
_MANGD = re.compile(rf"(?:(?P<siffror>{_DIGITS})|(?P<ord>{_WORD}))(?:{_UNIT})?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
# What a number is the name of, not an amount: mål 3, den 14, kap. 2.
_NAMED = re.compile(
    r"(?:(?:^|[\s(])(?:\w*mål(?:en|et)?|frågan?|frågorna|nr|nummer|kap|kapitel|artikel|sidan?|s|steg|fas|punkt|punkten"
    r"|punkterna|tabell|figur|diagram|bilaga|\w*område|kl|avsnitt|version|agenda|horisont|årskurs|åk|etapp|del|linje"
    r"|väg|riksväg|länsväg|vecka|kvartal|tertial|nivå|zon|grupp|alternativ|not|fotnot|prop|den|dnr|lag|anslag|stadie"
    r"|covid|top|topp|kategori|typ|moment?|index|år|åren|rum|buss|station)\.?|§)[\s\u00a0]*$",
    re.IGNORECASE,
)
_BEFORE = 24
_MONTH = re.compile(rf"[\s\u00a0]+(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
# Chapters and sections of an act: 13 kap. 2 §, 29 och 30 §§.
_OF_ACT = re.compile(r"(?:[\s\u00a0]*(?:,|och|eller|samt|[-–]|\d{1,3}|[a-h]\b)){0,8}[\s\u00a0]*(?:§|kap\b)")
_ROUGH = re.compile(
    r"\b(?:cirka|ca\.?|c:a|omkring|ungefär|runt|kring|drygt|knappt|nästan|närmare|över|mer än|fler än|färre än"
    r"|mindre än|minst|högst|max|maximalt|upp till|uppemot|uppåt|åtminstone|mellan|ytterligare|upp emot|cirkus"
    r"|dryga|knappa|under|strax|långt|lite|något)(?: (?:en|ett|hela|de|totalt))?[\s\u00a0]*$",
    re.IGNORECASE,
)
_ROUND = 1_000  # kronor; what is written out in full is rounded to no more
_MANY = 1_000  # from here a count with two zeros may be rounded


class Mangd(NamedTuple):
    """One quantity: its value in its kind's unit (kronor, per cent, pieces), how exact it is, and where it stands.

    ``step`` is what the last sign of the value is worth, and nothing for a count that must be exact. ``factor`` is
    what the unit multiplies with, and ``is_rough`` whether the text says that the number is not exact, or a limit.
    """

    value: Decimal
    step: Decimal
    slag: Slag
    start: int
    end: int
    factor: Decimal
    is_rough: bool

    @property
    def has_unit(self) -> bool:
        """Whether a unit stands behind the number itself."""
        return self.slag != "antal" or self.factor > 1

    def moved(self, by: int) -> "Mangd":
        """Return it so many characters on, as from its sentence's places to its answer's."""
        return self._replace(start=self.start + by, end=self.end + by)

    def shown(self, value: Decimal) -> str:
        """Return another value written as this one is: in the same unit, which is left out."""
        return in_swedish(value / self.factor)

    @property
    def low(self) -> Decimal:
        """The least that the value can have been before it was rounded."""
        return self.value - self.step / 2

    @property
    def high(self) -> Decimal:
        """The most that the value can have been before it was rounded."""
        return self.value + self.step / 2


def find_mangder(text: str) -> Iterator[Mangd]:
    """Yield every quantity of a text in order; years, dates, clock times, intervals and names are none."""
    for match in _MANGD.finditer(text):
        if match["siffror"] and _is_name(text, match):
            continue
        number = match["siffror"] or str(WORDS[match["ord"].lower()])
        yield _mangd(text, match, re.sub(r"[^\d,]", "", number))


def is_rough_at(text: str, start: int) -> bool:
    """Whether what stands before a number or a share says that it is not exact, or is a limit."""
    return bool(_ROUGH.search(text[max(0, start - _BEFORE) : start]))


def in_swedish(number: Decimal) -> str:
    """Return a number with its thousands apart and a decimal comma: 1 320,5."""
    whole, _, decimals = f"{number.normalize():f}".partition(".")
    return thousands(int(whole)) + (f",{decimals}" if decimals else "")


def _mangd(text: str, match: re.Match[str], number: str) -> Mangd:
    whole, _, decimals = number.partition(",")
    unit = " ".join((match["kr"] or match["stora"] or "").lower().split())
    factor = Decimal(FACTORS.get(unit) or _LARGE.get(unit) or 1)
    slag: Slag = "antal"
    if match["kr"]:
        slag = "kr"
    elif match["procent"]:
        slag = "procent"
    elif match["enheter"]:
        slag = "procentenheter"
    is_rough = is_rough_at(text, match.start())
    value = Decimal(f"{whole}.{decimals or 0}") * factor
    step = _step(whole, decimals, factor, slag)
    return Mangd(value, step, slag, *match.span(), factor, is_rough)


def _step(whole: str, decimals: str, factor: Decimal, slag: Slag) -> Decimal:
    """Return what the last sign of a number is worth; a count that is not rounded has to be exact."""
    if decimals:
        return Decimal(1).scaleb(-len(decimals)) * factor
    if factor > 1 or slag in {"procent", "procentenheter"}:
        return factor
    zeros = len(whole) - len(whole.rstrip("0"))
    if slag == "kr":
        return min(Decimal(10) ** zeros, Decimal(_ROUND))
    return Decimal(100) if zeros > 1 and int(whole) >= _MANY else Decimal(0)


def _is_name(text: str, match: re.Match[str]) -> bool:
    has_unit = any(match[name] for name in ("kr", "procent", "enheter", "stora"))
    if has_unit:
        return False
    end = match.end()
    if _YEAR.fullmatch(match["siffror"]) or _MONTH.match(text, end) or _OF_ACT.match(text, end):
        return True
    return bool(_NAMED.search(text[max(0, match.start() - _BEFORE) : match.start()]))
