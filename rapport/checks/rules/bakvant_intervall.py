"""Ett intervall slutar innan det börjar.

Varför: ”2027–2024”, ”den 14–12 mars” och ”kl. 15.00–13.00” kan inte läsas: antingen står talen i fel ordning eller så
är ett av dem fel. Regeln jämför början och slut, i år, dagar, klockslag och åldrar. ”november–mars” går över ett
årsskifte och är i sin ordning.

Fel: Programmet gäller 2027–2024 och kursen den 14–12 mars.
Rätt: Programmet gäller 2024–2027 och kursen den 12–14 mars.

Tillåt med skäl: tillåt: {bakvant-intervall: Åren räknas bakåt i tabellen.}
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from rapport.checks.dates import MONTH, Date, dates
from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.words import words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"(?<![\w/.,:–-])({_YEAR}) ?[–-] ?({_YEAR})(?![\w/]|[.,:–-]\d)")
_NUMBERED = re.compile(r"(?:nr|nummer|dnr|diarienr|tel|telefon|telefonnummer|[A-ZÅÄÖ]{2,}|ISO)[.:]? ?$")
_FROM_YEAR = re.compile(
    rf"\b(?:[Ff]rån|[Åå]ren|[Pp]erioden|[Tt]iden) (?:och med )?(?:år )?({_YEAR}) (?:och )?(?:fram )?till "
    rf"(?:och med )?(?:år )?({_YEAR})\b(?![.,]\d)"
)
_BETWEEN = re.compile(rf"\b[Mm]ellan (?:åren )?({_YEAR}) och ({_YEAR})\b(?![.,]\d)")
_DAYS = re.compile(rf"(?<![\d.,:/–-])(\d\d?)(?: ?[–-] ?| till )(\d\d?)[ \u00a0](?:{MONTH})\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b[Kk](?:l\.?|lockan)[ \u00a0]?(?P<a>\d\d?)(?:[.:](?P<b>\d\d))?(?: ?[–-] ?| till (?:kl\.? ?)?| och kl\.? )"
    r"(?P<c>\d\d?)(?:[.:](?P<d>\d\d))?(?![\d:%]|[.,]\d)"
)
_AGES = re.compile(
    r"\b(?:[Åå]ldern|[Åå]ldrarna|[Bb]arn|[Uu]ngdomar|[Uu]nga)(?: på)? (?P<ord>\d\d?[–-]\d\d?)(?: år)?\b(?![.,:]\d)"
)
_JOINED = re.compile(r"\s*(?:[–-]|till(?: och med)?|t\.?o\.?m\.?|och till(?: och med)?)\s*(?:den )?")
_AND = re.compile(r" och (?:den )?")
# Words for what lasts from one year to another, and for a change over years: then the numbers are years, in order.
_LASTS = re.compile(
    r"\b(?:program|projekt|period|plan|avtal|insats|satsning|etapp|strategi|uppdrag|stöd|finansier|pågå|pågick|löp|gäll|genomför|driv|drev|sträck)",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:ök|minsk|steg|stig|sjönk|sjunk|väx|förändr|genomför|pågå|pågick|löp|gäll|beviljad|investera|byggd)"
    r"|\b(?:perioden|tiden|åren)",
    re.IGNORECASE,
)
# What is moved goes from a later time to an earlier one, and what is compared has no order.
_MOVED = re.compile(
    r"flytt|tidigare|ändr|kort|senarelag|omfördel|överför|återför|skjut|sköt|justera|skillnad|jämför|relation"
    r"|förhållande|gick ned|sänk|backa",
    re.IGNORECASE,
)
_FALLS = re.compile(r"\bminsk|\bsjönk|\bsjunk|\bfärre|\bantal|\bnedgång|\bgick ner", re.IGNORECASE)
_NIGHT = re.compile(r"natt|nätter|dygn|jour|helg", re.IGNORECASE)
_MORNING, _EVENING = 7, 19
_AGE, _NEAR = 30, 300


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every interval that ends before it begins."""
    if not re.search(r"\d|samma år", svar.text):
        return
    yield from _years(svar)
    yield from _dates(svar)
    for match in _matches(svar, _DAYS):
        if int(match[1]) > int(match[2]) and int(match[1]) <= 31:  # noqa: PLR2004 - days of a month
            yield _remark(Hit(svar, *match.span()))
    for match in _matches(svar, _CLOCK) if "kl" in svar.text.lower() else ():
        if _is_backwards(match) and not _NIGHT.search(_around(svar, match.start())):
            yield _remark(Hit(svar, *match.span()))
    for hit in hits(svar, _AGES):
        first, second = (int(number) for number in re.findall(r"\d+", hit.excerpt))
        if second < first <= _AGE:
            yield _remark(hit)


def _matches(svar: Svar, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    return islice(pattern.finditer(svar.text), 100)


def _remark(hit: Hit) -> Remark:
    hint = "Byt plats på början och slut, eller rätta det av dem som är fel."
    return hit.remark(f"”{hit.excerpt}” slutar innan det börjar.", hint)


def _around(svar: Svar, start: int) -> str:
    """Return the sentence that a place is in, as far as it is near."""
    sentence = next((s for s in svar.meningar if s.start <= start < s.end), None)
    return svar.text[max(sentence.start, start - _NEAR) : min(sentence.end, start + _NEAR)] if sentence else ""


def _years(svar: Svar) -> Iterator[Remark]:
    for match in _matches(svar, _YEARS):
        hit = Hit(svar, *match.span())
        before = svar.text[max(0, hit.start - 20) : hit.start]
        if int(match[1]) > int(match[2]) and not _NUMBERED.search(before):
            yield _remark(hit)
    for match in (*_matches(svar, _FROM_YEAR), *_matches(svar, _BETWEEN)):
        sentence = _around(svar, match.start())
        is_between = match[0][0] in "mM"
        is_time = _CHANGES.search(sentence) if is_between else _LASTS.search(sentence) and not _FALLS.search(sentence)
        if int(match[1]) > int(match[2]) and is_time and not _MOVED.search(sentence):
            yield _remark(Hit(svar, *match.span()))


def _dates(svar: Svar) -> Iterator[Remark]:
    """Yield the intervals from one date to another that go backwards."""
    for first, second in pairwise(dates(svar)):
        joint = svar.text[first.end : second.start]
        if not (
            _JOINED.fullmatch(joint)
            or (_AND.fullmatch(joint) and "mellan" in words_before(Hit(svar, first.start, first.end), 2))
        ):
            continue
        hit = Hit(svar, first.start, second.end)
        if _ends_first(first, second, svar.text[second.end : second.end + 12]) and not _MOVED.search(
            _around(svar, first.start)
        ):
            yield _remark(hit)


def _ends_first(first: Date, second: Date, after: str) -> bool:
    """Whether a date is after the one that should end what it begins; without years they may be of two."""
    if first.year and second.year:
        return (
            first.order[: 3 if first.day and second.day else 2] > second.order[: 3 if first.day and second.day else 2]
        )
    if first.year:
        return False
    if after.startswith(" samma år"):
        return first.order[1:] > second.order[1:]
    return first.month == second.month and bool(first.day and second.day and first.day > second.day)


def _is_backwards(match: re.Match[str]) -> bool:
    """Whether the hours of a day go backwards; from the evening to the morning they do not."""
    start, end = (int(match[hour]) * 60 + int(match[minute] or 0) for hour, minute in (("a", "b"), ("c", "d")))
    return _MORNING * 60 <= end < start <= _EVENING * 60
