"""Ett svar om prestationer säger ”en rad” eller ”flera” i stället för hur många.

Varför: Prestationer är det som har gjorts under året, och läsaren vill veta hur mycket. ”En rad insatser” kan vara tre
eller trettio.

Fel: Regionen har genomfört en rad insatser och flera seminarier.
Rätt: Regionen har genomfört nio insatser, fyra av dem seminarier.

Tillåt med skäl: tillåt: {vag-mangd: Antalet har inte räknats.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import hits
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_PATTERN = re.compile(
    r"\b(?:[Ee]n (?:lång )?rad|[Ee]tt (?:stort )?(?:antal|flertal)|[Ee]n mängd|[Ff]lertalet|[Ff]lera|[Åå]tskilliga"
    r"|[Ee]tt par)(?: \w+)?"
)


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every vague quantity in the answers about what has been done."""
    for hit in hits(underlag, _PATTERN):
        if "prestationer" in underlag.mall.fraga_by_id[hit.svar.fraga].begar:
            message = f"”{hit.excerpt}” säger inte hur många."
            yield hit.finding("vag-mangd", SEVERITY, message, "Skriv antalet, om det är känt.")
