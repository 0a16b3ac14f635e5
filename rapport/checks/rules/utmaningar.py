"""Svaren nämner ingen utmaning eller ingen framgångsfaktor, och formuläret frågar efter båda.

Varför: Formuläret ber er att genomgående beskriva utmaningar och framgångsfaktorer i genomförandet. Det räcker att de
finns i någon av frågorna som anvisningen gäller. Regeln söker efter ord som utmaning, hinder, saknas och avbröts, och
framgångsfaktor, lyckad och tack vare. Det går att berätta om båda utan sådana ord, så det är en upplysning. Skriv
ordet, så hittar läsaren det också.

Fel: Arbetet har genomförts enligt plan.
Rätt: En framgångsfaktor var de fasta månadssamtalen. Utmaningen var bemanningen i de minsta kommunerna.

Tillåt med skäl, på den första av frågorna: tillåt: {utmaningar: Beskrivs samlat i område 6.}
"""

from collections.abc import Iterator

from rapport.checks.missing import missing, none_of
from rapport.checks.rule import Remark
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "info"


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one remark for each group of questions that names no challenge or no success factor."""
    for asked, parts, _ in missing(underlag, "utmaningar"):
        things = [part.vad for part in parts]
        said = none_of("nämns", things) if things[1:] else f"nämns inga {things[0]}"
        hint = "Beskriv vad som har varit svårt och vad som gjorde att det gick, i någon av frågorna."
        yield Remark(f"I {asked.omfang} {said}.", hint, fraga=asked.fraga)
