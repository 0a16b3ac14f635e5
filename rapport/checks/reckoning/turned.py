"""Numbers with two digits turned, told in other words of what a rare word near both says is one: 612 and 621 who came.

Two numbers of three digits are seldom each other's turned by chance. What is counted must be of one kind, and a word
that stands nowhere else in the report must stand beside both.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapport.checks.reckoning.mentions import Mention, stem, told_words
from rapport.checks.reckoning.slips import digits_of, is_transposed
from rapport.checks.words import listed

# Words for those who came.
_PEOPLE = frozenset(map(stem, listed("personer deltagare besökare individer människor elever medverkande kvinnor män")))
_OF_AIMS = ("bidr", "mål")  # what a number is told to be good for
_FEWEST, _RARE, _MOST = 3, 3, 200


def turned(mentions: Sequence[Mention], ar: str) -> Iterator[tuple[Mention, Mention]]:
    """Yield each two quantities of two answers that are the same but for two neighbouring digits, and of one thing.

    ``ar`` is the report's year, which is meant where none is said.
    """
    groups: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if digits_of(mention.mangd) >= _FEWEST:
            digits = sorted(mention.mangd.shown(mention.mangd.value))
            groups[mention.mangd.slag, "".join(digits)].append(mention)
    pairs = [
        (first, second)
        for some in groups.values()
        for first, second in combinations(some[:_MOST], 2)
        if first.svar is not second.svar
        and is_transposed(first.mangd, second.mangd)
        and _is_one_kind(first, second, ar)
    ]
    if not pairs:
        return
    answers: Counter[str] = Counter()
    for svar in {id(mention.svar): mention.svar for mention in mentions}.values():
        answers.update({word for sentence in svar.meningar for word in told_words(sentence.text)})
    for first, second in pairs:
        shared = _beside(first) & _beside(second)
        if first.told.names ^ second.told.names <= shared and any(answers[word] <= _RARE for word in shared):
            yield first, second


def _is_one_kind(first: Mention, second: Mention, ar: str) -> bool:
    """Whether two quantities may count one thing: the same noun, people by any name, or money told of nobody else."""
    is_people = {first.noun, second.noun} <= _PEOPLE
    is_same = first.noun == second.noun or (first.mangd.slag != "antal" and not (first.noun and second.noun))
    here, there = ({word for word in one.told.apart if not word.startswith(_OF_AIMS)} for one in (first, second))
    return (is_people or is_same) and here - {ar} == there - {ar}


def _beside(mention: Mention) -> frozenset[str]:
    """Return the words of a quantity's sentence and the one before it in its passage."""
    svar = mention.svar
    at = next(n for n, s in enumerate(svar.meningar) if s.start <= mention.mangd.start < s.end)
    sentence = svar.meningar[at]
    before = svar.meningar[at - 1] if at else None
    words = told_words(sentence.text)
    if before and "\n" not in svar.text[before.end : sentence.start]:
        words |= told_words(before.text)
    return words
