"""Ett diarienummer är felskrivet.

Varför: Med diarienumret kan läsaren begära ut handlingen. Ett nummer som inte kan finnas leder ingenstans. Regeln lär
sig formen av redovisningens egna nummer och visar dem som avviker, med det troliga rätta: Skift och 7 ger snedstreck,
så RUN7113/2022 ska vara RUN/113/2022.

Fel: Planen (RUN7113/2022) antogs i juni.
Rätt: Planen (RUN/113/2022) antogs i juni.

Tillåt med skäl: tillåt: {diarienummer: Numret är en annan myndighets.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, hits
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_RIGHT = re.compile(r"([A-ZÅÄÖ]{2,5})/\d{1,5}/((?:19|20)\d\d)")
_SLIPPED = re.compile(r"([A-ZÅÄÖ]{2,5})7(\d{1,4})[/7]((?:19|20)\d\d)")
_MENTION = re.compile(
    r"(?<![\w/])(?P<ord>[A-ZÅÄÖa-zåäö]{2,5}"
    r"(?:(?: ?[/:.-] ?|7| )\d{1,5} ?[/7:.\\-]{1,2} ?\d{2,4}|/\d{1,5}))(?![\w/]|[-:]\d)"
)


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every case number that is not written as the report's others are, or has an impossible year."""
    prefixes = {match[1] for svar in underlag.svar_by_fraga.values() for match in _RIGHT.finditer(svar.text)}
    prefixes |= {match[1] for match in _RIGHT.finditer(underlag.diarienummer or "")}
    for hit in hits(underlag, _MENTION):
        if match := _RIGHT.fullmatch(hit.excerpt):
            if underlag.ar and int(match[2]) > underlag.ar + 1:
                message = f"Diarienumret {hit.excerpt} har ett år som ligger efter redovisningen."
                yield hit.finding("diarienummer", SEVERITY, message, "Kontrollera numret mot handlingen.")
        elif _is_wrong(hit, prefixes):
            right = _probable(hit.excerpt)
            message = f"Diarienumret ”{hit.excerpt}” är felskrivet."
            hint = f"Ska det vara {right}? Kontrollera mot handlingen." if right else "Skriv det som handlingens."
            yield hit.finding("diarienummer", SEVERITY, message, hint)


def _is_wrong(hit: Hit, prefixes: set[str]) -> bool:
    letters = re.match(r"[^\W\d_]+", hit.excerpt)
    prefix = letters[0] if letters else ""
    is_ours = prefix.upper() in prefixes and (prefix.isupper() or "/" in hit.excerpt)
    return bool(_SLIPPED.fullmatch(hit.excerpt)) or is_ours


def _probable(number: str) -> str | None:
    """Return what was most likely meant, when the letters, the number and the year can be told."""
    if match := _SLIPPED.fullmatch(number) or re.fullmatch(
        r"([^\W\d_]{2,5})\W*(\d{1,5})(?:\W+|7)((?:19|20)\d\d)", number
    ):
        return f"{match[1].upper()}/{match[2]}/{match[3]}"
    return None
