"""What a rule is, and the helpers that rules share.

A rule is one module in ``checks/rules``: its file name is its id, its Swedish docstring its documentation and
``SEVERITY`` its severity. It has one of two functions:

``check_svar(svar, redovisning)``  looks at one answer and at nothing else but which report it is
``check(underlag)``                looks at the whole report

Both yield Remarks; the engine puts the rule's id, its severity and the places in the files to them. A rule about the
files themselves has neither: its findings come up as the files are read.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from types import ModuleType
from typing import Literal, NamedTuple

from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning, Underlag
from rapport.finding import Related, Severity

_MOST = 100


class Remark(NamedTuple):
    """What a rule has to say: about an area, an answer, or some words of it from ``start`` to ``end`` in its text.

    ``severity`` is given only where it is not the rule's own. ``fix`` is what to write instead of the words where
    that is beyond doubt.
    """

    message: str
    hint: str | None = None
    omrade: int | None = None
    fraga: str | None = None
    start: int | None = None
    end: int | None = None
    fix: str | None = None
    severity: Severity | None = None
    related: tuple["Hit | Related", ...] = ()


CheckSvar = Callable[[Svar, Redovisning], Iterable[Remark]]
CheckUnderlag = Callable[[Underlag], Iterable[Remark]]
LooksAt = Literal["svar", "underlag", "filer"]


@dataclass(frozen=True)
class Rule:
    """One rule: its id, how serious it is, and what it looks at; the rest is in its module.

    A rule that looks at files only has nothing to check: its findings come up as the files are read.
    """

    id: str
    severity: Severity
    looks_at: LooksAt

    @property
    def documentation(self) -> str:
        """The rule's own words: what is wrong, why, what is right, and how far it is to be trusted, in Swedish."""
        from rapport.checks.trust import trust_by_rule

        words = (load_module(self.id).__doc__ or "").rstrip()
        trust = trust_by_rule().get(self.id)
        return f"{words}\n\n{trust}\n" if trust else words

    @cached_property
    def check(self) -> CheckUnderlag:
        """What looks at a whole report."""
        found: CheckUnderlag = load_module(self.id).check
        return found

    @cached_property
    def check_svar(self) -> CheckSvar:
        """What looks at one answer."""
        found: CheckSvar = load_module(self.id).check_svar
        return found


class Hit(NamedTuple):
    """Some words of an answer that a rule is about: ``start`` to ``end`` in the answer's text."""

    svar: Svar
    start: int
    end: int

    @property
    def excerpt(self) -> str:
        """The words themselves."""
        return self.svar.text[self.start : self.end]

    def remark(
        self,
        message: str,
        hint: str | None = None,
        *,
        fix: str | None = None,
        severity: Severity | None = None,
        related: "Iterable[Hit | Related]" = (),
    ) -> Remark:
        """Return what a rule has to say of the words."""
        return Remark(
            message,
            hint,
            fraga=self.svar.fraga,
            start=self.start,
            end=self.end,
            fix=fix,
            severity=severity,
            related=tuple(related),
        )


def load_module(rule: str) -> ModuleType:
    """Return a rule's module, loading it the first time."""
    return import_module(f"rapport.checks.rules.{rule.replace('-', '_')}")


def load_rule(rule: str) -> Rule:
    """Return the rule with an id, as its module describes it."""
    module = load_module(rule)
    looks_at: LooksAt = "svar" if hasattr(module, "check_svar") else "underlag" if hasattr(module, "check") else "filer"
    return Rule(rule, module.SEVERITY, looks_at)


def can_be_waived(rule: Rule) -> bool:
    """Whether a region may decide that a rule does not hold: not what makes a report unreadable, or too long."""
    return rule.looks_at != "filer" and rule.id != "teckengrans"


def svar_in_order(underlag: Underlag) -> Iterator[Svar]:
    """Yield every answer, in the form's order."""
    return (svar for fraga in underlag.mall.fraga_by_id if (svar := underlag.svar_by_fraga.get(fraga)))


def hits(
    svar: Svar, pattern: str | re.Pattern[str], *, whole_words: bool = False, signs: tuple[str, ...] = ()
) -> Iterator[Hit]:
    """Yield every match of a pattern in an answer's text; the words are its group ``ord`` where it has one.

    With ``whole_words`` a match is widened to the blanks around it; a word with two matches comes once. Of very
    many matches only the first hundred come: when they are mended, the next check finds the rest. An answer that
    holds none of ``signs`` is not looked through. A pattern given as a string is compiled when it is first needed.
    """
    if not signs or any(map(svar.text.__contains__, signs)):
        compiled = _compiled(pattern) if isinstance(pattern, str) else pattern
        for start, end in _spans(svar.text, compiled, whole_words=whole_words):
            yield Hit(svar, start, end)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of a rule; there are more of them than ``re`` itself remembers."""
    return re.compile(pattern)


def _spans(text: str, pattern: re.Pattern[str], *, whole_words: bool) -> Iterator[tuple[int, int]]:
    group: str | int = "ord" if "ord" in pattern.groupindex else 0
    last_end = found = 0
    for match in pattern.finditer(text):
        if match.start(group) < last_end:
            continue
        found += 1
        if found > _MOST:
            return
        start, last_end = _word(text, match) if whole_words else match.span(group)
        yield start, last_end


def _word(text: str, match: re.Match[str]) -> tuple[int, int]:
    start = max(text.rfind(blank, 0, match.start()) for blank in " \n\t") + 1
    ends = [at for blank in " \n\t" if (at := text.find(blank, match.end())) >= 0]
    return start, min(ends, default=len(text))
