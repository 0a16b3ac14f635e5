"""Goals and limits that numbers beside them are said to reach or keep, and do not: "målet om 40 procent nåddes"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

_GOAL = re.compile(r"\b[Mm]ål(?:et|värdet|talet)? (?:om|på|var|är|att nå)(?: minst)? $")
_REACHED = re.compile(r"\b(?:nåddes|uppnåddes|överträffades|uppfylldes|har nåtts|är nått)\b(?! inte| ej)")
_MISSED = re.compile(r"\b(?:nåddes|uppnåddes|uppfylldes) (?:\w+ )?(?:inte|ej)\b")
# Where less is more, and where the goal has a day or a part of its own.
_LESS_IS_MORE = re.compile(
    r"högst|max|minska|sänk|lägre|färre|under \d|arbetslös|väntetid|restid|utsläpp|handlägg|frånvaro|sjuk|avbrott"
    r"|kostnad|olyck|dagar|underskott|ohälsa|våld|brott|delvis|nästan|knappt|senast|halvår|delmål|etapp|riket|tidigare|innan"
)
_CEILING = re.compile(r"\b(?:högst|max(?:imalt)?|tak(?:et)? (?:på|är|om)|inte överstiga|inte överskrida) $")
_KEPT = re.compile(r"\b(?:ryms|ligger|håller sig|är) (?:\w+ )?(?:inom|under) (?:den |det )?(?:högsta |tillåtna )?")
_LIMIT_WORD = re.compile(r"(?:stödandel|tak(?:et)?\b|gräns|stödnivå|beloppsgräns|stödtak)\w*")
_OF_COST = re.compile(r" av (?:en |den |hela )?(?:total |samlad )?(?:\w*kostnad\w*|\w*budget\w*)(?: om| på| av)? ")
_HUNDRED = Decimal(100)
_BACK = 2


class Broken(NamedTuple):
    """A goal or a limit that a number is said to meet, both with their places in the answer's text, and why not."""

    start: int
    end: int
    other: tuple[int, int]
    told: str


def broken(svar: Svar) -> Iterator[Broken]:
    """Yield every goal said to be reached that is not, or missed that is reached, and every limit that is not kept."""
    if not any(sign in svar.text for sign in ("mål", "Mål", "inom", "under ")):
        return
    for number, (sentence, _) in enumerate(mangder_by_sentence(svar)):
        if _REACHED.search(sentence.text) or _MISSED.search(sentence.text):
            yield from _goal(svar, number)
        kept = _KEPT.search(sentence.text)
        word = _LIMIT_WORD.match(sentence.text, kept.end()) if kept else None
        if kept and word:
            yield from _limit(svar, number, kept.start(), word.end())


def _near(svar: Svar, number: int, back: int) -> tuple[str, list[Mangd]]:
    """Return the words of a sentence and some before it in its passage, and their quantities by the answer's places."""
    first = number
    read = mangder_by_sentence(svar)
    while first > max(0, number - back) and "\n" not in svar.text[read[first - 1][0].end : read[first][0].start]:
        first -= 1
    found = [m.moved(sentence.start) for sentence, some in read[first : number + 1] for m in some]
    return svar.text[read[first][0].start : read[number][0].end], found


def _goal(svar: Svar, number: int) -> Iterator[Broken]:
    for back in (0, 1):
        text, found = _near(svar, number, back)
        goals = [m for m in found if _GOAL.search(svar.text[max(0, m.start - 30) : m.start])]
        results = [m for m in found if m not in goals]
        if len(goals) == 1 and results:
            break
    if len(goals) != 1 or len(results) != 1 or _LESS_IS_MORE.search(text.lower()):
        return
    goal, result = goals[0], results[0]
    if goal.slag != result.slag or goal.is_rough or result.is_rough or not _are_alike(svar, goal, result):
        return
    if svar.text[: result.start].endswith("med "):
        return  # by so many it was passed
    is_missed = bool(_MISSED.search(text))
    if result.value > goal.value if is_missed else result.value < goal.value:
        said, is_what = ("inte ha nåtts", "mer") if is_missed else ("ha nåtts", "mindre")
        numbers = f"{result.shown(result.value)} är {is_what} än {goal.shown(goal.value)}"
        told = f"målet sägs {said}, men {numbers}"
        yield Broken(result.start, result.end, (goal.start, goal.end), told)


def _are_alike(svar: Svar, goal: Mangd, result: Mangd) -> bool:
    """Whether a goal counts what the result does, where it says what."""
    if goal.slag != "antal":
        return True
    one, other = (re.match(r"[\s\u00a0]+([\w-]{3,})", svar.text[m.end : m.end + 40]) for m in (goal, result))
    return one is None or other is None or one[1][:4].lower() == other[1][:4].lower()


def _limit(svar: Svar, number: int, kept: int, end: int) -> Iterator[Broken]:
    _, found = _near(svar, number, _BACK)
    here = mangder_by_sentence(svar)[number][0].start
    limits = [m for m in found if _CEILING.search(svar.text[max(0, m.start - 30) : m.start])]
    said = [m for m in found if here <= m.start < here + kept and m not in limits]
    if len(limits) != 1 or not said:
        return
    limit, last = limits[0], said[-1]
    if len(said) > 1 and limit.slag == "procent" and _OF_COST.fullmatch(svar.text[said[-2].end : last.start]):
        part, whole = said[-2], last
        share = (part.value / whole.value * _HUNDRED).quantize(Decimal("0.1")) if whole.value else Decimal(0)
        if part.slag == whole.slag and share > limit.value + 1:
            told = f"det är {limit.shown(share)} procent, mer än {svar.text[limit.start : limit.end]}"
            yield Broken(part.start, here + end, (limit.start, limit.end), told)
    elif len(said) == 1 and last.slag == limit.slag != "antal" and last.low > limit.high:
        told = f"det är mer än {svar.text[limit.start : limit.end]}"
        yield Broken(last.start, here + end, (limit.start, limit.end), told)
