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
    "ering eringen eringar eringarna": ("", "a", "era"),
    "isk iskt iska": ("", "a"),
    "isering iseringen isera iserar iserat iserats iserad iserade iseras": ("",),
    "mässig mässigt mässiga": ("", "s"),
}
_SURE = frozenset(listed("bar bart bara barhet ande andet anden"))
_BY_ENDING = {ending: roots for endings, roots in _ENDINGS.items() for ending in endings.split()}
# Parts that begin any number of words and that the dictionary does not let begin them.
_NUMBERS = listed("två tre fyra fem sex sju åtta nio tio elva tolv femton tjugo trettio")
_UNITS = listed("års månaders veckors dagars timmars parts")
PREFIXES = frozenset(
    listed("agro åter bio bya corona covid cyber el euro foss geo klimat mikro ny nano post sam socio tele yt ål")
) | {number + unit for number in _NUMBERS for unit in _UNITS}


def roots(word: str, *, only_sure: bool = False) -> Iterator[str]:
    """Yield the words that a word is made of, if there are such; the sure ones are of verbs of some length."""
    for ending, lost in _BY_ENDING.items():
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= _LEAST - ending.startswith("bar")
            and (not only_sure or ending in _SURE)
        ):
            stem = word.removesuffix(ending)
            yield from (stem + letter for letter in lost)
