"""Ett semikolon inleder en uppräkning; där ska det vara kolon.

Varför: Kolon säger ”här kommer det”. Semikolon skiljer två meningar som hör nära ihop och som var för sig är hela.
Regeln säger till när en lista följer, och när det som följer i meningen räknar upp det som nyss utlovades.
Källa: Språkrådet (kolon och semikolon).

Fel: Två mål berörs; mål 4 och mål 8.
Rätt: Två mål berörs: mål 4 och mål 8.

Tillåt med skäl: tillåt: {kolon: Semikolonet skiljer två hela meningar.}
"""

import re
from collections.abc import Iterator

from rapport.checks.language.verbs import is_past
from rapport.checks.passages import passages_of
from rapport.checks.rule import Hit, Remark
from rapport.checks.words import has_verb
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "info"
# What promises that something will be counted up, and what such a list begins with.
_NUMBER = "två|tre|fyra|fem|sex|sju|åtta|nio|tio"
_PROMISE = rf"""(?ix)\b(?:följande|exempel(?:vis)?|nämligen|såsom
    |(?:{_NUMBER})\b[^;.]{{0,40}}\b\w*(?:er|ar|or|en|mål|län|projekt))\b[^;.]{{0,60}}$"""
_FINITE = ("ar", "er", "as", "es", "år", "ör")
_SHORTEST, _LOOKED_AT = 4, 4


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every semicolon that a list or an enumeration follows."""
    if ";" not in svar.text:
        return
    for start in _before_lists(svar):
        yield _remark(Hit(svar, start, start + 1), fix=":")
    for start in _in_sentences(svar):
        yield _remark(Hit(svar, start, start + 1), fix=None)


def _remark(hit: Hit, *, fix: str | None) -> Remark:
    return hit.remark("Semikolonet inleder en uppräkning.", "Skriv kolon.", fix=fix)


def _before_lists(svar: Svar) -> Iterator[int]:
    for passage in passages_of(svar):
        if passage.before_list and passage.kind == "stycke" and passage.text.endswith(";"):
            yield passage.start + len(passage.text) - 1


def _in_sentences(svar: Svar) -> Iterator[int]:
    for sentence in svar.meningar:
        head, sign, tail = sentence.text.partition(";")
        first = " ".join(tail.split()[:_LOOKED_AT])
        if sign and first and ";" not in tail and re.search(_PROMISE, head[-200:]) and not _may_be_a_clause(first):
            yield sentence.start + len(head)


def _may_be_a_clause(words: str) -> bool:
    bare = [word.strip(".,()") for word in words.split()]
    return has_verb(words) or any(is_past(w) or (len(w) >= _SHORTEST and w.endswith(_FINITE)) for w in bare)
