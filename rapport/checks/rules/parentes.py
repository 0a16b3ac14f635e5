"""En parentes öppnas men stängs aldrig, eller stängs utan att ha öppnats.

Varför: Läsaren vet inte var inskottet slutar. Ledbeteckningar som a) och 1) berörs inte.

Fel: Stödet (se även fråga 5.1b gick till tolv butiker.
Rätt: Stödet (se även fråga 5.1b) gick till tolv butiker.

Tillåt med skäl: tillåt: {parentes: Så ser beteckningen ut.}
"""

import re
from collections.abc import Iterator
from itertools import islice

from rapport.checks.passages import passages_of
from rapport.checks.rule import Hit, Remark
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_MOST = 100
# What a bracket alone may close: "a)", "12)", "iv)", and the smileys of no report.
_LABEL = re.compile(r"(?:^|[\s(,;])(?:[a-zåäöA-ZÅÄÖ]|\d{1,3}|[ivx]{1,4})\)|[:;]-?[()]")


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every bracket that has no other."""
    if "(" in svar.text or ")" in svar.text:
        yield from islice(_lonely(svar), _MOST)


def _lonely(svar: Svar) -> Iterator[Remark]:
    for passage in passages_of(svar):
        opened: list[int] = []
        labels = {match.end() - 1 for match in _LABEL.finditer(passage.text)}
        for match in re.finditer(r"[()]", passage.text):
            if match[0] == "(":
                opened.append(match.start())
            elif opened:
                opened.pop()
            elif match.start() not in labels:
                hit = Hit(svar, passage.start + match.start(), passage.start + match.end())
                yield hit.remark(
                    "Parentesen stängs men har inte öppnats.", "Sätt ut ( där den börjar, eller ta bort )."
                )
        for at in opened:
            hit = Hit(svar, passage.start + at, passage.start + at + 1)
            yield hit.remark("Parentesen stängs aldrig.", "Sätt ut ) där den slutar, eller ta bort (.")
