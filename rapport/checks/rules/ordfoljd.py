"""Ord i en bisats eller efter en tidsuppgift står i fel ordning, eller så saknas ”som”: ”som har inte sökt”.

Varför: ”Inte” står före verbet i en bisats. Efter ”Under hösten” kommer verbet före ”vi”. En fråga inne i en mening har
”som” när det frågade ordet är subjekt. Fel ordning är oftast en rest av en ändring, och läsaren får börja om.

Fel: Företag som har inte sökt får hjälp. Under hösten vi träffade rådet. Vi vet vilka kurser får stöd.
Rätt: Företag som inte har sökt får hjälp. Under hösten träffade vi rådet. Vi vet vilka kurser som får stöd.

Tillåt med skäl: tillåt: {ordfoljd: Så står det i citatet.}
"""

import re
from collections.abc import Iterator

from rapport.checks.by_line import by_line
from rapport.checks.language.doubled_links import doubled_links
from rapport.checks.language.lost_words import without_subject
from rapport.checks.language.them import them_for_they
from rapport.checks.language.verbs import is_passive_infinitive, is_past, is_present
from rapport.checks.language.word_order import after_passive, late_verbs, without_som
from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.spelling.paradigms import INDEFINITE, paradigms
from rapport.checks.words import listed, words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_FINITE = frozenset(
    listed("är var har hade ska skulle kan kunde vill får fick blir blev bör måste finns fanns ger gör står går deltar")
)
_NOT_BEFORE = (
    r"(?<![\w-])(?P<ord>(?:som|eftersom (?:vi|de|det|den|man)) (?:är|har|hade|kan|ska|skulle|får|vill|bör|kunde)"
    r" (?:inte|aldrig))(?= [a-zåäö])(?! (?:bara|enbart|endast|minst|ens|heller)\b)"
)
_WHICH = (
    r"(?<=[a-zåäö,] )(?P<ord>(?:(?:vilka|vilken|vilket) (?:[a-zåäö]{3,30}a )?[a-zåäö]{3,40}|vem)"
    r" [a-zåäö]{2,24})(?![\w-])"
)
_ASKING = frozenset(
    listed(
        "om visar visade avgör vet vad kartlagt kartlägga se beskriver beskriva framgår identifiera identifierat på av "
        "undersöka undersökt analysera avgöra veta och bestämma redovisa är gäller handlar för oklart "
        "bestämmer prövar redovisat"
    )
)
_THEM = (
    r"(?:(?<=\batt )|(?<=\beftersom )|(?<=\bmedan )|(?<=[.!?] )|^)(?P<ord>[Dd]em (?:är|har|kan|ska|får|vill|blir|var))"
    r"(?! (?:vi|man|som|det|regionen)\b)(?![\w-])"
)
_TIMES = (
    "året|hösten|våren|vintern|sommaren|perioden|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober"
    "|november|december"
)
_TIME_FIRST = (
    rf"(?:^|(?<=[.!?] )|(?<=\n))(?P<ord>(?:Under|I) (?:{_TIMES})(?: \d{{4}})?"
    r" (?:vi|man|[a-zåäö]{3,30}) [a-zåäö]{2,24})(?![\w-])"
)


@by_line
def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every clause whose words stand in the wrong order, or that lacks "som"."""
    for hit in hits(svar, _NOT_BEFORE, signs=(" inte ", " aldrig ")):
        *before, verb, adverb = hit.excerpt.split()
        yield hit.remark(_message(hit), f"Skriv ”{' '.join([*before, adverb, verb])}”.")
    for hit in hits(svar, _WHICH, signs=("vilk", "vem ")):
        if _is_asked_without_som(hit):
            leading, _, verb = hit.excerpt.rpartition(" ")
            yield hit.remark(f"I ”{hit.excerpt}” saknas ”som”.", f"Skriv ”{leading} som {verb}”.")
    yield from _them(svar)
    yield from _late(svar)
    for hit in without_som(svar):
        yield hit.remark(f"I ”{hit.excerpt}” saknas ”som” före verbet.", "Sätt ut ”som”.")
    for hit in without_subject(svar):
        yield hit.remark(
            f"”{hit.excerpt}” saknar ett ord som säger vem eller vad.", "Sätt ut ”vi”, ”det” eller ett namn."
        )
    for hit in doubled_links(svar):
        yield hit.remark(
            f"Meningen börjar med en bisats, men ”{hit.excerpt}” står där huvudsatsen ska börja.",
            f"Stryk ”{hit.excerpt}” och låt huvudsatsen följa direkt.",
        )


def _them(svar: Svar) -> Iterator[Remark]:
    """Yield "de" and "dem" for each other."""
    them = [*hits(svar, _THEM, signs=("em ",))]
    for hit in them:
        yield hit.remark(f"I ”{hit.excerpt}” står ”dem” där det ska vara ”de”.", "Skriv ”de”.")
    for hit, right in them_for_they(svar):
        if all(hit.start != one.start for one in them):
            yield hit.remark(f"”{hit.excerpt}” har fel form av ”de” och ”dem”.", f"Skriv ”{right}”.")


def _late(svar: Svar) -> Iterator[Remark]:
    """Yield every main clause with its verb behind the subject, though something else stands first."""
    said = []
    for hit in hits(svar, _TIME_FIRST):
        *before, subject, verb = hit.excerpt.split()
        if _is_finite(verb) and (subject in {"vi", "man"} or _is_definite(subject)):
            said.append(hit.start)
            yield hit.remark(_message(hit), f"Skriv ”{' '.join([*before, verb, subject])}”.")
    for hit in late_verbs(svar):
        if not any(hit.start <= one < hit.end for one in said):
            yield hit.remark(_message(hit), "Låt verbet komma före det som gör det.")
    for hit in after_passive(svar):
        verb, subject = hit.excerpt.split()[::-1]
        yield hit.remark(_message(hit), f"Skriv ”{verb} {subject}”.")


def _message(hit: Hit) -> str:
    return f"I ”{hit.excerpt}” står orden i fel ordning."


def _is_asked_without_som(hit: Hit) -> bool:
    """Whether "vilka" has its noun and a verb behind it, in a sentence that is no question."""
    *_, noun, verb = hit.excerpt.split()
    forms = paradigms().forms(noun)
    end = re.search(r"[.!?\n]|$", hit.svar.text[hit.end :])
    is_asked = bool(end and end[0] != "?" and {*words_before(hit)} & _ASKING)
    is_verb = verb in _FINITE or is_present(verb) or is_past(verb) or is_passive_infinitive(verb)
    return is_asked and is_verb and (noun == "vem" or (bool(forms) and forms <= INDEFINITE))


def _is_finite(word: str) -> bool:
    return word in _FINITE or is_present(word) or is_past(word) or word.endswith("ade")


def _is_definite(word: str) -> bool:
    forms = paradigms().forms(word)
    return bool(forms) and forms <= {"ud", "uq", "nd", "nq"}
