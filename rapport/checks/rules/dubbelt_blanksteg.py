"""Det står mer än ett blanksteg mellan två ord.

Varför: Extra blanksteg syns som ett hål i texten och räknas mot områdets gräns.

Fel: Eventet gav kunskap.  Det gav också kontakter.
Rätt: Eventet gav kunskap. Det gav också kontakter.

Tillåt med skäl: tillåt: {dubbelt-blanksteg: Blankstegen är en del av namnet.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Remark, hits
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_BLANKS = r"  (?<=\S  ) *+(?=\S)"


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield the words on both sides of every run of blanks."""
    for hit in hits(svar, _BLANKS, whole_words=True, signs=("  ",)):
        right = re.sub(r" {2,}", " ", hit.excerpt)
        message = f"”{hit.excerpt}” har mer än ett blanksteg mellan orden."
        yield hit.remark(message, "Ta bort det som är för mycket.", fix=right)
