"""Ett citattecken är rakt eller utländskt, har mellanslag innanför sig eller saknar sin motsvarighet.

Varför: Svenska citattecken ser likadana ut på båda sidor: ”…”. De står tätt intill det citerade. Enkla
citattecken, ’…’, används bara för citat inne i ett citat. Källa: Myndigheternas skrivregler 13.11.

Fel: Målet " Innovation" och projektet “Byn 2.0” nämns.
Rätt: Målet ”Innovation” och projektet ”Byn 2.0” nämns.

Tillåt med skäl: tillåt: {citattecken: Tecknet betyder tum.}
"""

import re
from collections.abc import Iterator
from itertools import islice

from rapport.checks.rule import Hit, Remark, hits
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
# A mark tight behind a word closes something; it is never taken for the first of a pair.
_FOREIGN = r"[\"“„«](?:(?<![^\s(\[/–][\"“„«])[^\"“”„«»\n]{1,400}[\"“”»])?"
_SINGLE = r"[’'‘](?<![^\s(\[][’'‘])(?=\w)[^’'‘”\n]{1,80}[’'](?!\w)"
_ENDED_RIGHT = r"[\"“„«](?<![^\s(\[/–][\"“„«])[^\"“”„«»\n]{1,400}”"
_FOREIGN_SIGNS = ('"', "“", "„", "«")
# Where a quotation ends that has no mark there: "…, säger en av dem."
_SAID = re.compile(r"\b\w+, (?:säger|sa|sade|berättar|menar|skriver|skrev|konstaterar|summerar) ")
_MOST = 100
_HINT = "Skriv ” på båda sidor, tätt intill det citerade."


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every quotation mark that is not as it should be."""
    for hit in hits(svar, _FOREIGN, signs=_FOREIGN_SIGNS):
        if len(hit.excerpt) > 1 or not hit.svar.text[hit.start - 1 : hit.start].isdigit():  # 19" is inches
            yield _foreign(hit)
    for hit in hits(svar, _SINGLE, signs=("’", "'", "‘")):
        if _masked(hit.svar.text).count("”", 0, hit.start) % 2 == 0:
            message = f"{hit.excerpt} har enkla citattecken."
            yield hit.remark(message, _HINT, fix=f"”{hit.excerpt[1:-1]}”")
    if "”" in svar.text:
        yield from islice(_swedish(svar), _MOST)


def _foreign(hit: Hit) -> Remark:
    if len(hit.excerpt) == 1:
        message = f"Citattecknet {hit.excerpt} är inte svenskt eller saknar sin motsvarighet."
        return hit.remark(message, _HINT)
    message = f"{hit.excerpt} har inte svenska citattecken."
    return hit.remark(message, _HINT, fix=f"”{hit.excerpt[1:-1].strip()}”")


def _swedish(svar: Svar) -> Iterator[Remark]:
    """Yield what is wrong with the marks ” of an answer; the walk remembers which one is open."""
    text = _masked(svar.text)
    opened: int | None = None
    for match in re.finditer("”", text):
        at = match.start()
        before, after = text[at - 1 : at] or "\n", text[at + 1 : at + 2] or "\n"
        if before.isdigit() and opened is None:
            continue
        looks_opening = before in " \n\u00a0([–/" and after not in " \n\u00a0.,;:!?)"
        if opened is not None and looks_opening:
            yield _lonely(svar, opened)
            opened = at
        elif opened is not None:
            if before in " \u00a0":
                yield _loose(Hit(svar, _word_start(text, at), at + 1))
            opened = None
        elif before in " \n\u00a0([–/":
            opened = at
            if after in " \u00a0" and "”" in text[at + 1 :].partition("\n")[0]:
                yield _loose(Hit(svar, at, _word_end(text, at)))
        else:
            yield _lonely(svar, at)
    if opened is not None:
        yield _lonely(svar, opened)


def _masked(text: str) -> str:
    """Return the text without the marks that the pattern for foreign ones has taken."""
    if not any(sign in text for sign in _FOREIGN_SIGNS):
        return text
    return re.sub(_ENDED_RIGHT, lambda match: "\0" * len(match[0]), text)


def _loose(hit: Hit) -> Remark:
    message = f"{hit.excerpt} har mellanslag innanför citattecknet."
    right = re.sub(r"[ \u00a0]+", "", hit.excerpt)
    return hit.remark(message, f"Skriv {right}.", fix=right)


def _lonely(svar: Svar, at: int) -> Remark:
    message = "Citattecknet ” saknar sin motsvarighet."
    hint = "Sätt ut det andra citattecknet, eller ta bort det här."
    said = _SAID.search(svar.text[at:].partition("\n")[0])
    ends = [Hit(svar, at + said.start(), at + said.end())] if said else [*_end_of_sentence(svar, at)]
    return Hit(svar, at, at + 1).remark(message, hint, related=ends)


def _end_of_sentence(svar: Svar, at: int) -> Iterator[Hit]:
    """Yield the last word of the sentence that a mark opens a quotation in: the quotation may end there."""
    is_opening = svar.text[at + 1 : at + 2].isalnum()
    for sentence in svar.meningar if is_opening else ():
        if sentence.start <= at < sentence.end:
            start = max(at + 1, sentence.start + sentence.text.rstrip().rfind(" ") + 1)
            yield Hit(svar, start, sentence.start + len(sentence.text.rstrip()))


def _word_start(text: str, at: int) -> int:
    body = text[:at].rstrip(" \u00a0")
    return max(body.rfind(blank) for blank in " \n\u00a0”") + 1


def _word_end(text: str, at: int) -> int:
    first = len(text) - len(text[at + 1 :].lstrip(" \u00a0"))
    end = re.compile(r"[\s.,;:!?”)]|$").search(text, first)
    return end.start() if end else first
