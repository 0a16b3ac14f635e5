"""How each answer differs from an earlier report's, for a terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapport.domain.oversikt import Oversikt
from rapport.output.colour import Paint
from rapport.output.interface import report_name

if TYPE_CHECKING:
    from rapport.domain.underlag import Forra, Underlag


def against(now: "Underlag", forra: "Forra", oversikt: Oversikt, paint: Paint) -> Iterator[str]:
    """Yield how each answer differs from an earlier report's, a line for each question."""
    from rapport.prose.difference import difference

    before = forra.underlag
    yield ""
    who = report_name(before.region, before.ar)
    yield paint(f"Mot {' · '.join(filter(None, [who, before.kalla]))}", "bold")
    column = 1 + max(map(len, now.mall.fraga_by_id))
    for fraga in (fraga.id for omrade in oversikt.omraden for fraga in omrade.fragor):
        old, new = (svar.text if svar else "" for svar in (forra.svar(fraga), now.svar_by_fraga.get(fraga)))
        if old or new:
            yield f"  {fraga:<{column}}{difference(old, new)}"
