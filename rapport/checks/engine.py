"""Runs the rules on a report and puts their findings in reading order."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, partial

from rapport.checks import rules
from rapport.checks.memory import Memory, key_of_svar, key_of_underlag
from rapport.checks.rule import Hit, Remark, Rule, load_rule, svar_in_order
from rapport.domain.svar import Svar
from rapport.domain.underlag import Allvar, Redovisning, Underlag
from rapport.finding import Finding, Place, Related

# What is wrong when answers cannot be read at all: then no rule can say that there is nothing to remark on.
_OF_FILES = {"yaml", "dubbelt-svar", "okand-nyckel", "okand-fraga"}


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by its id."""
    return {rule: load_rule(rule) for rule in rules.ALL}


def check(
    underlag: Underlag, from_files: Iterable[Finding] = (), only: Collection[str] = (), memory: Memory | None = None
) -> list[Finding]:
    """Return all findings on a report, those of its files included, waived ones marked with their reason.

    With ``only``, just the rules with these ids, and what keeps answers from being read at all. What ``memory`` has
    is not found out again.
    """
    known = memory.rules() if memory else all_rules()
    found = [finding for finding in from_files if not only or finding.rule in only or _hides_answers(finding)]
    for rule in known.values():
        if _allvar(underlag, rule) != "av" and (not only or rule.id in only):
            found += [_finding(underlag, rule, remark) for remark in _remarks(underlag, rule, memory)]
    if not only:
        found += [*_useless_waivers(underlag, known), *_useless_settings(underlag, known)]
    order = {fraga: number for number, fraga in enumerate(underlag.mall.fraga_by_id)}
    return sorted(found, key=lambda finding: _reading_order(finding, order))


def _remarks(underlag: Underlag, rule: Rule, memory: Memory | None = None) -> Iterator[Remark]:
    """Yield what a rule has to say; what it said of an answer is remembered as long as that is the same."""
    if rule.looks_at == "underlag":
        key = key_of_underlag(rule, underlag) if memory else ""
        yield from _recalled(memory, key, underlag, lambda: rule.check(underlag))
    for svar in svar_in_order(underlag) if rule.looks_at == "svar" else ():
        # The report is part of the key, and kept with what it led to: its id is no other's as long as it is there.
        find = partial(_remarks_on, rule, svar, underlag, memory)
        yield from svar.remember((rule.id, id(underlag.redovisning)), find)[1]


def _remarks_on(
    rule: Rule, svar: Svar, underlag: Underlag, memory: Memory | None
) -> tuple[Redovisning, tuple[Remark, ...]]:
    redovisning = underlag.redovisning
    key = key_of_svar(rule, svar, redovisning) if memory else ""
    return redovisning, _recalled(memory, key, underlag, lambda: rule.check_svar(svar, redovisning))


def _recalled(
    memory: Memory | None, key: str, underlag: Underlag, find: Callable[[], Iterable[Remark]]
) -> tuple[Remark, ...]:
    """Return what the memory has under a key, or else what is found now, and then it is remembered."""
    said = memory.recall(key, underlag) if memory else None
    if said is None:
        said = tuple(find())
        if memory:
            memory.keep(key, said)
    return said


def _finding(underlag: Underlag, rule: Rule, remark: Remark) -> Finding:
    """Return a remark as a finding: with its rule's name and weight, its places, and the reason it is waived."""
    svar = underlag.svar_by_fraga.get(remark.fraga or "")
    excerpt = svar.text[remark.start : remark.end] if svar and remark.start is not None else None
    omrade = underlag.mall.omrade_of(remark.fraga).nummer if remark.fraga else remark.omrade
    allvar = _allvar(underlag, rule)
    return Finding(
        rule.id,
        allvar if allvar not in {rule.severity, "av"} else remark.severity or rule.severity,
        remark.message,
        remark.hint,
        _place(underlag, remark, svar, omrade),
        omrade,
        remark.fraga,
        excerpt,
        tuple(_related(underlag, other) for other in remark.related),
        svar.tillat.get(rule.id) if svar else None,
        remark.start,
        remark.fix,
    )


def _place(underlag: Underlag, remark: Remark, svar: Svar | None, omrade: int | None) -> Place:
    if svar and remark.start is not None:
        return underlag.places.of_words(svar, remark.start)
    if remark.fraga and omrade:
        return underlag.places.of_fraga(remark.fraga, omrade)
    return underlag.places.of_omrade(omrade) if omrade else Place()


def _related(underlag: Underlag, other: Hit | Related) -> Related:
    if isinstance(other, Related):
        return other
    place = underlag.places.of_words(other.svar, other.start)
    return Related(place, other.svar.fraga, other.excerpt, other.start)


def _hides_answers(finding: Finding) -> bool:
    return finding.rule in _OF_FILES and finding.severity == "error"


def _allvar(underlag: Underlag, rule: Rule) -> Allvar:
    """Return how serious a rule is in this report: what cannot be waived cannot be made less of either."""
    return underlag.allvar[rule.id] if rule.id in underlag.allvar and _can_be_waived(rule) else rule.severity


def _can_be_waived(rule: Rule) -> bool:
    return rule.looks_at != "filer" and rule.id != "teckengrans"


def _useless_settings(underlag: Underlag, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """Yield a finding for each severity in rapport.yaml that can have no effect."""
    for name in underlag.allvar:
        if name not in rules:
            message, hint = f"Regeln {name} finns inte.", "Kontrollera stavningen; rapport regel räknar upp reglerna."
        elif not _can_be_waived(rules[name]):
            message, hint = f"Regeln {name} kan inte göras lindrigare eller stängas av.", "Ta bort raden."
        else:
            continue
        yield Finding("okand-nyckel", "warning", message, hint, underlag.places.by_regel.get(name, Place()))


def _useless_waivers(underlag: Underlag, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """Yield a note for each waiver that cannot have any effect, because it names no rule that can be waived."""
    for svar in svar_in_order(underlag):
        omrade = underlag.mall.omrade_of(svar.fraga).nummer
        for name in svar.tillat:
            if name not in rules:
                message, hint = f"Regeln {name} finns inte, så undantaget gör ingenting.", "Kontrollera stavningen."
            elif not _can_be_waived(rules[name]):
                message, hint = f"Regeln {name} kan inte tillåtas, så undantaget gör ingenting.", "Ta bort undantaget."
            else:
                continue
            place = underlag.places.by_waiver.get((svar.fraga, name), Place())
            yield Finding("okand-nyckel", "info", message, hint, place, omrade, svar.fraga)


def _reading_order(finding: Finding, order: dict[str, int]) -> tuple[int, int, str, int, int, int]:
    place = finding.place
    return (
        finding.omrade or 0,
        order.get(finding.fraga or "", -1),
        place.path or "",
        place.stycke or 0,
        place.line or 0,
        place.column or 0,
    )
