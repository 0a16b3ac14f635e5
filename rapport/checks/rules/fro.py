"""En fråga är ikryssad som om den gällde regionen, fast den inte gör det, eller tvärtom.

Varför: Fonden för en rättvis omställning omfattar bara Norrbotten, Västerbotten och Gotland. Övriga regioner kryssar
”Ej aktuellt”. Vilka regioner en fråga gäller står i formulärets mall.yaml.

Fel: "5.1d": {kryss: nej, text: Anslaget har inte bidragit.}  (Region Dalarna)
Rätt: "5.1d": {kryss: ej aktuellt}

Tillåt med skäl: tillåt: {fro: Länet ingår i programmet från i år.}
"""

from collections.abc import Iterator

from rapport.checks.rule import svar_in_order
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_NOT_OURS = "Ej aktuellt"


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield a finding for each box that does not fit the region; none where the region is not known."""
    for omrade, svar in svar_in_order(underlag):
        galler = underlag.mall.fraga_by_id[svar.fraga].galler
        if not galler or not svar.kryss or not underlag.region:
            continue
        is_ours = any(name in underlag.region for name in galler)
        if is_ours == (_NOT_OURS not in svar.kryss):
            continue
        who = f"{', '.join(galler[:-1])} och {galler[-1]}"
        message = f"Fråga {svar.fraga} gäller bara {who}, men är ikryssad ”{svar.kryss[0]}”."
        hint = f"Kryssa ”{_NOT_OURS}”, om inte regionen omfattas."
        if is_ours:
            message = f"Fråga {svar.fraga} gäller {who}, men är ikryssad ”{_NOT_OURS}”."
            hint = "Kryssa ja eller nej, och beskriv varför."
        yield Finding("fro", SEVERITY, message, hint, svar.place, omrade, svar.fraga)
