"""Ett svar om hållbarhet nämner inte allt som frågan räknar upp.

Varför: Frågorna om hållbarhet gäller alla tre dimensionerna: ekonomisk, social och miljömässig. Frågan om anslag 1:1
nämner också jämställdhet och integration vid namn (8 § första stycket 2 och 9 § förordningen 2024:99).

Fel: Social hållbarhet bedöms i varje ärende.
Rätt: Social hållbarhet, med jämställdhet och integration, bedöms i varje ärende, liksom ekonomi och miljö.

Tillåt med skäl: tillåt: {hallbarhet: Inga sådana ärenden fanns.}
"""

from collections.abc import Iterator

from rapport.checks.rule import missing
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield one finding for each answer that leaves out what its question names."""
    for asked, parts, place in missing(underlag, ("hållbarhet", "jämställdhet", "integration")):
        message = f"Svaret på {asked.omfang} nämner inte {' eller '.join(parts)}."
        hint = "Frågan räknar upp det. Skriv hur det har påverkat, eller att det inte har gjort det."
        yield Finding("hallbarhet", SEVERITY, message, hint, place, asked.omrade, asked.fraga)
