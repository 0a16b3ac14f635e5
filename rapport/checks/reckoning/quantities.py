"""The quantities of an answer, sentence by sentence."""

import re
from itertools import islice

from rapport.domain.mangder import Mangd, find_mangder
from rapport.domain.svar import Svar
from rapport.prose.sentences import Sentence

_LONGEST, _MOST = 2_000, 30
# Nobody means these by "av dem".
NOT_PEOPLE = re.compile(r"[\s\u00a0]+(?:år|månad|veck|dag|dygn|timm|minut|gång|mil\b|km|kilometer|meter|procent)\w*")


def mangder_by_sentence(svar: Svar) -> tuple[tuple[Sentence, list[Mangd]], ...]:
    """Return every sentence of an answer with its quantities; their places are those of the sentence.

    What is longer than any sentence is none, and tells nothing of its numbers.
    """
    return svar.remember(("mangder",), lambda: tuple((s, _mangder(s.text)) for s in svar.meningar))


def _mangder(text: str) -> list[Mangd]:
    found = list(islice(find_mangder(text), _MOST + 1)) if len(text) <= _LONGEST else []
    return found if len(found) <= _MOST else []


def whole_before(svar: Svar, number: int) -> Mangd | None:
    """Return the only count of the sentence before one, which "av dem" means; its place is that of the sentence after.

    None where the sentence before is in another passage, or counts more than one thing; money is never "dem".
    """
    if not number:
        return None
    (before, found), (sentence, _) = mangder_by_sentence(svar)[number - 1 : number + 1]
    counts = [mangd for mangd in found if mangd.slag == "antal"]
    if len(counts) > 2 and counts[0].value == sum(mangd.value for mangd in counts[1:]):  # noqa: PLR2004 - all, and its parts
        counts = counts[:1]
    if len(counts) != 1 or counts[0].is_rough or any(mangd.slag == "procent" for mangd in found):
        return None
    if "\n" in svar.text[before.end : sentence.start] or NOT_PEOPLE.match(before.text, counts[0].end):
        return None
    shift = before.start - sentence.start
    return counts[0].moved(shift)
