"""Ett datum eller ett årtal finns inte.

Varför: Den 31 april och 2025-13-01 finns inte, och den 29 februari bara vart fjärde år. Läsaren kan inte veta vilken
dag som menas, och undrar över resten. Det rätta står i beslutet, kallelsen eller kalendern.

Fel: Planen antogs den 31 april 2025 och följdes upp den 29 februari 2025.
Rätt: Planen antogs den 30 april 2025 och följdes upp den 29 februari 2024.

Tillåt med skäl: tillåt: {omojligt-datum: Datumet citeras så som det står i avtalet.}
"""

import re
from collections.abc import Iterator
from itertools import islice

from rapport.checks.by_line import by_line
from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.time.dates import MONTH, Date, dates, years_of
from rapport.checks.words import listed, words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.numbers import MONTHS

SEVERITY: Severity = "warning"
_MOST = 100
_LEAP_YEAR = 2024
_LAST_DAY, _LIKELY_DAY, _IN_FEBRUARY = 31, 39, 29
_FIGURES = re.compile(r"(?<![\w/.,:-])(?:19|20)\d\d-(?P<m>\d\d)-\d\d(?![\w/-]|[.,:]\d)")
_STROKE = re.compile(r"/(?P<m>\d{1,2})(?P<y>[ -]20\d\d)?(?![\w/-]|[.,:]\d)")
_DAY_BEFORE = re.compile(r"(?<![\w/.,:-])\d{1,2}$")
_NAMING = frozenset(
    listed("nr nummer dnr diarienr diarienummer tel telefon version kapitel kap sida sidan s nyhetsbrev")
)
_BEFORE_DATE = frozenset(listed("den till från senast efter före sedan per"))
_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
# A year that cannot be, behind a word for a time.
_FAR = re.compile(r"(?<=[ \u00a0])(?:20\d{3}|1[0-4]\d\d|2[1-9]\d\d)(?![\d:–-]|[.,]\d|[ \u00a0]\d{3})")
_TIME_BEFORE = re.compile(rf"\b(?:{MONTH}|våren|sommaren|hösten|vintern|årsskiftet|[Åå]r)[ \u00a0]$")
_FIGURES_OF_A_YEAR, _LONGEST_WORD = 4, 14
_ROUND = 50  # 2100 and 2150 are years that forecasts speak of


@by_line
def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every date and year that there is none of."""
    if not re.search(r"\d", svar.text):
        return
    for one in dates(svar):
        if one.day is not None:
            yield from _of_day(svar, one, one.day, redovisning.ar)
    if "-" in svar.text:
        yield from _in_figures(svar)
    if "/" in svar.text:
        yield from _with_stroke(svar)
    for hit in hits(svar, _FAR):
        before = _TIME_BEFORE.search(svar.text[max(0, hit.start - _LONGEST_WORD) : hit.start])
        if before and _is_no_year(hit.excerpt, redovisning.ar):
            whole = Hit(svar, hit.start - len(before[0]), hit.end)
            yield whole.remark(f"Årtalet {hit.excerpt} kan inte vara rätt.", "Skriv det årtal som menas.")


def _is_no_year(year: str, ar: int | None) -> bool:
    """Whether a year cannot be: five figures, far ahead, or the Middle Ages where one of ours was meant."""
    if year.startswith("1"):
        return any(str((ar or _LEAP_YEAR) + near)[1:] == year[1:] for near in range(-_LAST_DAY, _LAST_DAY))
    return len(year) > _FIGURES_OF_A_YEAR or bool(int(year) % _ROUND)


def _of_day(svar: Svar, one: Date, day: int, ar: int | None) -> Iterator[Remark]:
    hit = Hit(svar, one.start, one.end)
    if one.is_in(_LEAP_YEAR):  # then only the leap day can be wrong
        years = years_of(svar, one, ar)
        if years and not any(map(one.is_in, years)):
            told = f"{years[0]} är inget skottår" if len(years) == 1 else "inget av åren är skottår"
            yield hit.remark(f"”{hit.excerpt}” finns inte: {told}.", "Skriv den 28 februari, eller det år som menas.")
    elif _is_day(hit, day, has_year=one.year is not None):
        month = MONTHS[one.month - 1]
        last = _IN_FEBRUARY if one.month == MONTHS.index("februari") + 1 else _LAST_DAY - 1
        why = f"{month} har högst {last} dagar" if 0 < day <= _LAST_DAY else "ingen månad har den dagen"
        yield hit.remark(f"Den {one.name} finns inte: {why}.", "Kontrollera datumet mot handlingen.")


def _is_day(hit: Hit, day: int, *, has_year: bool) -> bool:
    """Whether a number that is no day of its month was meant as one, and is not a number of something."""
    before = "".join(words_before(hit)).rstrip(".:")
    is_told = before == "den" or before.startswith(_WEEKDAYS)
    is_likely = day <= _LAST_DAY or (has_year and day <= _LIKELY_DAY)
    return is_told or (is_likely and before not in _NAMING)


def _in_figures(svar: Svar) -> Iterator[Remark]:
    """Yield the dates in figures whose month there is none of."""
    for match in islice(_FIGURES.finditer(svar.text), _MOST):
        hit = Hit(svar, *match.span())
        before = "".join(words_before(hit)).rstrip(".:")
        if not 1 <= int(match["m"]) <= len(MONTHS) and before not in _NAMING and not _is_code(hit):
            message = f"”{hit.excerpt}” är inget datum: månaden {match['m']} finns inte."
            yield hit.remark(message, "Skriv år, månad och dag: 2025-03-14.")


def _is_code(hit: Hit) -> bool:
    """Whether capitals stand before it, as in RUN 2025-13-01."""
    return bool(re.search(r"[A-ZÅÄÖ]{2,}[:]? $", hit.svar.text[max(0, hit.start - 8) : hit.start]))


def _with_stroke(svar: Svar) -> Iterator[Remark]:
    for match in islice(_STROKE.finditer(svar.text), _MOST):
        before = _DAY_BEFORE.search(svar.text[max(0, match.start() - 3) : match.start()])
        if before:
            hit = Hit(svar, match.start() - len(before[0]), match.end())
            day, month = int(before[0]), int(match["m"])
            is_date = match["y"] or "".join(words_before(hit)) in _BEFORE_DATE
            is_day = 1 <= month <= len(MONTHS) and Date(day, month, None, 0, 0).is_in(_LEAP_YEAR)
            if is_date and not is_day:
                yield hit.remark(f"”{hit.excerpt}” är inget datum som finns.", "Skriv dag och månad: den 14 mars.")
