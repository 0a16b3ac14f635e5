"""Ett områdes text är mycket svår att läsa enligt LIX.

Varför: LIX räknar ord per mening och andelen ord med fler än sex bokstäver. 50–60 är vanligt i myndighetstext; från
60 säger regeln till. Talet är en upplysning, aldrig en dom: långa ord kan vara välkända och korta kan vara svåra.
Källa: C.H. Björnsson, Läsbarhet (1968).

Fel: Kompetensförsörjningsarbetets genomförandeorganisation konkretiserades samverkansmässigt …
Rätt: Kommunerna och skolorna delade upp arbetet mellan sig.

Tillåt med skäl: regeln gäller hela området; stäng av den med regler: {lix: av} i rapport.yaml i stället för tillåt.
"""

from collections.abc import Callable, Iterator, Sequence

from rapport.checks.rule import Remark
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity
from rapport.prose.readability import Readability, readability

SEVERITY: Severity = "info"
_HARD = 60
_FEWEST_WORDS, _MARGIN, _LONG = 100, 8, 6


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield the figure of every area that is very hard to read."""
    for omrade in underlag.mall.omraden:
        svar_list = [svar for fraga in omrade.fragor if (svar := underlag.svar_by_fraga.get(fraga.id))]
        if _sum(svar_list, _rough).lix < _HARD - _MARGIN:
            continue
        found = _sum(svar_list, _exact)
        if found.words >= _FEWEST_WORDS and found.lix >= _HARD:
            message = f"Område {omrade.nummer} har LIX {found.lix}: {found.word}."
            hint = "Korta de längsta meningarna och byt ut långa ord där det finns kortare."
            yield Remark(message, hint, omrade=omrade.nummer)


def _sum(svar_list: Sequence[Svar], count: Callable[[Svar], Readability]) -> Readability:
    """Return the figures of some answers together; those of each are remembered by it."""
    found = [svar.remember(("lix", count), lambda svar=svar: count(svar)) for svar in svar_list]
    return Readability(sum(f.sentences for f in found), sum(f.words for f in found), sum(f.long_words for f in found))


def _exact(svar: Svar) -> Readability:
    return readability(svar.meningar)


def _rough(svar: Svar) -> Readability:
    """Return about the same figures, counted in a fraction of the time."""
    words = svar.text.split()
    return Readability(len(svar.meningar), len(words), sum(map(_LONG.__lt__, map(len, words))))
