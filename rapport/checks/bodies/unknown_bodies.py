"""Bodies of a kind of which every one is known, with names that none of them has: departments, "Myndigheten för …".

The universities of a municipality are such a kind too.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapport.checks.rule import Hit
from rapport.checks.time.past import is_past
from rapport.domain.kommun_lan import before_kommun
from rapport.domain.organ import felnamn, namn
from rapport.domain.organ_fore import fore
from rapport.domain.svar import Svar

_AUTHORITY = "Myndigheten för "
_HERA = f"{_AUTHORITY}beredskap och insatser vid hälsokriser"  # the EU's
_AUTHORITIES = re.compile(
    r"(?:(?<=[\w,(] )|^)Myndigheten för (?P<rest>[A-ZÅÄÖa-zåäö][a-zåäö]+-?(?: (?:och )?[a-zåäö-]+){0,7})"
)
_DEPARTMENTS = re.compile(
    r"(?<=[\w,(] )(?:[A-ZÅÄÖ][a-zåäö]+- och [a-zåäö]{4,}|[A-ZÅÄÖ][a-zåäö]{3,})departementet(?!\w)"
)
_UNIVERSITIES = re.compile(r"(?<![\w-])(?P<ort>[A-ZÅÄÖ][a-zåäö]+) (?:[Uu]niversitet|[Hh]ögskola)(?!\w)")
# A body whose name has the ending of another: "Folkhälsoverket" is Folkhälsomyndigheten.
_ENDINGS = ("verket", "styrelsen", "myndigheten", "inspektionen", "ämbetet")
_ENDED = re.compile(rf"(?:(?<=[\w,(] )|^)(?:[A-ZÅÄÖ][a-zåäö]{{3,}}|[A-ZÅÄÖ]{{2,4}}-)(?:{'|'.join(_ENDINGS)})s?(?!\w)")
# Two words before the ending: "Hav- och vattenmyndigheten"; the State's: "Statens skogsverk".
_TWOFOLD = re.compile(
    rf"(?:(?<=[\w,(] )|^)[A-ZÅÄÖ][a-zåäö]{{2,}}- och [a-zåäö]{{3,}}(?:{'|'.join((*_ENDINGS, 'rådet'))})(?=s?(?!\w))"
)
_STATENS = re.compile(
    r"(?:(?<=[\w,(] )|^)Statens (?P<rest>[a-zåäö]{2,}?)"
    r"(?P<slut>verk|styrelse|myndighet|inspektion|ämbete|råd|nämnd)(?=s?(?!\w))"
)
_DEFINITE = {"verk": "et", "råd": "et", "ämbete": "t", "styrelse": "n", "nämnd": "en"}
_NEAR_TWOFOLD = 84  # of 100
_SIGNS = ("- och ", "Statens ", "departementet", "Myndigheten för ", "niversitet", "ögskola", *_ENDINGS)
_ABROAD = re.compile(
    r"\b(?i:nors[kt]|dansk|finsk|isländsk|tysk|brittisk|amerikansk|estnisk|lettisk|polsk)\w*|Norge|Danmark|Finland|Åland"
    r"|Island|USA|Tyskland|[æøÆØ]|\bog\b"
)
# What municipalities and firms have too: the State's stand in a row with other authorities.
_COMMON = frozenset({"Kultur", "Lantmäteri", "Skol", "Social", "Kust", "Polis", "Transport", "Livsmedels", "Bolags"})
_ROOT = 8  # letters that "Yrkeshögskolemyndigheten" has in common with Myndigheten för yrkeshögskolan
_STEM, _WORDS = 6, 4  # letters of a word that tell an authority from every other, among its first words
_LIKE = 55  # of 100: a department that none is nearly has no hint


class Unknown(NamedTuple):
    """A body that there is not: its place, and the one that is most likely meant, "" where that cannot be told."""

    hit: Hit
    meant: str


def unknown_bodies(svar: Svar, ar: int) -> Iterator[Unknown]:
    """Yield each department and each authority that has never had the name that it is given."""
    for sentence in svar.meningar if any(sign in svar.text for sign in _SIGNS) else ():
        text = sentence.text
        if _ABROAD.search(text):
            continue
        for match in (*_DEPARTMENTS.finditer(text), *_universities(text)):
            hit = Hit(svar, sentence.start + match.start(), sentence.start + match.end())
            if not _is_known(match[0]) and not is_past(hit, ar):
                is_department = match[0].endswith("departementet")
                yield Unknown(hit, _department(match[0]) if is_department else _university(match["ort"]))
        for match, meant in (*_twofold(text), *_of_the_state(text), *_ended(text)):
            if f"namnet {match[0].removesuffix('s')}" not in svar.text:
                yield Unknown(Hit(svar, sentence.start + match.start(), sentence.start + match.end()), meant)
        for match in _AUTHORITIES.finditer(text):
            rest = match["rest"][0].lower() + match["rest"][1:]
            if not _begins_known(f"{_AUTHORITY}{rest}{text[match.end() :]}") and (found := _authority(rest, ar)):
                meant, length = found
                start = sentence.start + match.start()
                yield Unknown(Hit(svar, start, sentence.start + match.start("rest") + length), meant)


def _universities(text: str) -> Iterator[re.Match[str]]:
    """Yield what is called the university of a municipality: "Norrköpings universitet"."""
    for match in _UNIVERSITIES.finditer(text):
        if not {match["ort"], match["ort"].removesuffix("s")}.isdisjoint(before_kommun()):
            yield match


def _ended(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each authority that has the ending of another."""
    for match in _ENDED.finditer(text):
        name = match[0].removesuffix("s")
        stem = next(name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending))
        if (stem not in _COMMON or _is_in_row(text, match)) and (meant := _other_ending(name, stem)):
            yield match, meant


