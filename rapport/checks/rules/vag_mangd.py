"""Ett svar om prestationer säger ”en rad” eller ”flera” i stället för hur många.

Varför: Prestationer är det som har gjorts under året, och läsaren vill veta hur mycket. ”En rad insatser” kan vara tre
eller trettio.

Fel: Regionen har genomfört en rad insatser och flera seminarier.
Rätt: Regionen har genomfört nio insatser, fyra av dem seminarier.

Tillåt med skäl: tillåt: {vag-mangd: Antalet har inte räknats.}
"""

from collections.abc import Iterator

from rapport.checks.rule import Remark, hits
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_PATTERN = (
    r"\b(?:[Ee]n (?:lång )?rad|[Ee]tt (?:stort )?(?:antal|flertal)|[Ee]n mängd|[Ff]lertalet|[Ff]lera|[Åå]tskilliga"
    r"|[Ee]tt par)(?: \w+)?"
)


def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every vague quantity in the answers about what has been done."""
    if "prestationer" not in redovisning.mall.fraga_by_id[svar.fraga].begar:
        return
    for hit in hits(svar, _PATTERN):
        message = f"”{hit.excerpt}” säger inte hur många."
        yield hit.remark(message, "Skriv antalet, om det är känt.")
