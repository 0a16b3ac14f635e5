"""Ett verb står i fel form efter ”att”, ”har” eller ”ska”: ”för att stärker”, ”ska bidrar”.

Varför: När en mening skrivs om blir verbet lätt kvar i sin förra form. Efter ”att” och ”ska” står grundformen (stärka),
efter ”har” står supinum (stärkt).

Fel: Vi arbetar för att stärker byarna och ska bidrar till målet. Vi har genomföra fyra möten. Rådet bestå av sex byar.
Rätt: Vi arbetar för att stärka byarna och ska bidra till målet. Vi har genomfört fyra möten. Rådet består av sex byar.

Tillåt med skäl: tillåt: {verbform: Så står det i citatet.}
"""

import re
from collections.abc import Iterator

from rapport.checks.infinitives import INFINITIVES
from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.smallwords import clause_before
from rapport.checks.spelling.paradigms import paradigms
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_LEADING = (
    "genom att|för att|till att|med att|av att|om att|på att|i syfte att|att|ska|skall|bör|måste|skulle"
    "|kan|kunde|vill|ville|får|fick"
)
_ADVERB = "inte|också|även|alltid|aldrig|därmed|därför|fortsatt|fortsättningsvis|tydligt|snabbt|bättre|aktivt"
_AFTER = rf"(?<![\w-])(?P<ord>(?:{_LEADING})(?: (?:{_ADVERB}))? [a-zåäö]{{2,24}}r)(?![\w-])"
_WHO = "vi |regionen |kommunerna |de |länet |projektet |också |även |inte |redan |nu |bland annat |under året "
_AFTER_HAS = rf"(?<![\w-])(?P<ord>(?:har|hade|ha) (?:{_WHO})?[a-zåäö]{{2,24}}[aåer])(?![\w-])"
# Behind these, and in a clause that begins with one of the last, the verb may be the main clause's own.
_SUBJECTS = frozenset(("vi", "de", "den", "det", "man"))
_OPEN = frozenset(("kan", "kunde", "vill", "ville", "får", "fick", "har", "hade", "ha"))
_BACKWARD = re.compile(r"\b(?:som|vad|vilk\w+|det|den|de|dem|vi|man|hur|där|när|om|allt|mer|än|så)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:(?:De|Den|Det|Alla|Våra|Vår|Vårt) (?P<adjectives>(?:[a-zåäö]{2,30} ){0,2}))?"
    r"(?P<noun>[A-ZÅÄÖa-zåäö][a-zåäö]{3,40})"
    r" (?P<verb>[a-zåäö]{2,24}[aåeoöy])(?= [a-zåäö0-9])"
)
_DEFINITE = frozenset(("ud", "uq", "nd", "nq"))
_PRESENT = {
    **{f"{verb}r": verb for verb in INFINITIVES},
    **{f"{verb[:-1]}er": verb for verb in INFINITIVES if verb.endswith("a")},
    "genomför": "genomföra",
    "gör": "göra",
    "tillgängliggör": "tillgängliggöra",
    "möjliggör": "möjliggöra",
    "synliggör": "synliggöra",
}


_NOT_ONLY = frozenset(("v", "inf", "pres"))
# Words that the list of verbs takes for verbs, and that seldom are.
_NO_VERBS = frozenset(
    ("inför", "utöver", "över", "hur", "sina", "rätta", "lätta", "andra", "hela", "båda", "bägge", "raka", "var")
)


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every verb that stands in another form than the word before it wants."""
    for hit in hits(svar, _AFTER):
        leading, _, verb = hit.excerpt.rpartition(" ")
        if _is_present(verb) and not _may_be_right(hit, leading):
            right = _PRESENT.get(verb)
            fix = f"{leading} {right}" if right else None
            yield hit.remark(
                f"I ”{hit.excerpt}” har verbet fel form.", f"Skriv ”{fix}”." if fix else "Skriv grundformen.", fix=fix
            )
    for hit in hits(svar, _AFTER_HAS, signs=("har ", "hade ", "ha ")):
        leading, _, verb = hit.excerpt.rpartition(" ")
        if _is_no_supine(verb) and not _may_be_right(hit, leading):
            yield hit.remark(
                f"I ”{hit.excerpt}” har verbet fel form.", f"Skriv den form som hör till ”{leading}”, eller stryk."
            )
    for hit in _bare_predicates(svar):
        verb = hit.excerpt.rpartition(" ")[2]
        yield hit.remark(f"I ”{hit.excerpt}” står verbet i grundform.", f"Böj verbet: ”{verb}” behöver tempus.")
    paradigms().save()


def _is_present(verb: str) -> bool:
    """Whether a word is the present tense of a verb, and nothing else."""
    forms = paradigms().forms(verb)
    return verb not in _NO_VERBS and (verb in _PRESENT or ("pres" in forms and forms <= _NOT_ONLY))


def _is_no_supine(verb: str) -> bool:
    """Whether a word is a verb in the infinitive or the present tense, and nothing else."""
    forms = paradigms().forms(verb)
    if verb in _NO_VERBS:
        return False
    return verb in INFINITIVES or (bool(forms & {"inf", "pres"}) and forms <= _NOT_ONLY)


def _may_be_right(hit: Hit, leading: str) -> bool:
    """Whether one clause may end before the verb: "det vi har behöver vi", "så långt vi kan gör vi"."""
    clause = clause_before(hit).strip()
    is_subject = clause.lower() in _SUBJECTS  # "Vi har genomföra": nothing stands before that could be turned round
    return leading.partition(" ")[0] in _OPEN and not is_subject and bool(_BACKWARD.search(clause))


def _bare_predicates(svar: Svar) -> Iterator[Hit]:
    """Yield every noun that begins a sentence and has an infinitive for its verb: "Styrgruppen bestå av"."""
    for sentence in svar.meningar:
        match = _SUBJECT.match(sentence.text)
        before = svar.text[max(0, sentence.start - 3) : sentence.start].rstrip()
        if not match or (before and before[-1] not in ".!?") or not _are_adjectives(match["adjectives"]):
            continue
        subject, verb = match["noun"].lower(), match["verb"]
        forms, verbal = paradigms().forms(subject), paradigms().forms(verb)
        if forms and forms <= _DEFINITE and "inf" in verbal and verbal <= _NOT_ONLY:
            yield Hit(svar, sentence.start, sentence.start + match.end("verb"))


def _are_adjectives(words: str | None) -> bool:
    return all("aw" in paradigms().forms(word) for word in (words or "").split())
