"""Distant predicates: an adjective behind "är" or "har visat sig vara" that none of the clause's nouns can be.

"Den modell för bedömning som används av kommunerna har visat sig användbart": whichever noun is the subject, none is
neuter. So nobody has to find the subject; only that nothing else can be it.
"""

import re
from collections.abc import Iterator

from rapport.checks.agreement.inflect import adjective
from rapport.checks.agreement.phrase import LEADING
from rapport.checks.language.verbs import is_infinitive
from rapport.checks.rule import Hit
from rapport.checks.spelling.paradigms import NOUN, paradigms
from rapport.checks.words import listed
from rapport.domain.svar import Svar

_COPULA = (
    r"(?:(?:har |hade )?(?:visat|visade|visar) sig(?: vara)?|är|var|blir|blev|(?:har|hade) (?:varit|blivit)"
    r"|(?:bedöms|anses|beräknas|väntas|förväntas|upplevs|kan anses) (?:vara|bli|som)"
    r"|(?:måste|ska|bör|kan|skulle|kunde|får|behöver|borde|kommer att) (?:vara|bli))"
)
_PREDICATE = re.compile(
    rf" {_COPULA} (?:(?:mycket|också|även|särskilt|fortsatt|ännu inte|inte|ganska|väl|fortfarande|dock) )?"
    r"(?P<adjective>[a-zåäö]{3,25})"
    r"(?=[.;]|,? (?:även|också|för|i|inom|under|på|bland|hos)\b)"
)
_FITTING = {"au": frozenset(listed("us ud")), "an": frozenset(listed("ns nd")), "aw": frozenset(listed("up uq np nq"))}
_TOLD = listed("har hade används sedan är var")
_OTHERS = frozenset(
    listed(
        "så att det detta vilket allt vad mycket inget ingenting något vi de dem man jag ni båda alla många flera "
        "samtliga fler och samt eller antalet andelen flertalet majoriteten hälften personalen gruppen par rad dessa"
    )
)
_BODIES = (
    *listed("verket rådet gruppen nämnden styrelsen kommunen regionen laget nätverket paret kollegiet institutet"),
    *listed("departementet ämbetet kansliet universitetet företaget partnerskapet konsortiet"),
)


def distant_predicates(svar: Svar) -> Iterator[tuple[Hit, str, str | None]]:
    """Yield every such adjective, with the first noun of its sentence, and how it is inflected as that one is."""
    for sentence in svar.meningar:
        for match in _PREDICATE.finditer(sentence.text):
            word = match["adjective"]
            forms = paradigms().forms(word)
            wanted = next(iter(forms)) if len(forms) == 1 else ""
            words = re.split(r", (?:och|men) (?=(?:den|det) )", sentence.text[: match.start()])[-1].split()
            subject = (
                _clear_subject(words) if wanted in _FITTING and not word.endswith(("vis", "ligen", "mässigt")) else None
            )
            if subject and not _may_be(words, wanted):
                right = adjective(word, "an" if paradigms().forms(subject) <= {"nd", "ns", "np"} else "au")
                start = sentence.start + match.start("adjective")
                yield Hit(svar, start, start + len(word)), subject, right


def _clear_subject(words: list[str]) -> str | None:
    """Return the noun that a sentence begins with: definite, or behind "den" or "det" and before "som" or "för"."""
    first = words[0].lower() if words else ""
    if first in {"den", "det"}:
        noun = next((word for word in words[1:4] if paradigms().forms(word) & NOUN), "")
        fits = {"us", "ud"} if first == "den" else {"ns", "nd", "np"}
        return noun if noun and paradigms().forms(noun) <= fits else None
    forms = paradigms().forms(first)
    return first if forms and forms <= {"ud", "nd"} and not first.endswith(_BODIES) else None


def _may_be(words: list[str], wanted: str) -> bool:
    """Whether something before the verb can be what the adjective is said of, or nobody knows."""
    for number, word in enumerate(words):
        small = word.lower().strip("”“(")
        is_article = number == 0 and small in {"den", "det"}
        if small.endswith((",", ";", ":", ")")) or (not is_article and (small in _OTHERS or is_infinitive(small))):
            return True
        forms = paradigms().forms(small)
        is_name = number > 0 and word[:1].isupper()
        if is_name or forms & _FITTING[wanted] or not (forms or small.isdigit() or small in LEADING | {"som", *_TOLD}):
            return True
    return False
