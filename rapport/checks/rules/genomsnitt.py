"""Ett genomsnitt stämmer inte med summan och antalet i samma mening.

Varför: Den som läser räknar efter. Åtta projekt som delar på 24 miljoner kronor får 3 miljoner vart, och då kan
genomsnittet inte vara 2,5. Regeln gäller när antalet, summan och genomsnittet står i samma mening och meningen säger
vad genomsnittet är per. Avrundning tillåts, och ungefärliga tal prövas inte.

Fel: Regionen stödde åtta projekt med totalt 24 miljoner kronor, i genomsnitt 2,5 miljoner kronor per projekt.
Rätt: Regionen stödde åtta projekt med totalt 24 miljoner kronor, i genomsnitt 3 miljoner kronor per projekt.

Tillåt med skäl: tillåt: {genomsnitt: Två av projekten fick inget stöd.}
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.rule import Hit, Remark
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.sentences import Sentence

SEVERITY: Severity = "warning"
_MEAN = re.compile(r"\bi (?:genom)?snitt (?:på |om )?$|\bgenomsnittlig\w* \w+ (?:var|är|på) $", re.IGNORECASE)
_PER = re.compile(r"[^.;,\d]{0,40}?\b(?:per|i varje|för varje) ([\w-]{3,})")
_NOUNS = re.compile(r"(?:[\s\u00a0]+[\w-]+){1,3}")
_UNIT = re.compile(r"^(?:[\d\s,]+|\w+)[\s\u00a0\u202f]*")
_NUMBERS = 3
_STEM = 4


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every mean that its sum and its number contradict."""
    for sentence, found in mangder_by_sentence(svar):
        if len(found) < _NUMBERS or "snitt" not in sentence.text:
            continue
        for at, mean in enumerate(found):
            per = _PER.match(sentence.text, mean.end)
            if at and per and _MEAN.search(sentence.text[: mean.start]):
                numbers = [m for m in found[:at] if not m.has_unit and _counts(sentence.text, m, per[1])]
                totals = [m for m in found[:at] if m.slag == mean.slag and m not in numbers]
                yield from _contradicted(svar, sentence, mean, numbers, totals)


def _contradicted(
    svar: Svar, sentence: Sentence, mean: Mangd, numbers: list[Mangd], totals: list[Mangd]
) -> Iterator[Remark]:
    """Yield a remark where there is one number and one sum, and they give another mean."""
    if len(numbers) != 1 or len(totals) != 1 or any(m.is_rough for m in (mean, numbers[0], totals[0])):
        return
    (number,), (total,) = numbers, totals
    step = mean.step or Decimal(1)
    given = total.value / number.value
    if abs(given - mean.value) <= step + total.step / 2 / number.value or mean.slag == "procent":
        return
    at = sentence.start
    hit = Hit(svar, at + mean.start, at + mean.end)
    unit = _UNIT.sub("", hit.excerpt) if mean.has_unit else ""
    shown = mean.shown(given.quantize(Decimal("0.01") * mean.factor if mean.has_unit else Decimal("0.1")))
    message = (
        f"{total.shown(total.value)} delat på {number.shown(number.value)} är {shown}{f' {unit}' if unit else ''}, "
        f"inte {hit.excerpt}."
    )
    places = [Hit(svar, at + m.start, at + m.end) for m in (total, number)]
    yield hit.remark(message, "Rätta genomsnittet, summan eller antalet.", related=places)


def _counts(text: str, mangd: Mangd, per: str) -> bool:
    """Whether a number counts what the mean is per: sex branschråd … per råd."""
    match = _NOUNS.match(text, mangd.end)
    stem = per.lower()[: max(_STEM, len(per) - 2)]
    return bool(match) and any(stem in word for word in (match[0].lower().split() if match else ()))
