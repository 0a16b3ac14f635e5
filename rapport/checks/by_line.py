"""Rules that look at no more than a line of an answer at a time: what they say of one is remembered with its words.

So of a text that is being written on, all lines but one have been looked at already.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, wraps
from itertools import islice

from rapport.checks.rule import Hit, Remark
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.prose.blocks import Paragraph, Text

_MOST = 100  # remarks: when they are mended, the next check finds the rest
_MOST_LINES = 1_000  # twice those of a full report

CheckSvar = Callable[[Svar, Redovisning], Iterable[Remark]]


def by_line(check: CheckSvar) -> CheckSvar:
    """Return a rule's check as one that gives it each line of an answer by itself, as an answer of one line.

    It may look at the text, the words and the sentences of what it is given, and at nothing that lies outside a line.
    """

    @wraps(check)
    def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
        return islice(_remarks(check, svar, redovisning), _MOST)

    return check_svar


def lines_of(svar: Svar) -> Iterator[tuple[Svar, int]]:
    """Yield each line of an answer as one of its own, with where it begins; what it remembers, the next answer has."""
    at = 0
    for text in svar.text.split("\n"):
        yield _line(svar.fraga, text), at
        at += len(text) + 1


def _remarks(check: CheckSvar, svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    _begin(redovisning.fingerprint)
    for line, at in lines_of(svar):
        key = (check, redovisning.fingerprint)
        found = line.remember(key, lambda line=line: tuple(check(line, redovisning)))  # type: ignore[misc]
        for remark in found:
            yield _moved(remark, svar, at)


@lru_cache(1)
def _begin(_fingerprint: str) -> None:
    """Let go of the lines of another report: what was said of one that many have would grow with each of them."""
    _line.cache_clear()


@lru_cache(_MOST_LINES)
def _line(fraga: str, text: str) -> Svar:
    return Svar(fraga, (Paragraph((Text(text),)),) if text else ())


def _moved(remark: Remark, svar: Svar, at: int) -> Remark:
    """Return what was said of a line as it is said of the answer that has it."""
    assert remark.start is not None  # noqa: S101 - what is said of a line is said of some words
    assert remark.end is not None  # noqa: S101 - as above
    related = tuple(Hit(svar, one.start + at, one.end + at) if isinstance(one, Hit) else one for one in remark.related)
    return remark._replace(start=remark.start + at, end=remark.end + at, related=related)
