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

from rapport.checks.rule import Hit, hits
from rapport.checks.words import words_before
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_HEADS = (
    r"(?:projekt(?:et|en|ens|ets)?|program(?:met|men|mets)?|medel|medlen|målen|fonden|fonderna|anslaget|rådet|stödet|området"
    r"|arbetet|strategin|planen|kontoret|finansiering(?:en)?|utlysning(?:en|ar|arna)?|ansökningar(?:na)?|samarbetet"
    r"|insatser(?:na)?|nivå|länder(?:na)?|utbildning(?:en|ar|arna)?|system(?:et|en)?|lösningar(?:na)?)\b(?!-)"
)
_NAMES = re.compile(
    rf"(?:Agenda 2030|Horisont (?:2020|Europa)|(?<![\d:.])1:1|Interreg(?: [A-ZÅÄÖ]\w+){{0,2}}|Leader) {_HEADS}(?! \d)"
)
_ACRONYM = re.compile(rf"(?:AI|EU|ERUF|ESF|FTI|IT|KLIVA|NPA|OECD|RUP|SFI|STEM|YH|FoU) {_HEADS}")
# Behind one of these the short form and its noun can only be one word; behind a verb they may be subject and object.
_BEFORE = frozenset(
    "i inom till med genom via för om på ur mellan under över kring enligt mot det den de ett en flera nya ny nytt två tre "
    "fyra fem sex pågående olika många andra större mindre samtliga alla sådana vissa några våra och eller".split()
)


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every name that stands loose before its noun."""
    for hit in hits(underlag, _NAMES):
        if not hit.svar.text[hit.start - 1 : hit.start].isalnum():
            yield _finding(hit, is_certain=True)
    for hit in hits(underlag, _ACRONYM):
        before = words_before(hit)
        if hit.svar.text[hit.start - 1 : hit.start] == " " and before and before[-1] in _BEFORE:
            yield _finding(hit, is_certain=False)


def _finding(hit: Hit, *, is_certain: bool) -> Finding:
    name, _, noun = hit.excerpt.rpartition(" ")
    right = f"{name}-{noun}"
    message = f"”{hit.excerpt}” är isärskrivet."
    return hit.finding("sarskrivning", SEVERITY, message, f"Skriv {right}.", fix=right if is_certain else None)
