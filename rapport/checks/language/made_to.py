"""Made to: an infinitive that lacks its "att" behind whoever is made to do it: "få företagen avsätta tid"."""

import re
from collections.abc import Iterator

from rapport.checks.language.finite import OPENERS, is_definite, is_finite
from rapport.checks.language.verbs import is_infinitive
from rapport.checks.rule import Hit
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed
from rapport.domain.svar import Svar

# "Får" and "fick" may be modal verbs with their subject behind: "därför får företagen söka".
_MADE = (
    r"(?:få|fått|(?:uppmuntra|motivera|stimulera|locka|uppmana|inspirera|utmana)(?:r|t|de|s|des|ts)?|tvinga(?:r|t|de)?"
    r"|förmå(?:r|tt|dde)?)"
)
_PATTERN = re.compile(rf"(?<![\w-]){_MADE} (?P<whom>(?:[a-zåäö]+ ){{1,6}}?)(?P<verb>[a-zåäö]{{2,24}}[aå])(?![\w-])")
# "Möjliggör för företag anställa", "gör det lättare för unga stanna"; and an aim that is an infinitive.
_FOR_WHOM = re.compile(
    r"(?<![\w-])(?:möjliggö(?:r|ra|rs|rt)|möjligt|lättare|enklare|svårt|svårare) för (?P<whom>(?:[a-zåäö]+ ){1,4}?)"
    r"(?P<verb>[a-zåäö]{2,24}[aå])(?![\w-])"
)
_AIM = re.compile(
    r"^(?:Syftet|Målet|Avsikten|Ambitionen|Uppgiften|Tanken)(?: (?:med|för|under|inom) [a-zåäö ]{3,40}?)?"
    r" (?P<is>är|var) "
    r"(?P<verb>[a-zåäö]{2,24}[aå])(?= [a-zåäö])"
)
_MANY = frozenset(listed("fler flera många alla samtliga unga äldre kvinnor män"))
_NO_OBJECT = frozenset(listed("till för med av i på att sig inte möjlighet chans tid råd lov rätt"))


def made_to(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every such infinitive with the words before it from the verb on, and how they may be written."""
    for sentence in svar.meningar:
        for match in _PATTERN.finditer(sentence.text):
            whom = match["whom"].split()
            if is_infinitive(match["verb"]) and _is_somebody(whom):
                hit = Hit(svar, sentence.start + match.start("verb") - len(whom[-1]) - 1, sentence.start + match.end())
                yield hit, f"{whom[-1]} att {match['verb']}"
        for match in _FOR_WHOM.finditer(sentence.text):
            whom = match["whom"].split()
            if is_infinitive(match["verb"]) and not OPENERS.search(match["whom"]) and not any(map(is_finite, whom)):
                hit = Hit(svar, sentence.start + match.start("verb") - len(whom[-1]) - 1, sentence.start + match.end())
                yield hit, f"{whom[-1]} att {match['verb']}"
        aim = _AIM.match(sentence.text)
        if aim and is_infinitive(aim["verb"]):
            hit = Hit(svar, sentence.start + aim.start("is"), sentence.start + aim.end())
            yield hit, f"{aim['is']} att {aim['verb']}"


def _is_somebody(words: list[str]) -> bool:
    """Whether some words are an object, what tells more of it, and nothing else."""
    if words[0] in _NO_OBJECT or OPENERS.search(" ".join(words)) or any(map(is_finite, words)):
        return False
    is_many = words[0] in _MANY
    last = paradigms().forms(words[-1])
    ends_with_noun = bool(last & {"ud", "uq", "nd", "nq", "us", "up", "ns", "np"}) or (is_many and "aw" in last)
    return ends_with_noun and (is_many or any(is_definite(word) for word in words[:3]))
