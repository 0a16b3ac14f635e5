"""Endings: whether the last word of a sentence is one that must lead on, as in "en plats som".

A preposition may stand last where what it belongs to stands before it ("det vi kommer från"). Those that may also be
part of a verb ("håller på", "skrev under") are let be. Counted at the end of half a million sentences of right text.
"""

import re

from rapport.checks.spelling.paradigms import INDEFINITE, paradigms
from rapport.checks.words import listed

_NEVER_LAST = frozenset(
    listed(
        "och samt eller att men såsom inklusive både såväl mellan genom inom bland vars som eftersom huruvida medan "
        "vilket vilken vilka enligt via hos våra"
    )
)
_UNLESS_BEFORE = frozenset(listed("mellan genom inom bland hos via från sin sina vårt"))
_AFTER_NOUNS = frozenset(listed("till av med om"))
# What a preposition or "sin" at the end ("sitt" may stand alone: "gjorde sitt") of a sentence may belong to.
_BEFORE = re.compile(
    r"\b(?:som|vad|vilk\w+|dem|där|här|hur|vi|man|jag|ni|hon|han|alla|att|vem|vart|var|detta|dessa|denna|när|så|än|få"
    r"|ing\w+|mycket|någo\w+|några|mer|fler)\b|^(?!(?:Det|Den|De) (?:är|var|blir)\b)D(?:en|et|e)\b"
    r"|(?<= )(?:den|det|de) [a-zåäö]+",
    re.IGNORECASE,
)
_ADVERBS = frozenset(listed("främst huvudsakligen framförallt också även bland"))
_TOGETHER = frozenset(listed("samverkar samverkade samverkat samarbetar samarbetade samarbetat"))
_IDIOMS = frozenset(listed("råd hand del tag reda ställning slut år gång gånger dag plats hänsyn fart bukt steg rätt"))
_ASKED = frozenset(listed("och eller exakt oklart just vet hur var precis utom då"))


def leads_on(body: str) -> bool:
    """Whether the last word of a sentence, given without its full stop, must be followed by something."""
    rest, _, word = body.rpartition(" ")
    before = rest.rpartition(" ")[2].lower()
    if word == "när":
        return bool(before) and before.strip(",") not in _ASKED
    if word == "där":
        return _is_place_told_of(rest)
    if word in _UNLESS_BEFORE:
        return not _BEFORE.search(rest)
    if word in _AFTER_NOUNS:
        return _is_open(before, word) and not _BEFORE.search(rest)
    return word in _NEVER_LAST


def _is_open(before: str, word: str) -> bool:
    """Whether a word wants the preposition behind it to lead on: "beslut om", "samverkar med", "främst till"."""
    if before in _ADVERBS or (word == "med" and before in _TOGETHER):
        return True
    forms = paradigms().forms(before)
    return bool(forms) and forms <= INDEFINITE and before not in _IDIOMS


def _is_place_told_of(rest: str) -> bool:
    """Whether the noun behind a preposition is one that "där" should tell of: "i orter där"."""
    match = re.search(r" (?:i|på|vid|från|till) (?:\w+ )?([a-zåäö]{3,30}),?$", rest)
    return match is not None and paradigms().forms(match[1]) == {"up"}
