"""Ett svar är förra årets, ordagrant eller nästan.

Varför: Redovisningen gäller ett år. Text som följer med från förra året, ofta med fel årtal i, ser ut som om inget har
hänt. Regeln jämför ord för ord med den redovisning som anges med --mot.

Fel: Samma svar som förra året, med 2024 utbytt mot 2025.
Rätt: Ett svar om årets arbete. Det som gäller fortfarande kan stå kvar.

Tillåt med skäl: tillåt: {fjolarstext: Arbetssättet är oförändrat.}
"""

from collections.abc import Iterator

from rapport.checks.rule import svar_in_order
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Related, Severity

SEVERITY: Severity = "warning"
_SHORTEST = 80
_ALIKE = 0.9


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield one finding for each answer that is nearly last year's; none without a report to compare with."""
    if underlag.forra is None:
        return
    from rapport.prose.difference import likeness

    for omrade, svar in svar_in_order(underlag):
        before = underlag.forra_svar(svar.fraga)
        if before is None or len(svar.text) < _SHORTEST:
            continue
        share = likeness(before.text, svar.text)
        if share >= _ALIKE:
            how = "ordagrant" if share == 1 else f"till {int(share * 100)} procent"
            message = f"Svaret på {svar.fraga} är {how} förra årets."
            hint = "Skriv vad som har hänt i år, eller tillåt det med ett skäl."
            related = (Related(before.place, svar.fraga),)
            yield Finding("fjolarstext", SEVERITY, message, hint, svar.place, omrade, svar.fraga, related=related)
