"""Changes whose size is told in words: "steg från 90 till 125, en ökning med hälften"."""

import re
from collections.abc import Iterator

from rapport.checks.reckoning import share_words as words
from rapport.checks.reckoning.changes import Change, changes_of
from rapport.checks.reckoning.said import Said, said_in
from rapport.domain.svar import Svar

_BEHIND = re.compile(
    r"[^.;:\d]{0,40}?, (?:alltså |det vill säga )?en (?:ökning|minskning|uppgång|nedgång|höjning|sänkning) (?:med|på) "
)
_BEFORE, _FROM = re.compile(r"\b(?:med|på) $"), re.compile(r",? (?:alltså )?från ")
_NEAR = 60


def wrong_fractions(svar: Svar) -> Iterator[tuple[Said, Change]]:
    """Yield every share in words that a change is said to be, and is not, with its place in the answer."""
    for change in changes_of(svar):
        if change.said or change.first.slag not in {"antal", "kr", "procent"}:
            continue
        start = min(one for one, _ in change.places)
        at = max(0, start - _NEAR)
        window = svar.text[at : max(end for _, end in change.places) + _NEAR + 20]
        for said in said_in(window, []):
            moved = said._replace(start=said.start + at, end=said.end + at)
            if _is_its(svar.text, change, moved) and not _holds(change, said):
                yield moved, change


def _is_its(text: str, change: Change, said: Said) -> bool:
    """Whether a share is how large a change is: right before its values, or behind them."""
    start, end = min(one for one, _ in change.places), max(one for _, one in change.places)
    if said.end <= start:
        return bool(_FROM.fullmatch(text, said.end, start) and _BEFORE.search(text, 0, said.start))
    return bool(_BEHIND.fullmatch(text, end, said.start))


def _holds(change: Change, said: Said) -> bool:
    """Whether the change is as large as said, rounding allowed for; "drygt hälften" is more, but not much."""
    size = abs(change.difference) / change.first.value
    rounded = (change.first.step + change.second.step) / 2 / change.first.value
    over = size - said.value
    if not said.rough:
        return abs(over) <= words.LOOSE + rounded
    if said.rough == "about":
        return abs(over) <= words.ABOUT
    over = over if said.rough == "over" else -over
    return -words.HARDLY - rounded <= over and (said.rough == "over" or over <= words.FAR)
