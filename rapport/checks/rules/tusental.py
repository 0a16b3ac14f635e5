"""Ett stort tal är inte delat i grupper om tre siffror, eller är delat med punkt eller komma.

Varför: Grupper med mellanslag emellan går att läsa av med ett ögonkast. Punkt och komma betyder olika saker i
olika länder; på svenska är komma decimaltecken. Årtal, nummer och beteckningar skrivs ihop. Använd gärna hårt
mellanslag, så att talet inte delas vid radslut. Källa: Myndigheternas skrivregler (sifferuttryck).

Fel: Projektet fick 2500000 kr och nådde 12.500 elever.
Rätt: Projektet fick 2 500 000 kr och nådde 12 500 elever.

Tillåt med skäl: tillåt: {tusental: 45120 är projektets nummer.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.words import listed, words_after, words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_PATTERN = r"""(?x)[1-9](?<![\w.,:/+\-][1-9])              # a number that begins here
    (?:\d{0,2}(?:\.\d{3}){1,4}|\d{0,2}(?:,\d{3}){1,4}|\d{3,11})
    (?![\w/:+\-]|[.,]\d)"""
_POINT = (
    r"\.(?<=\d\.)\d{1,2}(?=[ \u00a0](?:miljon(?:er)?|miljard(?:er)?|procent|procentenheter|mnkr|mdkr|%|km|mil)(?!\w))"
)
# Groups that are not three digits each, before money: 3400 000 kr, 1 4250 000 kr.
_GROUPS = (
    r"\d(?<![\w.,:/+–-]\d)(?<!\d[ \u00a0]\d)(?:\d{3,6}(?:[ \u00a0]\d{3})+|\d{0,2}(?:[ \u00a0]\d{3})*[ \u00a0]"
    r"(?:\d{1,2}|\d{4,6})(?:[ \u00a0]\d{3})+|\d{1,3}[ \u00a0]\d{4})"
    r"(?=[ \u00a0](?:kr|kronor|tkr|sek|invånare|besökare|besök|personer|resor|deltagare|kvadratmeter|ton)(?!\w))"
)
_THINGS = ("invånare", "besök", "personer", "resor", "deltagare", "meter", "ton")
_COMMAS = r"\d(?<![\w.,:/+–-]\d)\d{0,5},\d{1,2},\d{1,2}(?![\w/:–-]|[.,]\d)"
_YEAR_BEFORE = r"(?:19|20)\d\d[ \u00a0](?!0)"  # a year, and then an amount, which begins with no nought
_BEFORE_POINT = r"(?<![\w.,:/+-])\d{1,3}$"
_MONEY = frozenset(listed("kr kronor tkr euro eur sek"))
_COUNTED = frozenset(
    listed(
        "kr kronor deltagare personer invånare elever företag kvinnor män barn besökare besök hushåll resor resenärer "
        "ungdomar unga jobb platser ansökningar projekt svar svarande studerande studenter anställda arbetstillfällen "
        "medlemmar bostäder arbetsplatser medarbetare kommuninvånare passagerare besökande anslutningar gästnätter"
    )
)
_DECIMAL = frozenset(listed("% procent procentenheter promille miljoner miljarder mnkr mdkr gånger"))
# A dot is wrong before these whether it is for thousands or for decimals.
_MEASURES = frozenset(listed("meter kilometer km mil kvadratmeter kvm m² hektar ton liter kwh mwh gwh twh grader"))
# What a number without groups is the name of, not an amount.
_NAMING = listed(
    "nr nummer dnr id nyps ärende diarie projekt org tel mobil box giro bankgiro plusgiro isbn issn kod sfs "
    "sni sou lan nuts konto objekt sidan rapport artikel beslut fax växel ref version rum iso en"
)
_LONG_ENOUGH, _TOO_LONG = 5, 7


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every number that should be grouped."""
    for hit in hits(svar, _PATTERN):
        number = hit.excerpt
        unit = "".join(words_after(hit))
        if not _is_amount(hit, number, unit):
            continue
        digits = re.sub(r"\D", "", number)
        right = f"{int(digits):,}".replace(",", "\u00a0")
        is_certain = number.count(".") > 1 or unit in _MONEY
        message = f"”{number}” är inte delat med mellanslag i grupper om tre siffror."
        hint = f"Skriv {right}."
        if number.count(".") == 1 and unit in _MEASURES:
            message = f"”{number}” har en punkt, som på svenska varken delar tusental eller decimaler."
            hint = f"Skriv {right}, eller {number.replace('.', ',')} om det är decimaler."
        yield hit.remark(message, hint, fix=right if is_certain else None)
    yield from _malformed(svar)
    for found in hits(svar, _POINT):
        if before := re.search(_BEFORE_POINT, found.svar.text[max(0, found.start - 5) : found.start]):
            hit = Hit(found.svar, found.start - len(before[0]), found.end)
            right = hit.excerpt.replace(".", ",")
            message = f"”{hit.excerpt}” har decimalpunkt."
            yield hit.remark(message, f"Skriv {right}.", fix=right)


def _malformed(svar: Svar) -> Iterator[Remark]:
    """Yield every number that has been cut in the wrong places, so that nobody can know which it is."""
    for hit in hits(svar, _GROUPS, signs=("kr", "SEK", "sek", *_THINGS)):
        if not (re.match(_YEAR_BEFORE, hit.excerpt) and hit.excerpt.count(" ") + hit.excerpt.count("\u00a0") == 1):
            message = f"”{hit.excerpt}” är inte delat i grupper om tre siffror."
            whole = f"{int(re.sub(r'[^0-9]', '', hit.excerpt)):,}".replace(",", "\u00a0")
            yield hit.remark(message, f"Kontrollera talet. Är det {whole} som menas?")
    for hit in hits(svar, _COMMAS):
        message = f"”{hit.excerpt}” har två decimalkomman."
        yield hit.remark(message, "Kontrollera talet, och skriv det med ett decimalkomma.")


def _is_amount(hit: Hit, number: str, unit: str) -> bool:
    if "," in number:  # three decimals look the same, so something that has no decimals must follow
        return number.count(",") > 1 or unit in _COUNTED
    if "." not in number and unit in _MONEY:
        return True
    is_counted = unit in _COUNTED or unit in _MONEY or unit in _MEASURES
    if number.count(".") == 1 and not is_counted and (unit in _DECIMAL or not number.endswith("00")):
        return False
    is_postal = hit.svar.text[hit.end + 1 : hit.end + 2].isupper()
    if is_postal or "".join(words_before(hit)).startswith(_NAMING):
        return False
    return "." in number or _LONG_ENOUGH <= len(number) <= _TOO_LONG
