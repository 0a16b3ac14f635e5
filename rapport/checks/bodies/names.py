"""Names of bodies that an answer writes nearly right: another capital, hyphen or blank, or a slip of the pen."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from rapport.checks.bodies.name_index import bare, index, letters
from rapport.checks.bodies.name_slips import like_one, like_several
from rapport.checks.by_line import lines_of
from rapport.checks.places.municipalities import written
from rapport.domain.organ import felnamn, gemena, vanliga
from rapport.domain.svar import Svar

How = Literal["skrivning", "gemen", "namn", "stavning", "kommun"]
# What may stand between two words of a name, right or wrong.
_BETWEEN = frozenset((" ", "- ", "-", ", ", "\u00a0", "-\u00a0", " - ", " – ", "–"))
# What makes a region in small letters no body's name.
_NOT_BEFORE = ("funktionella", "funktionell", "vår", "denna", "polisens")
_NEAR = 40
# Signs that say no more than another in a name: Interreg Sverige–Norge, Interreg Sverige/Norge.
_ALIKE = str.maketrans("\u00a0–/", " --")


class Misnamed(NamedTuple):
    """A name that is nearly right: where it stands, what it should be, and how it differs.

    "skrivning": its capitals, hyphens or blanks; "gemen": only that it begins in a small letter; "namn": nobody is
    called so; "stavning": a slip of the pen; "kommun": a municipality's name has an s too many or too few.
    """

    start: int
    end: int
    right: str
    how: How


def misnamed(svar: Svar) -> tuple[Misnamed, ...]:
    """Return the names in an answer that are nearly right, in each line those of municipalities last."""
    return svar.remember("namn", lambda: tuple(_in_lines(svar) if "\n" in svar.text else _in_line(svar)))


def _in_lines(svar: Svar) -> Iterator[Misnamed]:
    for line, at in lines_of(svar):
        for one in misnamed(line):
            yield one._replace(start=one.start + at, end=one.end + at)


def _in_line(svar: Svar) -> Iterator[Misnamed]:
    yield from _misnamed(svar)
    yield from _municipalities(svar)


def is_misnamed(svar: Svar, start: int, end: int) -> bool:
    """Whether some words stand in a name that is nearly right."""
    return any(one.start < end and start < one.end for one in misnamed(svar))


def _misnamed(svar: Svar) -> Iterator[Misnamed]:
    most = index().most
    words = [bare(word.text) for word in svar.words]
    done = 0
    for at, word in enumerate(words):
        if at >= done and _matters(word, is_capital=svar.words[at].text[0].isupper()):
            taken, found = _exact(svar, words, at, most.get(word, 0)) or _near(svar, words, at) or (1, None)
            done = at + taken
            if found:
                yield found


def _municipalities(svar: Svar) -> Iterator[Misnamed]:
    for one in written(svar):
        yield Misnamed(one.start, one.end, one.right, "stavning" if one.is_slip else "kommun")


@lru_cache(maxsize=8192)
def _matters(word: str, *, is_capital: bool) -> bool:
    """Whether a word can begin a name, stand in one of several or be nearly one; most words cannot."""
    known = index()
    return (
        word in known.most
        or word in known.by_word
        or (word.endswith("s") and word[:-1] in known.by_word)
        or like_one(word, is_capital=is_capital) is not None
    )


def _exact(svar: Svar, words: Sequence[str], at: int, most: int) -> tuple[int, Misnamed | None] | None:
    """Return how many words a name takes that has the right letters, and what is wrong with it, if anything."""
    by_key = index().by_key
    for count in range(min(most, len(words) - at), 0, -1):
        key = "".join(words[at : at + count])
        name = by_key.get(key) or (by_key.get(key[:-1]) if key[-1] == "s" else None)
        if name and _is_joined(svar, at, count):
            genitive = "s" if key != bare(name) else ""
            return count, _fault(svar, svar.words[at].start, svar.words[at + count - 1].end, name, genitive)
    return None


def _fault(svar: Svar, start: int, end: int, name: str, genitive: str) -> Misnamed | None:
    """Return what is wrong with a name that has the right letters."""
    raw = svar.text[start:end].translate(_ALIKE)
    right = name + genitive
    if raw.isupper() or _is_part(svar, start):
        return None
    if wrong := felnamn().get(name):
        return Misnamed(start, end, wrong + genitive, "namn") if raw == right else None
    is_small = raw[0].islower() and raw[1:] == right[1:]
    if raw == right or (is_small and name in gemena()):
        return None
    if name in vanliga() and letters(raw) != letters(right):
        return None
    return Misnamed(start, end, right, "gemen" if is_small else "skrivning")


def _is_part(svar: Svar, start: int) -> bool:
    """Whether a region's name is that of a part of another body: "Företagarna Region Kalmar"."""
    if not svar.text.startswith(("Region", "region"), start) or svar.text[start - 1 : start] != " ":
        return False
    word = svar.text[max(0, start - _NEAR) : start].rpartition("\n")[2].split()[-1:]
    return bool(word) and ((word[0][0].isupper() and word[0].isalpha()) or word[0] in _NOT_BEFORE)


def _near(svar: Svar, words: Sequence[str], at: int) -> tuple[int, Misnamed] | None:
    """Return a name with a slip in one of its words, and how many words it takes from here on."""
    word = svar.words[at]
    if word.text.replace("-", "").isalpha() and (right := like_one(words[at], is_capital=word.text[0].isupper())):
        return 1, Misnamed(word.start, word.end, right, "stavning")
    for first, count, name in like_several(words, at):
        start, end = svar.words[first].start, svar.words[first + count - 1].end
        has_comma = "," in svar.text[start:end] and "," not in name
        if _is_joined(svar, first, count) and not has_comma and not _is_part(svar, start):
            return first + count - at, Misnamed(start, end, name, "stavning")
    return None


def _is_joined(svar: Svar, first: int, count: int) -> bool:
    """Whether some words stand in one row, with nothing between them that no name has."""
    words = svar.words[first : first + count]
    return all(svar.text[one.end : other.start] in _BETWEEN for one, other in pairwise(words))
