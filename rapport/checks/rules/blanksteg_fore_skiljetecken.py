"""Ett blanksteg står på fel sida om ett skiljetecken eller en parentes, eller saknas.

Varför: Punkt, komma, kolon, semikolon, frågetecken och utropstecken står tätt intill ordet före och har ett
blanksteg efter sig. Parenteser står tätt intill det de omsluter. Källa: Myndigheternas skrivregler (skiljetecken).

Fel: Länet växer ,men ojämnt ( se 1.2 ).
Rätt: Länet växer, men ojämnt (se 1.2).

Tillåt med skäl: tillåt: {blanksteg-fore-skiljetecken: Namnet skrivs så.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark, hits
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_L = "[a-zåäöA-ZÅÄÖ]"
# The sign comes first in each, because it is rarer than a letter; what stands before it is looked at afterwards.
_BEFORE = r"[,.;:!?](?<=[\w)”%] [,.;:!?])(?=[\s)”]|$)"
_BEHIND = r"[,;](?<=[\w)”] [,;])(?=\w)"
_AFTER = rf"[,;.:](?:(?<={_L}{{2}}[,;])(?={_L}{{2}})|(?<=[a-zåäö]{{3}}[.:])(?=[A-ZÅÄÖ][a-zåäö]))"
_PARENTHESIS = r"[()](?:(?<=\()(?= \S)|(?<=\S \))|(?<=[a-zåäö]{3}\()(?=[A-ZÅÄÖ\d]{2})|(?<=[A-ZÅÄÖ\d]\))(?=[a-zåäö]{3}))"
_LOOSE = (" ,", " .", " ;", " :", " !", " ?")
_ADDRESS = r"https?:|www\.|@|/|\.[a-z]"


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every blank that stands wrong or is missing."""
    for hit in hits(svar, _BEFORE, signs=_LOOSE):
        yield _remark(_widened(hit, before=1), hit.excerpt, "har blanksteg före skiljetecknet")
    for hit in hits(svar, _BEHIND, signs=_LOOSE):
        yield _remark(_widened(hit, before=1), f"{hit.excerpt} ", "har blanksteget på fel sida om skiljetecknet")
    for hit in hits(svar, _AFTER):
        if not re.search(_ADDRESS, _word(hit)):
            yield _remark(hit, f"{hit.excerpt} ", "saknar blanksteg efter skiljetecknet")
    for hit in hits(svar, _PARENTHESIS):
        yield from _parenthesis(hit)


def _parenthesis(hit: Hit) -> Iterator[Remark]:
    text, opens = hit.svar.text, hit.excerpt == "("
    if opens and text[hit.end] == " ":
        yield _remark(_widened(hit, after=1), "(", "har blanksteg innanför parentesen")
    elif not opens and text[hit.start - 1] == " ":
        yield _remark(_widened(hit, before=1), ")", "har blanksteg innanför parentesen")
    elif not re.search(_ADDRESS, _word(hit)):
        yield _remark(hit, " (" if opens else ") ", "saknar blanksteg vid parentesen")


def _widened(hit: Hit, *, before: int = 0, after: int = 0) -> Hit:
    return Hit(hit.svar, hit.start - before, hit.end + after)


def _remark(hit: Hit, right: str, what: str) -> Remark:
    """Return a finding about some signs with the word before them and the word after them."""
    text = hit.svar.text
    start, end = hit.start, hit.end
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    whole = Hit(hit.svar, start, end)
    fix = text[start : hit.start] + right + text[hit.end : end]
    message = f"”{whole.excerpt}” {what}."
    return whole.remark(message, f"Skriv ”{fix.strip()}”.", fix=fix)


def _word(hit: Hit) -> str:
    """Return what stands around a sign up to the blanks."""
    text = hit.svar.text
    before, after = text[max(0, hit.start - 60) : hit.start], text[hit.end : hit.end + 60]
    return "".join(before.split()[-1:]) + hit.excerpt + "".join(after.split()[:1])
