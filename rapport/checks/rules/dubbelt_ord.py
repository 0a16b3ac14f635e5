"""Samma ord, eller flera, står två gånger i följd eller med ett ord emellan, eller ett ”är” är ett för mycket.

Varför: Det är nästan alltid en rest av en ändring. Ord som står dubbelt där en sats slutar och nästa börjar
(”det det handlar om”, ”allt vi arbetat i i år”, ”de medel som finns finns kvar”) lämnas i fred.

Fel: Syftet är att att stärka länet. Under året har vi har mött byarna. Målen är samordnade med länet är i fokus.
Rätt: Syftet är att stärka länet. Under året har vi mött byarna. Målen är samordnade, med länet i fokus.

Tillåt med skäl: tillåt: {dubbelt-ord: Upprepningen är avsiktlig.}
"""

import re
from collections.abc import Iterator
from itertools import compress

from rapport.checks.by_line import by_line
from rapport.checks.language.doubled_phrases import doubled_phrases
from rapport.checks.language.finite import is_finite
from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.spelling.paradigms import DEFINITE, NOUN, paradigms
from rapport.checks.words import listed, words_after, words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
# What is said twice for the sake of weight.
_LEGAL = frozenset(listed("ja nej ha mycket väldigt många långt helt riktigt bla år så"))
# Words that stand at a clause's end too: then the next may begin with the same.
_LOOSE = frozenset(listed("in ut upp ner då här där över efter hos utan nu fram"))
# "Det det handlar om": only where a verb follows, not where a noun does.
_POINTING = frozenset(listed("det den de dem"))
# A clause that begins with one of these may end in a verb, and the main clause go on with the same.
_OPENERS = frozenset(listed("som vad hur det där när vi de den man om vilka vilket allt"))
# What a clause tells of, and who does something in it: then its preposition may stand last: "det vi arbetar med".
_TOLD_OF = frozenset(listed("som vad där vilka vilken allt vem vars"))
_WHAT, _WHO = frozenset(listed("det den de dem")), frozenset(listed("vi man de regionen kommunerna"))
_VERBS = frozenset(
    listed("är var har hade kan kunde ska skulle finns fanns får fick gör gjorde blir blev gäller behövs sker")
)
_SECOND_VERB = r"\bmed (?:\w+ ){1,4}(är) i (?:fokus|centrum)\b"
# At a clause's end these may go with its verb; without a clause before them the second is a slip.
_PREPOSITIONS = frozenset(listed("i på med om till för av från vid inom genom under mot kring"))
# A verb, or "vi", with one word between: what stands there makes it sure that one is too many.
_AROUND = (
    r"(?<![\w-])(?P<verb>har|hade|ska|skulle|kan|kunde|bör|måste|får|fick|vill) [a-zåäö]+ (?P=verb)(?![\w:-])"
    r"|(?<![\w-])att (?:vi|de|det|man|regionen|kommunerna) att(?![\w:-])"
    r"|(?:^|(?<=[.!?] ))Vi [a-zåäö]+ vi(?= att )"
    r"|(?<![\w-])vi (?:har|hade|ska|kan|vill|fick|ser|gör|gjorde|bör|måste|arbetar) vi(?![\w:-])"
    r"|(?<![\w-])är (?:en|ett|i|på|nu|även|också) är(?![\w:-])"
    r"|(?<![\w-])(?P<article>en|ett) (?:är|var|blir|blev) (?P=article)(?![\w:-])"
)
_TWO_VERBS = r"(?<![\w-])(?P<ord>(?:är (?:var|blir|blev)|(?:var|blir|blev) är|var blev))(?= att )"
_TWO_AUXILIARIES = re.compile(
    r"[A-ZÅÄÖ][\wåäö]+(?: [A-ZÅÄÖ][\wåäö]+)? (?P<verb>har|ska|kan|bör|är) "
    r"(?P<between>(?:under|i|inom|genom|med|tillsammans med|även|också|sedan|för)(?: [\wåäö-]+){1,6}) "
    r"(?P<again>(?P=verb)) "
)
# "När det gäller X har arbetet bedrivits har skett i dialog": two halves of two sentences.
_TWO_PERFECTS = (
    r"(?<![\w-])(?P<ord>har (?:[a-zåäö]+ ){1,4}[a-zåäö]{3,}(?:its|ats|tts|rts|lts|nts|it|at|ått) har (?:också |även )?"
    r"[a-zåäö]{2,}t)(?![\w-])"
)
_AS_TO = re.compile(r"^(?:När det gäller|Vad gäller) ")
_CLAUSES = re.compile(r"\b(?:som|vad|vilk\w+|det|den|de|dem|vi|man|hur|där|när|om|allt|att|och)\b")
_LOOKED_BACK = 9
_SUBJECTS = frozenset(("vi", "de", "man"))
_CLAUSE, _MOST = 200, 100  # characters, findings
_FAR = 4  # words
_BETWEEN = frozenset(
    listed("vi det de den man under i nu även också därför sedan har ska kan vill är var blir blev bör måste en ett")
)
_CLAUSE_WORDS = frozenset(listed("man med för var skulle som inte här där i på"))
_SURE = frozenset(("att", "och", "en", "ett", "eller", "samt"))


