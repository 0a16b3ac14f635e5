"""Ett stycke står på flera ställen, ordagrant eller nästan.

Varför: Upprepningar tar plats från det som ni har att berätta, och läsaren ser dem. Regeln visar alla ställen, hur
långt stycket är och hur många tecken som vinns om det står på ett ställe. Namn och citerade mål är för korta för att
räknas: det gäller 120 tecken eller mer, eller hela meningar om minst 60.

Fel: Att arbeta hållbart är en naturlig del av det löpande arbetet … (i både 1.2 och 2.4)
Rätt: Hållbarhetsarbetet beskrivs i svaret på fråga 1.2. (i 2.4)

Tillåt med skäl: tillåt: {upprepning: Samma inledning är beslutad av ledningen.}
"""

from bisect import bisect_right
from collections.abc import Iterator
from sys import maxsize

from rapport.checks.rule import Hit, Remark, svar_in_order
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity
from rapport.prose.numbers import row_of, thousands
from rapport.prose.repetition import Repetition, Row, TextSpan, merged, repetitions, row

SEVERITY: Severity = "warning"
_LONG = 120
_SENTENCE = 60
_WHOLE = 0.75  # so much of a passage is it all; less is a part of it
_SHOWN = 6  # so many words of the passage are shown in the message


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield a remark at every place of every repeated passage, with all the others."""
    answers = list(svar_in_order(underlag))
    found = [_with_ends(r, answers) for r in repetitions([_row(svar) for svar in answers])]
    found = [r for r in found if _is_long(r, answers)]
    for place, others in _by_place(found).items():
        matched: dict[TextSpan, list[tuple[int, int]]] = {}
        for other, span, _ in others:
            if other != place:
                matched.setdefault(other, []).append(span[1:])
        # Within one answer the second place says it all.
        if any(other[0] != place[0] or other < place for other in matched):
            yield _remark(place, matched, answers, is_exact=all(is_exact for *_, is_exact in others))


def _row(svar: Svar) -> Row:
    return svar.remember(("upprepning",), lambda: row(svar.text))


def _with_ends(repetition: Repetition, answers: list[Svar]) -> Repetition:
    """Return the repetition with the signs that end its last words, as far as both places have the same."""
    (a, a_start, a_end), (b, b_start, b_end) = repetition.first, repetition.second
    first, second = answers[a].text, answers[b].text
    while a_end < len(first) and b_end < len(second) and first[a_end] == second[b_end] and first[a_end] in ".!?”)":
        a_end, b_end = a_end + 1, b_end + 1
    return Repetition((a, a_start, a_end), (b, b_start, b_end), repetition.is_exact)


def _is_long(repetition: Repetition, answers: list[Svar]) -> bool:
    length = min(end - start for _, start, end in (repetition.first, repetition.second))
    return length >= _LONG or (length >= _SENTENCE and _is_sentence(repetition.second, answers))


def _is_sentence(place: TextSpan, answers: list[Svar]) -> bool:
    number, start, end = place
    sentences = answers[number].meningar
    return any(s.start == start for s in sentences) and any(s.end == end for s in sentences)


def _by_place(found: list[Repetition]) -> dict[TextSpan, list[tuple[TextSpan, TextSpan, bool]]]:
    """Return what stands again of each place: the other place, the part of it that is alike, whether it is exact."""
    pairs = [pair for r in found for pair in ((r.first, r.second, r.is_exact), (r.second, r.first, r.is_exact))]
    places = _places([mine for mine, *_ in pairs])
    by_place: dict[TextSpan, list[tuple[TextSpan, TextSpan, bool]]] = {place: [] for place in places}
    for mine, other, is_exact in pairs:
        by_place[_within(mine, places)].append((_within(other, places), other, is_exact))
    return by_place


def _places(parts: list[TextSpan]) -> list[TextSpan]:
    """Return the places that some parts stand in, in order; parts that overlap are of one place."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for number, start, end in parts:
        spans.setdefault(number, []).append((start, end))
    return [(number, *span) for number in sorted(spans) for span in merged(spans[number])]


def _within(part: TextSpan, places: list[TextSpan]) -> TextSpan:
    """Return the place that a part is in: the last that does not begin after it."""
    return places[bisect_right(places, (part[0], part[1], maxsize)) - 1]


def _remark(
    place: TextSpan, matched: dict[TextSpan, list[tuple[int, int]]], answers: list[Svar], *, is_exact: bool
) -> Remark:
    here, *there = (Hit(answers[number], start, end) for number, start, end in (place, *sorted(matched)))
    length = here.end - here.start
    sizes = {other: sum(end - start for start, end in merged(spans)) for other, spans in matched.items()}
    whole = [hit for hit, other in zip(there, sorted(matched), strict=True) if sizes[other] >= _WHOLE * length]
    parts = [hit for hit, other in zip(there, sorted(matched), strict=True) if sizes[other] < _WHOLE * length]
    start = " ".join(here.excerpt.split()[:_SHOWN])
    nearly = "" if is_exact else ", nästan ordagrant,"
    message = f"”{start} …” ({thousands(length)} tecken) står också{nearly} i {_named(whole or parts, here)}."
    if whole and parts:
        message += f" En del av det står i {_named(parts, here)}."
    won = f"Då vinns omkring {thousands(sum(sizes.values()))} tecken."
    is_here = all(hit.svar is here.svar for hit in there)
    hint = f"Stryk det ena. {won}" if is_here else f"Låt det stå på ett ställe, och hänvisa dit eller korta. {won}"
    return here.remark(message, hint, related=there)


def _named(places: list[Hit], here: Hit) -> str:
    """Return the questions of some places in words."""
    fragor = list(dict.fromkeys(hit.svar.fraga for hit in places))
    shown = ["samma svar" if fraga == here.svar.fraga else fraga for fraga in fragor]
    return row_of(shown)
