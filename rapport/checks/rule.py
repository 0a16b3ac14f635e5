"""What a rule is, and the helpers that rules share.

A rule is one module in ``checks/rules``: its file name is its id, its Swedish docstring its documentation,
``SEVERITY`` its severity and ``check(underlag)`` what yields its findings. A rule about the files themselves
has no ``check``: its findings come up as the files are read.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType

from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

_MOST = 100
Check = Callable[[Underlag], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, made from its module."""

    id: str
    severity: Severity
    documentation: str
    check: Check | None


def rule_from(module: ModuleType) -> Rule:
    """Return the rule that a module in ``checks/rules`` describes."""
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    return Rule(name, module.SEVERITY, module.__doc__ or "", getattr(module, "check", None))


def svar_in_order(underlag: Underlag) -> Iterator[tuple[int, Svar]]:
    """Yield every answer with its area's number, in the form's order."""
    for omrade in underlag.mall.omraden:
        for fraga in omrade.fragor:
            if svar := underlag.svar_by_fraga.get(fraga.id):
                yield omrade.nummer, svar


def matches(svar: Svar, pattern: re.Pattern[str], *, whole_words: bool = False) -> Iterator[tuple[str, int]]:
    """Yield every match in an answer's text, with how many times the same characters stand before it.

    With ``whole_words`` a match is widened to the blanks around it; a word with two matches comes once. Of very
    many matches only the first hundred come: when they are mended, the next check finds the rest.
    """
    text = svar.text
    last_end = found = 0
    for match in pattern.finditer(text):
        if match.start() < last_end:
            continue
        found += 1
        if found > _MOST:
            return
        start, last_end = _word(text, match) if whole_words else match.span()
        excerpt = text[start:last_end]
        yield excerpt, text.count(excerpt, 0, start)


def _word(text: str, match: re.Match[str]) -> tuple[int, int]:
    start = max(text.rfind(blank, 0, match.start()) for blank in " \n\t") + 1
    ends = [at for blank in " \n\t" if (at := text.find(blank, match.end())) >= 0]
    return start, min(ends, default=len(text))