@by_line
def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every doubled word once, however many times it stands."""
    for hit in _doubled(svar):
        word = hit.excerpt.split()[0]
        message = f"”{hit.excerpt}” har samma ord två gånger."
        fix = word if word.lower() in _SURE else None
        yield hit.remark(message, "Ta bort det ena.", fix=fix)
    for hit in doubled_phrases(svar):
        yield hit.remark(f"”{hit.excerpt}” har samma ord två gånger.", "Ta bort det ena.")
    for hit in _second_auxiliary(svar):
        word = hit.excerpt.split()[-1]
        yield hit.remark(f"I meningen står ”{word}” två gånger.", "Ta bort det ena.")
    for hit in hits(svar, _AROUND):
        if hit.excerpt.startswith("Vi ") or not _may_be_right(hit):
            word = hit.excerpt.split()[-1]
            message = f"I ”{hit.excerpt}” står ”{word}” två gånger."
            yield hit.remark(message, "Ta bort det ena.")
    for hit in _two_perfects(svar):
        yield hit.remark(f"I ”{hit.excerpt}” står två verb med ”har”.", "Ta bort det ena.")
    for hit in hits(svar, _TWO_VERBS, signs=(" är ", " var ")):
        yield hit.remark(f"”{hit.excerpt}” står intill varandra: ett av verben är för mycket.", "Ta bort det ena.")
    for hit in _second_verb(svar):
        message = "Meningen har redan ett ”är”; det här är ett för mycket."
        yield hit.remark(message, "Ta bort det.")


def _two_perfects(svar: Svar) -> Iterator[Hit]:
    for hit in hits(svar, _TWO_PERFECTS, signs=(" har ",)):
        line = svar.text[max(0, hit.start - _CLAUSE) : hit.start].rpartition("\n")[2]
        clause = line.rpartition(". ")[2].rpartition(", ")[2]
        if not _CLAUSES.search(f"{_AS_TO.sub('', clause)} {hit.excerpt}"):
            yield hit


def _second_verb(svar: Svar) -> Iterator[Hit]:
    """Yield an "är" in a phrase that begins with "med" and hangs on a clause with an "är" of its own."""
    if not any(sign in svar.text for sign in (" i fokus", " i centrum")):
        return
    for match in re.finditer(_SECOND_VERB, svar.text):
        if re.search(r"\bär\b[^.;:!?]*$", svar.text[max(0, match.start() - _CLAUSE) : match.start()]):
            yield Hit(svar, *match.span(1))


def _doubled(svar: Svar) -> Iterator[Hit]:
    # Comparing neighbours in a list is many times faster than a pattern that refers back to itself.
    text = svar.text.lower()
    words = text.split(" ")
    is_same = map(str.startswith, words[1:], words)
    seen = {
        word
        for word in compress(words, is_same)
        if (len(word) > 1 or word == "i") and word.isalpha() and f"{word} {word}" in text
    }
    for word in sorted(seen - _LEGAL)[:_MOST]:
        for match in re.finditer(rf"(?<![\w-]){word} {word}(?!(?: {word})|[\w:-])", svar.text, re.IGNORECASE):
            hit = Hit(svar, *match.span())
            may_end = word in _VERBS | _PREPOSITIONS | _LOOSE and _ends_a_clause(hit)
            if not hit.excerpt.istitle() and not may_end and not (word in _POINTING and not _points_at_noun(hit)):
                yield hit


def _points_at_noun(hit: Hit) -> bool:
    """Whether an adjective or a noun follows, so that no clause can begin between the two: "de de flesta"."""
    following = next(iter(words_after(hit)), "")
    forms = paradigms().forms(following)
    is_word = hit.svar.text.startswith(" ", hit.end) and not is_finite(following) and following not in _CLAUSE_WORDS
    return is_word and (following == "flesta" or (bool(forms) and forms <= NOUN | {"au", "an", "aw", "ai"}))


def _second_auxiliary(svar: Svar) -> Iterator[Hit]:
    """Yield "har under året har" where nothing between can be a clause of its own."""
    for sentence in svar.meningar:
        match = _TWO_AUXILIARIES.match(sentence.text)
        if match and not _CLAUSES.search(match["between"]):
            yield Hit(svar, sentence.start + match.start("verb"), sentence.start + match.end("again"))


def _may_be_right(hit: Hit) -> bool:
    """Whether one clause may end where the next begins: "det vi har har vi byggt", "om den ska säljas ska den"."""
    begins = words_before(hit, 12)
    last_stop = max((at for at, word in enumerate(begins) if word[-1] in ".!?:"), default=-1)
    middle = hit.excerpt.lower().split()[1]
    if (_OPENERS - {"vi"}) & set(begins[last_stop + 1 :]):
        return True
    forms = paradigms().forms(middle)
    return middle not in _BETWEEN and not (forms and forms <= DEFINITE)


def _ends_a_clause(hit: Hit) -> bool:
    """Whether the first of two words may end a clause: one that says what is had in what follows."""
    before = words_before(hit, _LOOKED_BACK)
    # "…, vilket har tagits emot i i huvudsak": what "vilket" stands for there needs no preposition.
    starts = [at + 1 for at, word in enumerate(before) if word[-1] in ".!?" or word == "vilket"]
    clause = before[max(starts, default=0) :]
    if hit.excerpt.split()[0].lower() in _PREPOSITIONS:
        return bool(_TOLD_OF & {*clause}) or _tells_of(clause)
    is_first = len(before) < _LOOKED_BACK or bool(starts)
    return bool(_OPENERS & {*(clause[1:] if is_first and clause and clause[0].lower() in _SUBJECTS else clause)})


def _tells_of(clause: list[str]) -> bool:
    """Whether some words may have a clause without "som": "det vi", "de nya metoder kommunerna"."""
    return any(word in _WHAT and not _WHO.isdisjoint(clause[at + 1 : at + _FAR]) for at, word in enumerate(clause))
