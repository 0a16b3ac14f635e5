"""Ett stycke står på flera ställen, ordagrant eller nästan.

Varför: Upprepningar tar plats från det som ni har att berätta, och läsaren ser dem. Varje upprepat stycke är en
anmärkning, vid det första stället, med alla de andra, hur långt det är och hur många tecken som vinns i varje område om
det bara står kvar på det första. Namn och citerade mål är för korta för att räknas: det gäller 120 tecken eller mer,
eller hela meningar om minst 60, och kortare meningar som står ordagrant lika och inte är ett svar som formuläret
ber om varje gång (”Samverkan har fungerat väl.”).

Ett undantag vid ett av svaren tar bort det stället; står stycket då bara kvar på ett ställe är inget mer att säga.

Fel: Att arbeta hållbart är en naturlig del av det löpande arbetet … (i både 1.2 och 2.4)
Rätt: Hållbarhetsarbetet beskrivs i svaret på fråga 1.2. (i 2.4)

Tillåt med skäl: tillåt: {upprepning: Samma inledning är beslutad av ledningen.}
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from sys import maxsize

from rapport.checks.passages import same_items
from rapport.checks.rule import Hit, Remark, svar_in_order
from rapport.checks.same_sentences import neighbours, same_sentences
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity
from rapport.prose.numbers import row_of, thousands
from rapport.prose.repetition import Repetition, Row, TextSpan, merged, repetitions, row
from rapport.prose.sentences import Sentence

SEVERITY: Severity = "warning"
_LONG = 120
_SENTENCE = 60
_WHOLE = 0.75  # so much of a passage is it all; less is a part of it
_SHOWN = 6  # so many words of the passage are shown in the message
_TWO = 2
_TIMES = {2: "två", 3: "tre", 4: "fyra", 5: "fem", 6: "sex"}
_RULE = "upprepning"
_Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Passage:
    """A passage that stands again: its places in order, and what of each place stands in each of the others."""

    places: tuple[TextSpan, ...]
    shared: dict[tuple[TextSpan, TextSpan], _Spans]
    is_exact: bool

    def without(self, places: set[TextSpan]) -> "_Passage":
        """Return the passage with some of its places left out, and those that share with them only."""
        left = [place for place in self.places if place not in places]
        return replace(self, places=tuple(one for one in left if any((one, other) in self.shared for other in left)))

    def won(self, place: TextSpan) -> int:
        """Return how many characters are won in a place where what stands in an earlier one is taken away."""
        earlier = self.places[: self.places.index(place)]
        spans = [span for other in earlier for span in self.shared.get((place, other), ())]
        return sum(end - start for start, end in merged(spans))


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one remark for each repeated passage, at its first place, with all the others."""
    answers = list(svar_in_order(underlag))
    found = [_with_ends(r, answers) for r in repetitions([_row(svar) for svar in answers])]
    for passage in _passages([r for r in found if _is_long(r, answers)]):
        waived = {place for place in passage.places if _RULE in answers[place[0]].tillat}
        rest = passage.without(waived)
        if len(rest.places) > 1:
            yield _remark(rest, answers, underlag)
        if waived:
            # It is said where the reason stands, so that it is listed with it.
            first = next(place for place in passage.places if place in waived)
            others = [place for place in passage.places if place != first]
            yield _remark(replace(passage, places=(first, *others)), answers, underlag)
    yield from _sentences(answers)
    for svar in answers:
        for before, item in same_items(svar):
            if len(item.text) < _SENTENCE:
                hit, earlier = (Hit(svar, one.start, one.start + len(one.text)) for one in (item, before))
                message = f"”{hit.excerpt}” står två gånger i samma lista."
                yield hit.remark(message, "Stryk det ena.", related=[earlier])


def _sentences(answers: list[Svar]) -> Iterator[Remark]:
    """Yield what is said of two neighbours that say the same, and of short sentences that stand in two places."""
    told = [pair for svar in answers for pair in neighbours(svar)]
    for earlier, hit in told:
        message = f"”{hit.excerpt}” säger samma sak som meningen före."
        yield hit.remark(message, "Stryk den ena, eller gör dem till en.", related=[earlier])
    for places in same_sentences(answers):
        if not any(places[0].start == earlier.start and places[0].svar is earlier.svar for earlier, _ in told):
            message = f"”{places[0].excerpt}” står {_named(places)}."
            yield places[0].remark(message, "Stryk det ena.", related=places[1:])


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
    return length >= _LONG or (length >= _SENTENCE and _has_sentence(repetition, answers))


