"""Ett blanksteg står på fel sida om ett skiljetecken eller en parentes, eller saknas.

Varför: Punkt, komma, kolon, semikolon, frågetecken och utropstecken står tätt intill ordet före och har ett
blanksteg efter sig. Parenteser står tätt intill det de omsluter. Källa: Myndigheternas skrivregler (skiljetecken).

Fel: Länet växer ,men ojämnt ( se 1.2 ).
Rätt: Länet växer, men ojämnt (se 1.2).

Tillåt med skäl: tillåt: {blanksteg-fore-skiljetecken: Namnet skrivs så.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, hits
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_L = "[a-zåäöA-ZÅÄÖ]"
# The sign comes first in each, because it is rarer than a letter; what stands before it is looked at afterwards.
_BEFORE = re.compile(r" [,.;:!?](?<=[\w)”%] [,.;:!?])(?=[\s)”]|$)(?! [,.;:!?])")
_INSIDE = re.compile(r"\( (?=\S)| \)(?<=\S \))")
_AFTER = re.compile(
    rf",(?<={_L}{{2}},)(?={_L}{{2}})"
    rf"|;(?<={_L}{{2}};)(?={_L}{{2}})"
    r"|:(?<=[a-zåäö]{3}:)(?=[A-ZÅÄÖ][a-zåäö])"
    r"|\.(?<=[a-zåäö]{3}\.)(?=[A-ZÅÄÖ][a-zåäö])"
)
_SIGN_AFTER = re.compile(r"[,;](?<= [,;])(?<=[\w)”] [,;])(?=\w)")
_PARENTHESIS = re.compile(r"\((?<=[a-zåäö]{3}\()(?=[A-ZÅÄÖ\d]{2})|\)(?<=[A-ZÅÄÖ\d]\))(?=[a-zåäö]{3})")
_ADDRESS = re.compile(r"https?:|www\.|@|/|\.[a-z]")


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every blank that stands wrong or is missing."""
    for hit in hits(underlag, _BEFORE, whole_words=False):
        yield _found(hit, before=1, right=hit.excerpt.lstrip(), what="har blanksteg före skiljetecknet")
    for hit in hits(underlag, _SIGN_AFTER):
        whole = Hit(hit.omrade, hit.svar, hit.start - 1, hit.end)
        yield _found(whole, before=1, right=f"{hit.excerpt} ", what="har blanksteget på fel sida om skiljetecknet")
    for hit in hits(underlag, _INSIDE):
        yield _found(hit, before=0, right=hit.excerpt.strip(), what="har blanksteg innanför parentesen")
    for hit in hits(underlag, _AFTER):
        if not _ADDRESS.search(_word(hit)):
            yield _found(hit, before=1, right=f"{hit.excerpt} ", what="saknar blanksteg efter skiljetecknet")
    for hit in hits(underlag, _PARENTHESIS):
        if not _ADDRESS.search(_word(hit)):
            right = " (" if hit.excerpt == "(" else ") "
            yield _found(hit, before=1, right=right, what="saknar blanksteg vid parentesen")


def _found(hit: Hit, *, before: int, right: str, what: str) -> Finding:
    """Return a finding about the sign with the word before it and the word after it."""
    text = hit.svar.text
    start, end = hit.start, hit.end
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    whole = Hit(hit.omrade, hit.svar, start, end)
    fix = text[start : hit.start] + right + text[hit.end : end]
    message = f"”{whole.excerpt}” {what}."
    return whole.finding("blanksteg-fore-skiljetecken", SEVERITY, message, f"Skriv ”{fix.strip()}”.", fix=fix)


def _word(hit: Hit) -> str:
    text = hit.svar.text
    before, after = text[max(0, hit.start - 60) : hit.start], text[hit.end : hit.end + 60]
    return before[len(before.rstrip()) :] + "".join(before.split()[-1:]) + hit.excerpt + "".join(after.split()[:1])
