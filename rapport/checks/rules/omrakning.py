"""Samma belopp eller mått står i två enheter, och de är inte lika mycket.

Varför: ”12 500 tkr (125 mnkr)” är två olika belopp, och läsaren vet inte vilket som gäller. Oftast har en nolla eller
ett decimalkomma hamnat fel. Regeln prövar tal som står som varandras omräkning: inom parentes, efter ”det vill säga”,
”alltså” eller ”motsvarande”. Har de samma siffror men är olika mycket, är ett av dem fel. En euro har sedan 1999 kostat
mellan 8 och 12 kronor; är det sagda beloppet långt därifrån är det fel.

Fel: Regionen beviljade 12 500 tkr (125 mnkr) till vägen.
Rätt: Regionen beviljade 12 500 tkr (12,5 mnkr) till vägen.

Tillåt med skäl: tillåt: {omrakning: Beloppen gäller olika saker.}
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.rule import Remark, hits
from rapport.domain.belopp import FACTORS
from rapport.domain.mangder import in_swedish
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_MEASURES = {
    "längd": {"mil": 10_000, "kilometer": 1_000, "km": 1_000, "meter": 1},
    "yta": {"hektar": 10_000, "kvadratkilometer": 1_000_000, "kvadratmeter": 1},
}
_EURO = {"miljoner euro": 10**6, "meuro": 10**6, "tusen euro": 1_000, "euro": 1}
_KRONOR = {unit: int(factor) for unit, factor in FACTORS.items()}
_UNITS = {
    **{unit: ("kr", factor) for unit, factor in _KRONOR.items()},
    **{unit: ("euro", factor) for unit, factor in _EURO.items()},
    **{unit: (kind, factor) for kind, units in _MEASURES.items() for unit, factor in units.items()},
}
_NUMBER = r"\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_UNIT = "|".join(sorted((unit.replace(" ", r"[ \u00a0]") for unit in _UNITS), key=len, reverse=True))
_ROUGH = r"(?:cirka |ca |omkring |ungefär |drygt |knappt |nästan )?"
_PAIR = re.compile(
    rf"(?<![\w.,:–-])(?<!\d[ \u00a0])(?P<a>{_NUMBER})[ \u00a0](?P<x>{_UNIT})(?![\w-])"
    r"(?P<i>,? \((?:det vill säga |dvs\.? |motsvarande |alltså )?|,? (?:det vill säga|dvs\.?|alltså|motsvarande) "
    r"|, (?=cirka |ca |omkring ))"
    rf"{_ROUGH}(?P<b>{_NUMBER})[ \u00a0](?P<y>{_UNIT})(?![\w-]| (?:per|vardera|var|om|i|för|av|till|från|styck)\b)(?P<slut>\)?)",
    re.IGNORECASE,
)
_SIGNS = ("kr", "euro", "mil", "km", "kilometer", "hektar")
_CHEAPEST, _DEAREST = Decimal(7), Decimal(14)  # kronor for a euro, with room on both sides


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every amount that is another in the unit beside it."""
    for hit in hits(svar, _PAIR, signs=_SIGNS):
        match = _PAIR.fullmatch(hit.excerpt)
        if match and ("(" in match["i"]) == bool(match["slut"]):
            told = _wrong(match)
            if told:
                yield hit.remark(told, "Kontrollera vilket av talen som är rätt, och räkna om det andra.")


def _wrong(match: re.Match[str]) -> str | None:
    """Return what is wrong with a pair of amounts, if anything is."""
    one, other = (Decimal(re.sub(r"[ \u00a0]", "", match[name]).replace(",", ".")) for name in ("a", "b"))
    (kind, factor), (other_kind, other_factor) = (_UNITS[_plain(match[name])] for name in ("x", "y"))
    first, second = one * factor, other * other_factor
    if not (first and second):
        return None
    if kind == other_kind:
        is_same = factor != other_factor and _digits(one) == _digits(other) and first != second
        right = f"{in_swedish(first / other_factor)} {match['y']}"
        return f"{match['a']} {match['x']} är {right}, inte {match['b']} {match['y']}." if is_same else None
    if {kind, other_kind} != {"kr", "euro"}:
        return None
    euro, kronor = (first, second) if kind == "euro" else (second, first)
    if _CHEAPEST <= kronor / euro <= _DEAREST:
        return None
    each = in_swedish((kronor / euro).quantize(Decimal("0.1")))
    return f"”{match[0]}” stämmer inte: då skulle en euro kosta {each} kronor."


def _plain(unit: str) -> str:
    return unit.lower().replace("\u00a0", " ")


def _digits(number: Decimal) -> str:
    """Return the digits of a number without the noughts at its ends: those of 12 500 and 12,5 are the same."""
    return f"{number:f}".replace(".", "").strip("0")
