"""First parts: one that stands loose with the s that binds it, "framgångs faktor", and no genitive can be meant.

A genitive has a gender of its own: in "ett landsbygds projekt" the article can only be that of "projekt". Where it may
be that of both, as in "en framgångs faktor", only what can own something is a genitive: a body, a region, a person.
"""

from rapport.checks.spelling.kinds import BOUND, DEFINITE, FIRST, NOUN
from rapport.checks.spelling.paradigms import NOUN as FORMS_OF_NOUNS
from rapport.checks.spelling.paradigms import Forms, paradigms
from rapport.checks.spelling.verdicts import judge
from rapport.checks.words import listed

VIS = "vis"
# Of days and of measures there are genitives without an article.
NO_BOUND = ("dags", "aftons", "kvälls", "nätts", "års", "längds", "bredds", "vidds", "höjds", "djups")
_AFTER = frozenset((FIRST, NOUN, DEFINITE))
# What owns: bodies, and all that has an inside of its own; a noun of one of these kinds may stand in the genitive.
_OWNERS = (
    *(
        "befolknings",
        "förenings",
        "avdelnings",
        "organisations",
        "institutions",
        "regerings",
        "myndighets",
        "verksamhets",
        "nämnds",
    ),
    *("enhets", "stads", "stats", "domstols", "fastighets", "byggnads", "tidnings", "befattnings", "ställnings"),
    *(
        "handlings",
        "samlings",
        "församlings",
        "bestämmelses",
        "stämmas",
        "lags",
        "rätts",
        "makts",
        "generations",
        "aktörs",
        "persons",
        "parts",
    ),
)
# What everything has.
_HAD = frozenset(
    listed("förmåga möjlighet roll effekt effekter längd storlek ansvar värde syfte kvalitet kostnad betydelse")
)
_BEFORE = 3  # words that say whose something is
_NEUTER_FIRST = ("livs", "skaps")
_ADJECTIVE = frozenset(("au", "an", "aw", "ai"))
_WANTED = {
    **dict.fromkeys(listed("en vår sin denna den"), frozenset(("us",))),
    **dict.fromkeys(listed("ett något inget vårt sitt detta det vilket annat"), frozenset(("ns",))),
    **dict.fromkeys(
        listed("våra sina dessa de några inga alla flera många två tre fyra fem sex"), frozenset(("up", "np"))
    ),
}
# Of each one something may be told: "varje utbildnings längd".
_EACH = frozenset(listed("varje någon ingen annan vilken respektive och eller samt"))
_ANY = frozenset(listed("dess deras viss hela all nästa förra"))


def is_bound_loose(first: str, second: str, before: str) -> bool:
    """Whether a word is a first part that belongs to the next; ``before`` is the text before it."""
    if second == VIS:
        return first.islower() and bool(judge().kind(first)) and judge().is_right(first + second)
    if not first.islower() or judge().kind(first) != BOUND or first.endswith(NO_BOUND):
        return False
    forms = paradigms().forms(second)
    if judge().kind(second) not in _AFTER and not forms & FORMS_OF_NOUNS:
        return False
    return (
        _has_no_plain_genitive(first)
        and judge().is_right(first + second)
        and not _is_owner(first, second, forms, before.split()[-_BEFORE:])
    )


def _has_no_plain_genitive(first: str) -> bool:
    """Whether it is counted with "en", so that as a genitive it would have an article: "företags" has none."""
    forms = paradigms().forms(first[:-1])
    is_many = bool(forms & {"ns", "np"}) or ("up" in forms and not first.endswith("hets"))
    return first.endswith(_NEUTER_FIRST) or ("us" in forms and not is_many)


def _is_owner(first: str, second: str, forms: Forms, before: list[str]) -> bool:
    """Whether it may be a genitive with what stands before it."""
    words = [word.lower() for word in reversed(before)]
    adjectives = [word for word in words if paradigms().forms(word) & _ADJECTIVE and word not in _WANTED]
    leading = words[len(adjectives)] if adjectives == words[: len(adjectives)] and len(adjectives) < len(words) else ""
    is_strong = bool(adjectives) and "au" in paradigms().forms(adjectives[0])
    may_own = (first.endswith(_OWNERS) or second in _HAD) and not judge().kind(first + second)
    if leading in _EACH:
        return True
    wanted = _WANTED.get(leading) or (frozenset(("us",)) if is_strong else None)
    if wanted is None:
        is_led = leading in _ANY or leading.endswith("s")
        return is_led and may_own
    if "us" not in wanted and not first.endswith(_NEUTER_FIRST):
        return False
    fits = not forms or bool(forms & wanted)
    return not fits or may_own
