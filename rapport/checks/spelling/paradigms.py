"""Paradigms: gender, number and definiteness of the words of a report, compounds by their last part."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from rapport.checks.spelling.remembered import Remembered

Forms = frozenset[str]
# What a noun can be, see ``inflection``: of two genders, in one or many, with "the" or without.
INDEFINITE: Forms = frozenset(("us", "up", "ns", "np"))
DEFINITE: Forms = frozenset(("ud", "uq", "nd", "nq"))
NOUN = INDEFINITE | DEFINITE
# Rises when the same dictionary is read in another way.
_EDITION = "8"
_SHORTEST, _SURE = 3, 4
_LONGEST = 45
_SURE_TAILS = {
    "männen": frozenset(("uq",)),
    "centrum": frozenset(("ns", "np")),
    "medium": frozenset[str](),
    "målen": frozenset(("nq",)),
}
_NO_LAW = ("slag", "underlag", "bolag", "upplag", "beslag", "inlag")
# What the dictionary lists form by form, or with the flags of other words too.
_OWN = {
    word: frozenset(forms.split())
    for forms, words in {
        "au": "gemensam egen liten gammal långsam verksam allmän hög djup ensam vuxen viss varaktig",
        "an": "gemensamt eget litet gammalt långsamt verksamt allmänt öppet nytt gott högt djupt ensamt känt",
        "au an": "fast separat privat",
        "aw": "gemensamma egna lilla små gamla långsamma verksamma allmänna höga djupa ensamma kända fasta vissa nya "
        "svenska norska danska finska samiska engelska franska ryska vita glada raka",
        "ai": "bra olika äldre yngre större mindre bättre sämre högre lägre längre kortare fler nära",
        "us ud": "samverkan medverkan påverkan inverkan efterfrågan ansökan anmälan önskan",
        "ns np": "råd stöd steg mål hot centrum fönster center",
        "ns": "webbinarium webinarium seminarium symposium",
        "us up": "ordförande",
        "us": "grund typ period metod hjälp hub",
        "np": "ställen",
        "ud": "grunden",
        "": "andra annan annat samma första man mannen män männen by byn son lag fisk data test order mor fog pund "
        "kilo poäng val plan medium mån ögon ögonen öron öronen släkten början faktum internet euro studerande "
        "boende sökande tok exempel öl gin studie studier studierna länder länderna media medier",
    }.items()
    for word in words.split()
}
# Verbs that the dictionary lists with no flag that tells; these end no compounds.
_IRREGULAR = {
    word: frozenset(forms.split())
    for forms, words in {
        "v pres": "är har kan ska skall vill blir får går står ser tar gör genomför utför inför medför tillför överför "
        "lever jämför möjliggör synliggör tydliggör tillgängliggör innebär bär finns sker syns "
        "växer sätter fortsätter ersätter",
        "v inf": "ha vara kunna bli få gå stå se ta göra genomföra utföra införa medföra tillföra överföra jämföra "
        "stödja möjliggöra synliggöra tydliggöra tillgängliggöra innebära bära finnas ske ge sätta "
        "fortsätta ersätta växa",
        "v": "var hade kunde skulle ville blev fick gick stod såg tog gjorde bör måste borde fanns haft varit kunnat "
        "blivit fått gått stått sett tagit gjort gav gett givit satt kom kommit lät låg höll hållit sköt",
    }.items()
    for word in words.split()
}


class Paradigms:
    """Says what forms words are; the dictionary is loaded when the first new word is asked for."""

    def __init__(self) -> None:
        self.said = Remembered("ordformer", _EDITION, _packed, _unpacked)

    def forms(self, word: str) -> Forms:
        """Return what a word in small letters can be, see ``inflection``; nothing where the dictionary cannot say."""
        found = self.said.get(word)
        return self.said.put(word, _forms(word)) if found is None else found

    def save(self) -> None:
        """Remember everything said for the next run."""
        self.said.save()


@cache
def paradigms() -> Paradigms:
    """Return the one of this process: an open report is checked again and again."""
    return Paradigms()


def _packed(said: Mapping[str, Forms]) -> dict[str, Any]:
    return {word: " ".join(sorted(forms)) for word, forms in said.items()}


def _unpacked(kept: Any) -> dict[str, Forms]:  # noqa: ANN401 - whatever stands in the file
    return {word: frozenset(forms.split()) for word, forms in kept.items()}


def _forms(word: str) -> Forms:
    if (known := _OWN.get(word, _IRREGULAR.get(word))) is not None:
        return known
    if tail := next((tail for tail in _SURE_TAILS if word.endswith(tail)), None):
        return _SURE_TAILS[tail]
    found = _found(word)
    # A law or a team: "en ny jaktlag" is listed as a team only.
    return found | {"us"} if "ns" in found and word.endswith("lag") and not word.endswith(_NO_LAW) else found


def _found(word: str) -> Forms:
    return _listed(word) or (_of_compound(word) if len(word) <= _LONGEST else frozenset())


@lru_cache(maxsize=50_000)
def _listed(word: str, *, ends_compounds: bool = False) -> Forms:
    from rapport.checks.spelling.inflection import forms_of

    found = frozenset(forms_of(word, ends_compounds=ends_compounds))
    return found - {"x"} if "aw" in found else found  # "kommunala" is also listed for itself, with no flag that tells


def _of_compound(word: str) -> Forms:
    """Return what a compound is: what its last part is, where every way to split it says the same."""
    found: set[str] = set()
    for at in range(2, len(word) - _SHORTEST + 1):
        tail = word[at:]
        if tail in _OWN and _is_first(word[:at]):
            return _OWN[tail]
        forms = _listed(tail, ends_compounds=len(tail) < _SURE)
        if forms and _is_first(word[:at]):
            found |= forms
    return frozenset(found)


@lru_cache(maxsize=50_000)
def _is_first(head: str) -> bool:
    """Whether some letters may be the first part of a compound, or all its parts but the last."""
    from rapport.checks.spelling.inflection import is_listed

    stems = [head, *([head[:-1]] if head.endswith(("s", "e")) else ()), head + "a", head + "e"]
    if head.endswith(("u", "o")):
        stems.append(head[:-1] + "a")
    if head.endswith("ie"):
        stems.append(head[:-1] + "um")
    if any(len(stem) >= _SHORTEST and is_listed(stem) for stem in stems):
        return True
    return any(
        is_listed(head[at:].removesuffix("s")) and _is_first(head[:at])
        for at in range(_SHORTEST, len(head) - _SURE + 1)
    )
