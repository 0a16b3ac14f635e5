"""Svaren nämner inte dem som formuläret frågar om, eller säger inte hur samverkan har fungerat.

Varför: Formuläret vill veta vilka kommuner, statliga myndigheter (länsstyrelsen bland dem), organisationer i
civilsamhället och näringsliv ni har samverkat med, hur det gick till och hur det fungerade (10 § förordningen 2024:99).
Regeln söker efter deras namn och efter ord om hur samverkan har varit, i alla frågor som anvisningen gäller. Orden
står i formulärets mall.yaml.
Att något saknas är inte säkert ett fel: kanske har ni inte samverkat. Skriv i så fall det.

Fel: Programmet togs fram i bred samverkan med länets aktörer.
Rätt: Kommunerna, Länsstyrelsen i Sundmarks län, Handelskammaren Sundmark och Länsbygderådet tog fram programmet
tillsammans. Samverkan fungerade väl, men näringslivet kom in sent.

Tillåt med skäl, på den första av frågorna: tillåt: {samverkan: Civilsamhället berörs inte.}
"""

from collections.abc import Iterator

from rapport.checks.missing import missing
from rapport.checks.rule import Remark
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_HOW = "samverkan"


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one remark for each group of questions that leaves out an actor, or how it worked."""
    for asked, parts in missing(underlag, "samverkan"):
        actors = [part.vad for part in parts if part.begar != _HOW]
        what = [f"ingen aktör ur {' eller '.join(actors)} nämns"] if actors else []
        what += [f"det framgår inte {part.vad}" for part in parts if part.begar == _HOW]
        hint = "Nämn dem ni har samverkat med, vid namn, och hur det fungerade. Har ni inte samverkat: skriv det."
        yield Remark(f"I {asked.omfang}: {', och '.join(what)}.", hint, fraga=asked.fraga)
