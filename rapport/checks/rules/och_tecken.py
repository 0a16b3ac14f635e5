"""Tecknet & står för och i löpande text.

Varför: I svensk text skrivs och med bokstäver. Tecknet hör hemma i namn, som H&M och R&D.
Källa: Myndigheternas skrivregler (tecken i text).

Fel: Satsningen gäller forskning & utveckling.
Rätt: Satsningen gäller forskning och utveckling.

Tillåt med skäl: tillåt: {och-tecken: Föreningen heter Liv & rörelse.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Remark, hits
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_SIGN = "&"
_LOOKED_AT = 60
_NAME = r"[A-ZÅÄÖ]\w+ [A-ZÅÄÖ]\w+, [a-zåäö]+ $"  # as in Leader Hav, skog & fjäll


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every & that does not stand between the words of a name."""
    for hit in hits(svar, _SIGN, signs=("&",)):
        text = hit.svar.text
        before = text[max(0, hit.start - _LOOKED_AT) : hit.start].rpartition("\n")[2]
        after = text[hit.end : hit.end + _LOOKED_AT].partition("\n")[0]
        if _joins_words(before, after):
            around = f"{before.rpartition(' ')[2] or before.split()[-1]} & {after.split()[0]}"
            fix = "och" if before.endswith(" ") else " och "
            yield hit.remark(f"”{around}” har & i stället för och.", "Skriv och.", fix=fix)


def _joins_words(before: str, after: str) -> bool:
    first, second = before.split()[-1:], after.split()[:1]
    if not (first and second):
        return False
    if re.search(_NAME, before):
        return False
    if before.endswith(" ") and after.startswith(" "):
        return first[0][0].islower() or second[0][0].islower()
    return before[-2:].isalpha() and after[:2].isalpha() and before[-2:].islower() and after[:2].islower()
