"""Ett genomsnitt stämmer inte med summan och antalet i samma stycke.

Varför: Den som läser räknar efter. Åtta projekt som delar på 24 miljoner kronor får 3 miljoner vart, och då kan
genomsnittet inte vara 2,5. Regeln gäller när antalet, summan och genomsnittet står i samma mening, eller i den före,
och det framgår vad genomsnittet är per. Den räknar också ut ”sex träffar om fyra timmar, sammanlagt 24 timmar”.
Avrundning tillåts, och ungefärliga tal prövas inte.

Fel: Regionen stödde åtta projekt med totalt 24 miljoner kronor, i genomsnitt 2,5 miljoner kronor per projekt.
Rätt: Regionen stödde åtta projekt med totalt 24 miljoner kronor, i genomsnitt 3 miljoner kronor per projekt.

Tillåt med skäl: tillåt: {genomsnitt: Två av projekten fick inget stöd.}
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.reckoning.products import products
from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.rule import Hit, Remark
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.sentences import Sentence

SEVERITY: Severity = "info"
_MEAN = re.compile(
    r"\bi (?:genom)?snitt (?:[a-zåäö]+ )?(?:på |om )?$|\bgenomsnittlig\w* \w+ (?:var|är|på|blev) $"
    r"|\b(?:genom)?snitt(?:et)?(?: per (?P<per>[\w-]{3,}))? (?:på|är|var|blev|om) $",
    re.IGNORECASE,
)
# "17 företag … om sammanlagt 5,1 miljoner kronor, i genomsnitt 350 000 kronor": nothing else can be meant by it.
_RIGHT_BEHIND = re.compile(r",? (?:alltså |det vill säga |dvs\.? )?i (?:genom)?snitt (?:cirka )?$")
_TO_SO_MANY = re.compile(r" (?:till|på|åt|för) (?:totalt |sammanlagt )?")
_MANY_BEHIND = re.compile(r"(?: [\w-]+){1,3},? (?:alltså |det vill säga )?i (?:genom)?snitt (?:cirka )?$")
_TOTAL = re.compile(r"\b(?:totalt|sammanlagt|tillsammans|om|på)(?: totalt| sammanlagt)? $")
_STOPS = re.compile(r"[.;)]|$| (?:var|vardera|styck)\b")
_PER = re.compile(r"[^.;,\d]{0,40}?\b(?:per|i varje|för varje) ([\w-]{3,})")
_A_MONTH = re.compile(r"[^.;,\d]{0,20}? (?:i månaden|per månad)\b")
_THE_YEAR = re.compile(r"\b(?:under året|i år|under 20\d\d|hela året|per år)\b", re.IGNORECASE)
# "… fick totalt 3 miljoner kronor, alltså 150 000 kronor var."
_EACH, _SO = re.compile(r" (?:var|vardera|i snitt)[.,]"), re.compile(r"(?:det vill säga|dvs\.?|alltså) $")
_NOUNS = re.compile(r"(?:[\s\u00a0]+[\w-]+){1,3}")
_UNIT = re.compile(r"^(?:[\d\s,]+|\w+)[\s\u00a0\u202f]*")
_OTHER = re.compile(
    r"\b(?:riket|tidigare|förra|innan|jämför\w*|mot|motsvarande|varav|sökt\w*|sökte\w*)\b", re.IGNORECASE
)
_OF_THEM = re.compile(r" av (?:dem|dessa)\b")
_MONTHS, _TIMES_WRONG = Decimal(12), 9
_STEM, _BACK = 4, 8


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every mean that its sum and its number contradict, and every sum of so many each."""
    for product in products(svar):
        yield Hit(svar, product.start, product.end).remark(product.told, "Rätta summan eller ett av talen.")
    for number, (sentence, found) in enumerate(mangder_by_sentence(svar)):
        if found and ("nitt" in sentence.text or " var" in sentence.text):
            for at, mean in enumerate(found):
                yield from _of_mean(svar, number, sentence, mean, found[:at])


