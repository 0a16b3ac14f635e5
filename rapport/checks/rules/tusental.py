"""Ett stort tal är inte delat i grupper om tre siffror, eller är delat med punkt eller komma.

Varför: Grupper med mellanslag emellan går att läsa av med ett ögonkast. Punkt och komma betyder olika saker i
olika länder; på svenska är komma decimaltecken. Årtal, nummer och beteckningar skrivs ihop. Använd gärna hårt
mellanslag, så att talet inte delas vid radslut. Källa: Myndigheternas skrivregler (sifferuttryck).

Fel: Projektet fick 1500000 kr och nådde 12.500 elever.
Rätt: Projektet fick 1 500 000 kr och nådde 12 500 elever.

Tillåt med skäl: tillåt: {tusental: 45120 är projektets nummer.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, hits
from rapport.checks.words import words_before
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_PATTERN = re.compile(
    r"""[1-9](?<![\w.,:/+\-][1-9])              # a number that begins here
    (?:\d{0,2}(?:\.\d{3}){1,4}|\d{0,2}(?:,\d{3}){1,4}|\d{3,11})
    (?![\w/:+\-]|[.,]\d)""",
    re.VERBOSE,
)
_MONEY = re.compile(r"[ \u00a0](?:kr|kronor|tkr|euro|EUR|SEK)\b")
_COUNTED = re.compile(r"[ \u00a0](?:kr|kronor|deltagare|personer|invånare|elever|företag|kvinnor|män|barn|besökare)\b")
_POSTAL = re.compile(r"[ \u00a0]+[A-ZÅÄÖ]")
# What a number without groups is the name of, not an amount.
_NAMING = re.compile(
    r"(?:nr|nummer\w*|dnr|id|nyps|ärende\w*|diarie\w*|projekt|org|tel\w*|mobil|box|giro|bankgiro|plusgiro|isbn|issn|kod|sfs|sou"
    r"|sidan|rapport|artikel|beslut|fax|växel|ref|version|rum|iso|en)[.:]?$"
)
_LONG_ENOUGH, _TOO_LONG = 5, 7


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every number that should be grouped."""
    for hit in hits(underlag, _PATTERN):
        number = hit.excerpt
        after = hit.svar.text[hit.end : hit.end + 12]
        if not _is_amount(hit, number, after):
            continue
        digits = re.sub(r"\D", "", number)
        right = f"{int(digits):,}".replace(",", "\u00a0")
        is_certain = number.count(".") > 1 or bool(_MONEY.match(after))
        message = f"”{number}” är inte delat med mellanslag i grupper om tre siffror."
        hint = f"Skriv {right}."
        yield hit.finding("tusental", SEVERITY, message, hint, fix=right if is_certain else None)


def _is_amount(hit: Hit, number: str, after: str) -> bool:
    if "," in number:  # three decimals look the same, so something that has no decimals must follow
        return number.count(",") > 1 or bool(_COUNTED.match(after))
    if "." not in number and _MONEY.match(after):
        return True
    if _NAMING.match("".join(words_before(hit))) or _POSTAL.match(after):
        return False
    return "." in number or _LONG_ENOUGH <= len(number) <= _TOO_LONG
