"""En mening bryts av: den slutar med ”och”, ”att” eller ett annat ord som måste följas av något.

Varför: Ofta har en rad fallit bort när texten flyttades. Läsaren vet inte vad som skulle ha stått där.

Fel: Rådet har mött kommunerna samt. Arbetet har inneburit att olika aktörers.
Rätt: Rådet har mött kommunerna. Arbetet har inneburit att olika aktörers insatser samordnats.

Tillåt med skäl: tillåt: {avbruten-mening: Citatet bryts av med avsikt.}
"""

import re
from collections.abc import Iterator

from rapport.checks.passages import passages_of
from rapport.checks.rule import Hit, Remark
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_NEVER_LAST = frozenset(listed("och samt eller att men såsom inklusive både såväl mellan genom inom bland vars"))
# A clause that begins with "att" and has a genitive for its last word, and nothing that could be its verb.
_OF_WHOM = re.compile(r"\batt (?:olika|flera|många|alla|samtliga|fler|våra) [a-zåäö]{4,40}s$")
_WHOSE = re.compile(r"\batt (?:länets|regionens|kommunens|kommunernas|företagens|projektets|stödets|landets)$")


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield the last word of every sentence that breaks off."""
    for sentence in svar.meningar:
        has_stop = sentence.text.endswith(".")
        if not has_stop and not _ends_the_answer(svar, sentence.end):
            continue
        body = sentence.text[:-1].rstrip() if has_stop else sentence.text
        length = _unfinished(body)
        if length and len(body) > length and not sentence.text.endswith(".."):
            hit = Hit(svar, sentence.start + len(body) - length, sentence.start + len(body))
            message = f"Meningen bryts av efter ”{hit.excerpt}”."
            yield hit.remark(message, "Skriv det som fattas, eller ta bort ordet.")


def _unfinished(body: str) -> int:
    """Return how long the last word of a sentence is when something must follow it, otherwise 0."""
    word = body.rsplit(maxsplit=1)[-1]
    if word in _NEVER_LAST:
        return len(word)
    if not word.endswith("s"):
        return 0
    is_whose = _WHOSE.search(body) or (_OF_WHOM.search(body) and paradigms().forms(word) == {"g"})
    return len(word) if is_whose else 0


def _ends_the_answer(svar: Svar, end: int) -> bool:
    """Whether running text ends there, and with it the answer: elsewhere what follows may be the rest."""
    last = passages_of(svar)[-1]
    return last.kind == "stycke" and end >= last.start + len(last.text.rstrip())
