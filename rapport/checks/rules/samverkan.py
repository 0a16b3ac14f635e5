"""Svaren nämner inte dem som formuläret frågar om, eller säger inte hur samverkan har fungerat.

Varför: Formuläret vill veta vilka kommuner, statliga myndigheter (länsstyrelsen bland dem), organisationer i
civilsamhället och näringsliv ni har samverkat med, hur det gick till och hur det fungerade (10 § förordningen 2024:99).
Regeln söker efter deras namn och efter ord om hur samverkan har varit, i alla frågor som anvisningen gäller. Orden
står i formulärets mall.yaml.
Nämns några av dem, men inte alla, är det en upplysning: kanske har ni inte samverkat med de andra. Skriv i så fall det.

Fel: Programmet togs fram i bred samverkan med länets aktörer.
Rätt: Kommunerna, Länsstyrelsen i Sundmarks län, Handelskammaren Sundmark och Länsbygderådet tog fram programmet
tillsammans. Samverkan fungerade väl, men näringslivet kom in sent.

Tillåt med skäl, på den första av frågorna: tillåt: {samverkan: Civilsamhället berörs inte.}
"""

from collections.abc import Iterator

from rapport.checks.missing import missing, none_of
from rapport.checks.rule import Remark
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_HOW = "samverkan"
_NAME = "Nämn dem ni har samverkat med, vid namn."
_TELL = "Skriv hur det gick till och hur det fungerade."


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one remark for each group of questions that leaves out an actor, or how it worked."""
    for asked, parts, shown in missing(underlag, "samverkan"):
        actors = [part.vad for part in parts if part.begar != _HOW]
        how = [part.vad for part in parts if part.begar == _HOW]
        said = _unnamed(asked.omfang, actors, is_all=not any(one.begar != _HOW for one in shown))
        for vad in how:
            said += f", och det framgår inte {vad}" if said else f"I {asked.omfang} framgår det inte {vad}"
        hint = " ".join([*([_NAME] if actors else []), *([_TELL] if how else []), "Har ni inte samverkat: skriv det."])
        is_partly_met = any(one.begar != _HOW for one in shown)
        severity: Severity | None = "info" if is_partly_met else None
        yield Remark(f"{said}.", hint, fraga=asked.fraga, severity=severity)


def _unnamed(omfang: str, actors: list[str], *, is_all: bool) -> str:
    """Return in words that some kinds of actors are not named, or no kind at all."""
    if not actors:
        return ""
    if is_all:
        return f"I {omfang} {none_of('nämns', actors)} bland dem som ni har samverkat med"
    return f"Bland dem som ni har samverkat med i {omfang} {none_of('nämns', actors)}"
