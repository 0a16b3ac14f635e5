"""Shares of one whole in a sentence that are not all of it: "41 procent lärare, 35 procent elever, 28 procent …"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.reckoning.sums import Claim
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

_DIVIDED = (
    r"(?:fördel\w*|uppdela\w*|delades? upp|består|bestod|utgörs|utgjordes)(?: (?:sig|upp))?"
    r"(?: (?:på|av|mellan|enligt))?"
)
_WENT = r"(?:gick|går|kom|kommer|användes|används|avsåg|avser|betalas|betalades|finansiera\w*|sker|skedde)"
_NOUN = r"(?:[a-zåäö][\w-]* ){0,2}[a-zåäö][\w-]*"
# What opens a run: what is divided, a heading with a colon, or those who are or did something, at a sentence's start.
_LEADS = {
    "noun": re.compile(rf"(?:\b{_DIVIDED}|^[^:;.]{{5,80}}:)(?: [a-zåäö]+)? $"),
    "bracket": re.compile(
        rf"(?:\b{_DIVIDED}|\b{_WENT}(?: (?:med|till|från|i))?|^(?:De )?\w+(?:ande|arna|erna|orna) (?:är|var)) "
        rf"(?:den |det |de )?{_NOUN} \($"
    ),
    "preposition": re.compile(rf"\b(?:{_WENT}|{_DIVIDED}|varav)(?: (?:till|från|i|på|av|inom) {_NOUN} med)? $"),
}
_JOINTS = {
    "noun": re.compile(rf" {_NOUN}(?:, (?!och|samt)| (?:och|samt) ){{1}}"),
    "bracket": re.compile(rf"\)(?:, (?!och|samt)| (?:och|samt) )(?:till |från |i )?(?:den |det |de )?{_NOUN} \("),
    "preposition": re.compile(
        rf"(?: (?:till|från|i|på|av|inom) {_NOUN}(?:, (?!och|samt)| (?:och|samt) )"
        rf"|(?:, (?!och|samt)| (?:och|samt) )(?:till|från|i|på|inom) {_NOUN} med )"
    ),
}
_ENDS = re.compile(rf"(?:\)| (?:(?:till|från|i|på|av|inom) )?{_NOUN})?[.;)]?$")
_OPEN = re.compile(
    r"\b(?:andel\w*|störst\w*|vanlig\w*|högst|flest|flera|både|båda|också|även|kan|per|bland annat|främst|ökning\w*"
    r"|ökade|ökat|minskade|varav|respektive|jämfört|mot|vill|anser|uppger|svarade|har|nås|i snitt|mål\w*|minst)\b",
    re.IGNORECASE,
)
_ALL, _MOST, _LEAST, _FEWEST = Decimal(100), Decimal(120), Decimal(80), 3
_REST = re.compile(r"\b(?:rest|övrig|återst)\w*", re.IGNORECASE)


def run_claims(svar: Svar) -> Iterator[Claim]:
    """Yield every run of shares of one whole that is not 100 per cent, where nothing can be in two of them."""
    for sentence, found in mangder_by_sentence(svar):
        shares = [m for m in found if m.slag == "procent"]
        if len(shares) < _FEWEST or _OPEN.search(sentence.text) or any(m.is_rough for m in shares):
            continue
        kind = next((name for name in _LEADS if _is_run(sentence.text, shares, name)), None)
        total = sum((m.value for m in shares), Decimal(0))
        is_whole = kind and re.search(rf"\b{_DIVIDED}", sentence.text) and not _REST.search(sentence.text)
        if kind and (_ALL < total <= _MOST or (is_whole and _LEAST <= total < _ALL)):
            yield _claim(sentence.start, shares)


def _is_run(text: str, shares: list[Mangd], kind: str) -> bool:
    """Whether all the shares of a sentence are told in one and the same way, to its end."""
    joints = (text[one.end : other.start] for one, other in pairwise(shares))
    return bool(
        _LEADS[kind].search(text[: shares[0].start])
        and all(_JOINTS[kind].fullmatch(joint) for joint in joints)
        and _ENDS.fullmatch(text[shares[-1].end :].rstrip())
    )


def _claim(at: int, shares: list[Mangd]) -> Claim:
    whole = shares[-1]._replace(value=_ALL, step=Decimal(0))
    spans = tuple((at + m.start, at + m.end) for m in shares)
    margin = sum((m.step / 2 for m in shares), Decimal(0))
    return Claim("Andelarna ska tillsammans vara 100 procent", whole, tuple(shares), spans[-1], spans, margin)
