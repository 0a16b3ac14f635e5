"""Looking for words: fixed phrases in answers, and whether some words hold a finite verb."""

import re
from collections.abc import Iterable, Iterator

from rapport.checks.rule import Hit, svar_in_order
from rapport.domain.underlag import Underlag

_MOST = 100
_GLUE = frozenset("-/_@&’'´")
_VERB = re.compile(
    r"\b(?:är|var|har|hade|ska|skall|skulle|kan|kunde|vill|ville|får|fick|blir|blev|bör|borde|måste|finns|fanns|gör|gjorde"
    r"|ger|gav|tar|tog|kommer|kom|går|gick|står|stod|ligger|låg|innebär|innebar|visar|visade|leder|ledde|bidrar|bidrog"
    r"|saknas|saknar|krävs|behövs|pågår|anger|avser|omfattar|handlar|består|deltog|deltar|[a-zåäö]{3,}(?:ades|des|tes))\b"
)


def phrases(underlag: Underlag, wanted: Iterable[str], *, any_case: bool = True) -> Iterator[tuple[str, Hit]]:
    """Yield each wanted phrase with every place where it stands as words of its own.

    Phrases are in lower case, unless ``any_case`` is off: then they are found only as they are written. Looking for
    each phrase by itself is many times faster than one pattern of them all. At most a hundred come of one answer.
    """
    wanted = tuple(wanted)
    for omrade, svar in svar_in_order(underlag):
        text = _lower(svar.text) if any_case else svar.text
        found = sorted((start, phrase) for phrase in wanted if phrase in text for start in _starts(text, phrase))
        for start, phrase in found[:_MOST]:
            yield phrase, Hit(omrade, svar, start, start + len(phrase))


def words_before(hit: Hit, most: int = 1) -> list[str]:
    """Return the last words before a hit in its line, in lower case, the nearest last."""
    line = hit.svar.text[max(0, hit.start - 100) : hit.start].rpartition("\n")[2]
    return line.lower().split()[-most:]


def words_after(hit: Hit, most: int = 1) -> list[str]:
    """Return the first words after a hit in its line, in lower case."""
    return hit.svar.text[hit.end : hit.end + 100].partition("\n")[0].lower().split()[:most]


def has_verb(text: str) -> bool:
    """Whether some words hold what can only be a finite verb; many sentences have one that is not known here."""
    return bool(_VERB.search(text.lower()))


def _lower(text: str) -> str:
    """Return the text in lower case, as long as before: a few letters become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _starts(text: str, phrase: str) -> Iterator[int]:
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not _is_part(text[start - 1 : start], text[start - 2 : start - 1]) and not _is_part(
            text[end : end + 1], text[end + 1 : end + 2]
        ):
            yield start
        start = text.find(phrase, end)


def _is_part(near: str, far: str) -> bool:
    """Whether the sign beside a phrase makes it a part of a longer word, an address or a number."""
    return near.isalnum() or near in _GLUE or (near in {".", ":"} and far.isalnum())
