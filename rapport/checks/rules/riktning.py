"""En ökning går från ett större tal till ett mindre, eller en minskning från ett mindre till ett större.

Varför: Antingen är ordet fel eller så har talen bytt plats. Läsaren kan inte veta vilket, och i båda fallen blir
resultatet det motsatta mot det som menas. Tal i olika enheter, mål och prognoser prövas inte.

Fel: Antalet resor ökade från 40 till 36 per dag.
Rätt: Antalet resor minskade från 40 till 36 per dag.

Tillåt med skäl: tillåt: {riktning: Gränsen är en ålder där det lägre är mer.}
"""

from collections.abc import Iterator
from itertools import chain

from rapport.checks.reckoning.changes import Change, changes_of
from rapport.checks.reckoning.counted_on import counted_on
from rapport.checks.reckoning.told_later import told_later
from rapport.checks.rule import Hit, Remark
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every change that goes the other way than its word says."""
    for change in chain(changes_of(svar), told_later(svar), counted_on(svar)):
        if _is_backwards(change):
            hit = Hit(svar, change.start, change.end)
            first, second = change.first.shown(change.first.value), change.second.shown(change.second.value)
            relation = "mindre" if change.difference < 0 else "större"
            message = f"Det står ”{change.word}”, men {second} är {relation} än {first}."
            yield hit.remark(message, "Rätta ordet, eller byt plats på talen om de har kastats om.")


def _is_backwards(change: Change) -> bool:
    is_down = change.times is not None and change.times < 1
    if change.times is not None:
        return change.difference > 0 if is_down else change.difference < 0
    return (change.direction == "upp" and change.difference < 0) or (
        change.direction == "ner" and change.difference > 0
    )
