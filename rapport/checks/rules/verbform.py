"""Ett verb står i fel form efter ”att”, ”har”, ”ska” eller ”som”: ”för att stärker”, ”ska bidrar”, ”som bidra”.

Varför: När en mening skrivs om blir verbet lätt kvar i sin förra form, eller tappar en bokstav. Efter ”att” och ”ska”
står grundformen (stärka), efter ”har” står supinum (stärkt, utvecklats), efter ”som” och ”vi” står presens eller
dåtid (stärker, stärkte).

Fel: Vi arbetar för att stärker byarna och ska bidrar till målet. Vi har genomföra fyra möten. Rådet bestå av sex byar.
Fel: Servicen har under året utvecklas. Metoden kan används av fler. Där finns aktörer som bidra till att vi nå målet.
Rätt: Vi arbetar för att stärka byarna och ska bidra till målet. Vi har genomfört fyra möten. Rådet består av sex byar.

Tillåt med skäl: tillåt: {verbform: Så står det i citatet.}
"""

import re
from collections.abc import Iterator

from rapport.checks.by_line import by_line
from rapport.checks.language.after_has import wrong_after_has
from rapport.checks.language.bare_infinitives import bare_predicates, bare_verbs
from rapport.checks.language.lost_words import without_has
from rapport.checks.language.participles import (
    is_past_before_preposition,
    is_supine_before_object,
    participles_after_has,
    supines_after_supine,
)
from rapport.checks.language.passives import without_s
from rapport.checks.language.smallwords import clause_before
from rapport.checks.language.verbs import (
    infinitive_of,
    is_active_supine,
    is_infinitive,
    is_passive_infinitive,
    is_past,
    is_present,
    is_present_passive,
    is_supine,
)
from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed, words_after, words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_LEADING = (
    "genom att|för att|till att|med att|av att|om att|på att|i syfte att|kommer att|att|ska|skall|bör|måste|skulle"
    "|kan|kunde|kunna|vill|ville|får|fick"
)
_ADVERB = "inte|också|även|alltid|aldrig|därmed|därför|fortsatt|fortsättningsvis|tydligt|snabbt|bättre|aktivt"
_AFTER = rf"(?<![\w-])(?P<ord>(?:{_LEADING})(?: (?:{_ADVERB}))? [a-zåäö]{{2,24}}(?:[rst]|[dt]e|[ao]g|ick|ll))(?![\w-])"
_WHO = (
    "vi |regionen |kommunerna |de |länet |projektet |också |även |inte |redan |nu |bland annat |under året "
    "|därför |därmed |dessutom |numera "
)
# What may stand between "har" and its verb: "har under de senaste åren utvecklas".
_WHEN = (
    r"(?:(?:under|på|inom|i|sedan|de|det|den) (?:[a-zåäö]+ ){0,2}(?:[a-zåäö]*(?:året|åren|tid|perioden|hösten|våren)) )"
)
_AFTER_HAS = rf"(?<![\w-])(?P<ord>(?:har|hade|ha) (?:{_WHEN}|{_WHO})?[a-zåäö]{{2,25}})(?![\w-])"
_AFTER_WHO = (
    r"(?<![\w-])(?P<ord>(?:som|(?:att|som|[Dd]är|[Nn]är|[Ee]ftersom|medan)"
    r" (?:vi|de|det|den|man|fler|många|ingen|någon|(?:fler|flera|många|färre|alla|samtliga) [a-zåäö]{3,30}"
    r"|[a-zåäö]{3,30}(?:na|en|et)))"
    r" [a-zåäö]{1,24}[aå])(?![\w-])"
)
# Behind these, and in a clause that begins with one of the last, the verb may be the main clause's own.
_SUBJECTS = frozenset(("vi", "de", "den", "det", "man", "fler", "många", "ingen", "någon"))
_MANY = frozenset(listed("fler flera många färre alla samtliga"))
_OPEN = frozenset(listed("kan kunde vill ville får fick har hade ha"))
_FINITE = frozenset(listed("ska skall kan bör vill får måste"))
_BACKWARD = re.compile(r"\b(?:som|vad|vilk\w+|det|den|de|dem|vi|man|hur|där|när|om|allt|mer|än|så)\b", re.IGNORECASE)
_OBJECT = frozenset(listed("en ett den det de sin sitt sina fram in upp ut till flera många två tre fyra i med på"))
_DEFINITE = frozenset(("ud", "uq", "nd", "nq"))


