"""Derived: words that are made of another by an ending, which a dictionary need not list: "planerbar", "ökandet"."""

from collections.abc import Iterator

from rapport.checks.words import listed

_LEAST = 4
# Behind each ending, what the word that it is made of ends in: a verb ("a"), a noun or an adjective as it is ("").
_ENDINGS = {
    "bar bart bara barhet barheten": ("a",),
    "ande andet anden andes": ("a",),
    "are arna aren ares arnas arens": ("a",),
    "het heten heter heterna": ("",),
    "skap skapet skapets": ("", "e"),
    "ering eringen eringar eringarna": ("", "a"),
    "isk iskt iska": ("", "a"),
    "mässig mässigt mässiga": ("", "s"),
}
_BY_ENDING = {ending: roots for endings, roots in _ENDINGS.items() for ending in endings.split()}
# Parts that begin any number of words and that the dictionary does not let begin them.
PREFIXES = frozenset(
    listed("agro åter bio corona covid cyber el euro foss geo klimat mikro ny nano post sam socio tele yt ål")
)


def roots(word: str) -> Iterator[str]:
    """Yield the words that a word is made of, if there are such."""
    for ending, lost in _BY_ENDING.items():
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            stem = word.removesuffix(ending)
            yield from (stem + letter for letter in lost)
