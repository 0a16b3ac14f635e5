"""En mening börjar med en siffra.

Varför: En siffra efter punkt läses lätt som en del av meningen före. Skriv talet med bokstäver eller vänd på
meningen. Led i listor, tabeller och årtal berörs inte. Källa: Myndigheternas skrivregler (sifferuttryck).

Fel: 1 projekt har beviljats stöd.
Rätt: Ett projekt har beviljats stöd.

Tillåt med skäl: tillåt: {siffra-forst: 112 är larmnumret.}
"""

import re
from collections.abc import Iterator

from rapport.checks.passages import passages_of
from rapport.checks.rule import Hit, Remark
from rapport.checks.words import has_verb
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.sentences import Sentence

SEVERITY: Severity = "warning"
_FIRST = r"\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?(?: %| procent)? (?=[a-zåäö]{2})(?!kap\b)|\d{5,} (?=[a-zåäö]{2})"


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every number that begins a sentence of running text, with the word after it."""
    found = [(sentence, match) for sentence in svar.meningar if (match := _match(sentence))]
    for sentence, match in found:
        if _is_in_paragraph(svar, sentence.start):
            word = sentence.text[match.end() :].split()[0].rstrip(".,;:")
            hit = Hit(svar, sentence.start, sentence.start + match.end() + len(word))
            message = f"Meningen börjar med en siffra: ”{hit.excerpt}”."
            hint = "Skriv talet med bokstäver eller börja med ett annat ord."
            yield hit.remark(message, hint)


def _match(sentence: Sentence) -> re.Match[str] | None:
    if not sentence.text[0].isdigit() or not has_verb(sentence.text):
        return None
    return re.match(_FIRST, sentence.text)


def _is_in_paragraph(svar: Svar, start: int) -> bool:
    return any(p.kind == "stycke" and p.start <= start < p.start + len(p.text) for p in passages_of(svar))
