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

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.rule import Hit, Remark
from rapport.checks.time.backwards import backward_dates, backward_days
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"({_YEAR}) ?[–-] ?({_YEAR})(?![\w/]|[.,:–-]\d)")
_INSIDE = frozenset("/.,:–-")
_NUMBERED = re.compile(r"(?:nr|nummer|dnr|diarienr|tel|telefon|telefonnummer|[A-ZÅÄÖ]{2,}|ISO)[.:]? ?$")
# Two years and a word between; what stands before says which kind it is.
_TWO_YEARS = re.compile(
    rf"({_YEAR}) (?:(?P<till>(?:och )?(?:fram )?till (?:och med )?(?:år )?)|och )({_YEAR})\b(?![.,]\d)"
)
_FROM = re.compile(r"\b(?:från|åren|perioden|tiden) (?:och med )?(?:år )?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bmellan (?:åren )?$", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b[Kk](?:l\.?|lockan)[ \u00a0](?P<a>\d\d?)(?:[.:](?P<b>\d\d))?(?: ?[–-] ?| till (?:kl\.? ?)?| och kl\.? )"
    r"(?P<c>\d\d?)(?:[.:](?P<d>\d\d))?(?![\d:%]|[.,]\d)"
)
_HOURS = ("l. ", "l.\u00a0", "kl ", "Kl ", "lockan ")
_AGES = re.compile(r"(?<![\w.,:–-])(\d\d?)[–-](\d\d?)(?: år)?\b(?![.,:]\d)")
_OF_AGE = re.compile(r"\b(?:åldern|åldrarna|barn|ungdomar|unga)(?: på)? $", re.IGNORECASE)
# "kostar mellan 410 och 290 kronor", "har haft mellan tolv och åtta deltagare"
_BETWEEN_TWO = re.compile(
    r"\b(?:kosta[rt]?|varierar?|varierade|ligger|låg|har haft|hade|är på|var på) (?:på )?mellan $"
)
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
_NIGHT = re.compile(r"natt|nätter|dygn|jour|helg(?!fri)", re.IGNORECASE)
_MORNING, _EVENING = 7, 19
_AGE, _NEAR, _SHORT = 30, 300, 30


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every interval that ends before it begins."""
    if not re.search(r"\d|samma år|mellan", svar.text):
        return
    yield from _years(svar)
    for hit in backward_days(svar):
        yield _remark(hit)
    for hit in backward_dates(svar):
        if not _MOVED.search(_around(svar, hit.start)):
            yield _remark(hit)
    yield from _amounts(svar)
    yield from _hours(svar)
    for match in _matches(svar, _AGES):
        if int(match[2]) < int(match[1]) <= _AGE and _OF_AGE.search(_before(svar, match.start())):
            yield _remark(Hit(svar, match.start(), match.end(2)))


def _matches(svar: Svar, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    return islice(pattern.finditer(svar.text), 100)


def _before(svar: Svar, start: int) -> str:
    """Return what stands just before a place."""
    return svar.text[max(0, start - _SHORT) : start]


def _remark(hit: Hit) -> Remark:
    hint = "Byt plats på början och slut, eller rätta det av dem som är fel."
    return hit.remark(f"”{hit.excerpt}” slutar innan det börjar.", hint)


def _around(svar: Svar, start: int) -> str:
    """Return the sentence that a place is in, as far as it is near."""
    sentence = next((s for s in svar.meningar if s.start <= start < s.end), None)
    return svar.text[max(sentence.start, start - _NEAR) : min(sentence.end, start + _NEAR)] if sentence else ""


def _years(svar: Svar) -> Iterator[Remark]:
    for match in _matches(svar, _YEARS):
        before = _before(svar, match.start())
        is_apart = not (before[-1:].isalnum() or before[-1:] in _INSIDE)
        if int(match[1]) > int(match[2]) and is_apart and not _NUMBERED.search(before):
            yield _remark(Hit(svar, *match.span()))
    for match in _matches(svar, _TWO_YEARS):
        kind = (_FROM if match["till"] else _BETWEEN).search(_before(svar, match.start()))
        if kind and int(match[1]) > int(match[3]):
            sentence = _around(svar, match.start())
            lasts = _LASTS.search(sentence) and not _FALLS.search(sentence)
            if (lasts if match["till"] else _CHANGES.search(sentence)) and not _MOVED.search(sentence):
                yield _remark(Hit(svar, match.start() - len(kind[0]), match.end()))


def _amounts(svar: Svar) -> Iterator[Remark]:
    """Yield what is said to be between a greater number and a smaller."""
    for sentence, found in mangder_by_sentence(svar) if "mellan" in svar.text else ():
        for one, other in pairwise(found):
            is_between = sentence.text[one.end : other.start] == " och " and not one.has_unit
            if (
                is_between
                and one.value > other.value / other.factor
                and _BETWEEN_TWO.search(sentence.text[: one.start])
            ):
                yield _remark(Hit(svar, sentence.start + one.start, sentence.start + other.end))


def _hours(svar: Svar) -> Iterator[Remark]:
    for match in _matches(svar, _CLOCK) if any(sign in svar.text for sign in _HOURS) else ():
        if _is_backwards(match) and not _NIGHT.search(_around(svar, match.start())):
            yield _remark(Hit(svar, *match.span()))


def _is_backwards(match: re.Match[str]) -> bool:
    """Whether the hours of a day go backwards; from the evening to the morning they do not."""
    start, end = (int(match[hour]) * 60 + int(match[minute] or 0) for hour, minute in (("a", "b"), ("c", "d")))
    return _MORNING * 60 <= end < start <= _EVENING * 60