def _is_in_row(text: str, match: re.Match[str]) -> bool:
    """Whether what stands right before or behind a name, in a row of such, is an authority."""
    before = re.search(r"([A-ZÅÄÖ][a-zåäö]+)(?:, | och | samt )$", text[: match.start()])
    if re.match(r" i [A-ZÅÄÖ]", text[match.end() :]):
        return False  # a municipality's
    behind = re.match(r"(?:,? och |,? samt |, )([A-ZÅÄÖ][a-zåäö]+)", text[match.end() :])
    return any(one is not None and one[1] in namn() for one in (before, behind))


def _university(place: str) -> str:
    """Return the university of a place, where there is one."""
    return next((one for one in namn() if one in {f"{place} universitet", f"{place}s universitet"}), "")


@lru_cache(maxsize=256)
def _other_ending(name: str, stem: str) -> str:
    """Return the authority that a name is but for its ending, "" where it is none's or somebody's."""
    if _is_known(name):
        return ""
    others = [f"{stem.removesuffix('s')}en", *(f"{stem}{ending}" for ending in (*_ENDINGS, "rådet"))]
    if found := next((one for one in others if one in namn()), ""):
        return found
    if found := next((fore()[one].nu for one in others if one in fore()), ""):
        return found
    root = stem.lower()[:_ROOT]
    alike = [one for one in namn() if one.startswith(f"{_AUTHORITY}{root}")] if name.endswith("myndigheten") else []
    return alike[0] if len(alike) == 1 and len(root) == _ROOT else ""


def _twofold(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each name of two words and an ending that is nearly an authority's, or is one's with another ending."""
    for match in _TWOFOLD.finditer(text):
        if not _is_known(match[0]) and (meant := _near_twofold(match[0])):
            yield match, meant


@lru_cache(maxsize=256)
def _near_twofold(name: str) -> str:
    from rapport.nearest import nearest

    known = [one for one in namn() if "- och " in one and " för " not in one and one.endswith((*_ENDINGS, "rådet"))]
    return nearest(name, known, least=_NEAR_TWOFOLD) or ""


def _of_the_state(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each authority that is called the State's and has a name of its own: "Statens tullverk"."""
    for match in _STATENS.finditer(text):
        ending = f"{match['slut']}{_DEFINITE.get(match['slut'], 'en')}"
        own = f"{match['rest'].capitalize()}{ending}"
        states = f"Statens {match['rest']}"
        if _is_known(match[0]):
            continue
        if own in namn():
            yield match, own
        elif meant := next((one for one in namn() if one.startswith(states) and " " not in one[len(states) :]), ""):
            yield match, meant


def _is_known(name: str) -> bool:
    return name in namn() or name in fore() or name in felnamn()


def _begins_known(text: str) -> bool:
    text = text.replace("\u00ad", "").replace("\u00a0", " ")
    known = (one for one in (*namn(), *fore(), *felnamn(), _HERA) if one.startswith(_AUTHORITY))
    return any(text.startswith(one) and not text[len(one) :].removeprefix("s")[:1].islower() for one in known)


@lru_cache(maxsize=256)
def _department(name: str) -> str:
    from rapport.nearest import nearest

    return nearest(name, [one for one in namn() if one.endswith("departementet")], least=_LIKE) or ""


@lru_cache(maxsize=256)
def _authority(rest: str, ar: int) -> tuple[str, int] | None:
    """Return the one authority that has a long word of a name in common with it, and how far that word reaches."""
    still = (name for name, body in fore().items() if ar < body.till)
    known = [one for one in (*namn(), *still) if one.startswith(_AUTHORITY)]
    for word in list(re.finditer(r"[a-zåäö]{6,}", rest))[:_WORDS]:
        stem = word[0][:_STEM]
        alike = [one for one in known if any(part.startswith(stem) for part in re.findall(r"[a-zåäö]+", one))]
        if len(alike) == 1:
            return alike[0], word.end()
    return None
