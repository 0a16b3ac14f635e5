"""Inflecting: a word in another form, where the dictionary knows one and only one that begins alike."""

from collections.abc import Iterator

from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed

_SHORTEST_STEM = 2
_ADJECTIVE_ENDINGS = {
    "au": ("", *listed("d n en el er")),
    "an": listed("t tt et"),
    "aw": listed("a e da na la ra de ma"),
}
_NOUN_ENDINGS = {
    "us": ("", *listed("e a")),
    "ns": ("", *listed("e")),
    "up": listed("er ar or r na"),
    "np": ("", *listed("n er")),
    "ud": listed("en n"),
    "nd": listed("et t"),
    "uq": listed("erna arna orna rna na"),
    "nq": listed("en na erna"),
}
_MOST_CUT = 4
_DEFINITE, _MANY = frozenset(("ud", "nd")), frozenset(("up", "np", "uq", "nq"))
_OF_ONE = (("en", "us"), ("n", "us"), ("et", "ns"), ("t", "ns"))


def adjective(word: str, form: str) -> str | None:
    """Return an adjective in another form: "regional" as "an" is "regionalt"."""
    return next(_forms(word, form, _ADJECTIVE_ENDINGS[form]), None)


def noun(word: str, form: str) -> str | None:
    """Return a noun in another form: "insats" as "up" is "insatser", and so is "insatsen"."""
    if form in _MANY:
        word = _singular(word) or word  # or "insatsen" were "insatsenar"
    return next(_forms(word, form, _NOUN_ENDINGS[form]), None)


def _singular(word: str) -> str | None:
    """Return "insats" for "insatsen"."""
    for ending, form in _OF_ONE if paradigms().forms(word) & _DEFINITE else ():
        if word.endswith(ending) and form in paradigms().forms(word.removesuffix(ending)):
            return word.removesuffix(ending)
    return None


def _forms(word: str, form: str, endings: tuple[str, ...]) -> Iterator[str]:
    """Yield what the word becomes with other endings, the least changed first."""
    for cut in range(min(_MOST_CUT, len(word) - _SHORTEST_STEM) + 1):
        stem = word[: len(word) - cut]
        for ending in endings:
            if ending == "er" and form == "au" and not word.endswith("ra"):
                continue  # "vackra" is "vacker", but "nytt" is no "nyter"
            if stem + ending != word and form in paradigms().forms(stem + ending):
                yield stem + ending
