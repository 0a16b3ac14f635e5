"""Ett namn eller en förkortning står lös framför det ord som den hör ihop med.

Varför: Sammansättningar skrivs ihop. Är första ledet ett namn av flera ord, ett tal eller en förkortning sätts
bindestreck: Agenda 2030-målen, 1:1-anslaget, ESF-rådet. Regeln känner bara igen de säkra fallen; Dalarnas län och
Region Dalarna är rätt. Källa: Myndigheternas skrivregler 10.1 och 10.4.

Fel: Inom Agenda 2030 målen beviljades flera EU projekt.
Rätt: Inom Agenda 2030-målen beviljades flera EU-projekt.

Tillåt med skäl: tillåt: {sarskrivning: Projektet heter så.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit
from rapport.checks.words import listed, phrases, words_before
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_NOUN = re.compile(
    r" (?:projekt(?:et|en|ens|ets)?|program(?:met|men|mets)?|medel|medlen|målen|fonden|fonderna|anslaget|rådet|stödet"
    r"|området|arbetet|strategin|planen|kontoret|finansiering(?:en)?|utlysning(?:en|ar|arna)?|ansökningar(?:na)?|samarbetet"
    r"|insatser(?:na)?|nivå|länder(?:na)?|utbildning(?:en|ar|arna)?|system(?:et|en)?|lösningar(?:na)?)\b(?!-| \d)"
)
_MORE_NAME = re.compile(r"(?: [A-ZÅÄÖ]\w*){0,3}")
_NAMES = ("Agenda 2030", "Horisont 2020", "Horisont", "1:1", "Interreg", "Leader")
_SHORT = listed("AI EU ERUF ESF FTI IT KLIVA NPA OECD RUP SFI STEM YH FoU")
# Behind one of these the short form and its noun can only be one word; behind a verb they may be subject and object.
_BEFORE = frozenset(
    listed(
        "i inom till med genom via för om på ur mellan under över kring enligt mot det den de ett en flera nya ny "
        "nytt två tre fyra fem sex pågående olika många andra större mindre samtliga alla sådana vissa några våra "
        "och eller"
    )
)


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every name that stands loose before its noun."""
    for name, found in phrases(underlag, (*_NAMES, *_SHORT), any_case=False):
        text = found.svar.text
        more = None if name in _SHORT else _MORE_NAME.match(text, found.end)
        noun = _NOUN.match(text, more.end() if more else found.end)
        is_certain = name in _NAMES
        if noun and (is_certain or not _BEFORE.isdisjoint(words_before(found))):
            yield _finding(Hit(found.omrade, found.svar, found.start, noun.end()), is_certain=is_certain)


def _finding(hit: Hit, *, is_certain: bool) -> Finding:
    name, _, noun = hit.excerpt.rpartition(" ")
    right = f"{name}-{noun}"
    message = f"”{hit.excerpt}” är isärskrivet."
    return hit.finding("sarskrivning", SEVERITY, message, f"Skriv {right}.", fix=right if is_certain else None)
