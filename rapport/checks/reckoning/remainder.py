"""Parts where the last is "de övriga": together they have to be the whole."""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.reckoning.quantities import mangder_by_sentence, whole_before
from rapport.checks.reckoning.sums import Claim, is_near
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

_REST = re.compile(r"\b(?:övriga|resterande|återstående) $", re.IGNORECASE)
_OF_THEM = re.compile(r"(?:[^.;:,\d]{0,30}\bav (?:dem|dessa)\b|Av (?:dem|dessa)\b)", re.IGNORECASE)
_OF = re.compile(r"\bav (?:de |totalt |sammanlagt |samtliga |länets |alla )?$", re.IGNORECASE)
_THE_REST = re.compile(r"(?:De|Övriga|Resterande|Återstående)\b")
_MIXED = re.compile(r"\b(?:varav|därav|bland annat|båda|både|dessutom|även|också|per|vardera)\b", re.IGNORECASE)
_NEAR = "0.5"
_Read = tuple[Mangd, list[Mangd]]


def rest_claims(svar: Svar) -> Iterator[Claim]:
    """Yield what an answer says of a whole, some of it and the rest."""
    for number, (sentence, found) in enumerate(mangder_by_sentence(svar)):
        rest = [m for m in found if m.slag == "antal" and _REST.search(sentence.text[: m.start])]
        if len(rest) != 1 or found[-1] is not rest[0] or _MIXED.search(sentence.text):
            continue
        read = _within(sentence.text, found) or _after_whole(svar, number) or _two_sentences(svar, number)
        if read and not any(m.is_rough or m.slag != "antal" for m in (read[0], *read[1])):
            total, parts = read
            at = sentence.start
            spans = tuple((at + part.start, at + part.end) for part in parts)
            claim = Claim("Helheten är", total, tuple(parts), (at + total.start, at + total.end), spans, Decimal(0))
            if is_near(claim, _NEAR):
                yield claim


def _within(text: str, found: list[Mangd]) -> _Read | None:
    """Read "av 26 ansökningar beviljades 17, medan de övriga sju avslogs"."""
    is_whole = len(found) > 2 and _OF.search(text[: found[0].start])  # noqa: PLR2004 - a whole, a part and the rest
    return (found[0], found[1:]) if is_whole else None


def _after_whole(svar: Svar, number: int) -> _Read | None:
    """Read "Av dem beviljades 17, medan de övriga sju avslogs", where the sentence before has the whole."""
    sentence, found = mangder_by_sentence(svar)[number]
    whole = whole_before(svar, number)
    is_read = (
        whole
        and len(found) > 1
        and (_OF_THEM.match(sentence.text) or re.match(r" av (?:dem|dessa)\b", sentence.text[found[0].end :]))
    )
    return (whole, found) if whole and is_read else None


def _two_sentences(svar: Svar, number: int) -> _Read | None:
    """Read "… 19 åtgärder, och 15 av dem genomfördes. De övriga fyra …"."""
    sentence, found = mangder_by_sentence(svar)[number]
    if not number or len(found) != 1 or not _THE_REST.match(sentence.text):
        return None
    before, counts = mangder_by_sentence(svar)[number - 1]
    if len(counts) != 2 or "\n" in svar.text[before.end : sentence.start]:  # noqa: PLR2004
        return None
    whole, part = counts
    is_of_it = re.match(r" av (?:dem|dessa)\b", before.text[part.end :]) or _OF.search(before.text[: whole.start])
    if not is_of_it or _MIXED.search(before.text):
        return None
    shift = before.start - sentence.start
    moved = [m.moved(shift) for m in counts]
    return moved[0], [moved[1], *found]
