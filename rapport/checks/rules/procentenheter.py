"""Det står procent där det är procentenheter.

Varför: Från 24 till 27 procent är det 3 procentenheter men 12,5 procent. Den som läser ”3 procent” får fel bild av
hur stor förändringen är. Regeln gäller när båda andelarna står i samma mening eller i den före.

Fel: Andelen steg från 24 till 27 procent, en ökning med 3 procent.
Rätt: Andelen steg från 24 till 27 procent, en ökning med 3 procentenheter.

Tillåt med skäl: tillåt: {procentenheter: Meningen är ett citat.}
"""

from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.reckoning.changes import changes_of
from rapport.checks.reckoning.percent import growth, is_meant_as_points
from rapport.checks.reckoning.points import points_of
from rapport.checks.rule import Hit, Remark
from rapport.domain.mangder import Mangd, in_swedish
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every difference between two shares that is said to be per cent of the first."""
    told = set()
    for change in changes_of(svar):
        said = change.said
        if said and said.slag == change.first.slag == "procent" and is_meant_as_points(change):
            told.add(said.start)
            number, first, second = (value.shown(value.value) for value in (said, change.first, change.second))
            percent = in_swedish(growth(change).quantize(Decimal("0.1")))
            message = f"Från {first} till {second} procent är det {number} procentenheter; i procent är det {percent}."
            yield _remark(svar, message, said, change.first, change.second)
    for points in points_of(svar):
        if points.said.start not in told:
            number, one, other = (value.shown(value.value) for value in points)
            message = f"Skillnaden mellan {one} och {other} procent är {number} procentenheter, inte {number} procent."
            yield _remark(svar, message, *points)


def _remark(svar: Svar, message: str, said: Mangd, first: Mangd, second: Mangd) -> Remark:
    hit = Hit(svar, said.start, said.end)
    places = [Hit(svar, value.start, value.end) for value in (first, second)]
    return hit.remark(message, f"Skriv {said.shown(said.value)} procentenheter.", related=places)
