"""Ett svar om prestationer säger ”en rad” eller ”flera” i stället för hur många.

Varför: Prestationer är det som har gjorts under året, och läsaren vill veta hur mycket. ”En rad insatser” kan vara tre
eller trettio. En anmärkning för varje svar räknar upp alla ställen. ”Flera gånger” och ”på flera sätt” räknas inte, och
inte hur något räknas: ”Ett företag kan stå på flera rader.”

Fel: Regionen har genomfört en rad insatser och flera seminarier.
Rätt: Regionen har genomfört nio insatser, fyra av dem seminarier.

Tillåt med skäl: tillåt: {vag-mangd: Antalet har inte räknats.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Remark, hits
from rapport.checks.time.past import sentence_of
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.numbers import row_of

SEVERITY: Severity = "info"
_SHOWN = 4
# What is said of how things are counted or told, or of any one of them: no quantity of what has been done.
_NO_QUANTITY = re.compile(
    r"\bkan\b.{0,60}\b(?:förekomma|räknas|finnas|få|höra|ingå|stå|vara med|ha fått|delta|bidra)\b"
    r"|\bräkna[st]?\b|\bsummera[st]?\b|\bdubbelräkn|\bredovisas\b.{0,40}\b(?:en gång|varje)\b",
    re.IGNORECASE,
)
_PATTERN = (
    r"\b(?:[Ee]n (?:lång )?rad|[Ee]tt (?:stort )?(?:antal|flertal)|[Ee]n mängd|[Ff]lertalet|[Ff]lera|[Åå]tskilliga"
    r"|[Ee]tt par)(?! (?:olika )?(?:år|gånger|skäl|sätt|håll|delar|fall|anledningar|perspektiv|steg|nivåer|månader"
    r"|veckor|dagar|decennier|avseenden|rader|kolumner)\b)(?: \w+)?"
)


def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield one remark for an answer about what has been done that has vague quantities, at the first of them."""
    if "prestationer" not in redovisning.mall.fraga_by_id[svar.fraga].begar:
        return
    found = [hit for hit in hits(svar, _PATTERN) if not _NO_QUANTITY.search(sentence_of(hit).text)]
    if found:
        shown = list(dict.fromkeys(f"”{hit.excerpt}”" for hit in found))
        rest = len(shown) - _SHOWN
        named = row_of([*shown[:_SHOWN], f"{rest} till"] if rest > 1 else shown)
        yield found[0].remark(f"{named} säger inte hur många.", "Skriv antalet, om det är känt.", related=found[1:])
