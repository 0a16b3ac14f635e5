"""Ett antal som sägs stämmer inte med det som räknas upp efteråt.

Varför: ”Fem åtgärder” före sex punkter betyder att något har lagts till eller fallit bort sedan texten skrevs. Läsaren
undrar vad som saknas. Regeln gäller uppräkningar efter kolon, listor och namn direkt efter (”de fyra kommunerna A, B
och C”), och ordning som hoppar över något (”för det första … för det tredje”). Uppräkningar som inte är hela (”bland
annat”, ”med flera”) prövas inte.

Fel: Regionen arbetade i tre län: Jämtlands och Västernorrlands.
Rätt: Regionen arbetade i två län: Jämtlands och Västernorrlands.

Tillåt med skäl: tillåt: {antal: Den femte åtgärden är sekretessbelagd.}
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, islice

from rapport.checks.reckoning.announced import announced_in
from rapport.checks.reckoning.announced_lists import lists_in
from rapport.checks.reckoning.announced_order import left_out
from rapport.checks.rule import Hit, Remark
from rapport.domain.mangder import in_swedish
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_SHOWN, _MOST = 60, 100


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every announced number that is not how many things follow."""
    for announced in islice(chain(announced_in(svar), lists_in(svar)), _MOST):
        hit, items = Hit(svar, *announced.span), Hit(svar, *announced.items)
        shown = items.excerpt.replace("\n", "; ")
        shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN].rstrip()} …"
        message = f"Det står ”{hit.excerpt}”, men {in_swedish(Decimal(announced.many))} räknas upp: {shown}."
        yield hit.remark(message.replace(" ….", " …."), "Rätta antalet eller uppräkningen.", related=[items])
    for start, end, told in islice(left_out(svar), _MOST):
        hit = Hit(svar, start, end)
        yield hit.remark(f"”{hit.excerpt}” kommer direkt {told}.", "Rätta ordningen, eller lägg till det som saknas.")
