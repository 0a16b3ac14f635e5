"""What is left of a whole when some of it is gone: "1 600 000 av 4 000 000. Resterande …", "varefter 50 återstår"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, combinations

from rapport.checks.reckoning import share_words as words
from rapport.checks.reckoning.quantities import NOT_PEOPLE, mangder_by_sentence
from rapport.checks.reckoning.slips import is_slip
from rapport.checks.reckoning.sums import Claim, margin_of
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

_LEFT = re.compile(
    r"\b(?:resterande|återstående|kvarvarande|kvarstående|resten|återstoden|kvar att \w+)(?: [\w-]+){0,2}?"
    r"(?:,| är| var| blir| blev| uppgår till| uppgick till)? $|\b(?:resterande|återstående|kvarvarande) $",
    re.IGNORECASE,
)
_IS_LEFT = re.compile(
    r"(?:[\s\u00a0][\w-]+){0,3}?[\s\u00a0](?:återstår|återstod|kvarstår|kvarstod|(?:finns|fanns|är|var|blir|blev|ligger)"
    r" (?:kvar|över))\b"
)
_OF_THEM = re.compile(r"^Av (?:dem|dessa|de [\w-]+|upplagan)\b")
# What is given, and what it is spent on: the rest is the one less the other.
_GIVEN = re.compile(r"budget|tilldela|anslag|\bram\b|ramen|disponer|avsatt|avsatte|beviljad", re.IGNORECASE)
_SPENT = re.compile(r"beslut|förbruk|använ|utbetal|betalats|upparbet|fördelats|intecknat|bundit|gick åt", re.IGNORECASE)
_MIXED = re.compile(r"\b(?:varav|därav|bland annat|dessutom|per|vardera|ytterligare|jämfört|mot)\b", re.IGNORECASE)
_BACK, _FAR, _QUARTER = 4, 60, Decimal("0.25")


def left_claims(svar: Svar) -> Iterator[Claim]:
    """Yield what an answer says is left of a whole, against the whole and what is gone of it."""
    for number, (sentence, found) in enumerate(mangder_by_sentence(svar)):
        for at, rest in enumerate(found):
            is_left = _LEFT.search(sentence.text[: rest.start]) or _IS_LEFT.match(sentence.text, rest.end)
            if is_left and not rest.is_rough and rest.slag in {"kr", "antal"} and rest.value:
                yield from _of_rest(svar, number, at)


def _of_rest(svar: Svar, number: int, at: int) -> Iterator[Claim]:
    sentence, found = mangder_by_sentence(svar)[number]
    rest = found[at].moved(sentence.start)
    told = [m for m in _told(svar, number, at) if m.slag == rest.slag and not m.is_rough]
    if _is_any(told, rest):
        return
    own = [m for m in told if m.start >= sentence.start]
    before = [m for m in told if m.start < sentence.start]
    if own and before and _OF_THEM.match(sentence.text) and len(own) == at:
        whole = before[-1]
        if not _MIXED.search(sentence.text) and sum(m.value for m in own) < whole.value > rest.value:
            yield _claim(whole, own, rest)
        return
    for part, whole in combinations(told[-3:], 2):
        is_of = words.OF.fullmatch(svar.text[part.end : whole.start])
        if is_of and part.value < whole.value and _is_near(whole, part, rest):
            yield _claim(whole, [part], rest)
            return
    for one, other in combinations(told, 2) if rest.slag == "kr" else ():
        whole, part = (one, other) if one.value > other.value else (other, one)
        is_spent = _GIVEN.search(_lead(svar, whole)) and _SPENT.search(_lead(svar, part) + _behind(svar, part))
        if is_spent and whole.value > part.value and _is_near(whole, part, rest):
            yield _claim(whole, [part], rest)
            return


def _told(svar: Svar, number: int, at: int) -> Iterator[Mangd]:
    """Yield the quantities before one, in its sentence and the few before that, over one end of a passage at most."""
    read = mangder_by_sentence(svar)
    for back in range(max(0, number - _BACK), number + 1):
        sentence, found = read[back]
        if svar.text.count("\n", sentence.end, read[number][0].start) <= 1:
            for m in found[:at] if back == number else found:
                if m.slag != "antal" or not NOT_PEOPLE.match(sentence.text, m.end):
                    yield m.moved(sentence.start)


def _is_any(told: list[Mangd], rest: Mangd) -> bool:
    """Whether something told before less one or more other things in a row is what is left."""
    for at, whole in enumerate(told):
        rows = (
            row
            for start in range(len(told))
            for row in accumulate(m.value for m in [*told[:at], *told[at + 1 :]][start:])
        )
        if any(abs(whole.value - gone - rest.value) <= (whole.step + rest.step) / 2 for gone in rows):
            return True
    return any(m.value == rest.value for m in told)


def _is_near(whole: Mangd, part: Mangd, rest: Mangd) -> bool:
    """Whether what is left is nearly the whole less the part: a slip of the fingers, or off by less than a quarter."""
    right = rest._replace(value=whole.value - part.value)
    one, other = (rest.shown(m.value).replace("\u00a0", "").replace(" ", "").rstrip("0") for m in (rest, right))
    is_one_digit = len(one) == len(other) > 1 and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return is_slip(rest, right) or is_one_digit or abs(right.value - rest.value) <= _QUARTER * right.value


def _lead(svar: Svar, mangd: Mangd) -> str:
    """Return the words of its sentence that stand right before a quantity."""
    return re.split(r"[.;:] (?=[A-ZÅÄÖ])|\n|, ", svar.text[max(0, mangd.start - _FAR) : mangd.start])[-1]


def _behind(svar: Svar, mangd: Mangd) -> str:
    """Return the words right behind a quantity, as far as its clause goes."""
    return re.split(r"[.,;:\n\d]", svar.text[mangd.end : mangd.end + _FAR])[0]


def _claim(whole: Mangd, gone: list[Mangd], rest: Mangd) -> Claim:
    parts = (*gone, rest)
    spans = tuple((m.start, m.end) for m in parts)
    return Claim("Helheten är", whole, parts, (whole.start, whole.end), spans, margin_of(whole, parts))
