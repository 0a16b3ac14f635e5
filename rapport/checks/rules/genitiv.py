"""En förkortning är böjd utan kolon.

Varför: Ändelser på förkortningar som läses bokstav för bokstav skrivs efter kolon: EU:s, SCB:s. Apostrof hör hemma i
engelskan. Källa: Myndigheternas skrivregler (kolon).

Fel: EU's regler och SCBs statistik.
Rätt: EU:s regler och SCB:s statistik.

Tillåt med skäl: tillåt: {genitiv: Namnet skrivs så.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, hits
from rapport.checks.words import listed, phrases
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_APOSTROPHE = re.compile(r"['’´`](?<=[A-ZÅÄÖ]{2}['’´`])s\b")
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
_LONGEST = 10
_TIGHT = tuple(f"{short}s" for short in listed("EU FN SCB SKR SMHI OECD USA LRF ESV UHR SGU PTS"))


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every abbreviation with a tight s."""
    for found in hits(underlag, _APOSTROPHE):
        line = found.svar.text[max(0, found.start - _LONGEST) : found.start]
        short = line[len(line.rstrip(_CAPITALS)) :]
        yield _finding(Hit(found.omrade, found.svar, found.start - len(short), found.end), short)
    for tight, hit in phrases(underlag, _TIGHT, any_case=False):
        yield _finding(hit, tight.removesuffix("s"))


def _finding(hit: Hit, short: str) -> Finding:
    message = f"”{hit.excerpt}” är böjt utan kolon."
    return hit.finding("genitiv", SEVERITY, message, f"Skriv {short}:s.", fix=f"{short}:s")
