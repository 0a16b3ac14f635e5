"""The rules as their readers meet them: name, weight and their own words."""

from dataclasses import dataclass

from rapport.checks.engine import all_rules
from rapport.errors import InputError
from rapport.finding import Severity
from rapport.nearest import nearest


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule: its id, how serious it is, and its page of Swedish text."""

    id: str
    severity: Severity
    text: str


def regler() -> list[Regel]:
    """Return every rule, in the order that they are listed."""
    return [Regel(rule.id, rule.severity, rule.documentation) for rule in all_rules().values()]


def regel(name: str) -> Regel:
    """Return the rule with an id; InputError, with the nearest there is, when there is none."""
    found = {one.id: one for one in regler()}
    if name not in found:
        guess = nearest(name, found)
        hint = f"Menade du {guess}?" if guess else "Se rapport regel."
        raise InputError(f"Regeln ”{name}” finns inte. {hint}")
    return found[name]
