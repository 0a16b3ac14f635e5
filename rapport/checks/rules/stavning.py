"""Ett ord finns inte i ordlistan.

Varför: Ett felskrivet ord i ett offentligt dokument drar uppmärksamheten från innehållet. Regeln prövar varje
ord mot en svensk ordlista. Sammansättningar, namn, förkortningar och text på andra språk känns igen, och hellre
missas ett fel än att ett rätt ord anmärks på.

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

from rapport.checks.bodies.names import is_misnamed
from rapport.checks.rule import Hit, Remark
from rapport.checks.spelling.answer import Unknown, read, save
from rapport.checks.spelling.likely import Suggestion, is_likely
from rapport.checks.spelling.suggest import Suggester
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_MOST_RELATED = 10
_LONG = 10
_ADD = "Är ordet rätt: skriv det under ordlista i rapport.yaml."
_Uses = list[tuple[Svar, Unknown]]


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield every word that is not Swedish, once an answer."""
    words = read(underlag)
    suggester = Suggester(words)
    for places in _by_word(words.unknown):
        if right := places[0][1].meant:
            yield from _sure(places, right)
            continue
        # A capital says little at the beginning of a sentence and much inside it: the place that says most decides.
        decisive = min((word for _, word in places), key=lambda word: (word.is_capital, word.begins))
        if (suggestions := suggester.slip(decisive)) is not None:
            yield from _remarks(places, suggestions, is_sure=is_likely(decisive, suggestions))
    if not words.is_whole:
        message = "Redovisningen har fler okända ord än någon svensk text, så resten är inte prövad mot ordlistan."
        yield Remark(message, "Rätta det som står ovan och kontrollera igen.", severity="info")
    save()


def _by_word(unknown: _Uses) -> Iterable[_Uses]:
    """Group the unknown words by how they are written; a capital that only begins a sentence makes no difference."""
    small = {word.text for _, word in unknown if not word.is_capital}
    groups: dict[tuple[str, str | None], _Uses] = defaultdict(list)
    for svar, word in unknown:
        if is_misnamed(svar, word.start, word.end):
            continue  # the rule organ says what is meant
        text = word.text
        written = text.lower() if word.begins and text.lower() in small else text
        groups[written, word.meant].append((svar, word))
    return groups.values()


def _by_fraga(places: _Uses) -> dict[str, list[Hit]]:
    by_fraga: dict[str, list[Hit]] = defaultdict(list)
    for svar, word in places:
        by_fraga[svar.fraga].append(Hit(svar, word.start, word.end))
    return by_fraga


def _sure(places: _Uses, right: str) -> Iterator[Remark]:
    """Yield one remark for each answer that a slip stands in whose right word is known."""
    for first, *others in _by_fraga(places).values():
        whole = right.capitalize() if first.excerpt[0].isupper() else right
        related = others[:_MOST_RELATED]
        yield first.remark(f"”{first.excerpt}” är felskrivet.", f"Skriv ”{whole}”.", fix=whole, related=related)


def _remarks(places: _Uses, suggestions: list[Suggestion], *, is_sure: bool) -> Iterator[Remark]:
    """Yield one remark for each answer that a word stands in, with its other places there."""
    by_fraga = _by_fraga(places)
    # A word that resembles no other, or only by chance or from afar, is more often a term than a slip.
    severity: Severity = SEVERITY if is_sure else "info"
    for first, *others in by_fraga.values():
        yield first.remark(
            f"”{first.excerpt}” finns inte i ordlistan.",
            f"{_meant(suggestions)} {_ADD}",
            fix=_correction(first.excerpt, suggestions),
            severity=severity,
            related=others[:_MOST_RELATED],
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
