"""Owners: whose something is, or how many there are of it, and the noun that follows: "vårt arbete", "inga medel"."""

from rapport.checks.agreement.mending import Clash, to
from rapport.checks.agreement.phrase import NUMBERS, Phrase
from rapport.checks.spelling.paradigms import DEFINITE

# One word for each gender, and for many.
_ALIKE = (("vår", "vårt", "våra"), ("sin", "sitt", "sina"), ("ingen", "inget", "inga"), ("någon", "något", "några"))
_PLACE = {"us": 0, "ns": 1, "up": 2, "np": 2}
OWNED = {word: (("us",), ("ns",), ("up", "np"))[at] for words in _ALIKE for at, word in enumerate(words)}
_DEFINITE_OF = {("us",): {"ud"}, ("ns",): {"nd"}, ("up", "np"): {"uq", "nq"}}


def after_owner(phrase: Phrase) -> Clash | None:
    """Judge what stands after "sin", "vårt", "inga" and the like: an indefinite noun of the same gender and number."""
    wanted = OWNED[phrase.determiner]
    is_pronoun = phrase.determiner.startswith(("in", "nå")) and not phrase.adjectives
    is_exempt = any(name != "egna" for name, _ in phrase.adjectives) and phrase.is_exempt
    if is_pronoun or is_exempt or phrase.hit.excerpt.split()[1] in NUMBERS:
        return None
    is_season = phrase.determiner == "vår" and phrase.before in {"i", "till"}
    if phrase.forms & {*wanted} or is_season or (phrase.adjectives and not phrase.is_weak):
        return None
    if phrase.forms <= DEFINITE and not phrase.forms & _DEFINITE_OF[wanted]:
        return Clash(f"”{phrase.noun}” passar inte efter ”{phrase.determiner}”")
    if phrase.forms <= DEFINITE:
        return to(phrase, wanted[0], "bestämd form") if len(wanted) == 1 else None
    words = next((words for words in _ALIKE if phrase.determiner in words), None)
    is_one = phrase.determiner not in {"våra", "sina", "inga", "några"}
    other = {_PLACE[form] for form in phrase.forms if form in _PLACE and not (is_one and form == "np")}
    other = other or {_PLACE[form] for form in phrase.forms if form in _PLACE}
    if words is None or len(other) != 1 or not phrase.is_only(*_PLACE):
        return None
    article = words[other.pop()]
    return Clash(f"det heter ”{article} {phrase.noun}”", None)
