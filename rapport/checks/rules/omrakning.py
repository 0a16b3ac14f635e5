"""Samma belopp eller mått står i två enheter, och de är inte lika mycket.

Varför: ”12 500 tkr (125 mnkr)” är två olika belopp, och läsaren vet inte vilket som gäller. Oftast har en nolla eller
ett decimalkomma hamnat fel. Regeln prövar tal som står som varandras omräkning: inom parentes, efter ”det vill säga”,
”alltså” eller ”motsvarande”. Har de samma siffror men är olika mycket, är ett av dem fel. Tider räknas om: två år är 24
månader. En euro har sedan 1999 kostat mellan 8 och 12 kronor; är det sagda beloppet långt därifrån är det fel.

Fel: Regionen beviljade 12 500 tkr (125 mnkr) till vägen.
Fel: Vägen är sju mil, det vill säga 700 km.
Rätt: Regionen beviljade 12 500 tkr (12,5 mnkr) till vägen.

Tillåt med skäl: tillåt: {omrakning: Beloppen gäller olika saker.}
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.by_line import by_line
from rapport.checks.rule import Remark, hits
from rapport.domain.belopp import FACTORS
from rapport.domain.mangder import WORDS, in_swedish, is_rough_at
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_MEASURES = {
    "längd": {"mil": 10_000, "kilometer": 1_000, "km": 1_000, "meter": 1},
    "yta": {"hektar": 10_000, "kvadratkilometer": 1_000_000, "kvadratmeter": 1},
    "månader": {"år": 12, "halvår": 6, "månader": 1},
    "minuter": {"veckor": 10_080, "dygn": 1_440, "timmar": 60, "timme": 60, "minuter": 1},
}
_TIMES = ("månader", "minuter")
_EURO = {"miljoner euro": 10**6, "meuro": 10**6, "tusen euro": 1_000, "euro": 1}
_KRONOR = {unit: int(factor) for unit, factor in FACTORS.items()}
_UNITS = {
    **{unit: ("kr", factor) for unit, factor in _KRONOR.items()},
    **{unit: ("euro", factor) for unit, factor in _EURO.items()},
    **{unit: (kind, factor) for kind, units in _MEASURES.items() for unit, factor in units.items()},
}
_HALVES = {
    "en halv": "0.5",
    "ett halvt": "0.5",
    "en och en halv": "1.5",
    "ett och ett halvt": "1.5",
    "halvannan": "1.5",
}
_ORAL = {"ett": "1", "en": "1", **_HALVES, **{word: str(number) for word, number in WORDS.items()}}
_SPOKEN = "|".join(sorted(_ORAL, key=len, reverse=True))
_NUMBER = rf"\d{{1,3}}(?:[ \u00a0]\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?|{_SPOKEN}"
_UNIT = "|".join(sorted((unit.replace(" ", r"[ \u00a0]") for unit in _UNITS), key=len, reverse=True))
_ROUGH = r"(?:cirka |ca |omkring |ungefär |drygt |knappt |nästan )?"
_PAIR = re.compile(
    rf"(?<![\w.,:–-])(?<!\d[ \u00a0])(?<! och )(?P<a>{_NUMBER})[ \u00a0](?P<x>{_UNIT})(?![\w-])"
    r"(?P<i>,? \((?:det vill säga |dvs\.? |motsvarande |alltså )?|,? (?:det vill säga|dvs\.?|alltså|motsvarande) "
    r"|, (?=cirka |ca |omkring ))"
    rf"(?P<cirka>{_ROUGH})(?P<b>{_NUMBER})[ \u00a0](?P<y>{_UNIT})"
    r"(?![\w-]| (?:per|vardera|var|om|i|för|av|till|från|styck)\b)(?P<slut>\)?)",
    re.IGNORECASE,
)
_SIGNS = ("kr", "euro", "mil", "km", "kilometer", "hektar", "månader", "minuter", "timmar", "dygn")
_NEAR = Decimal("0.25")  # so far from the other may be what is said to be about, hardly or more than
_CHEAPEST, _DEAREST = Decimal(7), Decimal(14)  # kronor for a euro, with room on both sides


@by_line
def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every amount that is another in the unit beside it."""
    for hit in hits(svar, _PAIR, signs=_SIGNS):
        match = _PAIR.fullmatch(hit.excerpt)
        if match and ("(" in match["i"]) == bool(match["slut"]):
            is_rough = bool(match["cirka"]) or is_rough_at(svar.text, hit.start)
            told = _wrong(match, is_rough=is_rough)
            if told:
                yield hit.remark(told, "Kontrollera vilket av talen som är rätt, och räkna om det andra.")


def _wrong(match: re.Match[str], *, is_rough: bool) -> str | None:
    """Return what is wrong with a pair of amounts, if anything is."""
    one, other = _value(match["a"]), _value(match["b"])
    (kind, factor), (other_kind, other_factor) = (_UNITS[_plain(match[name])] for name in ("x", "y"))
    first, second = one * factor, other * other_factor
    if not (first and second):
        return None
    if kind == other_kind:
        are_alike = _digits(one) == _digits(other) and first != second
        is_wrong = _is_another_time(first, second, match, is_rough=is_rough) if kind in _TIMES else are_alike
        right = f"{in_swedish(first / other_factor)} {match['y']}"
        is_told = is_wrong and factor != other_factor
        return (
            f"{match['a']} {match['x']} är {right}, inte {match['b']} {match['y']}.".capitalize() if is_told else None
        )
    if {kind, other_kind} != {"kr", "euro"}:
        return None
    euro, kronor = (first, second) if kind == "euro" else (second, first)
    if _CHEAPEST <= kronor / euro <= _DEAREST:
        return None
    each = in_swedish((kronor / euro).quantize(Decimal("0.1")))
    return f"”{match[0]}” stämmer inte: då skulle en euro kosta {each} kronor."


def _is_another_time(first: Decimal, second: Decimal, match: re.Match[str], *, is_rough: bool) -> bool:
    """Whether two lengths of time are not the same; a whole number of years or weeks is what it says."""
    is_told = match["i"].strip(", ")
    return bool(is_told) and abs(first - second) > (_NEAR * first if is_rough else 0)


def _value(number: str) -> Decimal:
    return Decimal(_ORAL.get(_plain(number)) or re.sub(r"[ \u00a0]", "", number).replace(",", "."))


def _plain(unit: str) -> str:
    return unit.lower().replace("\u00a0", " ")


def _digits(number: Decimal) -> str:
    """Return the digits of a number without the noughts at its ends: those of 12 500 and 12,5 are the same."""
    return f"{number:f}".replace(".", "").strip("0")
