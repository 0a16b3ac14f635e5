"""Ett områdes svar är tillsammans längre än formuläret tillåter.

Varför: Gränsen gäller alla svar i området sammantaget, blanksteg inräknade. Tillväxtverket kan återsända
en redovisning som är för lång. Tecknen räknas som i Word, med fotnoter: en punkt i en lista kostar 2, ”1.”
kostar 3 och en fotnot 2 utöver sin text.

Fel: svaren på 2.1–2.7 är 15 706 tecken, gränsen är 15 000.
Rätt: svaren på 2.1–2.7 är högst 15 000 tecken.

Regeln kan inte tillåtas; korta ett svar i området.
"""

from collections.abc import Iterator

from rapport.checks.rule import Remark
from rapport.domain.mall import Omrade
from rapport.domain.underlag import Underlag
from rapport.finding import Related, Severity
from rapport.prose.numbers import thousands

SEVERITY: Severity = "error"


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one finding for each area above its limit."""
    for omrade in underlag.mall.omraden:
        tecken = underlag.tecken_i(omrade)
        if tecken > omrade.maxtecken:
            yield Remark(
                f"Område {omrade.nummer} är {thousands(tecken - omrade.maxtecken)} tecken för långt: "
                f"{thousands(tecken)} av {thousands(omrade.maxtecken)}.",
                f"Korta något av svaren: {_split(underlag, omrade)}.",
                omrade=omrade.nummer,
                related=tuple(map(Related, underlag.places.by_omrade.get(omrade.nummer, ())[1:])),
            )


def _split(underlag: Underlag, omrade: Omrade) -> str:
    """Return how the area's characters are split over its questions, the largest first."""
    parts = sorted(((underlag.tecken(fraga.id), fraga.id) for fraga in omrade.fragor), reverse=True)
    return ", ".join(f"{fraga} har {thousands(tecken)}" for tecken, fraga in parts if tecken)
