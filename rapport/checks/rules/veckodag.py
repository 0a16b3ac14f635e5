"""En veckodag stämmer inte med sitt datum.

Varför: Den 4 mars 2025 var en tisdag. Står det ”måndagen den 4 mars 2025” är endera fel, och läsaren vet inte vilken.
Regeln räknar ut veckodagen. Saknas årtalet gäller det år som stycket talar om eller som de andra dagarna i samma
mening hör till, annars det år som redovisas.

Fel: Konferensen hölls måndagen den 4 mars 2025.
Rätt: Konferensen hölls tisdagen den 4 mars 2025.

Tillåt med skäl: tillåt: {veckodag: Datumet citeras så som det står i inbjudan.}
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from rapport.checks.rule import Hit, Remark
from rapport.checks.time.dates import Date, dates, years_of
from rapport.checks.time.past import sentence_of
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.numbers import MONTHS, row_of

SEVERITY: Severity = "warning"
_DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_DAY = rf"(?P<dag>{'|'.join(_DAYS)})"
_BEFORE = re.compile(
    rf"(?<![\w–-])(?P<hel>{_DAY}"
    r"(?:(?:s| )?(?:morgon|förmiddag|eftermiddag|kväll)(?:en)?|en)?,?[ \u00a0](?:den[ \u00a0])?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf" ?\({_DAY}(?:en)?\)|, en {_DAY.replace('dag', 'dag2', 1)}\b")
_LONGEST, _WEEK, _FEWEST = 36, 7, 2


def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every weekday that its date does not have."""
    if not ("dag" in svar.text and re.search(r"\d", svar.text)):
        return
    told = [(one, found) for one in dates(svar) if one.day and (found := _with_weekday(svar.text, one))]
    by_sentence: dict[int, list[tuple[Date, int]]] = defaultdict(list)
    for one, (day, span) in told:
        by_sentence[sentence_of(Hit(svar, *span)).start].append((one, day))
    for one, (day, span) in told:
        hit = Hit(svar, *span)
        years = years_of(svar, one, redovisning.ar)
        if len(years) > 1:
            others = [other for other in by_sentence[sentence_of(hit).start] if other[0] is not one]
            years = _year_of_all(others, years) or years
        yield from _compare(hit, one, day, years)


def _year_of_all(others: list[tuple[Date, int]], years: tuple[int, ...]) -> tuple[int, ...]:
    """Return the only year that all the other days of a sentence can be in, if they are two at least."""
    fitting = tuple(year for year in years if all(other.weekday(year) == said for other, said in others))
    return fitting if len(others) >= _FEWEST and len(fitting) == 1 else ()


def _with_weekday(text: str, one: Date) -> tuple[int, tuple[int, int]] | None:
    """Return the weekday that is said of a date, and where both stand."""
    if before := _BEFORE.search(text[max(0, one.start - _LONGEST) : one.start]):
        return _DAYS.index(before["dag"].lower()), (one.start - len(before["hel"]), one.end)
    if after := _AFTER.match(text, one.end):
        return _DAYS.index(after["dag"] or after["dag2"]), (one.start, after.end())
    return None


def _compare(hit: Hit, one: Date, said: int, years: tuple[int, ...]) -> Iterator[Remark]:
    right = [one.weekday(year) for year in years]
    if not right or None in right or said in right:
        return
    day = f"den {one.day} {MONTHS[one.month - 1]}"
    if len(years) > 1:
        told = row_of([str(year) for year in years])
        yield hit.remark(
            f"{day.capitalize()} är ingen {_DAYS[said]}, varken {told.replace(' och ', ' eller ')}.",
            "Kontrollera dagen mot kalendern.",
        )
        return
    actual = right[0] or 0
    step = min((said - actual) % _WEEK, (said - actual) % _WEEK - _WEEK, key=abs)
    near = date(years[0], one.month, one.day or 1) + timedelta(days=step)
    hint = f"Skriv {_DAYS[actual]}en, eller den {near.day} {MONTHS[near.month - 1]} om det är datumet som är fel."
    yield hit.remark(f"{day.capitalize()} {years[0]} är en {_DAYS[actual]}, inte en {_DAYS[said]}.", hint)
