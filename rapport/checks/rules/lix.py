"""Ett områdes text är mycket svår att läsa enligt LIX.

Varför: LIX räknar ord per mening och andelen ord med fler än sex bokstäver. 50–60 är vanligt i myndighetstext; från
60 säger regeln till. Talet är en upplysning, aldrig en dom: långa ord kan vara välkända och korta kan vara svåra.
Källa: C.H. Björnsson, Läsbarhet (1968).

Fel: Kompetensförsörjningsarbetets genomförandeorganisation konkretiserades samverkansmässigt …
Rätt: Kommunerna och skolorna delade upp arbetet mellan sig.

Tillåt med skäl: regeln gäller hela området; stäng av den med regler: {lix: av} i rapport.yaml i stället för tillåt.
"""

from collections.abc import Iterator

from rapport.checks.rule import Remark
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity
from rapport.prose.readability import Readability, readability

SEVERITY: Severity = "info"
_HARD = 60
_FEWEST_WORDS = 100


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield the figure of every area that is very hard to read."""
    for omrade in underlag.mall.omraden:
        svar_list = [svar for fraga in omrade.fragor if (svar := underlag.svar_by_fraga.get(fraga.id))]
        found = sum(map(_readability, svar_list), Readability(0, 0, 0))
        if found.words >= _FEWEST_WORDS and found.lix >= _HARD:
            message = f"Område {omrade.nummer} har LIX {found.lix}: {found.word}."
            hint = "Korta de längsta meningarna och byt ut långa ord där det finns kortare."
            yield Remark(message, hint, omrade=omrade.nummer)


def _readability(svar: Svar) -> Readability:
    """Return the figures of one answer, remembered by it."""
    return svar.remember(("lix",), lambda: readability(svar.meningar))
