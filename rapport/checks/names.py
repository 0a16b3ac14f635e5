"""Names of bodies that an answer writes nearly right: another capital, hyphen or blank, or a letter too many or too few."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from rapport.checks.rule import Hit
from rapport.domain.organ import felnamn, gemena, namn, vanliga
from rapport.domain.organ_fore import fore
from rapport.domain.svar import Svar
from rapport.prose.sentences import Word

How = Literal["skrivning", "gemen", "namn", "stavning"]
_BETWEEN = (" ", "- ", "-", ", ", "\u00a0", " - ", " – ", "–")
_ENDINGS = (
    *("verket", "styrelsen", "myndigheten", "departementet", "inspektionen", "rådet", "kansliet", "arkivet", "ämbetet"),
    *("universitetet", "förmedlingen", "kassan", "kollegiet", "mäteriet", "ombudsmannen"),
)
_SHORTEST, _LONG = 8, 16  # letters of a name that one slip leaves like no other, and two
_WORD, _ANCHOR = 6, 5  # letters of the word that differs in a name of several, and of one that does not
_LIKE = 80  # of 100, for a long word of such a name
_NOT_BEFORE = ("funktionella", "funktionell", "vår", "denna", "polisens")


class Misnamed(NamedTuple):
    """A name that is nearly right: where it stands, what it should be, and how it differs."""

    start: int
    end: int
    right: str
    how: How


@dataclass(frozen=True)
class _Index:
    """All names, to look them up in.

    ``by_key`` has each by its letters alone, ``most`` how many words there can be of those that begin with a word;
    ``by_word`` has the names of several words by each that tells them from others, with its number in the name.
    """

    by_key: dict[str, str]
    most: dict[str, int]
    by_word: dict[str, list[tuple[tuple[str, ...], int, str]]]
    single: tuple[str, ...]


def misnamed(svar: Svar) -> tuple[Misnamed, ...]:
    """Return the names in an answer that are nearly right, in order."""
    return svar.remember("namn", lambda: tuple(_misnamed(svar)))


def is_misnamed(svar: Svar, start: int, end: int) -> bool:
    """Whether some words stand in a name that is nearly right."""
    return any(one.start < end and start < one.end for one in misnamed(svar))


def _misnamed(svar: Svar) -> Iterator[Misnamed]:
    index, words = _index(), svar.words
    lowers = [_bare(word.text) for word in words]
    at = 0
    while at < len(words):
        most = index.most.get(lowers[at], 0)
        taken, found = (_exact(svar, lowers, at, most) if most else None) or _near(svar, lowers, at) or (1, None)
        if found:
            yield found
        at += taken


def _exact(svar: Svar, lowers: Sequence[str], at: int, most: int) -> tuple[int, Misnamed | None] | None:
    """Return how many words a name takes that has the right letters, and what is wrong with it, if anything."""
    by_key = _index().by_key
    for count in range(min(most, len(lowers) - at), 0, -1):
        key = "".join(lowers[at : at + count])
        name = by_key.get(key) or (by_key.get(key[:-1]) if key[-1] == "s" else None)
        if name and _is_joined(svar, at, count):
            return count, _wrong(svar, svar.words[at].start, svar.words[at + count - 1].end, name)
    return None


def _wrong(svar: Svar, start: int, end: int, name: str) -> Misnamed | None:
    """Return what is wrong with a name that has the right letters."""
    raw = svar.text[start:end].replace("\u00a0", " ").replace("–", "-")
    wrong = felnamn().get(name)
    genitive = "s" if len(_bare(raw)) > len(_bare(name)) else ""
    if raw.isupper() or _is_part(svar, start):
        return None
    if wrong:
        return Misnamed(start, end, wrong + genitive, "namn") if raw == name + genitive else None
    if raw == name + genitive or (name in gemena() and raw[1:] == f"{name}{genitive}"[1:]):
        return None
    if _bare(raw, any_case=False) == _bare(name + genitive, any_case=False):
        return Misnamed(start, end, name + genitive, "skrivning")
    if name in vanliga():
        return None
    is_small = raw[0].islower() and raw[1:] == f"{name}{genitive}"[1:]
    return Misnamed(start, end, name + genitive, "gemen" if is_small else "skrivning")


def _is_part(svar: Svar, start: int) -> bool:
    """Whether a region's name is that of a part of another body: "Företagarna Region Kalmar"."""
    if not svar.text.startswith(("Region", "region"), start):
        return False
    before = svar.text[max(0, start - 40) : start].rpartition("\n")[2].split()[-1:]
    return bool(before) and svar.text[start - 1] == " " and (before[0][0].isupper() and before[0].isalpha() or before[0] in _NOT_BEFORE)


