"""Runs the rules on a report and puts their findings in reading order."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache

from rapport.checks import rules
from rapport.checks.rule import Rule, rule_from, svar_in_order
from rapport.domain.underlag import Allvar, Underlag
from rapport.finding import Finding


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by its id."""
    found = map(rule_from, rules.ALL)
    return {rule.id: rule for rule in found}


def check(underlag: Underlag, from_files: Iterable[Finding] = (), only: Collection[str] = ()) -> list[Finding]:
    """Return all findings on a report, those of its files included, waived ones marked with their reason.

    With ``only``, just the rules with these ids.
    """
    found = list(from_files)
    for rule in all_rules().values():
        if rule.check and _is_wanted(underlag, rule, only):
            found += [_weighed(_waived(finding, underlag), underlag) for finding in rule.check(underlag)]
    found = [finding for finding in found if not only or finding.rule in only]
    if not only:
        found += [*_useless_waivers(underlag), *_useless_settings(underlag)]
    order = {fraga: number for number, fraga in enumerate(underlag.mall.fraga_by_id)}
    return sorted(found, key=lambda finding: _reading_order(finding, order))


def not_checked(underlag: Underlag, only: Collection[str] = ()) -> tuple[str, ...]:
    """Return what cannot be checked here and why, of all that the region wants checked."""
    wanted = (rule for rule in all_rules().values() if _is_wanted(underlag, rule, only))
    return tuple(why for rule in wanted if (why := rule.obstacle()))


def _is_wanted(underlag: Underlag, rule: Rule, only: Collection[str]) -> bool:
    return _allvar(underlag, rule) != "av" and (not only or rule.id in only)


def _allvar(underlag: Underlag, rule: Rule) -> Allvar:
    """Return how serious a rule is in this report: what cannot be waived cannot be made less of either."""
    return underlag.allvar[rule.id][0] if rule.id in underlag.allvar and _can_be_waived(rule) else rule.severity


def _can_be_waived(rule: Rule) -> bool:
    return rule.check is not None and rule.id != "teckengrans"


def _weighed(finding: Finding, underlag: Underlag) -> Finding:
    """Return the finding with the severity that the region has given its rule."""
    rule = all_rules()[finding.rule]
    allvar = _allvar(underlag, rule)
    return finding if allvar in {rule.severity, "av"} else replace(finding, severity=allvar)


def _useless_settings(underlag: Underlag) -> Iterator[Finding]:
    """Yield a finding for each severity in rapport.yaml that can have no effect."""
    rules = all_rules()
    for name, (_, place) in underlag.allvar.items():
        if name not in rules:
            message, hint = f"Regeln {name} finns inte.", "Kontrollera stavningen; rapport regel räknar upp reglerna."
        elif not _can_be_waived(rules[name]):
            message, hint = f"Regeln {name} kan inte göras lindrigare eller stängas av.", "Ta bort raden."
        else:
            continue
        yield Finding("okand-nyckel", "warning", message, hint, place)


def _useless_waivers(underlag: Underlag) -> Iterator[Finding]:
    """Yield a note for each waiver that cannot have any effect, because it names no rule that can be waived."""
    rules = all_rules()
    for omrade, svar in svar_in_order(underlag):
        for name in svar.tillat:
            if name not in rules:
                message, hint = f"Regeln {name} finns inte, så undantaget gör ingenting.", "Kontrollera stavningen."
            elif not _can_be_waived(rules[name]):
                message, hint = f"Regeln {name} kan inte tillåtas, så undantaget gör ingenting.", "Ta bort undantaget."
            else:
                continue
            yield Finding("okand-nyckel", "info", message, hint, svar.place, omrade, svar.fraga)


def _waived(finding: Finding, underlag: Underlag) -> Finding:
    svar = underlag.svar_by_fraga.get(finding.fraga or "")
    reason = svar.tillat.get(finding.rule) if svar else None
    return replace(finding, waived=reason) if reason else finding


def _reading_order(finding: Finding, order: dict[str, int]) -> tuple[int, int, str, int, int]:
    place = finding.place
    return (
        finding.omrade or 0,
        order.get(finding.fraga or "", -1),
        place.path or "",
        place.line or 0,
        place.column or 0,
    )
