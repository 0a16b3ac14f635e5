"""Det står procent där det är procentenheter.

Varför: Från 24 till 27 procent är det 3 procentenheter men 12,5 procent. Den som läser ”3 procent” får fel bild av
hur stor förändringen är. Regeln gäller när båda andelarna står i samma mening.

Fel: Andelen steg från 24 till 27 procent, en ökning med 3 procent.
Rätt: Andelen steg från 24 till 27 procent, en ökning med 3 procentenheter.

Tillåt med skäl: tillåt: {procentenheter: Meningen är ett citat.}
"""

from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.reckoning.changes import changes_of
from rapport.checks.reckoning.percent import growth, is_meant_as_points
from rapport.checks.rule import Hit, Remark
from rapport.domain.mangder import in_swedish
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every difference between two shares that is said to be per cent of the first."""
    for change in changes_of(svar):
        if change.said is None or change.said.slag != "procent" or change.first.slag != "procent":
            continue
        if is_meant_as_points(change):
            hit = Hit(svar, change.said.start, change.said.end)
            number = change.said.shown(change.said.value)
            first, second = (value.shown(value.value) for value in (change.first, change.second))
            percent = in_swedish(growth(change).quantize(Decimal("0.1")))
            message = f"Från {first} till {second} procent är det {number} procentenheter; i procent är det {percent}."
            places = [Hit(svar, *place) for place in change.places]
            yield hit.remark(message, f"Skriv {number} procentenheter.", related=places)
