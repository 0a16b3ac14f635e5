"""Svaren nämner ingen utmaning eller ingen framgångsfaktor, och formuläret frågar efter båda.

Varför: Formuläret ber er att genomgående beskriva utmaningar och framgångsfaktorer i genomförandet. Det räcker att de
finns i någon av frågorna som anvisningen gäller. Regeln söker efter ord som utmaning, svårighet och hinder, och
framgångsfaktor, lyckad och tack vare. Den som berättar om framgången utan sådana ord får en varning för mycket: i
prov på nyskrivna svar, där alla nämnde en, var sådana varningar fel. Skriv ordet, så hittar läsaren det också.

Fel: Arbetet har genomförts enligt plan.
Rätt: En framgångsfaktor var de fasta månadssamtalen. Utmaningen var bemanningen i de minsta kommunerna.

Tillåt med skäl, på den första av frågorna: tillåt: {utmaningar: Beskrivs samlat i område 6.}
"""

from collections.abc import Iterator

from rapport.checks.missing import missing
from rapport.checks.rule import Remark
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "warning"


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one remark for each group of questions that names no challenge or no success factor."""
    for asked, parts in missing(underlag, "utmaningar"):
        message = f"I {asked.omfang} nämns inga {' och inga '.join(part.vad for part in parts)}."
        hint = "Beskriv vad som har varit svårt och vad som gjorde att det gick, i någon av frågorna."
        yield Remark(message, hint, fraga=asked.fraga)