@by_line
def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every verb that stands in another form than the word before it wants."""
    yield from _after_to(svar)
    yield from _after_has(svar)
    for hit, right in supines_after_supine(svar):
        yield hit.remark(f"I ”{hit.excerpt}” har verbet fel form.", f"Skriv ”{right}”.")
    yield from _without_tense(svar)
    for hit in without_has(svar):
        yield hit.remark(f"I ”{hit.excerpt}” saknas ”har”, eller så har verbet fel form.", "Sätt ut ”har”.")
    for hit, right in without_s(svar):
        yield hit.remark(f"I ”{hit.excerpt}” saknar verbet sitt s.", f"Skriv ”{right}”.")


def _after_to(svar: Svar) -> Iterator[Remark]:
    """Yield every verb behind "att" or "ska" that is no infinitive."""
    for hit in hits(svar, _AFTER):
        leading, _, verb = hit.excerpt.rpartition(" ")
        is_after = leading == "att" and words_before(hit)[-1:] in (["efter"], ["sedan"])  # "ha" may be left out
        if _is_no_infinitive(hit, leading, verb) and not is_after and not _may_be_right(hit, leading):
            right = _right_infinitive(verb)
            fix = f"{leading} {right}" if right else None
            yield hit.remark(
                f"I ”{hit.excerpt}” har verbet fel form.", f"Skriv ”{fix}”." if fix else "Skriv grundformen.", fix=fix
            )


def _after_has(svar: Svar) -> Iterator[Remark]:
    """Yield every first verb behind "har" that is no supine, then every infinitive elsewhere that nothing leads."""
    said: set[int] = set()
    for hit in hits(svar, _AFTER_HAS, signs=("har ", "hade ", "ha ")):
        leading, _, verb = hit.excerpt.rpartition(" ")
        if (_is_no_supine(verb) or is_past_before_preposition(hit, verb)) and not _may_be_right(hit, leading):
            yield hit.remark(
                f"I ”{hit.excerpt}” har verbet fel form.", f"Skriv den form som hör till ”{leading}”, eller stryk."
            )
            said |= {hit.start, hit.end}
    for hit, right in participles_after_has(svar):
        said |= {hit.start, hit.end}
        yield hit.remark(f"I ”{hit.excerpt}” har verbet fel form.", f"Skriv ”{right}”.")
    for hit in wrong_after_has(svar):
        if hit.start not in said:
            said.add(hit.end)
            yield hit.remark(
                f"I ”{hit.excerpt}” har verbet fel form.", "Skriv den form som hör till ”har”, eller stryk."
            )
    for hit in bare_verbs(svar):
        verb = hit.excerpt.rpartition(" ")[2]
        if hit.end not in said:
            message = f"I ”{hit.excerpt}” står verbet i grundform, men inget före det vill ha en grundform."
            yield hit.remark(message, f"Sätt ut ”att” före ”{verb}”, eller böj verbet.")


def _without_tense(svar: Svar) -> Iterator[Remark]:
    """Yield every infinitive that has its subject before it."""
    found = [
        *(hit for hit in hits(svar, _AFTER_WHO) if _has_subject(hit)),
        *bare_predicates(svar),
    ]
    for hit in found:
        verb = hit.excerpt.rpartition(" ")[2]
        yield hit.remark(f"I ”{hit.excerpt}” står verbet i grundform.", f"Böj verbet: ”{verb}” behöver tempus.")


def _has_subject(hit: Hit) -> bool:
    leading, _, verb = hit.excerpt.rpartition(" ")
    before, _, subject = leading.rpartition(" ")
    is_of_many = before.rpartition(" ")[2] in _MANY and bool(paradigms().forms(subject) & {"up", "np", "aw"})
    return is_infinitive(verb) and (is_of_many or _is_subject(subject))


def _is_no_infinitive(hit: Hit, leading: str, verb: str) -> bool:
    """Whether a word is a verb in a form that does not follow "att" or "ska"."""
    if is_present(verb) or is_present_passive(verb):
        return True
    if leading.endswith("att"):
        is_supine_now = (
            is_supine(verb)
            or (verb.endswith("ts") and is_active_supine(verb[:-1]))
            or (is_active_supine(verb) and not _OBJECT.isdisjoint(words_after(hit)))
            or is_supine_before_object(hit, verb)
        )
        return is_supine_now or (leading == "kommer att" and is_past(verb))
    is_modal = leading.partition(" ")[0] in _FINITE
    return is_modal and (is_supine(verb) or (verb.endswith("ades") and is_past(verb)))


def _right_infinitive(verb: str) -> str | None:
    if not (is_present(verb) or is_present_passive(verb)):
        return None
    right = infinitive_of(verb)
    return None if right == verb else f"{right}s" if verb.endswith("s") else right


def _is_no_supine(verb: str) -> bool:
    """Whether a word is a verb in the infinitive, the present or the past tense, and nothing else."""
    return verb != "få" and any(
        is_it(verb) for is_it in (is_infinitive, is_present, is_present_passive, is_passive_infinitive, is_past)
    )


def _is_subject(word: str) -> bool:
    forms = paradigms().forms(word)
    return word in _SUBJECTS or word == "som" or (bool(forms) and forms <= _DEFINITE)


def _may_be_right(hit: Hit, leading: str) -> bool:
    """Whether one clause may end before the verb: "det vi har behöver vi", "så långt vi kan gör vi"."""
    clause = clause_before(hit).strip()
    is_subject = clause.lower() in _SUBJECTS  # "Vi har genomföra": nothing stands before that could be turned round
    return leading.partition(" ")[0] in _OPEN and not is_subject and bool(_BACKWARD.search(clause))