def _near(svar: Svar, lowers: Sequence[str], at: int) -> tuple[int, Misnamed] | None:
    """Return a name with a slip in one of its words, and how many words it takes from here."""
    word = lowers[at]
    if word.removesuffix("s").endswith(_ENDINGS) and len(word) >= _SHORTEST and svar.words[at].text.isalpha():
        if right := _like(word):
            span = svar.words[at]
            return 1, Misnamed(span.start, span.end, right, "stavning")
    for parts, place, name in _candidates(lowers, at):
        if found := _slip(svar, lowers, at - place, parts, name):
            return len(parts) - place, found
    return None


def _like(word: str) -> str | None:
    """Return the one name that a word in small letters is nearly."""
    from rapidfuzz.distance import DamerauLevenshtein

    bare, genitive = (word[:-1], "s") if word.endswith("s") else (word, "")
    if bare in _index().by_key or bare in {name.lower() for name in fore()}:
        return None
    most = 1 if len(bare) < _LONG else 2
    for name in _index().single:
        small = name.lower()
        if bare[0] == small[0] and bare[-2:] == small[-2:]:
            if DamerauLevenshtein.distance(bare, small, score_cutoff=most) <= most:
                return name + genitive
    return None


def _candidates(lowers: Sequence[str], at: int) -> Iterator[tuple[tuple[str, ...], int, str]]:
    word = lowers[at]
    by_word = _index().by_word
    yield from by_word.get(word, ())
    if word.endswith("s"):
        yield from ((parts, place, name) for parts, place, name in by_word.get(word[:-1], ()) if place == len(parts) - 1)


def _slip(svar: Svar, lowers: Sequence[str], first: int, parts: tuple[str, ...], name: str) -> Misnamed | None:
    """Return a name of several words where one of them, and only one, is nearly right."""
    if first < 0 or first + len(parts) > len(lowers) or not _is_joined(svar, first, len(parts)):
        return None
    written = [*lowers[first : first + len(parts)]]
    genitive = "s" if written[-1].endswith("s") and not parts[-1].endswith("s") else ""
    if genitive:
        written[-1] = written[-1][:-1]
    differ = [(one, right) for one, right in zip(written, parts, strict=True) if one != right]
    if written[-1][-1:] != parts[-1][-1] or len(differ) != 1 or not _is_slip(*differ[0], is_short=len(parts) == 2):  # noqa: PLR2004 - two words
        return None
    start, end = svar.words[first].start, svar.words[first + len(parts) - 1].end
    return None if _is_part(svar, start) else Misnamed(start, end, name + genitive, "stavning")


def _is_slip(written: str, right: str, *, is_short: bool) -> bool:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import DamerauLevenshtein

    if len(right) < _WORD or written[0] != right[0]:
        return False
    if DamerauLevenshtein.distance(written, right, score_cutoff=1) <= 1:
        return True
    return not is_short and len(right) >= _LONG and written[-4:] == right[-4:] and fuzz.ratio(written, right) >= _LIKE


def _is_joined(svar: Svar, first: int, count: int) -> bool:
    """Whether some words stand in one row, with nothing between them that no name has."""
    words = svar.words[first : first + count]
    gaps = (svar.text[one.end : other.start] for one, other in zip(words, words[1:], strict=False))
    return all(gap in _BETWEEN for gap in gaps)


def _bare(text: str, *, any_case: bool = True) -> str:
    letters = "".join(filter(str.isalnum, text))
    return letters.lower() if any_case else letters


@cache
def _index() -> _Index:
    known = [*felnamn(), *namn()]
    by_key = {_bare(name): name for name in known}
    most: dict[str, int] = {}
    by_word: dict[str, list[tuple[tuple[str, ...], int, str]]] = {}
    for name in known:
        parts = tuple(map(_bare, name.replace(",", " ").split()))
        # A hyphen may have become a blank, which makes one word more.
        first = _bare(name.replace("-", " ").split()[0])
        for begins in {parts[0], first}:
            most[begins] = max(most.get(begins, 0), len(parts) + name.count("-"))
        if len(parts) > 1 and name not in felnamn():
            for place, part in enumerate(parts):
                if len(part) >= _ANCHOR or part in {"region", "län"}:
                    by_word.setdefault(part, []).append((parts, place, name))
    single = tuple(sorted(name for name in namn() if " " not in name and len(name) >= _SHORTEST))
    return _Index(by_key, most, by_word, single)
