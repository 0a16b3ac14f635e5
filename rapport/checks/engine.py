"""Runs the rules on a report and puts their findings in reading order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from rapport.checks import rules
from rapport.checks.rule import Rule, rule_from, svar_in_order
from rapport.domain.underlag import Underlag
from rapport.finding import Finding


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by its id."""
    found = map(rule_from, rules.ALL)
    return {rule.id: rule for rule in found}


def check(underlag: Underlag, from_files: Iterable[Finding] = ()) -> list[Finding]:
    """Return all findings on a report, those of its files included, waived ones marked with their reason."""
    found = list(from_files)
    for rule in all_rules().values():
        if rule.check:
            found += [_waived(finding, underlag) for finding in rule.check(underlag)]
    found += _useless_waivers(underlag)
    order = {fraga: number for number, fraga in enumerate(underlag.mall.fraga_by_id)}
    return sorted(found, key=lambda finding: _reading_order(finding, order))


def _useless_waivers(underlag: Underlag) -> Iterator[Finding]:
    """Yield a note for each waiver that cannot have any effect, because it names no rule that can be waived."""
    rules = all_rules()
    for omrade, svar in svar_in_order(underlag):
        for name in svar.tillat:
            if name not in rules:
                message, hint = f"Regeln {name} finns inte, så undantaget gör ingenting.", "Kontrollera stavningen."
            elif rules[name].check is None or name == "teckengrans":
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
