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

from rapport.checks.rule import hits
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "info"
_UNIT = r"(?:kr|mnkr|tkr|mdkr|%|procent)"
_PATTERN = re.compile(
    rf"\d(?<![\w.,:/+\-]\d)(?:\d{{0,2}}(?:[ \u00a0]\d{{3}})+(?:[ \u00a0]{_UNIT})?|[\d,]* {_UNIT})"
    r"(?![\w/:]|[ \u00a0]\d{3})"
)


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every number, with its unit, that holds an ordinary blank."""
    for hit in hits(underlag, _PATTERN):
        if " " in hit.excerpt:
            message = f"”{hit.excerpt}” kan delas vid ett radslut."
            fix = hit.excerpt.replace(" ", "\u00a0")
            yield hit.finding("hart-blanksteg", SEVERITY, message, "Sätt hårda blanksteg.", fix=fix)
