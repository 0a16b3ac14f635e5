"""Texten säger något annat än tabellen i samma svar.

Varför: Tabellen och texten läses tillsammans. Står det att en stödform fick flest avslag när tabellen visar en annan,
eller har två siffror i tabellens summa bytt plats i texten, vet läsaren inte vad som gäller. Regeln prövar ”flest”,
”mest”, ”störst” och ”minst” om tabellens kolumner och rader, och belopp som är tabellens summa med omkastade siffror.

Fel: Flest avslag fick mikrostöden. (Tabellen: mikrostöd 6 avslag, konsultcheckar 14.)
Rätt: Flest avslag fick konsultcheckarna.

Tillåt med skäl: tillåt: {tabelltext: Texten gäller hela perioden, tabellen ett år.}
"""

from collections.abc import Iterator
from itertools import islice

from rapport.checks.reckoning.beside import contradictions
from rapport.checks.rule import Hit, Remark
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_MOST = 100  # when these are mended, the next check finds the rest


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield what a sentence says of a table and the table does not have."""
    for found in islice(contradictions(svar), _MOST):
        hint = "Kontrollera vilket som är rätt, och skriv samma sak i texten och tabellen."
        yield Hit(svar, *found.span).remark(found.message, hint, related=[Hit(svar, *found.cell)])
