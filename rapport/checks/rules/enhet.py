"""En enhet står tätt intill talet eller har fel beteckning.

Varför: kr, tkr, mnkr och % skrivs med mellanslag efter talet, helst hårt. Miljoner kronor förkortas mnkr, tusen
kronor tkr. MSEK och mkr hör inte hemma i text från svenska myndigheter. Stor och liten bokstav skiljer enheter åt: km,
kg, kW, MW, GWh, ha. Källa: Myndigheternas skrivregler (sifferuttryck, förkortningar).

Fel: Av 20 MSEK gick 14% till service och 300 000kr till resor.
Rätt: Av 20 mnkr gick 14 % till service och 300 000 kr till resor.

Fel: Längs vägen återstår 120 Km.
Rätt: Längs vägen återstår 120 km.

Tillåt med skäl: tillåt: {enhet: MSEK står i ett citat.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.words import phrases, words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_RIGHT = {
    "MSEK": "mnkr",
    "mSEK": "mnkr",
    "Msek": "mnkr",
    "mkr": "mnkr",
    "Mkr": "mnkr",
    "MKR": "mnkr",
    "MKr": "mnkr",
    "TSEK": "tkr",
    "tSEK": "tkr",
    "KSEK": "tkr",
    "kSEK": "tkr",
    "kkr": "tkr",
    "Kkr": "tkr",
}
# These are names, or begin a cell, as often as not: only after a number are they units.
_AFTER_NUMBER = {
    "SEK": "kr",
    "Sek": "kr",
    "Tkr": "tkr",
    "TKR": "tkr",
    "Mnkr": "mnkr",
    "MNKR": "mnkr",
    "Kr": "kr",
    "KR": "kr",
}
_ALL = _RIGHT | _AFTER_NUMBER
# What is measured: after a number, whatever its capitals, this is what is meant.
_MEASURES = (
    *("km", "mm", "cm", "kg", "ha", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "kV", "MVA", "km/h", "kbit/s"),
    *("Mbit/s", "Gbit/s", "Mbps", "Gbps"),
)
_WORDS = ("miljoner", "miljarder", "procent", "procentenheter", "kronor", "euro", "kilometer", "mil", "hektar", "ton")
_MEASURED = {symbol.lower(): symbol for symbol in (*_MEASURES, *_WORDS)}
_NO_SLIP = frozenset({"HA", "MM", "CM", "MIL", "TON"})  # in a line of capitals, or a name
_MEASURE = (
    rf"(?<=\d[ \u00a0])(?i:{'|'.join(sorted(_MEASURED, key=len, reverse=True))})(?![\w/²³-])"
    r"(?![ \u00a0][A-ZÅÄÖ][a-zåäö]|[ \u00a0][A-ZÅÄÖ]{2})"
)
_DIOXIDE = r"(?<![\w/.@-])[Cc]o2(?![\w/.])"
_NUMBERS = ("miljoner", "miljarder", "tusen")
_PARAGRAPH = r"(?<!\w)§\d{1,4}(?!\w)"
_TIGHT_MEASURES = "|".join(_MEASURES[3:])
_TIGHT = (
    r"\d(?<![\w.,]\d)[\d.,]*+(?=[%:kKmMtTSGh])(?:%(?![\w-])|:-(?![\w-])"
    rf"|(?:kr|kronor|tkr|mnkr|{'|'.join(_ALL)})\b|(?:km|{_TIGHT_MEASURES})(?![\w/-]))"
)


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every unit that stands tight or is called something else."""
    for hit in hits(svar, _TIGHT):
        number, unit = re.split(r"(?<=\d)(?=[^\d.,])", hit.excerpt, maxsplit=1)
        right = f"{number}\u00a0{'kr' if unit == ':-' else _ALL.get(unit, unit)}"
        message = f"”{hit.excerpt}” saknar mellanslag mellan tal och enhet."
        yield hit.remark(message, f"Skriv {right}.", fix=right)
    for hit in hits(svar, _PARAGRAPH, signs=("§",)):
        message = f"”{hit.excerpt}” saknar mellanslag efter paragraftecknet."
        right = hit.excerpt.replace("§", "§\u00a0")
        yield hit.remark(message, f"Skriv {right}.", fix=right)
    for hit in hits(svar, _MEASURE):
        right = _MEASURED[hit.excerpt.lower()]
        if hit.excerpt not in {right, *_NO_SLIP} and (hit.excerpt[0].isupper() or right in _MEASURES):
            yield hit.remark(f"”{hit.excerpt}” skrivs {right}.", f"Skriv {right}.", fix=right)
    for hit in hits(svar, _DIOXIDE, signs=("o2",)):
        yield hit.remark(f"”{hit.excerpt}” skrivs med stora bokstäver.", "Skriv CO2.", fix="CO2")
    for unit, hit in phrases(svar, _ALL, any_case=False):
        if unit in _RIGHT or _follows_number(hit):
            right = _ALL[unit]
            message = f"”{unit}” är inte den beteckning som myndigheter använder."
            yield hit.remark(message, f"Skriv {right}.", fix=right)


def _follows_number(hit: Hit) -> bool:
    before = "".join(words_before(hit))
    return before[-1:].isdigit() or before in _NUMBERS
