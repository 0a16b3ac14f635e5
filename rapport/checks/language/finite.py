"""Finite: whether a word of a sentence is a verb that says when, and can be nothing else where it stands."""

import re

from rapport.checks.language.verbs import is_past, is_present, is_present_passive
from rapport.checks.spelling.paradigms import DEFINITE, paradigms
from rapport.checks.words import listed

AUXILIARIES = frozenset(listed("har hade ska skall skulle kan kunde vill ville bör borde måste får fick"))
_KNOWN = AUXILIARIES | frozenset(
    listed(
        "är var blir blev finns fanns gör gjorde går gick står stod ger gav tar tog kommer kom ser såg säger sa sade "
        "vet visste höll håller drog drar lägger lade ligger låg skrev skriver drev driver bröt sjönk steg föll fann "
        "bidrog deltog tillkom framgick uppgick innebar medförde ledde genomförde visade visar antog antogs valde "
        "valdes gavs togs hölls skrevs drevs beslöts behövs behövde krävs krävde saknas saknades sker skedde används "
        "utgör utgjorde innehåller innehöll omfattar bygger kräver väljer lever växer växte gäller gällde handlar "
        "uppstår uppstod pågår pågick ingår ingick avser avsåg menar anser ansåg tror hoppas bedömer består bestod"
    )
)
_PRONOUNS = frozenset(listed("vi man jag hon han"))
# What begins a clause of its own, or joins two: behind one of them a second verb is right.
OPENERS = re.compile(
    r"[,;:–”\"()?!/]|\b(?:som|att|när|om|där|vad|hur|vilk\w+|vars|eftersom|medan|då|innan|sedan|så|än|ju|desto|trots"
    r"|fast|och|men|eller|samt|utan|för att|tills|huruvida|varför|vem|ifall|oavsett|även|dels)\b",
    re.IGNORECASE,
)


def is_finite(word: str) -> bool:
    """Whether a word is the present or the past tense of a verb wherever it stands."""
    return word in _KNOWN or is_present(word) or is_present_passive(word) or is_past(word)


def is_finite_behind(word: str, before: str) -> bool:
    """Whether a word is a verb that says when behind its subject, though it is an adjective elsewhere: "påbörjade"."""
    if is_finite(word):
        return True
    forms = paradigms().forms(word) if word.endswith(("ade", "dde", "te", "de")) else frozenset()
    return "v" in forms and (before in _PRONOUNS or is_definite(before))


def is_definite(word: str) -> bool:
    """Whether a word is a definite noun and nothing else."""
    forms = paradigms().forms(word)
    return bool(forms) and forms <= DEFINITE
