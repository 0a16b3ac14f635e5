"""Ett bindestreck hänger efter ett ord som inte är början på något som följer.

Varför: I ”lands- och glesbygd” betyder bindestrecket att ”bygd” kommer sedan. Efter ett böjt adjektiv, eller när det
som följer inte är en sammansättning, finns inget att hänga på. Regeln känner bara igen de säkra fallen.
Källa: Svenska skrivregler (bindestreck vid utelämnat led).

Fel: Målen gäller lokala- och regionala frågor samt mål- och långsiktiga prioriteringar.
Rätt: Målen gäller lokala och regionala frågor samt mål och långsiktiga prioriteringar.

Tillåt med skäl: tillåt: {bindestreck: Programmets namn skrivs så.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, hits
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
# Adjectives that are no compounds and seldom the last part of one.
_ADJECTIVES = (
    "regionala|lokala|nationella|internationella|globala|kommunala|statliga|offentliga|privata|ekonomiska|sociala|digitala"
    "|strategiska|demografiska|geografiska|tekniska|kulturella|ideella|kreativa|europeiska|långsiktiga|viktiga|nya|stora"
    "|befintliga|hållbara|medelstora"
)
_SUSPENDED = re.compile(
    rf"-(?<=[a-zåäö]-)(?P<komma>,?) (?:(?P<bind>och|eller|samt) (?P<efter>{_ADJECTIVES})\b(?= [a-zåäö])"
    r"|(?=och |eller |samt |[a-zåäö]+a,? ))"
)
_INFLECTED = re.compile(r"(?:[a-zåäö]{3}(?:al|ell|lig|sig|tig|isk|ktiv|rativ)a|privata|offentliga|kreativa|hållbara)$")
_SUBJECTS = re.compile(r"(?:svenska|engelska|franska|tyska|spanska|samiska|arabiska|finska|norska|danska|mänskliga)$")
_HALF = re.compile(r"(?:kort|lång|medel|barn|ny|stor|lätt|svår|inter|multi|sub|trans|trygg|rätt|mång)$")
_AGENTS = re.compile(r"-, (?<=ar-, )[a-zåäö]{3,}are (?:och|eller|samt) [a-zåäö]+")
_TIGHT = re.compile(r"-(?<=[a-zåäö]{2}-)(?:och|eller|samt)(?= [a-zåäö]{3})")
_HINT = "Ta bort bindestrecket eller skriv ut hela ordet."


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every hanging hyphen that hangs on nothing."""
    for hit in hits(underlag, _SUSPENDED):
        first = _first(hit)
        if whole := _wrong(hit, first):
            message = f"I ”{whole.excerpt}” hänger bindestrecket inte på något ord."
            yield whole.finding("bindestreck", SEVERITY, message, _HINT)
    for hit in hits(underlag, _AGENTS):
        whole = Hit(hit.omrade, hit.svar, hit.start - len(_first(hit)), hit.end)
        message = f"I ”{whole.excerpt}” hänger bindestrecket inte på något ord."
        yield whole.finding("bindestreck", SEVERITY, message, _HINT)
    for hit in hits(underlag, _TIGHT):
        whole = Hit(hit.omrade, hit.svar, hit.start - len(_first(hit)), hit.end)
        right = whole.excerpt.replace("-", "- ")
        message = f"”{whole.excerpt}” saknar blanksteg efter bindestrecket."
        yield whole.finding("bindestreck", SEVERITY, message, f"Skriv ”{right}”.", fix=right)


def _wrong(hit: Hit, first: str) -> Hit | None:
    """Return the words in question when the hyphen is surely wrong."""
    rest = hit.excerpt.split()
    if _INFLECTED.search(first) and not _SUBJECTS.search(first):
        return Hit(hit.omrade, hit.svar, hit.start - len(first), hit.start + 1)
    if len(rest) > 2 and not _HALF.search(first):  # noqa: PLR2004 - the hyphen, the conjunction and the adjective
        return Hit(hit.omrade, hit.svar, hit.start - len(first), hit.end)
    return None


def _first(hit: Hit) -> str:
    """Return the word before the hyphen."""
    found = re.search(r"[a-zåäöA-ZÅÄÖ]{1,40}$", hit.svar.text[max(0, hit.start - 40) : hit.start])
    return found[0].lower() if found else ""