def _has_sentence(repetition: Repetition, answers: list[Svar]) -> bool:
    """Whether a passage is whole sentences, or has one that stands in both places word for word."""
    number, start, end = repetition.second
    sentences = answers[number].meningar
    if any(s.start == start for s in sentences) and any(_end(s) <= end <= s.end for s in sentences):
        return True
    other, other_start, other_end = repetition.first
    earlier = answers[other].text[other_start:other_end]
    inside = [s for s in sentences if start <= s.start and s.end <= end and len(s.text) >= _SENTENCE]
    return any(sentence.text in earlier for sentence in inside)


def _end(sentence: Sentence) -> int:
    """Return where the last word of a sentence ends: the sign behind it may be another in the other place."""
    return sentence.start + len(sentence.text.rstrip(" .!?”"))


def _passages(found: list[Repetition]) -> Iterator[_Passage]:
    """Yield what is repeated; places that have anything in common, one with the next, are of one passage."""
    pairs = [pair for r in found for pair in ((r.first, r.second, r.is_exact), (r.second, r.first, r.is_exact))]
    places = _places([mine for mine, *_ in pairs])
    shared: dict[tuple[TextSpan, TextSpan], _Spans] = {}
    beside: dict[TextSpan, set[TextSpan]] = {place: set() for place in places}
    nearly: set[TextSpan] = set()
    for mine, theirs, is_exact in pairs:
        place, other = _within(mine, places), _within(theirs, places)
        if place != other:
            shared.setdefault((place, other), []).append(mine[1:])
            beside[place].add(other)
            if not is_exact:
                nearly.add(place)
    left = dict.fromkeys(places)
    while left:
        together = _reached(next(iter(left)), beside)
        for place in together:
            del left[place]
        if len(together) > 1:
            yield _Passage(tuple(sorted(together)), shared, nearly.isdisjoint(together))


def _reached(first: TextSpan, beside: dict[TextSpan, set[TextSpan]]) -> set[TextSpan]:
    """Return every place that a place leads to, by one repetition or by many."""
    found, waiting = {first}, [first]
    while waiting:
        new = beside[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def _places(parts: list[TextSpan]) -> list[TextSpan]:
    """Return the places that some parts stand in, in order; parts that overlap are of one place."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for number, start, end in parts:
        spans.setdefault(number, []).append((start, end))
    return [(number, *span) for number in sorted(spans) for span in merged(spans[number])]


def _within(part: TextSpan, places: list[TextSpan]) -> TextSpan:
    """Return the place that a part is in: the last that does not begin after it."""
    return places[bisect_right(places, (part[0], part[1], maxsize)) - 1]


def _remark(passage: _Passage, answers: list[Svar], underlag: Underlag) -> Remark:
    first, *others = passage.places
    here, *there = (Hit(answers[number], start, end) for number, start, end in passage.places)
    length = here.end - here.start
    sizes = [sum(end - start for start, end in merged(passage.shared.get((o, first), ()))) for o in others]
    is_here = all(hit.svar is here.svar for hit in there)
    whole = [hit for hit, size in zip(there, sizes, strict=True) if is_here or size >= _WHOLE * length]
    parts = [hit for hit in there if hit not in whole]
    start = " ".join(here.excerpt.split()[:_SHOWN])
    is_partly = is_here and min(sizes) < _WHOLE * length
    manner = ", helt eller delvis," if is_partly else "" if passage.is_exact else ", nästan ordagrant,"
    message = f"”{start} …” ({thousands(length)} tecken) står{manner} {_named([here, *whole])}."
    if parts:
        message += f" En del av det står {_named(parts)}."
    return here.remark(message, _hint(passage, [here, *there], underlag), related=there)


def _hint(passage: _Passage, hits: list[Hit], underlag: Underlag) -> str:
    """Return what to do, and what is won by it in each area."""
    won: Counter[int] = Counter()
    for hit, place in zip(hits, passage.places, strict=True):
        won[underlag.mall.omrade_of(hit.svar.fraga).nummer] += passage.won(place)
    gains = [f"{thousands(tecken)} i område {omrade}" for omrade, tecken in sorted(won.items()) if tecken]
    total = f"Då vinns omkring {thousands(won.total())} tecken"
    total += f": {row_of(gains)}." if len(gains) > 1 else f" i område {next(iter(+won))}."
    if any(hit.svar is not hits[0].svar for hit in hits):
        return f"Låt det stå på ett ställe, och hänvisa dit eller korta. {total}"
    return f"{'Stryk det ena.' if len(hits) == _TWO else 'Låt det stå en gång.'} {total}"


def _named(hits: list[Hit]) -> str:
    """Return where some words stand: in which questions, and how many times where that is not once."""
    times = Counter(hit.svar.fraga for hit in hits)
    if len(times) == 1 and len(hits) > 1:
        return f"{_TIMES.get(len(hits), str(len(hits)))} gånger i svaret på {hits[0].svar.fraga}"
    shown = [fraga if many == 1 else f"{fraga} ({many} gånger)" for fraga, many in times.items()]
    return f"i {row_of(shown)}"
