"""Clash: what in a phrase does not agree, and how it may be mended.

Only what is sure is a clash. "Den strategi som antogs", "gav många stora möjligheter" and the like are right.
"""

from rapport.checks.agreement.inflect import noun
from rapport.checks.agreement.mending import SINGULAR, Clash, adjective_of, mended, strong, to
from rapport.checks.agreement.owner import OWNED, after_owner
from rapport.checks.agreement.phrase import Phrase
from rapport.checks.agreement.several import after_every, after_several
from rapport.checks.spelling.paradigms import DEFINITE, Forms
from rapport.checks.words import listed, words_before

_SHORTEST_BARE = 5
_TIMES = frozenset(listed("gången året dagen veckan sidan världen månaden stunden hösten våren sommaren vintern"))
_DEFINITE_BY_FORM = {"ud": "den", "nd": "det", "uq": "de", "nq": "de"}
_AFTER_DEFINITE = {"den": ("ud",), "det": ("nd",), "de": ("uq", "nq"), "dem": ()}
_POINTING = {"denna": "u", "detta": "n"}
_PEOPLE = frozenset(
    listed("unga äldre små vuxna anställda arbetslösa sjuka fattiga andra flesta berörda boende övriga")
)
_OF_ADJECTIVES = ("ig", "isk", "al", "ell", "iv", "bar", "sam", "ad", "onal", "tiv")


def clash_in(phrase: Phrase) -> Clash | None:
    """Return what does not agree in a phrase; None where it is right, or where nobody can be sure."""
    word = phrase.determiner
    if word in {"ett", "en"}:
        return _after_article(phrase)
    if word in OWNED:
        return after_owner(phrase)
    if phrase.is_exempt:
        return None
    if word in _AFTER_DEFINITE:
        return _after_definite(phrase)
    if word in {"denna", "detta", "dessa"}:
        return _after_pointing(phrase)
    return after_every(phrase) if word == "varje" else after_several(phrase)


def _after_article(phrase: Phrase) -> Clash | None:
    """Judge what stands after "ett" or "en"."""
    gender, wanted = ("n", "an") if phrase.determiner == "ett" else ("u", "au")
    other = "u" if gender == "n" else "n"
    if f"{gender}s" in phrase.forms or _is_right_after_article(phrase):
        is_right = _is_right_after_article(phrase) or phrase.fits(wanted)
        return None if is_right else adjective_of(phrase, wanted)
    may_be = (f"{other}s", f"{other}p", f"{other}d") if f"{other}s" in phrase.forms else ()
    if phrase.is_only(*may_be) and (phrase.adjectives or len(phrase.noun) >= _SHORTEST_BARE):
        article = SINGULAR[f"{other}s"]
        return Clash(f"det heter ”{article} {phrase.noun}”", mended(phrase, article, strong(other)))
    is_verbal = phrase.noun.endswith("an")  # "en strävan"
    is_bare = not phrase.adjectives and not phrase.is_followed_loosely and not phrase.after.startswith(" som ")
    if phrase.forms <= DEFINITE and not is_verbal and not is_bare:
        return to(phrase, f"{'n' if 'nd' in phrase.forms or 'nq' in phrase.forms else 'u'}s", "bestämd form")
    if phrase.is_only("up") and phrase.adjectives and phrase.fits(wanted):
        return to(phrase, "us", "plural")
    if phrase.is_only("up") and not phrase.adjectives and gender == "n" and phrase.is_followed_loosely:
        return to(phrase, "us", "plural")
    return None


def _is_right_after_article(phrase: Phrase) -> bool:
    """Whether it is "en och en halv gånger", or has a noun inside it: "ett förfarande kallat prövning"."""
    words = [word for word, _ in phrase.adjectives]
    if words_before(phrase.hit, 2) == ["var", "och"]:
        return True
    return (phrase.before == "och" and "halv" in words) or (
        phrase.determiner == "ett"
        and any(word.endswith(("ande", "ende")) for word in words[: len(words) - (not phrase.forms <= DEFINITE)])
    )


