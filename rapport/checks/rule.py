"""What a rule is, and the helpers that rules share.

A rule is one module in ``checks/rules``: its file name is its id, its Swedish docstring its documentation,
``SEVERITY`` its severity and ``check(underlag)`` what yields its findings. A rule about the files themselves
has no ``check``: its findings come up as the files are read. One that may be unable to do its work says so in
``obstacle()``.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from types import ModuleType

from rapport.domain.begart import Begart, begart
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Place, Related, Severity

_MOST = 100
Check = Callable[[Underlag], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, made from its module. ``obstacle`` returns in Swedish why it cannot be checked here, if so."""

    id: str
    severity: Severity
    documentation: str
    check: Check | None
    obstacle: Callable[[], str | None] = lambda: None


@dataclass(frozen=True, slots=True)
class Hit:
    """Some words of an answer that a rule is about: ``start`` to ``end`` in the answer's text."""

    omrade: int
    svar: Svar
    start: int
    end: int

    @property
    def excerpt(self) -> str:
        """The words themselves."""
        return self.svar.text[self.start : self.end]

    @property
    def place(self) -> Place:
        """Where the words stand in the file."""
        excerpt = self.excerpt
        return self.svar.locate(excerpt, self.svar.text.count(excerpt, 0, self.start))

    @property
    def related(self) -> Related:
        """The words as another place of a finding."""
        return Related(self.place, self.svar.fraga, self.excerpt, self.start)

    def finding(  # noqa: PLR0913 - as many as a finding has parts
        self,
        rule: str,
        severity: Severity,
        message: str,
        hint: str,
        *,
        fix: str | None = None,
        related: Iterable[Related] = (),
    ) -> Finding:
        """Return a finding about the words."""
        return Finding(
            rule,
            severity,
            message,
            hint,
            self.place,
            self.omrade,
            self.svar.fraga,
            self.excerpt,
            tuple(related),
            offset=self.start,
            fix=fix,
        )


def rule_from(module: ModuleType) -> Rule:
    """Return the rule that a module in ``checks/rules`` describes."""
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    check, obstacle = getattr(module, "check", None), getattr(module, "obstacle", lambda: None)
    return Rule(name, module.SEVERITY, module.__doc__ or "", check, obstacle)


def svar_in_order(underlag: Underlag) -> Iterator[tuple[int, Svar]]:
    """Yield every answer with its area's number, in the form's order."""
    for omrade in underlag.mall.omraden:
        for fraga in omrade.fragor:
            if svar := underlag.svar_by_fraga.get(fraga.id):
                yield omrade.nummer, svar


def hits(
    underlag: Underlag, pattern: re.Pattern[str], *, whole_words: bool = False, signs: tuple[str, ...] = ("",)
) -> Iterator[Hit]:
    """Yield every match of a pattern in the answers' texts; the words are its group ``ord`` where it has one.

    With ``whole_words`` a match is widened to the blanks around it; a word with two matches comes once. Of very
    many matches in one answer only the first hundred come: when they are mended, the next check finds the rest.
    Only answers that hold one of ``signs`` are looked through.
    """
    for omrade, svar in svar_in_order(underlag):
        if not any(sign in svar.text for sign in signs):
            continue
        for start, end in _spans(svar.text, pattern, whole_words=whole_words):
            yield Hit(omrade, svar, start, end)


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


def missing(underlag: Underlag, asked: Collection[str]) -> Iterator[tuple[Begart, list[str], Place]]:
    """Yield what the form asks for and no answer shows: its questions, the parts that are missing, and the place.

    One for each group of questions; ``fraga`` is then the first of them that has an answer.
    """
    groups: dict[tuple[str, ...], list[Begart]] = {}
    for one in begart(underlag, asked):
        if one.fraga is None:
            groups.setdefault(one.fragor, []).append(one)
    for fragor, parts in groups.items():
        svar = next(svar for fraga in fragor if (svar := underlag.svar_by_fraga.get(fraga)) and svar.blocks)
        yield replace(parts[0], fraga=svar.fraga), [part.vad for part in parts], svar.place
