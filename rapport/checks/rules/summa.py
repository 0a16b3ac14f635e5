"""Delarna stämmer inte med summan: i en tabell, eller i en mening.

Varför: Den som läser räknar efter. En summa som inte går ihop gör att även de andra siffrorna blir osäkra, och läsaren
kan inte veta om det är delen eller summan som är fel. Regeln räknar om summaraden och summakolumnen i svarets
tabeller, delar som räknas upp intill sin helhet (”71 kvinnor och 55 män, totalt 136”) och listor där varje punkt har
ett tal, efter en mening med summan. Avrundning tillåts. Står det ”varav”, ”bland annat” eller ”cirka” är delarna inte
allt, och då prövas inget.

Fel: I kurserna deltog 71 kvinnor och 55 män, totalt 136 personer.
Rätt: I kurserna deltog 71 kvinnor och 55 män, totalt 126 personer.

Tillåt med skäl: tillåt: {summa: Två företag fick båda stöden.}
"""

from collections.abc import Iterator
from itertools import chain, islice

from rapport.checks.reckoning.left_over import left_claims
from rapport.checks.reckoning.list_sums import list_sums
from rapport.checks.reckoning.outcomes import outcome_claims
from rapport.checks.reckoning.parts import text_claims
from rapport.checks.reckoning.remainder import rest_claims
from rapport.checks.reckoning.sums import Claim
from rapport.checks.reckoning.table_sums import table_claims
from rapport.checks.rule import Hit, Remark
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_MOST = 100  # when these are mended, the next check finds the rest


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every sum that its parts contradict."""
    claims = chain(
        table_claims(svar),
        list_sums(svar),
        text_claims(svar),
        rest_claims(svar),
        left_claims(svar),
        outcome_claims(svar),
    )
    wrong = (claim for claim in claims if not claim.holds)
    yield from (_remark(svar, claim) for claim in islice(wrong, _MOST))


def _remark(svar: Svar, claim: Claim) -> Remark:
    total = Hit(svar, *claim.total_span)
    message = f"{claim.what} ”{total.excerpt.strip()}”, men delarna blir något annat: {claim.worked_out}."
    hint = "Rätta summan eller den del som är fel."
    if not claim.is_over:
        hint = "Rätta summan eller den del som är fel, eller skriv vad resten är."
    return total.remark(message, hint, related=[Hit(svar, *span) for span in claim.part_spans])