def _after_definite(phrase: Phrase) -> Clash | None:
    """Judge what stands after "den", "det" or "de"; without an adjective they may be words of their own."""
    right = _AFTER_DEFINITE[phrase.determiner]
    is_noun = any("ns" in forms for _, forms in phrase.adjectives) and not phrase.ends_with_phrase
    if phrase.determiner == "det" and not phrase.is_led and is_noun:
        return None  # a noun, and what it is told of without "som": "det åtagande planen bygger på"
    if not phrase.adjectives or (_may_be_people(phrase) and not phrase.is_closed):
        return None
    may_be = phrase.forms & DEFINITE if phrase.forms == {"us", "ud"} else phrase.forms  # "efterfrågan"
    if may_be <= DEFINITE and not may_be & {*right}:
        is_sure = phrase.is_weak or _is_strong(phrase) or phrase.is_no_clause
        return _other_gender(phrase, may_be) if is_sure else None
    if phrase.forms <= {*right}:
        is_verb = "v" in phrase.adjectives[-1][1]  # "de utvecklade metoderna": they did
        is_time = phrase.noun in _TIMES or phrase.noun.endswith("dagen")  # "behandlar den tidigt våren 2026"
        return None if is_verb or is_time or phrase.fits("aw") else adjective_of(phrase, "aw")
    if phrase.determiner == "dem" or not phrase.is_weak:
        return None
    return _indefinite(phrase)


def _may_be_people(phrase: Phrase) -> bool:
    """Whether the determiner and the adjective may be people of their own: "de unga företag som …"."""
    return phrase.determiner == "de" and phrase.adjectives[-1][0] in _PEOPLE


def _other_gender(phrase: Phrase, forms: Forms) -> Clash:
    """Return the clash of a definite noun with a determiner of another gender or number."""
    if len(forms) > 1:
        return Clash(f"”{phrase.noun}” passar inte efter ”{phrase.determiner}”")
    article = _DEFINITE_BY_FORM[min(forms)]
    return Clash(f"det heter ”{article} … {phrase.noun}”", mended(phrase, article, "aw"))


def _is_strong(phrase: Phrase) -> bool:
    """Whether the only adjective is as after "en", and nothing but an adjective: "regional"."""
    (word, forms), *others = phrase.adjectives
    return forms <= {"au"} and not others and word.endswith(_OF_ADJECTIVES)


def _indefinite(phrase: Phrase) -> Clash | None:
    """Judge an indefinite noun after "den", "det" or "de", which is right when something tells which one."""
    if phrase.is_only("us") and phrase.determiner == "de":
        return to(phrase, "uq", "singular")
    may_be = {"den": ("us", "ns", "np"), "det": ("ns", "us"), "de": ("up", "np", "ns")}[phrase.determiner]
    is_noun_alone = phrase.is_only("us") or phrase.is_only("ns")  # without the determiner the adjective were wrong
    if phrase.is_only("ns", "np") and phrase.determiner == "det" and phrase.is_led and phrase.is_before_verb:
        is_noun_alone = True
    elif not phrase.is_only(*may_be) or not (phrase.is_led or is_noun_alone):
        return None
    if not phrase.is_closed:
        return None
    gender = min(phrase.forms)[0]
    form = f"{gender}q" if phrase.determiner == "de" else f"{gender}d"
    definite = noun(phrase.noun, form)
    right = definite and mended(phrase, _DEFINITE_BY_FORM[form], "aw", definite)
    return Clash(f"”{phrase.noun}” saknar bestämd form", right)


def _after_pointing(phrase: Phrase) -> Clash | None:
    """Judge what stands after "denna", "detta" or "dessa": a noun without an ending for the definite form."""
    if (
        phrase.noun in _TIMES
        or phrase.before == "före"
        or phrase.noun.endswith("an")
        or (phrase.adjectives and not phrase.is_weak)
    ):
        return None
    gender = _POINTING.get(phrase.determiner)
    wrong = {"denna": "ud uq nd nq up ns np", "detta": "nd ud uq nq us", "dessa": "uq nq ud nd us"}[phrase.determiner]
    if not phrase.is_only(*wrong.split()) or not (phrase.is_weak or (phrase.is_led and phrase.ends_here)):
        return None
    if gender and phrase.is_only(f"{gender}d"):
        return to(phrase, f"{gender}s", "bestämd form")
    if not gender and (phrase.forms <= DEFINITE or phrase.is_only("us")):
        fault = "singular" if phrase.is_only("us") else "bestämd form"
        return to(phrase, f"{min(phrase.forms)[0]}p", fault)
    return Clash(f"”{phrase.noun}” passar inte efter ”{phrase.determiner}”")
