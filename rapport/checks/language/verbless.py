"""Sentences that lack their verb, between others that have theirs: "Sametinget också i styrgruppen".

Only one that begins with a definite noun, none of whose words can be a verb, in running text. What only names things
("Byarna och bygderna.") and what is short as a headline may be meant.
"""

import re

from rapport.checks.language.finite import is_definite
from rapport.checks.language.verbs import is_past
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed
from rapport.prose.sentences import Sentence

# Verbs in the past tense that are nouns or adjectives as well, and are listed as such.
_STRONG = (
    *listed("slapp band bar steg vann skar grep drev skrev bad sken svek brast stal slet slöt rann led vek gled stred"),
    *listed("teg gjorde ställde drog levde byts"),
)
_SMALL = frozenset(
    listed(
        "i på av till från med om vid under inom genom mot över enligt utifrån kring bland mellan via hos efter före "
        "en ett den det de denna detta dessa och eller samt som inte också även mer mest flera många alla samtliga "
        "olika vår vårt våra sin sitt sina dess deras dem vi hela andra annan två tre fyra fem sex sju åtta nio tio "
        "utan ur sikt norra södra östra västra inre yttre mellersta så än längre högre lägre bättre större mindre fler "
        "för tillsammans året"
    )
)
_FEWEST = 4
_SIGNS = (":", "”", "(", "–", "?", "!")
_LEADING = frozenset(listed("i på av till från med om vid under inom genom mot enligt mellan via hos för tillsammans"))
_ARTICLES = frozenset(listed("en ett"))
_AFTER_STOP = re.compile(r"[a-zåäö0-9]{2}[.!?]$")


def is_no_verb(word: str) -> bool:
    """Whether a word can be no verb for sure: a noun, an adjective, a name, a number or a small word."""
    if word.endswith(_STRONG) or is_past(word):
        return False
    if word in _SMALL or word[:1].isupper() or word.isdigit() or is_whose(word):
        return True
    forms = paradigms().forms(word)
    ends = {"ar": word[:-1], "er": f"{word[:-2]}a", "ts": f"{word[:-1]}a"}  # "pendlar" is a noun, and a verb
    stem = ends.get(word[-2:], "")
    may_be_present = bool(stem) and bool(paradigms().forms(stem) & {"v", "x"})
    return bool(forms) and not forms & {"v", "x", "g"} and not may_be_present


def is_whose(word: str) -> bool:
    """Whether a word is the genitive of a definite noun."""
    return word.endswith("s") and paradigms().forms(word) == {"g"} and is_definite(word[:-1])


def lacks_verb(sentence: Sentence, before: str) -> bool:
    """Whether a sentence has no verb; ``before`` is what stands before it in its passage."""
    words = sentence.text[:-1].replace(",", "").split()
    first = words[0].lower() if words else ""
    if len(words) < _FEWEST or not sentence.text.endswith(".") or any(sign in sentence.text for sign in _SIGNS):
        return False
    leads = not _LEADING.isdisjoint(words) or words[1] in _ARTICLES
    is_list = ("," in sentence.text or " och " in sentence.text) and words[1] not in _SMALL - {"och"}
    is_led = not before or _AFTER_STOP.search(before.rstrip()) is not None
    is_sure = is_led and leads and not is_list and is_definite(first)
    return is_sure and all(map(is_no_verb, [first, *words[1:]]))
