"""En helgdag eller en temadag har fel datum.

Varför: Nationaldagen är den 6 juni, och midsommarafton är alltid en fredag mellan den 19 och den 25 juni. Står det ett
annat datum bredvid vet läsaren inte vilken dag som menas. Regeln räknar ut dagen för det år som datumet har, eller för
det år som redovisas.

Fel: Invigningen hölls på nationaldagen den 5 juni och följdes upp på midsommarafton den 27 juni 2025.
Rätt: Invigningen hölls på nationaldagen den 6 juni och följdes upp på midsommarafton den 20 juni 2025.

Tillåt med skäl: tillåt: {helgdag: Dagen firades i förväg.}
"""

import re
from collections.abc import Iterator
from itertools import islice

from rapport.checks.rule import Hit, Remark
from rapport.checks.time.dates import Date, dates, years_of
from rapport.domain.helgdagar import FIXED, NAMES, day_of
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.numbers import MONTHS

SEVERITY: Severity = "warning"
_MOST = 100
_SINCE = 1955  # midsummer and All Saints were on other days before
_NAME = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(NAMES, key=len, reverse=True))})(?![\w-])", re.IGNORECASE)
_SIGNS = ("dag", "afton", "ucia", "advent", "himmelsf")
_JOINT = re.compile(r",? \(?(?:(?:mån|tis|ons|tors|fre|lör|sön)dagen )?(?:den )?")
# What makes the date another day's: before, after or about the day.
_ABOUT = re.compile(
    r"\b(?:inför|före|efter|innan|kring|runt|till|från|mellan|dagen|veckan|helgen|dagarna|senast|förfirade\w*|Norges"
    r"|norska|Finlands|finska|Danmarks|danska|Estlands)(?: på| den)? $",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r" ?[–-]| till\b| och (?:den )?\d")
# Other countries have national days, too.
_ONLY_THAT_MONTH = frozenset(("nationaldagen",))


def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every named day that has another day's date."""
    if not (any(sign in svar.text for sign in _SIGNS) and re.search(r"\d", svar.text)):
        return
    for match in islice(_NAME.finditer(svar.text), _MOST):
        one = next((d for d in dates(svar) if d.start >= match.end()), None)
        if one and one.day and _JOINT.fullmatch(svar.text, match.end(), one.start):
            is_about = _ABOUT.search(svar.text[max(0, match.start() - 16) : match.start()])
            if not is_about and not _GOES_ON.match(svar.text, one.end):
                yield from _compare(svar, match, one, years_of(svar, one, redovisning.ar))


def _compare(svar: Svar, match: re.Match[str], one: Date, years: tuple[int, ...]) -> Iterator[Remark]:
    name = match[0].lower()
    right = [day_of(name, year) for year in years if year >= _SINCE]
    if not right or any((day.day, day.month) == (one.day, one.month) for day in right):
        return
    if name in _ONLY_THAT_MONTH and one.month != right[0].month:
        return
    hit = Hit(svar, match.start(), one.end)
    is_same = len(right) == 1 or name in FIXED
    when = f"den {right[0].day} {MONTHS[right[0].month - 1]}"
    year = "" if name in FIXED or not is_same else f" {right[0].year}"
    message = f"”{hit.excerpt}” stämmer inte" + (f": {match[0]} är {when}{year}." if is_same else ".")
    yield hit.remark(message, f"Skriv {when}, eller det datum som menas." if is_same else "Kontrollera dagen.")
