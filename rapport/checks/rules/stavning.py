"""Ett ord finns inte i ordlistan.

Varför: Ett felskrivet ord i ett offentligt dokument drar uppmärksamheten från innehållet. Regeln prövar varje
ord mot en svensk ordlista. Sammansättningar, namn, förkortningar och text på andra språk känns igen, och hellre
missas ett fel än att ett rätt ord anmärks på.

Regeln behöver ett tillägg: pip install ".[stavning]" i mappen med programmet. Utan det är allt annat som vanligt,
och resultatet säger att stavningen inte är kontrollerad.

Fel: Stödet är kompensatorsikt.
Rätt: Stödet är kompensatoriskt.

Är ordet rätt: skriv det under ordlista i rapport.yaml. Ett namn räcker att skriva en gång; genitiv och
sammansättningar med det följer med. Namn i titlarna i kallor.yaml är kända ändå.

ordlista: [Landsbygdspotten, Ektesne]

Gäller det bara ett svar, tillåt med skäl: tillåt: {stavning: Dialektord i citat.}
Stäng av regeln i rapport.yaml: regler: {stavning: av}
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapport.checks.rule import Hit
from rapport.checks.spelling.dictionary import installed
from rapport.checks.spelling.judge import Judge
from rapport.checks.spelling.suggest import Suggester, Suggestion
from rapport.checks.spelling.unknown import Unknown, read
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_MOST_RELATED = 10
# A word that stands in so many answers, and resembles no other, is more likely a term than a slip.
_TERM = 3
_LONG = 10
_ADD = "Är ordet rätt: skriv det under ordlista i rapport.yaml."


def obstacle() -> str | None:
    """Return why spelling cannot be checked here, and what to do; None where it can."""
    if installed():
        return None
    return (
        "Stavningen är inte kontrollerad: ordlistan är inte installerad. "
        'Kör  pip install ".[stavning]"  i mappen med programmet.'
    )


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every word that is not Swedish, once an answer."""
    data = installed()
    if not data:
        return
    judge = Judge(data)
    reading = read(underlag, judge)
    suggester = Suggester(reading, judge)
    for places in _by_word(reading.unknown):
        # A capital says little at the beginning of a sentence and much inside it: the place that says most decides.
        decisive = min((place.word for place in places), key=lambda word: (word.is_capital, word.begins))
        if (suggestions := suggester.slip(decisive)) is not None:
            yield from _findings(places, suggestions)
    if not reading.is_whole:
        message = "Redovisningen har fler okända ord än någon svensk text, så resten är inte prövad mot ordlistan."
        yield Finding("stavning", "info", message, "Rätta det som står ovan och kontrollera igen.")
    judge.save()


def _by_word(unknown: list[Unknown]) -> Iterable[list[Unknown]]:
    """Group the unknown words by how they are written; a capital that only begins a sentence makes no difference."""
    small = {one.word.text for one in unknown if not one.word.is_capital}
    groups: dict[str, list[Unknown]] = defaultdict(list)
    for one in unknown:
        text = one.word.text
        groups[text.lower() if one.word.begins and text.lower() in small else text].append(one)
    return groups.values()


def _findings(places: list[Unknown], suggestions: list[Suggestion]) -> Iterator[Finding]:
    """Yield one finding for each answer that a word stands in, with its other places there."""
    by_fraga: dict[str, list[Hit]] = defaultdict(list)
    for place in places:
        hit = Hit(place.omrade, place.svar, place.word.start, place.word.end)
        by_fraga[place.svar.fraga].append(hit)
    severity: Severity = "info" if not suggestions and len(by_fraga) >= _TERM else SEVERITY
    for first, *others in by_fraga.values():
        yield first.finding(
            "stavning",
            severity,
            f"”{first.excerpt}” finns inte i ordlistan.",
            f"{_meant(suggestions)} {_ADD}",
            fix=_correction(first.excerpt, suggestions),
            related=[other.related for other in others[:_MOST_RELATED]],
        )


def _meant(suggestions: list[Suggestion]) -> str:
    if not suggestions:
        return "Kontrollera stavningen."
    *first, last = [f"”{suggestion.text}”" for suggestion in suggestions]
    return f"Menade du {', '.join(first)} eller {last}?" if first else f"Menade du {last}?"


def _correction(word: str, suggestions: list[Suggestion]) -> str | None:
    """Return the word that is beyond doubt: one that the report itself uses, in this form, and no other is as near."""
    if not suggestions or word[0].isupper():
        return None
    best, *others = suggestions
    is_long = len(word) >= _LONG
    is_near = best.is_own and (best.distance == 1 or is_long) and best.text[-2:] == word[-2:]
    is_alone = all(other.distance > best.distance or (is_long and not other.is_own) for other in others)
    return best.text if is_near and is_alone else None
