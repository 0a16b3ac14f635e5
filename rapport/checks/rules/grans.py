"""Ett mål sägs ha nåtts eller en gräns hållits, men talen säger något annat.

Varför: Står det att målet om 40 procent nåddes och andelen blev 38, vet läsaren inte om det är talet, målet eller
omdömet som är fel. Regeln gäller när målet eller gränsen, talet och omdömet står intill varandra, och bara mål där mer
är bättre. Ungefärliga tal prövas inte.

Fel: Andelen kvinnor var 38 procent, så målet om 40 procent nåddes.
Rätt: Andelen kvinnor var 42 procent, så målet om 40 procent nåddes.

Tillåt med skäl: tillåt: {grans: Målet gäller hela perioden.}
"""

from collections.abc import Iterator
from itertools import islice

from rapport.checks.by_line import by_line
from rapport.checks.reckoning.goals import broken
from rapport.checks.rule import Hit, Remark
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_MOST = 100


@by_line
def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every goal and limit that the number beside it contradicts."""
    for one in islice(broken(svar), _MOST):
        hit = Hit(svar, one.start, one.end)
        message = f"”{hit.excerpt}” stämmer inte med det som sägs om det: {one.told}."
        yield hit.remark(message, "Rätta talet, gränsen eller omdömet.", related=[Hit(svar, *one.other)])
