"""Several: what stands after "varje", "flera", "alla" and numbers, and does not agree with them."""

from rapport.checks.agreement.mending import Clash, adjective_of, to
from rapport.checks.agreement.phrase import Phrase
from rapport.checks.spelling.paradigms import DEFINITE
from rapport.checks.words import listed

_COUNTED = listed("kommun region insats aktör organisation myndighet satsning åtgärd plats dialog träff bygd stad")
_QUANTITIES = frozenset(listed("flera många alla samtliga"))
_SEVERAL = frozenset(("flera", "många"))  # of these none is known before: what they count stands without an article


def after_every(phrase: Phrase) -> Clash | None:
    """Judge what stands after "varje"."""
    if phrase.is_only("up", "uq", "ud", "nd", "nq"):
        fault = "bestämd form" if phrase.forms <= DEFINITE else "plural"
        return to(phrase, f"{min(phrase.forms)[0]}s", fault)
    wanted = "au" if phrase.is_only("us") else "an" if phrase.is_only("ns", "np") else ""
    return None if not wanted or phrase.fits(wanted) else adjective_of(phrase, wanted)


def after_several(phrase: Phrase) -> Clash | None:
    """Judge what stands after "flera", "alla", "två" and the like, which may be words of their own too."""
    is_number = phrase.determiner not in _QUANTITIES
    last = phrase.adjectives[-1][1] if phrase.adjectives else frozenset()
    # "Hade alla betydande effekt" and "tre smart tillverkning": what is counted may stand elsewhere.
    is_plural = ("aw" in last and "v" not in last) or (is_number and "ai" in last)
    if phrase.is_only("us") and (is_plural or phrase.noun.endswith(_COUNTED)):
        return to(phrase, "up", "singular")
    if phrase.is_only("up") and not phrase.fits("aw"):
        return adjective_of(phrase, "aw")
    if is_number and (clash := _after_number(phrase)):
        return clash
    is_one = phrase.determiner in _SEVERAL and phrase.is_only("ns") and phrase.noun.endswith("e")
    if is_one or (phrase.is_only("ud", "nd") and phrase.is_weak and not is_number):
        return to(phrase, f"{min(phrase.forms)[0]}p", "singular")
    is_indefinite = phrase.determiner in _SEVERAL and phrase.before not in {"de", "dessa", "sina", "våra"}
    if is_indefinite and phrase.adjectives and phrase.forms <= DEFINITE:
        return to(phrase, f"{min(phrase.forms)[0]}p", "bestämd form")
    return None


def _after_number(phrase: Phrase) -> Clash | None:
    """Judge what only a number tells to be many: "sex möte", "tolv medlem", "fyra nytt projekt"."""
    if phrase.is_only("ns") and phrase.noun.endswith("e"):
        return to(phrase, "np", "singular")
    goes_on = phrase.after.startswith(" ") and phrase.is_followed_loosely  # "tre sociala frågor och tre miljö."
    if phrase.is_only("us") and not phrase.adjectives and goes_on:
        return to(phrase, "up", "singular")
    is_neuter = phrase.is_only("ns", "np") and bool(phrase.adjectives) and phrase.adjectives[-1][1] == {"an"}
    return adjective_of(phrase, "aw") if is_neuter else None
