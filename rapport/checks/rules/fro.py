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
from rapport.prose.numbers import row_of

SEVERITY: Severity = "warning"


def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield a remark on a box that does not fit the region; none where the region is not known."""
    fraga, not_ours = redovisning.mall.fraga_by_id[svar.fraga], redovisning.mall.ej_aktuellt
    if not fraga.galler or not not_ours or not svar.kryss or not redovisning.region:
        return
    if not set(svar.kryss) <= set(fraga.kryss):
        return  # a box that is not there is another rule's to tell of
    is_ours = any(name in redovisning.region for name in fraga.galler)
    if is_ours == (not_ours not in svar.kryss):
        return
    who = row_of(fraga.galler)
    message = f"Fråga {svar.fraga} gäller bara {who}, men är ikryssad ”{svar.kryss[0]}”."
    hint = f"Kryssa ”{not_ours}”, om inte regionen omfattas."
    if is_ours:
        message = f"Fråga {svar.fraga} gäller {who}, men är ikryssad ”{not_ours}”."
        hint = f"Kryssa {' eller '.join(box.lower() for box in fraga.kryss if box != not_ours)}, och beskriv varför."
    yield Remark(message, hint, fraga=svar.fraga)
