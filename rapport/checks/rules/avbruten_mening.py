"""En mening bryts av: den slutar med ”och”, ”att” eller ett annat ord som måste följas av något.

Varför: Ofta har en rad fallit bort när texten flyttades. Läsaren vet inte vad som skulle ha stått där. En sats som
börjar med ”att” tas upp först när inget ord i den kan vara ett verb.

Fel: Rådet har mött kommunerna samt. Arbetet har inneburit att olika aktörers. Vi bedömer att kommunerna i länet.
Rätt: Rådet har mött kommunerna. Arbetet har inneburit att olika aktörers insatser samordnats.

Tillåt med skäl: tillåt: {avbruten-mening: Citatet bryts av med avsikt.}
"""

import re
from collections.abc import Iterator

from rapport.checks.language.cut_short import cut_short
from rapport.checks.language.endings import leads_on
from rapport.checks.language.finite import is_definite, is_finite
from rapport.checks.language.verbless import is_no_verb, is_whose, lacks_verb
from rapport.checks.passages import passages_of
from rapport.checks.rule import Hit, Remark
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "info"
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
# "Därför är.": only where nothing before is what it was to be: "så bra som den också är".
_VERB_LAST = re.compile(
    r" (?P<last>(?:därför|därmed|också|även|ofta|och|samt|numera|redan|alltid|mycket)"
    r" (?:är|var|blir|blev|har|hade|ska|kan))$"
)
_NAMED_BEFORE = re.compile(r"\b(?:som|vad|hur|än|så|vilk\w+|det|den|de|där|när|man|allt|vi)\b", re.IGNORECASE)
# An adjective where a noun is wanted: "med en viss försiktig."
_CUT = re.compile(r" (?:en|ett|av|med|stor|ökad|större) (?:[a-zåäö]{3,20} )?(?P<last>[a-zåäö]{4,25})$")
_BACKWARD = re.compile(r"\b(?:som|vad|vilk\w+|det|den|de|dem|där|hur|vi|man|en|ett|alla)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(r"\b(?:att|eftersom) ")
# What tells more of a word, and needs its verb for itself: "som flyttar", "för att studera".
_PURPOSE = re.compile(r" (?:för|genom|till|med) att [a-zåäö]+[aå]s?(?![\w-])")
_LEADS_TALKS = re.compile(r"\bför (?:samtal|dialog|dialoger|talan|statistik|register|diskussioner|resonemang)\b")
_TELLING = re.compile(
    r"^((?:[a-zåäö]+ ){0,3}[a-zåäö]+) som (?:(?:tidigare|ofta|redan|inte|nu) )*[a-zåäö]+(?:[rs]|de|te)(?![\w-])"
)
_AIM = re.compile(
    r"(?:Syftet|Målet|Avsikten|Ambitionen|Tanken|Inriktningen|Uppgiften)(?: (?:med|för|under|inom) [a-zåäö ]{3,40}?)?"
    r" (?P<to>att [a-zåäö]+[aå]) (?P<rest>[a-zåäö -]+)\.$"
)
_BE = frozenset(listed("vara varit blivit bli"))
_FEWEST = 3
_DETERMINERS = frozenset(listed("de den det denna detta dessa våra vår vårt alla samtliga flera många"))
_COUNTS = frozenset(listed("två tre fyra fem sex sju åtta nio tio elva tolv"))
_SIGNS = ("(", "”", "–", ":", "/", "t.ex.")


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield the last word of every sentence that breaks off."""
    yield from _without_verb(svar)
    yield from _aims(svar)
    for sentence in svar.meningar:
        has_stop = sentence.text.endswith(".")
        if not has_stop and not _ends_a_paragraph(svar, sentence.end):
            continue
        body = sentence.text[:-1].rstrip() if has_stop else sentence.text
        if not body.strip():  # a full stop alone
            continue
        length = _unfinished(body) or (_lonely(body) or cut_short(body) if has_stop else 0)
        if length and len(body) > length and not sentence.text.endswith(".."):
            hit = Hit(svar, sentence.start + len(body) - length, sentence.start + len(body))
            severity: Severity = "info" if _is_cut(body) and not cut_short(body) else "warning"
            if has_stop and _ends_without_verb(body):
                yield hit.remark(
                    f"Satsen som slutar med ”{hit.excerpt}” saknar verb.", "Skriv det som fattas.", severity=severity
                )
                continue
            message = f"Meningen bryts av efter ”{hit.excerpt}”."
            yield hit.remark(message, "Skriv det som fattas, eller ta bort ordet.", severity=severity)


def _without_verb(svar: Svar) -> Iterator[Remark]:
    """Yield every sentence of running text that has no verb, where its neighbours have theirs."""
    for passage in passages_of(svar):
        end = passage.start + len(passage.text)
        some = [one for one in svar.meningar if passage.start <= one.start < end] if passage.kind == "stycke" else []
        lacking = [one for one in some if lacks_verb(one, svar.text[passage.start : one.start])]
        if len(some) > 1 and len(lacking) == 1:
            sentence = lacking[0]
            hit = Hit(svar, sentence.start, sentence.end)
            yield hit.remark(f"Meningen ”{hit.excerpt}” saknar verb.", "Skriv det som fattas.")


def _aims(svar: Svar) -> Iterator[Remark]:
    """Yield every aim that is told with "att", and nothing that says "är"."""
    for sentence in svar.meningar:
        match = _AIM.match(sentence.text)
        words = [*match[0][: match.start("to")].split(), *match["rest"].split()] if match else []
        if match and not any(is_finite(word) or word in _BE or "v" in _finite_forms(word) for word in words):
            hit = Hit(svar, sentence.start + match.start("to"), sentence.start + match.end("to"))
            yield hit.remark("Meningen saknar verb.", "Sätt ut ”är” före ”att”.", severity="warning")


def _finite_forms(word: str) -> frozenset[str]:
    forms = paradigms().forms(word.rstrip(","))
    return frozenset() if "inf" in forms else forms


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
    if (match := _VERB_LAST.search(body)) and not _NAMED_BEFORE.search(body[: match.start()]):
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
    clauses = _SUBORDINATE.split(_PURPOSE.sub("", body))
    return len(clauses) > 1 and not _LEADS_TALKS.search(clauses[-1]) and _lacks_verb(_TELLING.sub(r"\1", clauses[-1]))


def _lacks_verb(clause: str) -> bool:
    """Whether a clause has a subject for sure, and none of its words can be a verb."""
    words = [word.rstrip(",") for word in clause.split()]
    if len(words) < _FEWEST or any(sign in clause for sign in _SIGNS):
        return False
    has_subject = words[0] in _DETERMINERS and any(map(is_definite, words))
    has_subject = has_subject or (words[0] in _COUNTS and len(words) > 1 and _is_many(words[1]))
    if not (has_subject or is_definite(words[0]) or is_whose(words[0]) or _is_many(words[0])):
        return False
    return all(is_no_verb(word) for word in words)


def _is_many(word: str) -> bool:
    return paradigms().forms(word) == {"up"}


def _ends_a_paragraph(svar: Svar, end: int) -> bool:
    """Whether running text ends there, and the answer with it, or a paragraph follows that begins with a capital."""
    passages = passages_of(svar)
    for number, one in enumerate(passages):
        if one.kind == "stycke" and one.start < end and end >= one.start + len(one.text.rstrip()):
            after = passages[number + 1] if number + 1 < len(passages) else None
            is_led = after is not None and (after.kind != "stycke" or not after.text[:1].isupper())
            if end <= one.start + len(one.text) and not (is_led or one.before_list or one.before_table):
                return True
    return False
