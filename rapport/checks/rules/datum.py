"""Ett datum är skrivet så att det kan läsas på flera sätt.

Varför: I text skrivs datum den 13 maj 2025, i tabeller 2025-05-13. Då kan dag och månad inte förväxlas.
Källa: Myndigheternas skrivregler (datum).

Fel: Beslutet fattades 13/5 2025.
Rätt: Beslutet fattades den 13 maj 2025.

Tillåt med skäl: tillåt: {datum: Datumet är en del av en rubrik.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.words import listed, words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.numbers import MONTHS

SEVERITY: Severity = "info"
_DAYS, _YEAR_FROM, _YEAR_TO = 31, 2010, 2050
_SLASH = r"/(?<=\d/)(?P<m>1[0-2]|[1-9])(?:[ -](?P<y>(?:20)?[1-4]\d))?(?![\w/:-]|[.,]\d)"
_DAY_BEFORE = r"(?<![\w/:.,-])([1-9]|[12]\d|3[01])$"
_NUMBERS = (
    r"20\d\d-(?:\d-\d\d?|\d\d-\d)(?![\w-])|[1-4]\d-[01]\d-[0-3]\d(?![\w-])|[1-9]\d?\.[01]?\d\.20\d\d(?![\w-]|\.\d)"
)
_MAY_BE_DATE = r"-\d|\.20\d"
_BEFORE_DATE = frozenset(listed("den till från senast efter före sedan per både och fram"))


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every date written in figures, unless it is as in 2025-05-13."""
    for hit in hits(svar, _NUMBERS) if re.search(_MAY_BE_DATE, svar.text) else ():
        if hit.start == 0 or not re.match(r"[\w.:/-]", hit.svar.text[hit.start - 1]):
            yield from _remark(hit, _parts(hit.excerpt))
    for hit in hits(svar, _SLASH):
        before = re.search(_DAY_BEFORE, hit.svar.text[max(0, hit.start - 3) : hit.start])
        if before:
            whole = Hit(hit.svar, hit.start - len(before[0]), hit.end)
            if _is_date(whole, int(before[1])):
                yield from _remark(whole, _parts(whole.excerpt))


def _is_date(hit: Hit, day: int) -> bool:
    """Whether a day and a month with a slash between are no fraction, as in 2/3."""
    has_year = len(re.findall(r"\d+", hit.excerpt)) > 2  # noqa: PLR2004 - day and month
    before = "".join(words_before(hit))
    return has_year or before in _BEFORE_DATE or (day > len(MONTHS) and hit.excerpt != "24/7")


def _parts(excerpt: str) -> tuple[int, int, int | None]:
    """Return day, month and year."""
    first, second, *third = (int(number) for number in re.findall(r"\d+", excerpt))
    if re.match(r"\d{4}|\d\d-", excerpt):
        return third[0], second, first % 2000 + 2000
    return first, second, third[0] % 2000 + 2000 if third else None


def _remark(hit: Hit, parts: tuple[int, int, int | None]) -> Iterator[Remark]:
    day, month, year = parts
    if not (1 <= day <= _DAYS and 1 <= month <= len(MONTHS) and (year is None or _YEAR_FROM <= year <= _YEAR_TO)):
        return
    right = f"den {day} {MONTHS[month - 1]}{f' {year}' if year else ''}"
    yield hit.remark(f"Datumet ”{hit.excerpt}” kan misstolkas.", f"Skriv {right}.")
