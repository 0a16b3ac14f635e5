"""Tecken har gått sönder på vägen från ett annat program.

Varför: Text som kopieras ur en PDF eller en gammal fil kan få lösa ringar och prickar (”fö r”, ”pa˚”),
tecken som inte finns (�) eller felläst å, ä och ö (”Ã¥”). Det syns i det offentliga dokumentet och räknas.

Fel: En stÃ¤rkt samverkan fö r länet.
Rätt: En stärkt samverkan för länet.

Tillåt med skäl: tillåt: {trasiga-tecken: Tecknet ingår i ett egennamn.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import matches, svar_in_order
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "error"
_FAULTS = (
    (re.compile(r"\S*\ufffd+\S*"), "innehåller ett tecken som inte gick att läsa (�)"),
    (re.compile(r"\S*[\ue000-\uf8ff]+\S*"), "innehåller ett tecken som bara finns i ett visst typsnitt"),
    (re.compile(r"\S*(?:Ã[\u0080-\u00bf…„–Œœ€‚ƒ†‡ˆ‰Š‹]|Â[\u00a0-\u00bf]|â€.)\S*"), "är text i fel teckenkodning"),
    (re.compile(r"\S*(?:[aoAO]\s?[˚°¨]|[˚¨]\s?[aoAO])\S*|\S*(?<![^\W\d_])[\u0300-\u036f]\S*"), "har lösa ringar eller prickar"),
    (re.compile(r"\b[^\W\d_]*[åäö] [bcdfghjklmnpqrstvwxz]\b(?![.:/-])"), "har ett blanksteg inne i ordet"),
    (re.compile(r"\b(?:[Ss]öm|[Öö]ch)\b"), "har prickar på fel bokstav"),
)


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every broken word with its place."""
    for omrade, svar in svar_in_order(underlag):
        for pattern, what in _FAULTS:
            for excerpt, occurrence in matches(svar, pattern):
                yield Finding(
                    "trasiga-tecken",
                    SEVERITY,
                    f"”{excerpt}” {what}.",
                    "Skriv om ordet för hand.",
                    svar.locate(excerpt, occurrence),
                    omrade,
                    svar.fraga,
                    excerpt,
                )
