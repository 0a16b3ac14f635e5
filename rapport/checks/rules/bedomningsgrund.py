"""Ett svar om effekter säger inte vad beskrivningen bygger på.

Varför: Formuläret ber er att ange om resultatbeskrivningen bygger på en uppföljning, en utvärdering eller en egen
bedömning. Utan det vet läsaren inte hur säkra uppgifterna är.

Fel: Insatsen har gett fler företag i länet.
Rätt: Insatsen har gett fler företag i länet. Det är regionens egen bedömning.

Tillåt med skäl: tillåt: {bedomningsgrund: Anges i 1.4.}
"""

from collections.abc import Iterator

from rapport.checks.missing import missing
from rapport.checks.rule import Remark
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "warning"


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one remark for each answer about effects that does not say what it rests on."""
    for asked, parts in missing(underlag, "bedomningsgrund"):
        message = f"Svaret på {asked.omfang} säger inte om det bygger på {parts[0].vad}."
        yield Remark(message, "Lägg till en mening om vad beskrivningen bygger på.", fraga=asked.fraga)
