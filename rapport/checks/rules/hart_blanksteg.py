"""Ett vanligt blanksteg delar ett tal eller skiljer det från sin enhet.

Varför: Vid ett vanligt blanksteg kan raden brytas, så att ”19 873” hamnar på en rad och ”598 kr” på nästa. Ett hårt
blanksteg håller ihop talet och räknas lika. I Word skrivs det med Ctrl+Skift+blanksteg; här sätter
rapport kontrollera --ratta in dem. Källa: Myndigheternas skrivregler (sifferuttryck).

Fel: Stödet var 19 873 598 kr. (med vanliga blanksteg)
Rätt: Stödet var 19 873 598 kr. (med hårda blanksteg)

Tillåt med skäl: tillåt: {hart-blanksteg: Talen står i en tabell.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "info"
# A blank between a digit and what belongs to it; the number around it is found afterwards.
_BLANK = r" (?<=\d )(?=\d{3}\b|(?:kr|mnkr|tkr|mdkr|%|procent)(?![\w/]))"
_NUMBER = (
    r"(?<![\w.,:/+\-])(?:\d{1,3}(?:[ \u00a0]\d{3})+|\d[\d,]*)(?:[ \u00a0](?:kr|mnkr|tkr|mdkr|%|procent))?"
    r"(?![\w/:]|[ \u00a0]\d{3})"
)
_WIDEST = 24  # characters of a number before one of its blanks


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every number, with its unit, that holds an ordinary blank."""
    end = 0
    for blank in re.finditer(_BLANK, svar.text):
        if blank.start() < end:
            continue
        near = re.compile(_NUMBER).finditer(svar.text, max(end, blank.start() - _WIDEST))
        span = next((match.span() for match in near if match.end() > blank.start()), (0, 0))
        if span[0] < blank.start() < span[1]:
            end = span[1]
            hit = Hit(svar, *span)
            fix = hit.excerpt.replace(" ", "\u00a0")
            message = f"”{hit.excerpt}” kan delas vid ett radslut."
            yield hit.remark(message, "Sätt hårda blanksteg.", fix=fix)
