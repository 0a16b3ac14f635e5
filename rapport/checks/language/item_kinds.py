"""What the items of a list begin with: a verb in some form, "att", or a phrase that names something.

A word may be more than one kind: "ökade resurser" is a phrase, "ökade sex resurser" a verb with what it did.
"""

from collections.abc import Sequence

from rapport.checks.language.verbs import is_active_supine, is_infinitive, is_past, is_present, is_supine
from rapport.checks.passages import Passage
from rapport.checks.spelling.paradigms import NOUN, paradigms
from rapport.checks.words import listed

PHRASE, PAST, PRESENT, INFINITIVE, TO, SUPINE = "fras", "dåtid", "nutid", "grundform", "att", "supinum"
WORDS = {
    PHRASE: "substantiv",
    PAST: "verb i dåtid",
    PRESENT: "verb i nutid",
    INFINITIVE: "verb i grundform",
    TO: "”att”",
    SUPINE: "verb som hör till ”har”",
}
_FEWEST = 3
_ADJECTIVE = frozenset(listed("au an aw ai"))
_PAST = frozenset(
    listed("tog höll gav gjorde skrev drev lade satte fick gick såg stod drog bröt bjöd ordnade startade")
)
# What no adjective is followed by: "öppnade en", "inrättade sex", "tog fram".
_AFTER_VERB = frozenset(
    listed(
        "en ett den det de sin sitt sina vår våra två tre fyra fem sex sju åtta nio tio elva tolv fram ut upp in ned "
        "över på i med till för om att alla samtliga flera"
    )
)
_COUNTS = frozenset(listed("en ett två tre fyra fem sex sju åtta nio tio elva tolv"))


def odd_item(items: Sequence[Passage]) -> tuple[Passage, str] | None:
    """Return the one item that begins in another way than all others, with how the others begin."""
    kinds = [_kinds(item) for item in items]
    for kind in (PAST, PRESENT, INFINITIVE, SUPINE, PHRASE):
        odd = [item for item, some in zip(items, kinds, strict=True) if some and kind not in some]
        is_sure = sum(some == {kind} for some in kinds) >= max(2 if kind != PHRASE else _FEWEST, len(items) - 2)
        if is_sure and len(odd) == 1 and all(kinds) and len(items) >= _FEWEST:
            return odd[0], WORDS[kind]
    return None


def _kinds(item: Passage) -> frozenset[str]:
    """Return how an item may begin; nothing where nobody can say."""
    words = [word.strip(".,;:") for word in item.text.lower().split()]
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in _COUNTS or first.isdigit():
        # "En gång i veckan hållit öppet" is none.
        return frozenset() if any(map(_is_verb, words[1:])) else frozenset((PHRASE,))
    return _as_verb(first, second) or _as_phrase(first)


def _as_verb(first: str, second: str) -> frozenset[str]:
    """Return how an item begins where its first word is a verb, or may be."""
    forms = paradigms().forms(first)
    goes_on = second in _AFTER_VERB or second.isdigit()
    sure = {
        TO: first == "att",
        INFINITIVE: is_infinitive(first),
        PAST: first in _PAST or is_past(first) or (forms == {"v"} and first.endswith(("de", "te"))),
        PRESENT: is_present(first),
        SUPINE: is_supine(first) or is_active_supine(first),
    }
    if kind := next((kind for kind, is_it in sure.items() if is_it), None):
        return frozenset((kind,))
    noun = paradigms().forms(second)
    if first.endswith("ade") and "v" in forms:
        is_object = goes_on or (bool(noun) and noun <= {"ud", "nd", "us", "ns"})
        return frozenset((PAST,)) if is_object else frozenset((PAST, PHRASE))
    if first.endswith(("at", "tt")) and "v" in forms:
        return frozenset((SUPINE,)) if goes_on or "up" in noun else frozenset((SUPINE, PHRASE))
    return frozenset()


def _as_phrase(first: str) -> frozenset[str]:
    forms = paradigms().forms(first)
    return frozenset((PHRASE,)) if forms and forms <= NOUN | _ADJECTIVE else frozenset()


def _is_verb(word: str) -> bool:
    return (
        is_past(word)
        or is_supine(word)
        or is_active_supine(word)
        or (word.endswith("at") and "v" in paradigms().forms(word))
    )
