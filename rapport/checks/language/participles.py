"""Participles: forms in "-ad", "-ade" and "-at" where another is wanted: "har visad goda resultat", "kunnat utvecklat".

Many of them are adjectives too, "har utbildad personal", and only what follows tells which they are.
"""

from collections.abc import Iterator

from rapport.checks.language.finite import is_definite
from rapport.checks.rule import Hit, hits
from rapport.checks.spelling.paradigms import DEFINITE, paradigms
from rapport.checks.words import listed, words_after
from rapport.domain.svar import Svar

_AFTER_HAS = r"(?<![\w-])(?P<ord>(?:har|hade) (?:också |även |redan |nu )?[a-zåäö]{3,24}[ad]d)(?= [a-zåäö])"
_AFTER_COULD = r"(?<![\w-])(?P<ord>(?:kunnat|velat) (?:också |även )?[a-zåäö]{3,24}at)(?![\w-])"
_SHOWN = "visad"  # the dictionary has "visa" for a song alone
_PREPOSITIONS = frozenset(listed("med under i på till från för genom av inom sig jämfört"))


def participles_after_has(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield "har visad" where a supine is meant, and the words with it."""
    for hit in hits(svar, _AFTER_HAS, signs=("d ",)):
        verb = hit.excerpt.rpartition(" ")[2]
        following = paradigms().forms(_next(hit))
        is_verb = verb == _SHOWN or "v" in paradigms().forms(f"{verb[:-1]}t")
        # Before "personal" it may be an adjective, and before "goda resultat" it may not.
        if is_verb and following and following <= {"aw", "up", "np", *DEFINITE}:
            yield hit, f"{hit.excerpt[:-1]}t"


def supines_after_supine(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield "kunnat utvecklat", and the words with the infinitive that is meant."""
    for hit in hits(svar, _AFTER_COULD, signs=("kunnat ", "velat ")):
        if "inf" in paradigms().forms(hit.excerpt.rpartition(" ")[2][:-1]):
            yield hit, hit.excerpt[:-1]


def is_supine_before_object(hit: Hit, verb: str) -> bool:
    """Whether what may be an adjective is a verb, by the definite noun behind it: "stärkt konkurrenskraften"."""
    return verb.endswith("t") and "v" in paradigms().forms(verb) <= {"an", "v"} and is_definite(_next(hit))


def is_past_before_preposition(hit: Hit, verb: str) -> bool:
    """Whether it is "har ökade med": before a noun it were an adjective, "har ökade kostnader"."""
    is_verb = verb.endswith("ade") and "inf" in paradigms().forms(verb[:-2])
    return is_verb and not _PREPOSITIONS.isdisjoint(words_after(hit))


def _next(hit: Hit) -> str:
    return (words_after(hit) or [""])[0]
