"""Ett områdes text är mycket svår att läsa enligt LIX.

Varför: LIX räknar ord per mening och andelen ord med fler än sex bokstäver. 50–60 är vanligt i myndighetstext; från
60 säger regeln till. Talet är en upplysning, aldrig en dom: långa ord kan vara välkända och korta kan vara svåra.
Källa: C.H. Björnsson, Läsbarhet (1968).

Fel: Kompetensförsörjningsarbetets genomförandeorganisation konkretiserades samverkansmässigt …
Rätt: Kommunerna och skolorna delade upp arbetet mellan sig.

Tillåt med skäl: regeln gäller hela området; stäng av den med regler: {lix: av} i rapport.yaml i stället för tillåt.
"""

from collections.abc import Iterator

from rapport.checks.rule import svar_in_order
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity
from rapport.prose.readability import readability
from rapport.prose.sentences import Sentence

SEVERITY: Severity = "info"
_HARD = 60
_FEWEST_WORDS, _MARGIN, _LONG = 100, 8, 6


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield the figure of every area that is very hard to read."""
    sentences: dict[int, list[Sentence]] = {}
    for omrade, svar in svar_in_order(underlag):
        sentences.setdefault(omrade, []).extend(svar.meningar)
    for omrade, of_area in sentences.items():
        if _rough(of_area) < _HARD - _MARGIN:
            continue
        found = readability(of_area)
        if found.words >= _FEWEST_WORDS and found.lix >= _HARD:
            message = f"Område {omrade} har LIX {found.lix}: {found.word}."
            hint = "Korta de längsta meningarna och byt ut långa ord där det finns kortare."
            yield Finding("lix", SEVERITY, message, hint, underlag.place_of(omrade), omrade)


def _rough(sentences: list[Sentence]) -> float:
    """Return about the same figure, counted in a third of the time."""
    words = [word for sentence in sentences for word in sentence.text.split()]
    long_words = sum(len(word) > _LONG for word in words)
    return len(words) / len(sentences) + 100 * long_words / len(words) if words else 0
