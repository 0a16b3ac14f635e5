"""Tecken har gått sönder på vägen från ett annat program.

Varför: Text som kopieras ur en PDF eller en gammal fil kan få lösa ringar och prickar (”fö r”, ”pa˚”),
tecken som inte finns (�) eller felläst å, ä och ö (”Ã¥”). Det syns i det offentliga dokumentet och räknas.

Avstavningar som följde med ur en PDF (”presen- teras”) och ord som tappat ”fi”, ”fl” eller ”ff” (” nansiering”) är en
varning per svar, med alla ställen.

Fel: En stÃ¤rkt samverkan fö r länet.
Rätt: En stärkt samverkan för länet.

Tillåt med skäl: tillåt: {trasiga-tecken: Tecknet ingår i ett egennamn.}
"""

from collections.abc import Iterable, Iterator
from string import ascii_letters, digits, punctuation

from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.spelling.broken import SOFT, broken
from rapport.checks.spelling.verdicts import judge
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "error"
# Each pattern looks for the broken sign alone; the word around it is found afterwards, because a pattern that
# begins with "any letters" is tried at every letter of the text.
_SIGNS = (
    ("[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "innehåller ett tecken som inte går att läsa"),
    ("[\ue000-\uf8ff]", "innehåller ett tecken som bara finns i ett visst typsnitt"),
    ("Ã[\u0080-\u00bf…„–Œœ€‚ƒ†‡ˆ‰Š‹]|Â[\u00a0-\u00bf]|â€.", "är text i fel teckenkodning"),
    ("[\ufb00-\ufb06]", "innehåller bokstäver som är sammanskrivna till ett tecken"),
    ("[˚¨](?=[aoAO])|[˚°¨](?<=[aoAO].)(?!C)|[\u0300-\u036f]", "har lösa ringar eller prickar"),
)
# Signs that are never broken; an answer with no others, as most are, is not looked through for broken ones.
_WHOLE = frozenset(f"{ascii_letters}{digits}{punctuation}åäöÅÄÖéÉüÜ–—”’…§ \u00a0\n\t")
_BLANK = r" (?<=[åäö] )[bcdfghjklmnpqrstvwxz]\b(?![.:/-])"
_MOST = 20
_DOTS = r"\b(?:[Ss]öm|[Öö]ch)\b"


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every broken word with its place."""
    for pattern, what in _SIGNS if not _WHOLE.issuperset(svar.text) else ():
        yield from _remarks(hits(svar, pattern, whole_words=True), what)
    yield from _remarks(hits(svar, _BLANK, whole_words=True), "har ett blanksteg inne i ordet")
    found = hits(svar, _DOTS, whole_words=True, signs=("söm", "Söm", "öch", "Öch"))
    yield from _remarks(found, "har prickar på fel bokstav")
    yield from _pieces(svar)


def _pieces(svar: Svar) -> Iterator[Remark]:
    """Yield one remark for all the words of an answer that a PDF has left in pieces."""
    if found := broken(svar):
        places = [Hit(svar, word.start, word.end) for word in found]
        (word, *more), (first, *others) = found, places
        others_too = f" {len(more)} ord till i svaret är också trasiga." if more else ""
        hint = f"Skriv ”{word.whole}”.{others_too}"
        message = f"”{first.excerpt}” {word.what}."
        severity: Severity = "warning" if any(one.what != SOFT for one in found) else "info"
        yield first.remark(message, hint, fix=None if more else word.whole, severity=severity, related=others[:_MOST])
        judge().save()


def _remarks(found: Iterable[Hit], what: str) -> Iterator[Remark]:
    for hit in found:
        yield hit.remark(f"”{hit.excerpt}” {what}.", "Skriv om ordet för hand.")
