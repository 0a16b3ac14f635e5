"""Inflection: what the dictionary's flags say of a form: gender, number and definiteness of nouns and adjectives.

A noun's form is one or more of ``us up ud uq ns np nd nq``: its gender (utrum, neutrum), then singular, plural,
definite, definite plural. An adjective's is ``au`` (stor), ``an`` (stort), ``aw`` (stora) or ``ai`` (större, ledande:
the same everywhere). ``g`` is a genitive, ``v`` what may be a verb, with ``inf`` or ``pres`` beside it where it is the
infinitive (stärka) or the present tense (stärker), ``x`` what the flags do not tell.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from rapport.checks.spelling.dictionary import swedish

Flags = frozenset[str]
_SILENT = frozenset("%Z")  # forbidden; no word of its own
_NEEDS_AFFIX = "¤"
_VERB, _ADJECTIVE = frozenset("mN"), frozenset("OPQ")
_VERBAL = frozenset("mNKLMP")
_SUFFIXES_OF_NOUNS = "BCDEFGHI"
_LONGEST_SUFFIX = 8
_VOWELS = ("a", "e", "å", "o", "ö", "y", "ä")
_PRESENT = {("m", "r"), ("K", "er")}
_STEMS_OF_T = {"isk": "au", "iskt": "an", "iska": "aw"}


def forms_of(word: str, *, ends_compounds: bool = False) -> Iterator[str]:
    """Yield what a form of a listed word is; with ``ends_compounds`` only of those that may end a compound."""
    for stem, flags, flag, add in _readings(word):
        if ends_compounds and "Y" not in flags:
            continue
        found = [*(_of_suffix(stem, flags, flag, add) if flag else _of_stem(stem, flags))]
        yield from found
        if found == ["v"] and (tense := _tense(stem, flag, add)):
            yield tense


def is_listed(word: str) -> bool:
    """Whether a word is a form of a listed one."""
    return any(_readings(word))


def _readings(word: str) -> Iterator[tuple[str, Flags, str, str]]:
    """Yield each listed stem that a word is a form of: it, its flags, and the suffix with its flag, if any."""
    dic = swedish().dic
    for entry in dic.homonyms(word):
        flags = frozenset(entry.flags)
        if not flags & _SILENT and _NEEDS_AFFIX not in flags:
            yield word, flags, "", ""
    suffixes = _suffixes()
    for at in range(max(0, len(word) - _LONGEST_SUFFIX), len(word) + 1):
        for suffix in suffixes.get(word[at:], ()):
            stem = word[:at] + suffix.strip
            for entry in dic.homonyms(stem):
                if suffix.flag in entry.flags and suffix.cond_regexp.search(stem):
                    flags = frozenset(entry.flags)
                    if not flags & _SILENT:
                        yield stem, flags, suffix.flag, suffix.add


@cache
def _suffixes() -> dict[str, list[Any]]:
    """Return the rules for suffixes by what they add; those that only make first parts of compounds are left out."""
    found: dict[str, list[Any]] = defaultdict(list)
    for suffixes in swedish().aff.SFX.values():
        for suffix in suffixes:
            if not suffix.flags:
                found[suffix.add].append(suffix)
    return found


def _tense(stem: str, flag: str, add: str) -> str:
    """Return which form of a verb it is, where that is sure: the infinitive or the present tense."""
    if not flag:
        return "inf" if stem.endswith(_VOWELS) else ""
    return "pres" if (flag, add) in _PRESENT else ""


def _is_neuter(stem: str, flags: Flags) -> bool:
    is_on_vowel = "F" in flags and stem.endswith(("e", "i", "o", "ä"))
    return "C" in flags or ("B" in flags and not stem.endswith("a")) or is_on_vowel


def _of_stem(stem: str, flags: Flags) -> Iterator[str]:
    """Yield what a stem is as it stands in the dictionary."""
    is_verb = bool(flags & _VERB and not stem.endswith("d")) or (
        stem.endswith("a") and bool(flags & frozenset("KLMOP"))
    )
    is_adjective = not is_verb and (bool(flags & _ADJECTIVE) or {"K", "M"} <= flags or {"L", "M"} <= flags)
    found = [*_of_noun(stem, flags)]
    if is_verb:
        found = ["v", *(found if flags & {"G", "H"} and "E" in flags else ())]
    if is_adjective and stem.endswith("ade"):
        found += ["aw"]
    elif is_adjective:
        found += ["au", *(["an"] if stem.endswith("t") else ())]
        found += ["aw"] if stem.endswith(("blå", "grå")) else ()
    yield from found or ["x"]


def _of_noun(stem: str, flags: Flags) -> Iterator[str]:
    if _is_neuter(stem, flags):
        yield "ns"
        if not flags & frozenset("EGHIJ"):
            yield "np"
        if flags & frozenset("GH") and flags & frozenset("DEF"):
            yield "us"  # a word of both genders, or two words
    elif flags & frozenset("DEF") and not flags & _VERB:
        yield "us"
        if not flags & frozenset("GHI") and not ("J" in flags and not stem.endswith(("r", "re"))):
            yield "up"


def _of_suffix(stem: str, flags: Flags, flag: str, add: str) -> Iterator[str]:
    """Yield what a form is that a stem has with a suffix."""
    if flag == "A" or (flag in _SUFFIXES_OF_NOUNS and add.endswith("s")):
        yield "g"
    elif flag in _SUFFIXES_OF_NOUNS:
        yield from _of_noun_suffix(stem, flags, flag, add)
    elif flag == "J":
        yield from _of_j(stem, add)
    elif flag in "TOPMKLNQ":
        yield from _of_adjective_suffix(stem, flag, add)
    else:
        yield "v" if flag == "m" else "x"


def _of_noun_suffix(stem: str, flags: Flags, flag: str, add: str) -> Iterator[str]:
    neuter, on_a = _is_neuter(stem, flags), stem.endswith("a")
    is_both = neuter and bool(flags & frozenset("GH"))
    if flag in "BD" and add == "nde":
        yield from ("ns", "ai", "v") if flag == "B" else ("ai", "v")
    elif flag in "BC":
        yield "nd"
    elif flag == "D":
        is_rare = not flags & frozenset("GHIJfv")  # "ordalagen", or a word whose plural is listed for itself
        yield from ("nq", *(["ud"] if is_both else ())) if neuter else ("ud", *(["nq"] if is_rare else ()))
    elif flag == "E" and on_a and flags & _VERBAL:
        yield from ("us", "ud")  # "frågan" of "fråga", and "önskan" of "önska"
    elif flag == "E":
        yield from ("np", *(["ud"] if is_both else ())) if neuter or add == "a" else ("ud",)
    elif flag == "F":
        yield "nq" if neuter or on_a else "ud"
    else:
        number = "q" if add.endswith("na") else "p"
        yield from (f"u{number}", f"n{number}") if neuter else (f"u{number}",)


def _of_j(stem: str, add: str) -> Iterator[str]:
    """Yield what a form is with the flag for rare plurals; without an ending it is an imperative, and commands none."""
    if not add:
        return
    if add.endswith("s"):
        yield "g"
    elif stem.endswith("um"):
        yield {"et": "nd", "er": "np"}.get(add, "nq")
    else:
        yield "uq" if add.endswith("na") else "up"


def _of_adjective_suffix(stem: str, flag: str, add: str) -> Iterator[str]:
    on_a = stem.endswith("a")
    if flag == "T" and (on_a or add.startswith("are")):
        yield from {"re": ("us", "up"), "are": ("us", "up"), "rna": ("uq",), "arna": ("uq",)}.get(
            add, ("ud",) if add.endswith("n") else ("g",)
        )
    elif flag == "T":
        yield _STEMS_OF_T[add]
    elif flag == "O":
        yield {"d": "au", "": "au", "da": "aw", "a": "aw"}.get(add, "an")
    elif flag == "P" and on_a:
        yield from {"d": ("au",), "de": ("aw", "v"), "t": ("an", "v")}[add]
    elif add.endswith(("are", "ast", "aste")):
        yield {"are": "ai", "ste": "aw"}.get(add[-3:], "x")
    elif flag in "NQ" and stem.endswith("ad"):
        yield {"t": "an", "e": "aw"}.get(add, "x")
    elif flag == "M" and stem.endswith(("el", "en", "er", "m")):
        yield "an" if add == "t" else "aw"
    else:
        yield "v"
