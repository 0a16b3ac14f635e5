"""Det som sägs ha hänt sist hände först, eller en ålder stämmer inte med årtalet.

Varför: En ansökan kan inte beviljas innan den har kommit in, och den som bildades 2010 fyller inte 20 år 2025. Ett av
datumen, eller talet, är fel. Regeln gäller två dagar eller årtal i en mening där det ena måste komma före det andra:
in och beviljad, början och slut, remiss och beslut. Den gäller också åldrar med årtal intill: jubileer, ”för tio år
sedan”, ”för fjärde året i rad sedan starten 2022”.

Fel: Ansökan kom in den 9 juni 2025 och beviljades den 26 maj 2025.
Rätt: Ansökan kom in den 9 juni 2025 och beviljades den 26 augusti 2025.

Tillåt med skäl: tillåt: {tidsordning: Projektet startade om under hösten.}
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from rapport.checks.by_line import by_line
from rapport.checks.reckoning.ages import ages
from rapport.checks.reckoning.done_before import turned
from rapport.checks.rule import Hit, Remark
from rapport.checks.time.dates import Date, dates
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
# What must come first, and what after it.
_ORDERS = (
    (r"(?:kom in|inkom|lämnades(?: in)?|skickades in|söktes)", r"(?:beviljades|avslogs|godkändes|bifölls|beslutades)"),
    (
        r"(?:startades?|inleddes?|påbörjades?|började|bildades|grundades|öppnades?|invigdes)",
        r"(?:avslutades?|slutfördes?|slutredovisades|upphörde|stängdes?|lades ned|avvecklades|pågick till)",
    ),
    (
        r"(?:skickades (?:ut )?på remiss|remitterades|remissbehandlades)",
        r"(?:antogs|beslutades|fastställdes|godkändes)",
    ),
    (
        r"(?:startades?|inleddes?|påbörjades?|började)",
        r"(?:(?:deltagarna|eleverna|de studerande) )?(?:fick (?:sina |sitt )?(?:intyg|examen|diplom|betyg)|tog examen)",
    ),
    (r"(?:utlystes|utlysningen öppnade)", r"(?:beviljades|delades ut|fördelades)"),
)
_PAIRS = tuple((re.compile(rf"\b{first} (?:[^\W\d]\w*,? ){{0,4}}$"), second) for first, second in _ORDERS)
_BETWEEN = tuple(
    re.compile(rf",? (?:och|men) (?:det |den |de )?{after} (?:[^\W\d]\w*,? ){{0,4}}$") for _, after in _ORDERS
)
_YEAR = re.compile(r"(?<![\w.,:/–-])(?:19|20)\d\d(?![\w/–-]|[.,:]\d)")
_TWO_MONTHS = 60  # days; without their years two dates farther apart may be of two


@by_line
def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield what cannot have come in the order that is told, and ages that years contradict."""
    if not re.search(r"\d{4}|\d [a-z]", svar.text):
        return
    if "ade" in svar.text or "nkom" in svar.text or "upphörde" in svar.text:
        yield from _in_order(svar)
    for one in turned(svar.text):
        hit = Hit(svar, one.start, one.end)
        message = f"{one.after} ligger före {one.first}, men sägs komma efter."
        yield hit.remark(message, "Kontrollera båda mot handlingarna, och rätta det som är fel.")
    for start, end, message in ages(svar, redovisning.ar) if redovisning.ar else ():
        yield Hit(svar, start, end).remark(message, "Rätta talet eller årtalet.")


def _in_order(svar: Svar) -> Iterator[Remark]:
    for one, other in pairwise(dates(svar)):
        is_same = svar.text.startswith((" samma år", " det året"), other.end)
        after = other._replace(year=one.year) if is_same and not other.year else other
        if _must_follow(svar.text, one.start, one.end, other.start) and _is_before(after, one):
            yield _remark(Hit(svar, one.start, other.end))
    for first, second in pairwise(_YEAR.finditer(svar.text)):
        is_told = _must_follow(svar.text, first.start(), first.end(), second.start())
        if is_told and int(second[0]) < int(first[0]):
            yield _remark(Hit(svar, first.start(), second.end()))


def _must_follow(text: str, start: int, end: int, other: int) -> bool:
    """Whether what is told at a second time has to come after what is told at the first."""
    if not 0 < other - end < _TWO_MONTHS:
        return False
    lead, between = text[max(0, start - 70) : start], text[end:other]
    lead = lead[max(lead.rfind(sign) + 1 for sign in ".;:\n") :]
    return any(
        first.search(lead) and joint.fullmatch(between) for (first, _), joint in zip(_PAIRS, _BETWEEN, strict=True)
    )


def _is_before(one: Date, other: Date) -> bool:
    """Whether a date is surely before another; where years are left out, it must be so by little."""
    if one.year and other.year:
        same = one.day is not None and other.day is not None
        return one.order[: 3 if same else 2] < other.order[: 3 if same else 2]
    if other.year and not one.year:
        return False
    back = (other.month - one.month) * 30 + ((other.day or 15) - (one.day or 15))
    return 0 < back <= _TWO_MONTHS and bool(one.day) == bool(other.day)


def _remark(hit: Hit) -> Remark:
    message = f"”{hit.excerpt}”: det som måste komma sist har det tidigare datumet."
    return hit.remark(message, "Kontrollera båda mot handlingarna, och rätta det som är fel.")
