"""Ett svar om prestationer eller effekter säger inte vilka mål de bidrar till.

Varför: Formuläret frågar vilka mål resultaten bidrar till: det nationella målet (”… i alla delar av landet”), regionens
eget, den regionala utvecklingsstrategin (RUS), ERUF, ESF+, Interreg eller Agenda 2030. Utan mål kan ingen läsa ut vad
resultaten var till för (5 och 6 §§ förordningen 2024:99).

Fel: Tre rapporter har tagits fram.
Rätt: Tre rapporter har tagits fram. De bidrar till målet ”Rätt kompetens i hela länet” i RUS.

Tillåt med skäl: tillåt: {mal: Målen anges i 1.4.}
"""

from collections.abc import Iterator

from rapport.checks.missing import missing
from rapport.checks.postponed import postponed
from rapport.checks.rule import Remark
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "warning"


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one remark for each answer about results that names no goal."""
    for asked, *_ in missing(underlag, "mal"):
        if asked.fraga and postponed(underlag.svar_by_fraga[asked.fraga]):
            continue  # bedomningsgrund says what is to be said of it
        hint = "Skriv vilka mål resultaten bidrar till, till exempel mål i RUS, ERUF eller Agenda 2030."
        yield Remark(f"Svaret på {asked.omfang} nämner inget mål.", hint, fraga=asked.fraga)
