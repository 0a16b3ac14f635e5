"""The rules as their readers meet them: name, weight and their own words."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rapport.checks.rules import ALL
from rapport.errors import InputError
from rapport.finding import Severity
from rapport.nearest import nearest


class Regel(NamedTuple):
    """One rule: its id, how serious it is, and its page of Swedish text."""

    id: str
    severity: Severity
    text: str


def regler() -> list[Regel]:
    """Return every rule, in the order that they are listed."""
    from rapport.checks.engine import all_rules

    return [Regel(rule.id, rule.severity, rule.documentation) for rule in all_rules().values()]


def regel(name: str) -> Regel:
    """Return the rule with an id; InputError, with the nearest there is, when there is none."""
    found = {one.id: one for one in regler()}
    if name not in found:
        guess = nearest(name, found)
        hint = f"Menade du {guess}?" if guess else "Se rapport regel."
        raise InputError(f"Regeln ”{name}” finns inte. {hint}")
    return found[name]


class Documentation(Mapping[str, str]):
    """Every rule's own words by its id; a rule is loaded when its words are asked for."""

    def __getitem__(self, rule: str) -> str:
        if rule not in ALL:
            raise KeyError(rule)
        from rapport.checks.rule import load_rule

        return load_rule(rule).documentation

    def __iter__(self) -> Iterator[str]:
        return iter(ALL)

    def __len__(self) -> int:
        return len(ALL)
