"""Det står mer än ett blanksteg mellan två ord.

Varför: Extra blanksteg syns som ett hål i texten och räknas mot områdets gräns.

Fel: Eventet gav kunskap.  Det gav också kontakter.
Rätt: Eventet gav kunskap. Det gav också kontakter.

Tillåt med skäl: tillåt: {dubbelt-blanksteg: Blankstegen är en del av namnet.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import hits
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_BLANKS = re.compile(r"  (?<=\S  ) *+(?=\S)")


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield the words on both sides of every run of blanks."""
    for hit in hits(underlag, _BLANKS, whole_words=True):
        right = re.sub(r" {2,}", " ", hit.excerpt)
        message = f"”{hit.excerpt}” har mer än ett blanksteg mellan orden."
        yield hit.finding("dubbelt-blanksteg", SEVERITY, message, "Ta bort det som är för mycket.", fix=right)
