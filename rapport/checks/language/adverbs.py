"""Adverbs that have lost their t: "skiftar betydlig", "ökar kraftig", "skiljer sig tydlig".

Behind a verb that says what is done, and before a full stop or a preposition, an adjective as after "en" can tell of
nothing; only behind verbs such as "är", "blir" and "verkar" does it tell of the subject.
"""

import re
from collections.abc import Iterator

from rapport.checks.language.finite import is_finite
from rapport.checks.language.verbs import is_infinitive, is_supine
from rapport.checks.rule import Hit
from rapport.checks.spelling.paradigms import paradigms
from rapport.domain.svar import Svar

_ENDS = "ig|isk|sam|bar|värd|iv|ell|snabb|skarp|tydlig|jämn|stark|svag"
_BEHIND = re.compile(
    rf"(?<![\w-])(?P<verb>[a-zåäö]{{3,25}})(?P<sig> sig)? (?P<ord>[a-zåäö]{{2,20}}(?:{_ENDS})|snabb|skarp|stark|jämn)"
    r"(?=[.;]| (?:i|på|av|till|från|med|under|inom|mellan|mot|över|för|efter|vid|genom|jämfört|än|sedan) )"
)
_NO_NOUNS = ("negativ", "positiv", "aktiv")  # nouns too, in language and grammar
# What is so, seems so, is held or made so: the adjective behind it is its subject's or its object's.
_COPULAS = re.compile(
    r"(?:är|var|vara|varit|bli\w*|blev|förbli\w*|förblev|verka\w*|tyck\w*|syn\w*|känn\w*|kändes|te|ter|tedde|gör\w*|gjor\w*"
    r"|göra\w*|het\w*|föref\w*|framstå\w*|framstod|låt\w*|lät|se|ser|såg|sett|stå\w*|stod|ligg\w*|låg|sitt\w*|satt|gå\w*|gick"
    r"|kom\w*|håll\w*|höll|finn\w*|fann\w*|må\w*|dö\w*|lev\w*|föd\w*|bo\w*|kör\w*|ans\w*|bedöm\w*|betrakt\w*|uppl\w*|uppf\w*"
    r"|förklar\w*|utses|lämn\w*|räkn\w*|visa\w*|ställ\w*|tro\w*|få\w*|fick|ha\w*|kräv\w*|ge\w*|gav|saknar?|ta\w*|tog|utgör\w*|innebär"
    r"|skall?|ska|kan|bör|måste|vill|födde\w*|växa|än|inte|samt|men|som|om|sig|mer|mest|lika|för|alltför|så|nog|alltid)"
)


def without_t(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every verb with the adjective behind it that should be an adverb, and how they are written."""
    for match in _BEHIND.finditer(svar.text):
        verb, word = match["verb"], match["ord"]
        if _COPULAS.fullmatch(verb) or (match["sig"] and not verb.startswith("skil")):
            continue
        forms = paradigms().forms(word)
        is_adjective = "au" in forms and (forms <= {"au", "x"} or word in _NO_NOUNS)
        if is_adjective and _is_verb(verb) and "an" in paradigms().forms(f"{word}t"):
            yield Hit(svar, match.start(), match.end("ord")), f"{match[0]}t"


def _is_verb(word: str) -> bool:
    forms = paradigms().forms(word)
    is_past = word.endswith(("ade", "dde", "te")) and "v" in forms and forms <= {"v", "aw"}
    return is_past or is_finite(word) or is_infinitive(word) or is_supine(word)
