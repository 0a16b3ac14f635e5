"""Ett bindestreck hänger efter ett ord som inte är början på något som följer, eller saknas efter ett som är det.

Varför: I ”lands- och glesbygd” betyder bindestrecket att ”bygd” kommer sedan. Efter ett böjt adjektiv, eller när det
som följer inte är en sammansättning, finns inget att hänga på. Regeln känner bara igen de säkra fallen.
Källa: Svenska skrivregler (bindestreck vid utelämnat led).

Fel: Målen gäller lokala- och regionala frågor, skol-, vård och omsorgsfrågor samt mål- och långsiktiga prioriteringar.
Rätt: Målen gäller lokala och regionala frågor, skol-, vård- och omsorgsfrågor samt mål och långsiktiga prioriteringar.

Tillåt med skäl: tillåt: {bindestreck: Programmets namn skrivs så.}
"""

import re
from collections.abc import Iterator

from rapport.checks.by_line import by_line
from rapport.checks.language.hyphens import missing
from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.words import listed
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
# Adjectives that are no compounds and seldom the last part of one.
_ADJECTIVES = frozenset(
    listed(
        "regionala lokala nationella internationella globala kommunala statliga offentliga privata ekonomiska "
        "sociala digitala strategiska demografiska geografiska tekniska kulturella ideella kreativa europeiska "
        "långsiktiga viktiga nya stora befintliga hållbara medelstora"
    )
)
_INFLECTED = listed("ella ala liga siga tiga iska ktiva privata offentliga kreativa hållbara")
_NO_ADJECTIVE, _SHORTEST = ("samiska", "arabiska", "mänskliga"), 6
_HALF = listed("kort lång medel barn ny stor lätt svår inter multi sub trans trygg rätt")
_BINDING = frozenset(("och", "eller", "samt"))
# Adjectives as they stand in "på lokal, regional och nationell nivå"; none of them begins another there.
_BASES = frozenset(
    listed(
        "regional lokal nationell internationell global kommunal statlig offentlig privat ekonomisk social digital "
        "strategisk demografisk geografisk teknisk kulturell ideell kreativ europeisk långsiktig"
    )
)
_INFLECTED_ALONE = (
    r"(?P<ord>[a-zåäö]{4,30}-) (?!(?:och|eller|samt|till|respektive|kontra|men|än|som|resp)\b)[a-zåäö]{4}"
)
_SUSPENDED = r"-(?<=[a-zåäö]-)(?:,? [a-zåäö]{2,40}(?: [a-zåäö]{2,40}){0,2}|(?:och|eller|samt) [a-zåäö]{3})"
_HINT = "Ta bort bindestrecket eller skriv ut hela ordet."


@by_line
def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every hanging hyphen that hangs on nothing."""
    for hit in hits(svar, _SUSPENDED):
        first, words = _first(hit), hit.excerpt[1:].lstrip(",").split()
        if hit.excerpt[1].isalpha():
            yield _tight(Hit(hit.svar, hit.start - len(first), hit.start + 1 + len(words[0])))
        elif length := _wrong(first.lower(), words, has_comma=hit.excerpt[1] == ","):
            whole = Hit(hit.svar, hit.start - len(first), hit.start + length)
            message = f"I ”{whole.excerpt}” hänger bindestrecket inte på något ord."
            yield whole.remark(message, _HINT)
    for hit in hits(svar, _INFLECTED_ALONE, signs=("a- ",)):
        right = hit.excerpt[:-1]
        if right in _ADJECTIVES or _is_inflected(right):
            yield hit.remark(
                f"I ”{hit.excerpt}” hänger bindestrecket inte på något ord.", f"Skriv ”{right}”.", fix=right
            )
    for hit in missing(svar):
        right = f"{hit.excerpt}-"
        yield hit.remark(f"Efter ”{hit.excerpt}” saknas ett bindestreck.", f"Skriv ”{right}”.", fix=right)


def _wrong(first: str, words: list[str], *, has_comma: bool) -> int:
    """Return how much from the hyphen on is in question when it is surely wrong, otherwise 0."""
    binds = _BINDING.intersection(words[: 1 + has_comma])
    if first in _BASES and _BASES.intersection(words[: 2 - has_comma]):
        return 1
    if _is_inflected(first) and (binds or has_comma):
        return 1
    if has_comma:  # as in "medborgar-, servicegivare och …": nothing before "och" ends as the first word does
        is_agents = first.endswith("ar") and words[0].endswith("are") and bool(_BINDING.intersection(words[1:2]))
        return len(f"-, {words[0]} {words[1]}") if is_agents else 0
    if binds and words[1:] and words[1] in _ADJECTIVES and not first.endswith(_HALF):
        return len(f"- {words[0]} {words[1]}") if words[2:] else 0
    return 0


def _is_inflected(word: str) -> bool:
    return len(word) >= _SHORTEST and word.endswith(_INFLECTED) and not word.endswith(_NO_ADJECTIVE)


def _tight(hit: Hit) -> Remark:
    right = hit.excerpt.replace("-", "- ")
    message = f"”{hit.excerpt}” saknar blanksteg efter bindestrecket."
    return hit.remark(message, f"Skriv ”{right}”.", fix=right)


def _first(hit: Hit) -> str:
    """Return the word before the hyphen."""
    before = hit.svar.text[max(0, hit.start - 40) : hit.start]
    return re.split(r"[^a-zåäöA-ZÅÄÖ]", before)[-1]
