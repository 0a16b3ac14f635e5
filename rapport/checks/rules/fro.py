"""En fråga är ikryssad som om den gällde regionen, fast den inte gör det, eller tvärtom.

Varför: Fonden för en rättvis omställning omfattar bara Norrbotten, Västerbotten och Gotland. Övriga regioner kryssar
”Ej aktuellt”. Vilka regioner en fråga gäller står i formulärets mall.yaml.

Fel: "5.1d": {kryss: nej, text: Anslaget har inte bidragit.}  (Region Dalarna)
Rätt: "5.1d": {kryss: ej aktuellt}

Tillåt med skäl: tillåt: {fro: Länet ingår i programmet från i år.}
"""

from collections.abc import Iterator

from rapport.checks.rule import Remark
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_NOT_OURS = "Ej aktuellt"


def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield a finding for each box that does not fit the region; none where the region is not known."""
    galler = redovisning.mall.fraga_by_id[svar.fraga].galler
    if not galler or not svar.kryss or not redovisning.region:
        return
    is_ours = any(name in redovisning.region for name in galler)
    if is_ours == (_NOT_OURS not in svar.kryss):
        return
    who = f"{', '.join(galler[:-1])} och {galler[-1]}"
    message = f"Fråga {svar.fraga} gäller bara {who}, men är ikryssad ”{svar.kryss[0]}”."
    hint = f"Kryssa ”{_NOT_OURS}”, om inte regionen omfattas."
    if is_ours:
        message = f"Fråga {svar.fraga} gäller {who}, men är ikryssad ”{_NOT_OURS}”."
        hint = "Kryssa ja eller nej, och beskriv varför."
    yield Remark(message, hint, fraga=svar.fraga)
