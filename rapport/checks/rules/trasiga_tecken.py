"""Tecken har gått sönder på vägen från ett annat program.

Varför: Text som kopieras ur en PDF eller en gammal fil kan få lösa ringar och prickar (”fö r”, ”pa˚”),
tecken som inte finns (�) eller felläst å, ä och ö (”Ã¥”). Det syns i det offentliga dokumentet och räknas.

Fel: En stÃ¤rkt samverkan fö r länet.
Rätt: En stärkt samverkan för länet.

Tillåt med skäl: tillåt: {trasiga-tecken: Tecknet ingår i ett egennamn.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Remark, hits
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "error"
# Each pattern looks for the broken sign alone; the word around it is found afterwards, because a pattern that
# begins with "any letters" is tried at every letter of the text.
_FAULTS = (
    (re.compile("[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"), "innehåller ett tecken som inte går att läsa"),
    (re.compile("[\ue000-\uf8ff]"), "innehåller ett tecken som bara finns i ett visst typsnitt"),
    (re.compile("Ã[\u0080-\u00bf…„–Œœ€‚ƒ†‡ˆ‰Š‹]|Â[\u00a0-\u00bf]|â€."), "är text i fel teckenkodning"),
    (re.compile("[˚¨](?=[aoAO])|(?<=[aoAO])[˚°¨](?!C)|[\u0300-\u036f]"), "har lösa ringar eller prickar"),
    (re.compile(r"(?<=[åäö]) [bcdfghjklmnpqrstvwxz]\b(?![.:/-])"), "har ett blanksteg inne i ordet"),
    (re.compile(r"\b(?:[Ss]öm|[Öö]ch)\b"), "har prickar på fel bokstav"),
)


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every broken word with its place."""
    for pattern, what in _FAULTS:
        for hit in hits(svar, pattern, whole_words=True):
            yield hit.remark(f"”{hit.excerpt}” {what}.", "Skriv om ordet för hand.")
