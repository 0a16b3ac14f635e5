"""What rules on the whole report said last, moved with the words that it is about, to be shown while a text is typed.

Of an answer that is being written on, what stands before and after the edit is where it was; what was said of words
that the edit touches is said no more, until there is time to ask again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapport.checks.rule import Hit, Remark
from rapport.domain.haste import may_wait, recently
from rapport.domain.svar import Svar

# Rules that hold each answer against all the others, and cost most: none of them says how much room is left.
CAN_WAIT = frozenset(
    ("upprepning", "sarskrivning", "stavning", "diarienummer", "olika-tal", "korshanvisning", "beteckning")
)


class Last(NamedTuple):
    """What a rule said of a report, and the answers as they were then."""

    svar_by_fraga: Mapping[str, Svar]
    said: Sequence[Remark]


def said_last(rule: str, svar_by_fraga: Mapping[str, Svar]) -> Iterable[Remark] | None:
    """Return what a rule said last, where it can wait and there is no time to ask it; None where it is to be asked."""
    recent = recently() if rule in CAN_WAIT else None
    return moved(recent[rule], svar_by_fraga) if recent and rule in recent and may_wait() else None


def leave(rule: str, svar_by_fraga: Mapping[str, Svar], said: Sequence[Remark]) -> Sequence[Remark]:
    """Return what a rule says, and leave it to the checks that come after."""
    recent = recently() if rule in CAN_WAIT else None
    if recent is not None:
        recent[rule] = Last(svar_by_fraga, said)
    return said


def moved(last: Last, svar_by_fraga: Mapping[str, Svar]) -> Iterator[Remark]:
    """Yield what was said, as far as the words that it was said of are still there."""
    edits: dict[str, _Edit | None] = {}
    for remark in last.said:
        fragor = {one.svar.fraga for one in remark.related if isinstance(one, Hit)}
        fragor |= {remark.fraga} if remark.fraga else set()
        for fraga in fragor - edits.keys():
            edits[fraga] = _edit(last.svar_by_fraga.get(fraga), svar_by_fraga.get(fraga))
        if all(edits[fraga] for fraga in fragor) and (now := _remark(remark, edits)):
            yield now


class _Edit(NamedTuple):
    """How an answer has changed: the same up to ``first``, and again from ``last`` on, where it has moved by ``by``."""

    svar: Svar
    first: int
    last: int
    by: int

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        if end <= self.first:
            return start, end
        return (start + self.by, end + self.by) if start >= self.last else None


def _edit(then: Svar | None, now: Svar | None) -> _Edit | None:
    if then is None or now is None:
        return None
    old, new = then.text, now.text
    if old == new:
        return _Edit(now, len(old), len(old), 0)
    first = _alike(old, new)
    rest = _alike(old[first:][::-1], new[first:][::-1])
    return _Edit(now, first, len(old) - rest, len(new) - len(old))


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with that are the same."""
    differ = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differ, min(len(one), len(other)))


def _remark(remark: Remark, edits: Mapping[str, _Edit | None]) -> Remark | None:
    """Return a remark where its words are now; None where they have been touched."""
    related = [_hit(one, edits) if isinstance(one, Hit) else one for one in remark.related]
    if not all(related):
        return None
    remark = remark._replace(related=tuple(one for one in related if one))
    edit = edits.get(remark.fraga or "")
    if edit is None or remark.start is None or remark.end is None:
        return remark
    place = edit.place(remark.start, remark.end)
    return remark._replace(start=place[0], end=place[1]) if place else None


def _hit(hit: Hit, edits: Mapping[str, _Edit | None]) -> Hit | None:
    edit = edits[hit.svar.fraga]
    place = edit.place(hit.start, hit.end) if edit else None
    return Hit(edit.svar, *place) if edit and place else None
