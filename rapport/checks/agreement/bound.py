"""Bound forms: a noun in the definite form, or in the singular, where what stands before it does not allow that.

"Samma metoden", "nästa steget", "regionens arbetet", "ett av våra största projekten", "tre stycken utredning".
"""

from collections.abc import Iterator
from typing import NamedTuple

from rapport.checks.agreement.inflect import noun
from rapport.checks.rule import Hit, hits
from rapport.checks.spelling.paradigms import DEFINITE, Forms, paradigms
from rapport.checks.words import listed, words_before
from rapport.domain.svar import Svar

_FIRM = r"(?<![\w\u00ad-])(?P<ord>(?:[Ss]amma|[Nn]ästa) (?:[a-zåäö]{3,25}[ae] )?[a-zåäö]{3,40}(?:n|t|na))(?![\w-])"
_WHOSE = (
    r"(?<![\w\u00ad-])(?P<ord>[A-ZÅÄÖa-zåäö][a-zåäö]{3,40}(?:ens|ets|nas) (?:[a-zåäö]{3,25}[ae] )?"
    r"[a-zåäö]{3,40}(?:n|t|na))(?![\w-])"
)
_PIECES = (
    r"(?<![\w\u00ad-])(?P<ord>(?:[Tt]vå|[Tt]re|[Ff]yra|[Ff]em|[Ss]ex|[Ss]ju|[Åå]tta|[Nn]io|[Tt]io|[Ee]lva|[Tt]olv|\d+)"
    r" stycken (?:[a-zåäö]{3,25}[ae] )?[a-zåäö]{3,40})(?![\w-])"
)
_BEST = (
    r"(?<![\w\u00ad-])(?P<ord>(?:[Ee]n|[Ee]tt|[Nn]ågra|[Ff]lera|[Tt]vå|[Tt]re|[Ff]yra) av "
    r"(?:våra|sina|deras|[a-zåäö]{3,30}s)"
    r" [a-zåäö]{3,25}(?:ste|sta) [a-zåäö]{3,40})(?![\w-])"
)
_TIMES = frozenset(listed("gången dagen året veckan kvällen morgonen natten stunden månaden våren hösten timmen tiden"))
_SINGULAR_OF = {"us": "up", "ns": "np"}
_INDEFINITE_OF = {"ud": "us", "nd": "ns", "uq": "up", "nq": "np"}


class Bound(NamedTuple):
    """A phrase whose last word has the wrong form, what is wrong, and how the phrase may be written."""

    hit: Hit
    fault: str
    mended: str | None


def bound_in(svar: Svar) -> Iterator[Bound]:
    """Yield every phrase whose noun has a form that its first word does not allow."""
    for hit in hits(svar, _FIRM, signs=("amma ", "ästa ")):
        if _is_sure(hit) and hit.excerpt.rpartition(" ")[2] not in _TIMES:
            yield _definite(hit)
    for hit in hits(svar, _WHOSE):
        owner = hit.excerpt.partition(" ")[0].lower()
        is_owner = paradigms().forms(owner) == {"g"} and _is_definite(owner[:-1])
        if is_owner and _is_sure(hit) and not {"till", "för", "å", "på"} & {*words_before(hit)}:
            yield _definite(hit)
    for hit in hits(svar, _BEST, signs=("ste ", "sta ")):
        if _is_definite(hit.excerpt.rpartition(" ")[2]):
            yield _definite(hit)
    for hit in hits(svar, _PIECES, signs=(" stycken ",)):
        word = hit.excerpt.rpartition(" ")[2]
        forms = paradigms().forms(word)
        if len(forms) == 1 and forms <= {*_SINGULAR_OF} and _are_weak(hit):
            yield Bound(hit, f"”{word}” står i singular", _with(hit, noun(word, _SINGULAR_OF[min(forms)])))


def _definite(hit: Hit) -> Bound:
    word = hit.excerpt.rpartition(" ")[2]
    forms = paradigms().forms(word)
    right = noun(word, _INDEFINITE_OF[min(forms)]) if len(forms) == 1 else None
    return Bound(hit, f"”{word}” står i bestämd form", _with(hit, right))


def _with(hit: Hit, word: str | None) -> str | None:
    return f"{hit.excerpt.rpartition(' ')[0]} {word}" if word else None


def _is_sure(hit: Hit) -> bool:
    """Whether the last word is a definite noun and those between can only be its adjectives."""
    return _is_definite(hit.excerpt.rpartition(" ")[2]) and _are_weak(hit)


def _are_weak(hit: Hit) -> bool:
    between = [word for word in hit.excerpt.split()[1:-1] if word != "stycken"]
    return all(paradigms().forms(word) == {"aw"} and not word.endswith("sta") for word in between)


def _is_definite(word: str) -> bool:
    forms: Forms = paradigms().forms(word)
    # "Strävan" and "framträdanden" only look definite.
    return bool(forms) and forms <= DEFINITE and not word.endswith(("van", "tan", "anden", "enden"))
