"""En förkortning är böjd utan kolon.

Varför: Ändelser på förkortningar som läses bokstav för bokstav skrivs efter kolon: EU:s, SCB:s. Apostrof hör hemma i
engelskan. Källa: Myndigheternas skrivregler (kolon).

Fel: EU's regler och SCBs statistik.
Rätt: EU:s regler och SCB:s statistik.

Tillåt med skäl: tillåt: {genitiv: Namnet skrivs så.}
"""

from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.words import listed, phrases
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_APOSTROPHE = r"['’´`](?<=[A-ZÅÄÖ]{2}['’´`])s\b"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
_LONGEST = 10
_TIGHT = tuple(f"{short}s" for short in listed("EU FN SCB SKR SMHI OECD USA LRF ESV UHR SGU PTS"))


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every abbreviation with a tight s."""
    for found in hits(svar, _APOSTROPHE, signs=("'", "’", "´", "`")):
        line = found.svar.text[max(0, found.start - _LONGEST) : found.start]
        short = line[len(line.rstrip(_CAPITALS)) :]
        yield _remark(Hit(found.svar, found.start - len(short), found.end), short)
    for tight, hit in phrases(svar, _TIGHT, any_case=False):
        yield _remark(hit, tight.removesuffix("s"))


def _remark(hit: Hit, short: str) -> Remark:
    message = f"”{hit.excerpt}” är böjt utan kolon."
    return hit.remark(message, f"Skriv {short}:s.", fix=f"{short}:s")
