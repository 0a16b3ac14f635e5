"""En mening bryts av: den slutar med ”och”, ”att” eller ett annat ord som måste följas av något.

Varför: Ofta har en rad fallit bort när texten flyttades. Läsaren vet inte vad som skulle ha stått där. En sats som
börjar med ”att” tas upp först när inget ord i den kan vara ett verb.

Fel: Rådet har mött kommunerna samt. Arbetet har inneburit att olika aktörers. Vi bedömer att kommunerna i länet.
Rätt: Rådet har mött kommunerna. Arbetet har inneburit att olika aktörers insatser samordnats.

Tillåt med skäl: tillåt: {avbruten-mening: Citatet bryts av med avsikt.}
"""

import re
from collections.abc import Iterator

from rapport.checks.endings import leads_on
from rapport.checks.passages import passages_of
from rapport.checks.rule import Hit, Remark
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
# A clause that begins with "att" and has a genitive for its last word, and nothing that could be its verb.
_OF_WHOM = re.compile(r"\batt (?:olika|flera|många|alla|samtliga|fler|våra) [a-zåäö]{4,40}s$")
_WHOSE = re.compile(r"\batt (?:länets|regionens|kommunens|kommunernas|företagens|projektets|stödets|landets)$")
# What goes on: "har kunnat.", "i samverkan med.", "bidra till en."
_LEADING_ON = re.compile(
    r" (?P<last>i (?:samverkan|samarbete|samråd|dialog|enlighet|samband|linje) med|tillsammans med|inom ramen för"
    r"|med hjälp av|på grund av|till följd av|(?:till|med|av|på|är|blir|skapa|få) (?:en|ett))$"
)
_AND_VERB = re.compile(
    r" (?P<before>[A-Za-zÅÄÖåäö]+)"
    r" (?P<last>(?:och|samt) (?:(?:har|hade) (?:kunnat|behövt|blivit|varit)|ska|kan|har|är|bör))$"
)
# A clause that begins, and has nothing but an adverb before its full stop: "företag som tidigare inte."
_ONLY_ADVERBS = re.compile(
    r" (?P<last>(?:som|att|eftersom|medan) (?:(?:tidigare|redan|ofta|ännu|nu) )*(?:inte|även|också|ännu))$"
)
# An adjective where a noun is wanted: "med en viss försiktig."
_CUT = re.compile(r" (?:en|ett|av|med|stor|ökad|större) (?:[a-zåäö]{3,20} )?(?P<last>[a-zåäö]{4,25})$")
_BACKWARD = re.compile(r"\b(?:som|vad|vilk\w+|det|den|de|dem|där|hur|vi|man|en|ett|alla)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(r"\b(?:att|eftersom) ")
_FEWEST = 3
_DEFINITE = frozenset(listed("ud nd uq nq"))
_DETERMINERS = frozenset(listed("de den det denna detta dessa våra vår vårt alla samtliga flera många"))
_SIGNS = ("(", "”", "–", ":", "/", "t.ex.")
# Verbs in the past tense that are nouns or adjectives as well, and are listed as such.
_STRONG = frozenset(
    listed(
        "slapp band bar steg vann skar grep drev skrev bad sken svek brast stal slet slöt rann led vek gled stred teg"
    )
)
_SMALL = frozenset(
    listed(
        "i på av till från med om vid under inom genom mot över enligt utifrån kring bland mellan via hos efter före "
        "en ett den det de denna detta dessa och eller samt som inte också även mer mest flera många alla samtliga "
        "olika vår vårt våra sin sitt sina dess deras dem vi hela andra annan två tre fyra fem sex sju åtta nio tio "
        "utan ur sikt norra södra östra västra inre yttre mellersta så än längre högre lägre bättre större mindre fler"
    )
)


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield the last word of every sentence that breaks off."""
    for sentence in svar.meningar:
        has_stop = sentence.text.endswith(".")
        if not has_stop and not _ends_the_answer(svar, sentence.end):
            continue
        body = sentence.text[:-1].rstrip() if has_stop else sentence.text
        length = _unfinished(body) or (_lonely(body) if has_stop else 0)
        if length and len(body) > length and not sentence.text.endswith(".."):
            hit = Hit(svar, sentence.start + len(body) - length, sentence.start + len(body))
            if has_stop and _ends_without_verb(body):
                yield hit.remark(f"Satsen som slutar med ”{hit.excerpt}” saknar verb.", "Skriv det som fattas.")
                continue
            message = f"Meningen bryts av efter ”{hit.excerpt}”."
            yield hit.remark(message, "Skriv det som fattas, eller ta bort ordet.")


def _unfinished(body: str) -> int:
    """Return how long the last word of a sentence is when something must follow it, otherwise 0."""
    word = body.rsplit(maxsplit=1)[-1]
    if leads_on(body):
        return len(word)
    if not word.endswith("s"):
        return 0
    is_whose = _WHOSE.search(body) or (_OF_WHOM.search(body) and paradigms().forms(word) == {"g"})
    return len(word) if is_whose else 0


def _lonely(body: str) -> int:
    """Return how long the last words are when they lead on to something; or the last clause, when it has no verb."""
    match = _LEADING_ON.search(body)
    if match and not _BACKWARD.search(body[: match.start()]):
        return len(match["last"])
    if match := _ONLY_ADVERBS.search(body):
        return len(match["last"])
    if _is_cut(body):
        return len(body.rsplit(maxsplit=1)[-1])
    match = _AND_VERB.search(body)
    if match and "v" not in paradigms().forms(match["before"].lower()):
        return len(match["last"])
    return len(body.rsplit(maxsplit=1)[-1]) if _ends_without_verb(body) else 0


def _is_cut(body: str) -> bool:
    """Whether a sentence ends with an adjective that would be a noun with "het" behind it."""
    match = _CUT.search(body)
    if not match or paradigms().forms(match["last"]) != {"au"} or "us" not in paradigms().forms(f"{match['last']}het"):
        return False
    between = match[0].split()[1:-1]
    return all("au" in paradigms().forms(word) or "ai" in paradigms().forms(word) for word in between)


def _ends_without_verb(body: str) -> bool:
    clauses = _SUBORDINATE.split(body)
    return len(clauses) > 1 and _lacks_verb(clauses[-1])


def _lacks_verb(clause: str) -> bool:
    """Whether a clause has a subject for sure, and none of its words can be a verb."""
    words = [word.rstrip(",") for word in clause.split()]
    if len(words) < _FEWEST or any(sign in clause for sign in _SIGNS):
        return False
    has_subject = words[0] in _DETERMINERS and any(map(_is_definite, words))
    if not (has_subject or _is_definite(words[0]) or _is_whose(words[0]) or _is_many(words[0])):
        return False
    return all(_is_no_verb(word) for word in words)


def _is_definite(word: str) -> bool:
    forms = paradigms().forms(word)
    return bool(forms) and forms <= _DEFINITE


def _is_many(word: str) -> bool:
    return paradigms().forms(word) == {"up"}


def _is_whose(word: str) -> bool:
    return word.endswith("s") and paradigms().forms(word) == {"g"} and _is_definite(word[:-1])


def _is_no_verb(word: str) -> bool:
    if word in _STRONG:
        return False
    if word in _SMALL or word[:1].isupper() or word.isdigit() or _is_whose(word):
        return True
    forms = paradigms().forms(word)
    ends = {"ar": word[:-1], "er": f"{word[:-2]}a", "ts": f"{word[:-1]}a"}  # "pendlar" is a noun, and a verb
    stem = ends.get(word[-2:], "")
    may_be_present = bool(stem) and bool(paradigms().forms(stem) & {"v", "x"})
    return bool(forms) and not forms & {"v", "x", "g"} and not may_be_present


def _ends_the_answer(svar: Svar, end: int) -> bool:
    """Whether running text ends there, and with it the answer: elsewhere what follows may be the rest."""
    last = passages_of(svar)[-1]
    return last.kind == "stycke" and end >= last.start + len(last.text.rstrip())
