"""En enhet står tätt intill talet eller har fel beteckning.

Varför: kr, tkr, mnkr och % skrivs med mellanslag efter talet, helst hårt. Miljoner kronor förkortas mnkr, tusen
kronor tkr. MSEK och mkr hör inte hemma i text från svenska myndigheter.
Källa: Myndigheternas skrivregler (sifferuttryck, förkortningar).

Fel: Av 20 MSEK gick 14% till service och 300 000kr till resor.
Rätt: Av 20 mnkr gick 14 % till service och 300 000 kr till resor.

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
_NUMBERS = ("miljoner", "miljarder", "tusen")
_PARAGRAPH = r"(?<!\w)§\d{1,4}(?!\w)"
_TIGHT = rf"\d(?<![\w.,]\d)[\d.,]*+(?=[%:kKmMtTS])(?:%(?![\w-])|:-(?![\w-])|(?:kr|kronor|tkr|mnkr|{'|'.join(_ALL)})\b)"


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
    for unit, hit in phrases(svar, _ALL, any_case=False):
        if unit in _RIGHT or _follows_number(hit):
            right = _ALL[unit]
            message = f"”{unit}” är inte den beteckning som myndigheter använder."
            yield hit.remark(message, f"Skriv {right}.", fix=right)


def _follows_number(hit: Hit) -> bool:
    before = "".join(words_before(hit))
    return before[-1:].isdigit() or before in _NUMBERS
