"""A finding about many places, as it is seen from one part of a report."""

from collections.abc import Mapping
from dataclasses import replace

from rapport.finding import Finding, Related

# A table that answers in other areas want too; a passage that they have, told from no answer's point of view.
_OF_MANY = {"siffra", "upprepning"}


def seen_from(finding: Finding, omrade_by_fraga: Mapping[str, int]) -> Finding:
    """Return a finding with the first of its places that is in some questions as its own; as it is without one."""
    if finding.rule not in _OF_MANY or finding.fraga is None or finding.fraga in omrade_by_fraga:
        return finding
    own = next((one for one in finding.related if one.fraga in omrade_by_fraga), None)
    if own is None or own.fraga is None:
        return finding
    before = Related(finding.place, finding.fraga, finding.excerpt, finding.offset)
    related = (before, *(one for one in finding.related if one is not own))
    omrade = omrade_by_fraga[own.fraga]
    there = replace(finding, place=own.place, omrade=omrade, fraga=own.fraga, related=related)
    return replace(there, excerpt=own.excerpt, offset=own.offset)
