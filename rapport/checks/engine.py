"""Runs the rules on a report and puts their findings in reading order."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache

from rapport.checks import rules
from rapport.checks.memory import Memory, Said, key_of_svar, key_of_underlag
from rapport.checks.rule import Hit, Remark, Rule, can_be_waived, load_rule, svar_in_order
from rapport.checks.waiting import leave, said_last
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
    left_out = {r.id for r in known.values() if _allvar(underlag, r) == "av"} | {*underlag.osynligt}
    wanted = [r for r in known.values() if r.id not in left_out and (not only or r.id in only)]
    of_svar = {rule.id: rule for rule in wanted if rule.looks_at == "svar"}
    for svar in svar_in_order(underlag):
        found += _findings_on(underlag, svar, of_svar, memory)
    for rule in wanted:
        if rule.looks_at == "underlag":
            found += [_finding(underlag, rule, remark) for remark in _said_of_underlag(underlag, rule, memory)]
    if not only:
        found += [*_useless_waivers(underlag, known), *_useless_settings(underlag, known)]
    return sorted(found, key=_reading_order(underlag, known))


def switched_off(underlag: Underlag, only: Collection[str] = ()) -> list[str]:
    """Return the rules, all or of ``only``, that the region has turned off: what they would have said is not known."""
    off = [rule for rule in rules.ALL if underlag.allvar.get(rule) == "av" and (not only or rule in only)]
    return [rule for rule in off if can_be_waived(load_rule(rule))]


def _findings_on(
    underlag: Underlag, svar: Svar, rules: Mapping[str, Rule], memory: Memory | None
) -> tuple[Finding, ...]:
    """Return what rules find in one answer; the last of it is kept as long as nothing that it comes from is another."""
    places = underlag.places
    said = _said_of_svar(underlag, svar, rules, memory)
    made_of = (said, places.source_by_fraga.get(svar.fraga), places.by_fraga.get(svar.fraga), underlag.allvar)
    kept = svar.remember("fynd", _Kept)
    if not (said is kept.made_of[0] and made_of[1:] == kept.made_of[1:]):
        kept.made_of = made_of
        kept.findings = tuple(_finding(underlag, rules[rule], remark) for rule, remark in said)
    return kept.findings


class _Kept:
    """The findings on an answer as they were the last time, and what they were made of."""

    made_of: tuple[object, ...] = (None,)
    findings: tuple[Finding, ...] = ()


def _said_of_svar(underlag: Underlag, svar: Svar, rules: Mapping[str, Rule], memory: Memory | None) -> tuple[Said, ...]:
    """Return what rules have to say of one answer; that is remembered as long as it is the same."""
    redovisning = underlag.redovisning
    ids = tuple(rules)

    def find() -> tuple[Redovisning, tuple[Said, ...]]:
        key = key_of_svar(ids, svar, redovisning) if memory else ""
        said = memory.recall(key, underlag) if memory else None
        if said is None:
            said = tuple((r.id, remark) for r in rules.values() for remark in r.check_svar(svar, redovisning))
            if memory:
                memory.keep(key, said)
        return redovisning, said

    # The report is part of the key, and kept with what it led to: as long as it is there its id is its own.
    return svar.remember((ids, id(redovisning)), find)[1]


def _said_of_underlag(underlag: Underlag, rule: Rule, memory: Memory | None) -> Iterable[Remark]:
    """Return what a rule has to say of a whole report; in haste, of those that can wait, what it said last."""
    if (last := said_last(rule.id, underlag.svar_by_fraga)) is not None:
        return last
    key = key_of_underlag(rule, underlag) if memory else ""
    said = memory.recall(key, underlag) if memory else None
    if said is None:
        said = tuple((rule.id, remark) for remark in rule.check(underlag))
        if memory:
            memory.keep(key, said)
    return leave(rule.id, underlag.svar_by_fraga, [remark for _, remark in said])


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
        (svar.tillat.get(rule.id) or None) if svar else None,  # without a reason it is not waived
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
    return Related(underlag.places.of_words(other.svar, other.start), other.svar.fraga, other.excerpt, other.start)


def _hides_answers(finding: Finding) -> bool:
    return finding.rule in _OF_FILES and finding.severity == "error"


def _allvar(underlag: Underlag, rule: Rule) -> Allvar:
    """Return how serious a rule is in this report: what cannot be waived cannot be made less of either."""
    return underlag.allvar[rule.id] if rule.id in underlag.allvar and can_be_waived(rule) else rule.severity


def _useless_settings(underlag: Underlag, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """Yield a finding for each severity in rapport.yaml that can have no effect."""
    for name in underlag.allvar:
        if name not in rules:
            message, hint = f"Regeln {name} finns inte.", "Kontrollera stavningen; rapport regel räknar upp reglerna."
        elif not can_be_waived(rules[name]):
            message, hint = f"Regeln {name} kan inte göras lindrigare eller stängas av.", "Ta bort raden."
        else:
            continue
        yield Finding("okand-nyckel", "warning", message, hint, underlag.places.by_regel.get(name, Place()))


def _useless_waivers(underlag: Underlag, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """Yield a note for each waiver that cannot have any effect, because it names no rule that can be waived."""
    for svar in svar_in_order(underlag):
        for name in svar.tillat:
            if name not in rules:
                message, hint = f"Regeln {name} finns inte, så undantaget gör ingenting.", "Kontrollera stavningen."
            elif not can_be_waived(rules[name]):
                message, hint = f"Regeln {name} kan inte tillåtas, så undantaget gör ingenting.", "Ta bort undantaget."
            else:
                continue
            place = underlag.places.by_waiver.get((svar.fraga, name), Place())
            omrade = underlag.mall.omrade_of(svar.fraga)
            yield Finding("okand-nyckel", "info", message, hint, place, omrade.nummer, svar.fraga)


def _reading_order(underlag: Underlag, rules: Iterable[str]) -> Callable[[Finding], tuple[int | str, ...]]:
    """Return the sort key of findings: by area, question and place, and at one place as the rules are listed."""
    of_fraga = {fraga: number for number, fraga in enumerate(underlag.mall.fraga_by_id)}
    of_rule = {rule: number for number, rule in enumerate(rules)}

    def key(finding: Finding) -> tuple[int | str, ...]:
        place = finding.place
        where = (place.path or "", place.stycke or 0, place.line or 0, place.column or 0)
        return (finding.omrade or 0, of_fraga.get(finding.fraga or "", -1), *where, of_rule.get(finding.rule, -1))

    return key
