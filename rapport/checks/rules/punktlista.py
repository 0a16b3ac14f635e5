"""Leden i en lista börjar olika: några med stor bokstav och några med liten, eller en hel sats bland korta led.

Varför: En lista läses lättast när alla led är byggda likadant. Blandade hela meningar och korta led lämnas i fred
när de kan vara avsikt: regeln tar bara upp listor som i övrigt är lika. Hur leden slutar är regeln slutpunkts sak.
Källa: Myndigheternas skrivregler (punktuppställningar).

Fel:
- stöd till butiker
- Rådgivning till företag
- dialog med kommuner

Rätt:
- stöd till butiker
- rådgivning till företag
- dialog med kommuner

Tillåt med skäl: tillåt: {punktlista: Listan är hämtad ur programmet.}
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from rapport.checks.language.finite import OPENERS, is_finite
from rapport.checks.language.item_kinds import odd_item
from rapport.checks.passages import Passage, passages_of
from rapport.checks.rule import Hit, Remark
from rapport.checks.spelling.paradigms import NOUN, paradigms
from rapport.checks.words import has_verb, listed
from rapport.domain.organ import namn
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "info"
_FEWEST = 3
_WORD = re.compile(r"[A-ZÅÄÖa-zåäöé]+(?![\w-])")
_FINITE = frozenset(
    listed(
        "har är ska kan vill fick ser gör gjorde tog deltog höll ordnade startade genomförde delade gav införde anser"
    )
)
# These begin names: "Region Sundmark", "Länsstyrelsen i Sundmarks län".
_MAY_BE_NAMES = frozenset(
    listed("region regionen länsstyrelsen kommun kommunen leader norra södra östra västra europeiska")
)
# Definite words for what has a name of its own when a place or another name follows: "Högskolan i Halmstad".
_BODIES = (
    *("skolan", "universitetet", "verket", "styrelsen", "myndigheten", "rådet", "förbundet", "kammaren", "sällskapet"),
    *("museet", "museerna", "kontoret", "stiftelsen", "föreningen", "kassan", "tinget", "förmedlingen", "företagarna"),
    *("akademin", "teatern", "biblioteket", "nämnden", "stiftet", "centrumet", "klubben", "bolaget", "parken"),
    *("byrån", "polisen", "linjen", "länken", "bygden", "klustret", "hubben", "alliansen", "fonden", "kyrkan"),
)
_NAME_FOLLOWS = re.compile(r"\w+(?:,? (?:i |på |för |och )?|, (?:\w+ ){0,2}?)[A-ZÅÄÖ]")
_ALONE = frozenset(("Företagarna", "Lantbrukarna", "Rotary", "Rädda", "Vuxenskolan", "Medborgarskolan"))
_SUBJECTS = frozenset(listed("vi man det jag"))


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield one remark for each list whose items begin in different ways."""
    lists: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages_of(svar):
        if passage.kind == "punkt" and passage.text.strip():
            lists[passage.group].append(passage)
    for items in lists.values():
        if len(items) >= _FEWEST:
            built = _clauses(items) or (_otherwise(items) if not _cased(items) else None)
            if odd := built or _cased(items):
                hits = [Hit(svar, item.start, item.start + len(_first(item))) for item in odd[0]]
                # How the items are built is sure; whether a capital begins a name is not always.
                yield hits[0].remark(odd[1], odd[2], related=hits[1:], severity="warning" if odd is built else None)
    paradigms().save()


def _first(item: Passage) -> str:
    return item.text.split()[0]


def _clauses(items: Sequence[Passage]) -> tuple[list[Passage], str, str] | None:
    """Return the items that are clauses of their own, such as "vi delade ut …", where most are short phrases."""
    clauses = [item for item in items if _is_clause(item)]
    others = [item for item in items if item not in clauses]
    if not clauses or len(others) < max(2, 2 * len(clauses)) or any(map(_is_whole, others)):
        return None
    return clauses, "Ledet är en hel sats, men de andra i listan är korta led.", "Gör ledet kort som de andra."


def _otherwise(items: Sequence[Passage]) -> tuple[list[Passage], str, str] | None:
    """Return the item that begins with a noun among verbs, or with another form of a verb than the others."""
    found = odd_item(items)
    if not found:
        return None
    item, others = found
    return [item], f"Ledet börjar inte som de andra i listan, som börjar med {others}.", "Bygg alla led likadant."


def _is_clause(item: Passage) -> bool:
    words = item.text.lower().split()
    if len(words) > _FEWEST and words[0] in _SUBJECTS and (words[1] in _FINITE or has_verb(words[1])):
        return True
    # "En konferens hölls i maj": a verb that says when, soon, behind what it is said of.
    at = next((number for number, word in enumerate(words[:5]) if is_finite(word)), 0)
    is_told = bool(paradigms().forms(words[at - 1]) & NOUN) and not OPENERS.search(" ".join(words[: at + 1]))
    is_sentence = item.text.rstrip().endswith((".", "!", "?"))
    return not is_sentence and at > 0 and len(words) > at + 1 and is_told and not has_verb(words[0])


def _is_whole(item: Passage) -> bool:
    """Whether an item is more than a phrase: it has a verb, or ends as a sentence does."""
    return has_verb(item.text) or item.text.rstrip().endswith((".", "!", "?"))


def _cased(items: Sequence[Passage]) -> tuple[list[Passage], str, str] | None:
    """Return the items that begin in another case than most, where all are phrases or all are sentences."""
    if len({_is_whole(item) for item in items}) > 1 or not all(_WORD.match(item.text) for item in items):
        return None
    small = [item for item in items if item.text[0].islower()]
    large = [item for item in items if item.text[0].isupper() and _is_no_name(item)]
    if not small or not large:
        return None
    if len(small) >= len(large):
        odd, message = large, "börjar med stor bokstav, men de andra i listan med liten."
    else:
        odd, message = small, "börjar med liten bokstav, men de andra i listan med stor."
    subject = "Ledet" if len(odd) == 1 else f"{len(odd)} led"
    return odd, f"{subject} {message}", "Börja alla led likadant."


def _is_no_name(item: Passage) -> bool:
    """Whether an item's capital is nothing but the item's beginning: an ordinary word, and no capital behind it."""
    words = item.text.split()
    small = words[0].lower()
    goes_on_large = len(words) > 1 and words[1][0].isupper()
    if _begins_name(words[0].rstrip(",.;:"), item.text):
        return False
    is_known = bool(paradigms().forms(small)) and words[0][1:].islower()
    return is_known and not goes_on_large and small not in _MAY_BE_NAMES and not small.endswith("s")


def _begins_name(first: str, text: str) -> bool:
    """Whether a first word is that of a body's name, or a word for one that another name follows."""
    if first in _ALONE or first in _first_words():
        return True
    return first.lower().endswith(_BODIES) and bool(_NAME_FOLLOWS.match(text))


@cache
def _first_words() -> frozenset[str]:
    """Return the bodies' names of one word."""
    return frozenset(name for name in namn() if " " not in name)
