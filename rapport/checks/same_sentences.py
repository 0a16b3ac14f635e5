"""Short sentences that stand word for word in two places: too short for a passage, too much one's own for a formula."""

import re
from collections.abc import Iterator, Sequence

from rapport.checks.rule import Hit
from rapport.domain.svar import Svar

_BESIDE, _APART, _LONGEST = 25, 35, 60  # letters: in one answer, in two, and of a passage
_FEWEST = 5  # words
# What each answer has to say, and may say in the same words.
_FORMULA = re.compile(
    r"(?i)samverk|samråd|bedöm|uppfölj|utvärder|\bmål|bidra|prestation|utmaning|framgång|effekt|hänvis|beskriv|fråga"
    r"|redovis|anslag|källa|uppgifter|siffror|statistik|genomför|fortsätt|fortsatt|\bej aktuell"
)


def same_sentences(answers: Sequence[Svar]) -> Iterator[list[Hit]]:
    """Yield the places of each short sentence that stands twice in an answer, or in two of them."""
    found: dict[str, list[Hit]] = {}
    for svar in answers:
        for words, hit in _short(svar):
            found.setdefault(words, []).append(hit)
    for words, places in found.items():
        is_one_answer = all(hit.svar is places[0].svar for hit in places)
        if len(places) > 1 and (is_one_answer or len(words) >= _APART):
            yield places


def _short(svar: Svar) -> tuple[tuple[str, Hit], ...]:
    return svar.remember(("short sentences",), lambda: tuple(_find_short(svar)))


def _find_short(svar: Svar) -> Iterator[tuple[str, Hit]]:
    for sentence in svar.meningar:
        text = sentence.text.strip()
        is_short = _BESIDE <= len(text) < _LONGEST and len(text.split()) >= _FEWEST
        if is_short and text[0].isupper() and text[-1] in ".!" and not _FORMULA.search(text):
            yield " ".join(text.lower().split()), Hit(svar, sentence.start, sentence.start + len(text))