def _of_mean(svar: Svar, number: int, sentence: Sentence, mean: Mangd, before: list[Mangd]) -> Iterator[Remark]:
    text = sentence.text
    lead = _MEAN.search(text[: mean.start])
    is_each = bool(_SO.search(text[: mean.start]) and _EACH.match(text, mean.end))
    if not (lead or is_each):
        return
    told = [(m, _counted(text, m)) for m in before]
    window = text
    if number and not is_each:
        earlier, some = mangder_by_sentence(svar)[number - 1]
        if "\n" not in svar.text[earlier.end : sentence.start]:
            shift = earlier.start - sentence.start
            moved = [(m.moved(shift), _counted(earlier.text, m)) for m in some]
            told, window = moved + told, f"{earlier.text} {text}"
    if _OTHER.search(window):
        return
    of = lead and lead["per"]
    per = of or ((found := _PER.match(text, mean.end)) and found[1])
    numbers = [m for m, nouns in told if not m.has_unit and (is_each or (per and _counts(nouns, per)))]
    is_bare = bool(lead and before) and _is_of_sum(text, mean, before)
    if is_bare:
        numbers = [m for m in before if not m.has_unit]
        told = told[-len(before) :]
    if lead and _A_MONTH.match(text, mean.end) and _THE_YEAR.search(window):
        numbers = [mean._replace(value=_MONTHS, step=Decimal(0), slag="antal", factor=Decimal(1), is_rough=False)]
    elif not (per or is_each or is_bare):
        return
    totals = [m for m, _ in told if m.slag == mean.slag and m not in numbers]
    far = _told_before(svar, number, sentence, per) if per and totals and not numbers else []
    numbers = numbers or far[:1]
    counts = [m for m in (*(m for m, _ in told), *far) if not m.has_unit and m.value]
    if any(_fits(total, number, mean) for total in totals for number in counts):
        return  # the mean is of that one, whatever the others count
    of_them = [m for m in counts if m.start >= 0 and _OF_THEM.match(text, m.end)]
    numbers = of_them if of_them and any(m in counts for m in numbers) else numbers
    yield from _contradicted(svar, sentence, mean, numbers, totals)


def _told_before(svar: Svar, number: int, sentence: Sentence, per: str) -> list[Mangd]:
    """Return the counts of what a mean is per in the sentences before, the nearest first."""
    found = []
    for earlier, some in reversed(mangder_by_sentence(svar)[max(0, number - _BACK) : number]):
        for m in some:
            if not m.has_unit and m.value and _counts(_counted(earlier.text, m), per):
                shift = earlier.start - sentence.start
                found.append(m.moved(shift))
    return found


def _contradicted(
    svar: Svar, sentence: Sentence, mean: Mangd, numbers: list[Mangd], totals: list[Mangd]
) -> Iterator[Remark]:
    """Yield a remark where there is one number and one sum, and they give another mean."""
    if len(numbers) != 1 or len(totals) != 1 or any(m.is_rough for m in (mean, numbers[0], totals[0])):
        return
    (number,), (total,) = numbers, totals
    given = total.value / number.value
    if _fits(total, number, mean) or mean.slag == "procent":
        return
    at = sentence.start
    hit = Hit(svar, at + mean.start, at + mean.end)
    unit = _UNIT.sub("", hit.excerpt) if mean.has_unit else ""
    shown = mean.shown(given.quantize(Decimal("0.01") * mean.factor if mean.has_unit else Decimal("0.1")))
    whole = Hit(svar, at + total.start, at + total.end).excerpt
    message = (
        f"{whole} delat på {number.shown(number.value)} är {shown}{f' {unit}' if unit else ''}, inte {hit.excerpt}."
    )
    places = [Hit(svar, at + m.start, at + m.end) for m in (total, number) if m.start != mean.start]
    # In one sentence nothing else can be meant; over two only where it is ten times wrong or more.
    ratio = max(given, mean.value) / min(given, mean.value)
    is_sure = min(total.start, number.start) >= 0 or ratio >= _TIMES_WRONG
    severity: Severity | None = "warning" if is_sure else None
    yield hit.remark(message, "Rätta genomsnittet, summan eller antalet.", related=places, severity=severity)


def _fits(total: Mangd, number: Mangd, mean: Mangd) -> bool:
    """Whether a mean is what a sum and a number give, rounding allowed for."""
    step = mean.step or Decimal(1)
    return abs(total.value / number.value - mean.value) <= step + total.step / 2 / number.value


def _is_of_sum(text: str, mean: Mangd, before: list[Mangd]) -> bool:
    """Whether a mean stands right behind the sum that it is of, and what it is per is only what was counted."""
    total = before[-1]
    between = text[total.end : mean.start]
    if len(before) > 1 and not total.has_unit:  # "om 7,8 miljoner kronor till 52 företag, i snitt 150 000 kronor"
        count, total = total, before[-2]
        is_to = _TO_SO_MANY.fullmatch(text[total.end : count.start]) and _MANY_BEHIND.fullmatch(between)
        is_end = _STOPS.match(text, mean.end) or text.startswith(", ", mean.end)
        return bool(is_to and total.slag == mean.slag == "kr" and is_end)
    is_behind = _RIGHT_BEHIND.fullmatch(between) and _TOTAL.search(text[: total.start])
    return bool(is_behind and total.slag == mean.slag == "kr" and _STOPS.match(text, mean.end))


def _counted(text: str, mangd: Mangd) -> list[str]:
    """Return the words behind a number."""
    match = _NOUNS.match(text, mangd.end)
    return match[0].lower().split() if match else []


def _counts(nouns: list[str], per: str) -> bool:
    """Whether a number counts what the mean is per: sex branschråd … per råd."""
    stem = per.lower()[: max(_STEM, len(per) - 2)]
    return any(stem in word for word in nouns)
