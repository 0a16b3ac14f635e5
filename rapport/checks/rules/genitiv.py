"""En förkortning är böjd utan kolon.

Varför: Ändelser på förkortningar som läses bokstav för bokstav skrivs efter kolon: EU:s, SCB:s. Apostrof hör hemma i
engelskan. Källa: Myndigheternas skrivregler (kolon).

Fel: EU's regler och SCBs statistik.
Rätt: EU:s regler och SCB:s statistik.

Tillåt med skäl: tillåt: {genitiv: Namnet skrivs så.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import hits
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_APOSTROPHE = re.compile(r"\b[A-ZÅÄÖ]{2,8}['’´`]s\b")
_TIGHT = re.compile(r"\b(?:EU|FN|SCB|SKR|SMHI|OECD|USA|LRF|ESV|UHR|SGU|PTS)s\b")


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every abbreviation with a tight s."""
    for pattern in (_APOSTROPHE, _TIGHT):
        for hit in hits(underlag, pattern):
            right = f"{hit.excerpt.rstrip('s').rstrip(chr(39) + '’´`')}:s"
            message = f"”{hit.excerpt}” är böjt utan kolon."
            yield hit.finding("genitiv", SEVERITY, message, f"Skriv {right}.", fix=right)
