"""Which amounts of an answer are summed: wholes and their parts are kept apart, and what is unsure is left out.

Each amount that is not summed has the reason why, in Swedish: nothing is left out, or summed, without a word.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rapport.domain.belopp import Belopp
from rapport.prose.sentences import Sentence
from rapport.samling.helhetsord import (
    BESIDES,
    CHANGE,
    EACH,
    FORMER,
    GRANTED,
    JOINT,
    LIMIT,
    MEAN,
    OF_IT,
    OF_IT_BEHIND,
    OF_WHOLE,
    OTHERS_BEHIND,
    OTHERS_MONEY,
    PAID,
    PAID_BEHIND,
    PART,
    SOME_OF,
    THEN,
    VERB,
    WHOLE,
    YEAR,
)

_MOST_PARTS = 12
_NEAR = 500  # characters before an amount that is paid out, where it may be said to have been granted


def unsummed(text: str, sentences: Sequence[Sentence], found: Sequence[Belopp]) -> dict[int, str]:
    """Return why amounts are not summed, by where each begins; the others are."""
    why: dict[int, str] = {}
    for row in _sums(found):
        whole, *parts = row
        why |= {one.start: _part_of(whole) for one in parts}
    for sentence in sentences:
        first, last = (bisect_left(found, at, key=lambda one: one.start) for at in (sentence.start, sentence.end))
        here, before = found[first:last], found[max(0, first - 1) : first]
        why |= {start: reason for start, reason in _in_sentence(text, sentence, here, before) if start not in why}
    why |= dict(_said_again(text, found, why))
    return why | _unsure(text, sentences, found, why)


def _sums(found: Sequence[Belopp]) -> Iterator[list[Belopp]]:
    """Yield each whole with the parts that stand right behind or before it and are as much as it is together."""
    for at, whole in enumerate(found):
        for row in (found[at + 1 : at + 1 + _MOST_PARTS], found[max(0, at - _MOST_PARTS) : at][::-1]):
            sums = accumulate(one.value for one in row)
            for count, value in enumerate(sums, 1):
                if count > 1 and abs(value - whole.value) <= max(one.step for one in (whole, *row[:count])) / 2:
                    yield [whole, *row[:count]]
                    break


def _in_sentence(
    text: str, sentence: Sentence, here: Sequence[Belopp], before: Sequence[Belopp]
) -> Iterator[tuple[int, str]]:
    """Yield the amounts of a sentence that its words leave out of a sum, each with the reason."""
    whole = before[-1] if before and OF_IT.match(sentence.text) else None
    for last, one in zip((None, *here), here, strict=False):
        lead = text[last.end if last else sentence.start : one.start]
        behind = text[one.end : sentence.end]
        if OF_WHOLE.search(lead) and (last or len(here) > 1):
            if last:
                yield last.start, _part_of(one)
            whole = one
        elif reason := _alone(lead, behind, text[max(0, one.start - _NEAR) : one.start]):
            yield one.start, reason
        elif (PART.search(lead) or OF_IT_BEHIND.match(behind)) and (whole or last or before):
            whole = whole or last or before[-1]
            yield one.start, _part_of(whole)
        elif whole and not BESIDES.search(lead):
            yield one.start, _part_of(whole)


def _alone(lead: str, behind: str, so_far: str) -> str:
    """Return what an amount is besides money of the region's that was given; "" where it is that."""
    kinds = (
        ("en gräns", LIMIT.search(lead)),
        ("per styck eller i genomsnitt", MEAN.search(lead) or EACH.match(behind)),
        ("en förändring", CHANGE.search(lead)),
        ("en jämförelse", THEN.search(lead) or FORMER.match(behind)),
        ("andras pengar", OTHERS_MONEY.search(lead) or OTHERS_BEHIND.match(behind)),
        (
            "utbetalt, kan ingå i det som beviljats",
            (PAID.search(lead) or PAID_BEHIND.match(behind)) and GRANTED.search(so_far),
        ),
    )
    return next((kind for kind, is_it in kinds if is_it), "")


def _said_again(text: str, found: Sequence[Belopp], why: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Yield amounts that were said before; two alike in one row are two: "3 mnkr till A och 3 mnkr till B"."""
    seen: dict[object, int] = {}
    for one in found:
        if one.start in why:
            continue
        if one.value in seen and re.search(r"[.;:\n]\s", text[seen[one.value] : one.start]):
            yield one.start, "samma belopp tidigare i svaret"
        seen[one.value] = one.end


def _unsure(text: str, sentences: Sequence[Sentence], found: Sequence[Belopp], why: dict[int, str]) -> dict[int, str]:
    """Return the amounts that nothing says are apart from a greater one of the answer, or parts of it."""
    rows: list[list[Belopp]] = []
    for one in (one for one in found if one.start not in why):
        if rows and _are_alike(text, sentences, rows[-1][-1], one):
            rows[-1].append(one)
        else:
            rows.append([one])
    if len(rows) < 2:  # noqa: PLR2004 - all of them are one row
        return {}
    kept = max(rows, key=lambda row: sum(one.value for one in row))
    most = max(kept, key=lambda one: one.value)
    return {one.start: f"oklart om det ingår i {most.text}" for row in rows if row is not kept for one in row}


def _are_alike(text: str, sentences: Sequence[Sentence], one: Belopp, other: Belopp) -> bool:
    """Whether two amounts that follow each other are said as two of one kind: in a row, a list, by the same verb."""
    between = text[one.end : other.start]
    first, second = (_sentence_of(sentences, amount) for amount in (one, other))
    if BESIDES.search(between):
        return True
    if first is second:
        return bool(JOINT.fullmatch(between))
    if SOME_OF.search(second.text) or WHOLE.search(first.text) or WHOLE.search(second.text):
        return False
    if set(YEAR.findall(first.text)) != set(YEAR.findall(second.text)):
        return False
    verbs = set(VERB.findall(first.text))
    if not verbs and not VERB.search(second.text):
        return True  # items of a list, cells of a table
    return not verbs.isdisjoint(VERB.findall(second.text))


def _sentence_of(sentences: Sequence[Sentence], one: Belopp) -> Sentence:
    return sentences[bisect_right(sentences, one.start, key=lambda sentence: sentence.start) - 1]


def _part_of(whole: Belopp) -> str:
    return f"del av {whole.text}"
