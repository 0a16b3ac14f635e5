"""Examining a report in memory: what is wrong with it, all of it or one part."""

import os
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from rapport.checks import engine
from rapport.checks.memory import Memory
from rapport.checks.rules import ALL
from rapport.domain.underlag import Forra, Loaded, Underlag
from rapport.errors import InputError
from rapport.filenames import FORMS
from rapport.finding import Finding
from rapport.output.interface import Granskning, granskning_of
from rapport.prose.numbers import row_of
from rapport.workflow.regler import Documentation


def examine(
    loaded: Loaded,
    only: Collection[str] = (),
    forra: Underlag | None = None,
    memory: Memory | None = None,
    *,
    is_asked_for: bool = True,
) -> Granskning:
    """Return all that is wrong with a report; with ``only``, what these rules find, and ``forra`` is an earlier one.

    How the answers differ from the earlier one's is shown where that ``is_asked_for``.
    """
    require_rules(only)
    underlag = with_earlier(loaded.underlag, forra, is_asked_for=is_asked_for) if forra else loaded.underlag
    findings = engine.check(underlag, loaded.findings, only, memory)
    not_checked = [f"Bara {', '.join(only)} är kontrollerat, inget annat."] if only else []
    if off := engine.switched_off(underlag, only):
        not_checked.append(f"Avstängt i rapport.yaml, och inte kontrollerat: {row_of(off)}.")
    if hidden := [rule for rule in underlag.osynligt if not only or rule in only]:
        not_checked.append(f"Syns inte i en PDF eller en text, och är inte kontrollerat: {row_of(hidden)}.")
    return granskning_of(underlag, underlag.mall.omraden, findings, not_checked, Documentation())


def require_rules(only: Collection[str]) -> None:
    """Raise InputError where one of some rules does not exist."""
    for name in only:
        if name not in ALL:
            raise InputError(f"Regeln {name} finns inte. rapport regel räknar upp reglerna.")


def with_earlier(underlag: Underlag, last: Underlag, *, is_asked_for: bool = True) -> Underlag:
    """Return a report together with an earlier one to be compared with, question by question."""
    pairs = None
    if last.mall != underlag.mall:
        from rapport.workflow.forms import question_pairs

        pairs = {pairing.new: pairing.old for pairing in question_pairs(last.mall, underlag.mall)}
    return replace(underlag, forra=Forra(last, pairs, is_asked_for, _way(underlag.kalla, last.kalla)))


def _way(report: str, last: str) -> str:
    """Return the folder that one report lies in as seen from another's; the whole path where none leads there."""
    here, there = (Path(one).parent if one.endswith(FORMS) else Path(one) for one in (report, last))
    try:
        way = Path(os.path.relpath(there, here)).as_posix()
    except ValueError:  # another drive
        way = there.resolve().as_posix()
    return "" if way == "." else way


def part(granskning: Granskning, path: str) -> Granskning:
    """Return the part of a check that is about one file: its areas, and its own faults."""
    nummer = granskning.underlag.places.nummer_in(path)
    seen = _seen_from(granskning, nummer)
    findings = tuple(f for f in seen if f.omrade in nummer or f.place.path == path or _is_shared(f))
    return _with(granskning, nummer, findings)


def _is_shared(finding: Finding) -> bool:
    """Whether a finding is about something that every area may build on: a table, the register, last year's report."""
    return finding.omrade is None and finding.rule in {"siffra", "kallor", "fjolarstext"}


def narrowed(granskning: Granskning, nummer: int) -> Granskning:
    """Return the part of a check that is about one area; InputError when the form has no such area."""
    if nummer not in granskning.underlag.mall.omrade_by_nummer:
        known = ", ".join(map(str, granskning.underlag.mall.omrade_by_nummer))
        raise InputError(f"Område {nummer} finns inte. Områdena är {known}.")
    # What has no area may be about this one: a file that could not be read, a table that its answers use.
    findings = tuple(f for f in _seen_from(granskning, {nummer}) if f.omrade in {nummer, None})
    return _with(granskning, {nummer}, findings)


def _seen_from(granskning: Granskning, nummer: Collection[int]) -> list[Finding]:
    """Return the findings, those with places in some areas as they are seen from there."""
    from rapport.workflow.seen import seen_from

    omraden = (omrade for omrade in granskning.underlag.mall.omraden if omrade.nummer in nummer)
    omrade_by_fraga = {fraga.id: omrade.nummer for omrade in omraden for fraga in omrade.fragor}
    return [seen_from(finding, omrade_by_fraga) for finding in granskning.findings]


def _with(granskning: Granskning, nummer: Collection[int], findings: tuple[Finding, ...]) -> Granskning:
    """Return a check of fewer areas, with the findings on them."""
    omraden = tuple(omrade for omrade in granskning.oversikt.omraden if omrade.nummer in nummer)
    return replace(granskning, oversikt=granskning.oversikt._replace(omraden=omraden), findings=findings)
