"""Ett ord som inte är ett namn har stor bokstav inne i meningen.

Varför: regionfullmäktige, regionala utvecklingsnämnden, landshövdingen, månader och veckodagar skrivs med liten
bokstav. Källa: Myndigheternas skrivregler (stor eller liten bokstav).

Fel: Beslutet togs av Regionfullmäktige i Januari.
Rätt: Beslutet togs av regionfullmäktige i januari.

Tillåt med skäl: tillåt: {gemener: Så skrivs namnet i reglementet.}
"""

from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark
from rapport.checks.words import phrases
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "info"
_WORDS = (
    "Regionfullmäktige",
    "Regionstyrelsen",
    "Regionala utvecklingsnämnden",
    "Regionala Utvecklingsnämnden",
    "Regionala utvecklingsstrategin",
    "Regionala Utvecklingsstrategin",
    "Regionala serviceprogrammet",
    "Regionala Serviceprogrammet",
    "Regiondirektören",
    "Regionrådet",
    "Kommunfullmäktige",
    "Kommunstyrelsen",
    "Landshövdingen",
    "Regeringen",
    "Riksdagen",
    "Januari",
    "Februari",
    "Juni",
    "Juli",
    "September",
    "Oktober",
    "November",
    "December",
    "Måndag",
    "Tisdag",
    "Onsdag",
    "Torsdag",
    "Fredag",
)


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield each word whose capital begins neither a sentence nor a name, at its first place, with the others."""
    found: dict[str, list[Hit]] = {}
    for word, hit in phrases(svar, _WORDS, any_case=False):
        if _is_inside_a_sentence(hit):
            found.setdefault(word, []).append(hit)
    for word, (first, *others) in found.items():
        message = f"”{word}” har stor bokstav inne i meningen."
        yield first.remark(message, f"Skriv {word.lower()}, om det inte är ett namn.", related=others)


def _is_inside_a_sentence(hit: Hit) -> bool:
    before = hit.svar.text[max(0, hit.start - 2) : hit.start]
    return before[-1:] == " " and (before[0].islower() or before[0] in ",0123456789")
