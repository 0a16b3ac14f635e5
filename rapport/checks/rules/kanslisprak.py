"""Ett stelt ord står där ett vanligt räcker.

Varför: Regeringskansliets ”svarta lista” (PM 2011:1) och klarspråksråden avråder från ord som få säger. En
upplysning per uttryck och svar, med antalet. Ordet kan vara rätt: gällande lag, i detta avseende.

Fel: Insatser gällande service genomfördes inom ramen för projektet i syfte att stärka byarna.
Rätt: Insatser för service genomfördes i projektet för att stärka byarna.

Tillåt med skäl: tillåt: {kanslisprak: Uttrycket står så i förordningen.}
"""

from collections import defaultdict
from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark
from rapport.checks.words import listed, phrases, words_after, words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "info"
_PLAIN = {
    "angående": "om",
    "avseende": "om eller för",
    "beträffande": "om",
    "bibringa": "ge",
    "bäring på": "betydelse för",
    "därvidlag": "där",
    "ehuru": "fast",
    "enär": "eftersom",
    "erfordras": "behövs",
    "erforderlig": "nödvändig",
    "erforderliga": "nödvändiga",
    "erhålla": "få",
    "erhåller": "får",
    "erhållit": "fått",
    "erhöll": "fick",
    "framgent": "framöver",
    "föreligga": "finnas",
    "föreligger": "finns",
    "förelåg": "fanns",
    "försåvitt": "om",
    "genomföra en analys av": "analysera",
    "gällande": "om, för eller i fråga om",
    "har möjlighet att": "kan",
    "huruvida": "om",
    "härvidlag": "här",
    "i dagsläget": "nu",
    "i enlighet med": "enligt",
    "i syfte att": "för att",
    "icke": "inte",
    "inkomma med": "lämna in",
    "inkommit med": "lämnat in",
    "inom ramen för": "i eller inom",
    "jämlikt": "enligt",
    "kopplad till": "om, för eller i",
    "kopplade till": "om, för eller i",
    "kopplat till": "om, för eller i",
    "likaledes": "också",
    "med anledning av att": "eftersom",
    "med avseende på": "i fråga om",
    "medelst": "med",
    "ombesörja": "ordna",
    "sålunda": "alltså",
    "såsom": "som eller till exempel",
    "dock": "men",
    "tillika": "också",
    "tillse": "se till",
    "vidmakthålla": "behålla",
    "ävensom": "och",
    "åvila": "ligga på",
    "åvilar": "ligger på",
}
# Where the word is right: what stands before or after it.
_BEFORE = {
    "gällande": frozenset(
        listed(
            "nu om för enligt den det de i av inom under utifrån med mot per alltjämt fortfarande till från efter är "
            "blir göra gör gjort följa följer alla samtliga vid mellan och ur på"
        )
    ),
    "avseende": frozenset(
        listed("detta med varje något ett annat visst samma alla vissa andra inget flera många ekonomiskt juridiskt i")
    ),
    "kopplat till": frozenset(listed("är var har hade blir blev varit nära starkt tydligt direkt stark tätt inte")),
}
_BEFORE["kopplad till"] = _BEFORE["kopplade till"] = _BEFORE["kopplat till"]
_NONE: frozenset[str] = frozenset()
_AFTER = {
    "gällande": frozenset(
        listed(
            "lag lagar föreskrifter villkor lagstiftning rätt regler regelverk avtal bestämmelser praxis ordning "
            "styrdokument planer beslut"
        )
    ),
}


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield each stiff phrase once an answer, at its first place, with the others beside it."""
    found: defaultdict[str, list[Hit]] = defaultdict(list)
    for phrase, hit in phrases(svar, _PLAIN):
        if not _is_right(phrase, hit):
            found[phrase].append(hit)
    for phrase, (first, *others) in found.items():
        times = f" står {len(others) + 1} gånger i svaret och" if others else ""
        message = f"”{phrase}”{times} är stelt."
        yield first.remark(message, f"Skriv hellre {_PLAIN[phrase]}.", related=others)


def _is_right(phrase: str, hit: Hit) -> bool:
    after = "".join(words_after(hit))
    before = words_before(hit, 3 if phrase.startswith("koppla") else 1)
    return not _BEFORE.get(phrase, _NONE).isdisjoint(before) or after in _AFTER.get(phrase, _NONE)
