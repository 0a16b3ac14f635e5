"""Ett bindestreck står där det ska vara tankstreck.

Varför: Tankstreck (–) utan mellanslag betyder ”till”: 2023–2030, fråga 1.1–1.4, 6–7 mnkr. Med mellanslag på båda
sidor skjuter det in något i meningen. Bindestreck binder ihop ord. Datum som 2025-05-13, diarienummer och
telefonnummer har bindestreck. Källa: Myndigheternas skrivregler (tankstreck).

Fel: Programmet 2023-2030 - det första i sitt slag - gäller barn 7-12 år.
Rätt: Programmet 2023–2030 – det första i sitt slag – gäller barn 7–12 år.

Tillåt med skäl: tillåt: {intervall: 3-5 är projektets namn.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.words import listed, words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.numbers import MONTHS

SEVERITY: Severity = "warning"
# The sign comes first, because it is rare; what stands before it is looked at afterwards.
_NUMBER = r"(?:\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,6}(?:[.:,]\d{1,3})?[a-h]?)"
_NUMBERS = rf"[-–] ?{_NUMBER}(?![\w/]|[-–]\d|[.:,]\d)"
_BEFORE = rf"(?<![\w/:.,+§–-])(?<!\d[ \u00a0]){_NUMBER} ?$"
_NAMES = (*MONTHS, *listed("måndag tisdag onsdag torsdag fredag lördag söndag"))
_TO_NAME = rf"-(?<=[a-z]-)(?:\d\d? )?(?:{'|'.join(_NAMES)})\b"
_DASH = r"-(?:(?<=[\w.,;:!?)”’%] -)(?= [^\s\d-])|-(?<=[^\s-]--)(?=[^\s-])|-(?<= --)(?= ))|—"
# Between two places, behind a word for what goes from the one to the other.
_ROUTE = r"-(?<=[a-zåäö]-)[A-ZÅÄÖ][a-zåäö]+(?![\w-])"
_ROUTES = (
    *("linjen", "sträckan", "stråket", "etappen", "förbindelsen", "relationen", "trafiken", "restiden", "pendlingen"),
    *("banan", "vägen", "resan", "delen"),
)
_NAMING = ("nr", "dnr", "nummer", "diarie", "tel", "mobil", "växel", "bankgiro", "plusgiro", "bg", "pg", "isbn")
_CODE = r"[A-ZÅÄÖ]{2,}[ :]?$"  # as in REV 36-40 and ISO 14001-2
_YEAR = r"(?:19|20)\d\d"
_LAST_MONTH = 12


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every hyphen that should be a dash."""
    for found in hits(svar, _NUMBERS):
        if hit := _interval(found):
            yield _remark(hit, re.sub(r" ?[-–] ?", "–", hit.excerpt), "Tankstreck utan mellanslag betyder ”till”")
    for found in hits(svar, _TO_NAME):
        first = next((name for name in _NAMES if found.svar.text.endswith(name, 0, found.start)), "")
        if first:
            hit = Hit(found.svar, found.start - len(first), found.end)
            yield _remark(hit, hit.excerpt.replace("-", "–"), "Tankstreck utan mellanslag betyder ”till”")
    for found in hits(svar, _ROUTE):
        first = found.svar.text[max(0, found.start - 40) : found.start].split()[-1]
        hit = Hit(found.svar, found.start - len(first), found.end)
        if first.istitle() and first.isalpha() and "".join(words_before(hit)).endswith(_ROUTES):
            yield _remark(hit, hit.excerpt.replace("-", "–"), "Tankstreck utan mellanslag betyder ”till”")
    for hit in hits(svar, _DASH):
        yield _dash(hit)


def _dash(hit: Hit) -> Remark:
    text = hit.svar.text
    is_suspended = text.startswith((" och ", " eller ", " samt "), hit.end)
    is_spaced = text[hit.start - 1 : hit.start] == " " == text[hit.end : hit.end + 1]
    fix = "–" if is_spaced and not is_suspended else None
    message = "Tankstrecket är skrivet som bindestreck." if "-" in hit.excerpt else "Tankstrecket är för långt."
    return hit.remark(message, "Skriv – med mellanslag på båda sidor.", fix=fix)


def _remark(hit: Hit, right: str, why: str) -> Remark:
    message = f"”{hit.excerpt}” är inte skrivet med tankstreck utan mellanslag."
    return hit.remark(message, f"{why}: skriv {right}.", fix=right)


def _interval(found: Hit) -> Hit | None:
    """Return the whole interval whose sign and second number were found; None when it is something else."""
    text = found.svar.text
    before = re.search(_BEFORE, text[max(0, found.start - 16) : found.start])
    if not before:
        return None
    hit = Hit(found.svar, found.start - len(before[0]), found.end)
    first, second = before[0].rstrip(), found.excerpt.lstrip(" -–")
    sign = hit.excerpt[len(first) : len(hit.excerpt) - len(second)]
    both_years = bool(re.fullmatch(_YEAR, first) and re.fullmatch(_YEAR, second))
    if sign not in {"-", " - "} and not (both_years and " " in sign):
        return None
    is_name = "".join(words_before(hit)).startswith(_NAMING) or re.search(
        _CODE, text[max(0, hit.start - 8) : hit.start]
    )
    return hit if _rises(first, second) and not is_name else None


def _rises(first: str, second: str) -> bool:
    """Whether two numbers can be the ends of an interval."""
    if _is_name(first) or _is_name(second) or first[-1:].isalpha() != second[-1:].isalpha():
        return False
    if re.fullmatch(_YEAR, second) and first.isdigit() and len(first) < len(second):
        return False  # a register's number and its year
    if re.fullmatch(_YEAR, first) and not re.fullmatch(_YEAR, second):
        return len(second) == 2 and int(second) > max(_LAST_MONTH, int(first[2:]))  # noqa: PLR2004 - as in 2023–24
    return _key(first) < _key(second)


def _is_name(number: str) -> bool:
    """Whether a number begins with a naught that no amount or time has."""
    return number[0] == "0" and number[1:].isalnum()


def _key(number: str) -> tuple[int, ...]:
    return tuple(
        ord(part) if part.isalpha() else int(part) for part in re.findall(r"\d+|[a-h]", re.sub(r"\s", "", number))
    )
