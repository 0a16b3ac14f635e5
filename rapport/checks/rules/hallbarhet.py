"""Ett svar om hållbarhet nämner inte allt som frågan räknar upp.

Varför: Frågorna om hållbarhet gäller alla tre dimensionerna: ekonomisk, social och miljömässig. Frågan om anslag 1:1
nämner också jämställdhet och integration vid namn (8 § första stycket 2 och 9 § förordningen 2024:99). I ett annat
formulär kan det vara något annat än hållbarhet: vad som räknas upp, och orden som visar det, står i dess mall.yaml.

Fel: Social hållbarhet bedöms i varje ärende.
Rätt: Social hållbarhet, med jämställdhet och integration, bedöms i varje ärende, liksom ekonomi och miljö.

Tillåt med skäl: tillåt: {hallbarhet: Inga sådana ärenden fanns.}
"""

from collections.abc import Iterator

from rapport.checks.missing import missing, none_of
from rapport.checks.rule import Remark
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "info"


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one remark for each answer that leaves out what its question names."""
    for asked, parts, _ in missing(underlag, "hallbarhet"):
        message = f"Svaret på {asked.omfang} {none_of('nämner', [part.vad for part in parts])}."
        hint = "Frågan räknar upp det. Skriv hur det har påverkat, eller att det inte har gjort det."
        yield Remark(message, hint, fraga=asked.fraga)
