"""Ett svar om effekter säger inte vad beskrivningen bygger på, eller skjuter effekterna på framtiden.

Varför: Formuläret ber er att ange om resultatbeskrivningen bygger på en uppföljning, en utvärdering eller en egen
bedömning. Utan det vet läsaren inte hur säkra uppgifterna är. Säger svaret bara att effekterna kommer senare, är det
vad anmärkningen gäller, och ingen annan: då finns det inga effekter att bygga på något.

Fel: Insatsen har gett fler företag i länet.
Rätt: Insatsen har gett fler företag i länet. Det är regionens egen bedömning.

Tillåt med skäl: tillåt: {bedomningsgrund: Anges i 1.4.}
"""

from collections.abc import Iterator

from rapport.checks.missing import missing
from rapport.checks.postponed import postponed
from rapport.checks.rule import Remark, svar_in_order
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_EFFECTS = "effekter"


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one remark for each answer about effects that puts them off, or does not say what it rests on."""
    put_off = set()
    for svar in svar_in_order(underlag):
        if _EFFECTS in underlag.mall.fraga_by_id[svar.fraga].begar and (hit := postponed(svar)):
            put_off.add(svar.fraga)
            message = f"Svaret på {svar.fraga} säger bara att effekterna inte kan redovisas ännu."
            hint = "Beskriv de tecken ni ser och vad ni bygger det på, eller varför det inte går och när det går."
            yield hit.remark(message, hint)
    for asked, parts, _ in missing(underlag, "bedomningsgrund"):
        if asked.fraga in put_off:
            continue
        message = f"Svaret på {asked.omfang} säger inte om det bygger på {parts[0].vad}."
        yield Remark(message, "Lägg till en mening om vad beskrivningen bygger på.", fraga=asked.fraga)
