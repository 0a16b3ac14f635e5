"""Verdicts: what is said of single words: whether they are Swedish, and what they were meant to be."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from rapport.checks.spelling.certain import Certain
from rapport.checks.spelling.compounds import Compounds
from rapport.checks.spelling.dictionary import Dictionary
from rapport.checks.spelling.near import Near
from rapport.checks.spelling.remembered import Remembered
from rapport.domain.haste import may_wait, still_wanted

# Rises when the same dictionaries are asked in another way.
_EDITION = "27"
_MOST_NEAR = 6


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the dictionaries say of a word.

    ``near`` holds the words it may have been meant to be, the likeliest first; None where nobody has asked.
    ``kind`` tells nouns from all else, see ``kinds``.
    ``is_loose`` says that it could be a compound with a very short part, such as "sikfångst" or a slip; None where
    nobody has asked, nor whether it is English. ``is_linked`` says that its parts only lack the right link,
    ``is_plausible`` that it may well be a word that nobody lists. ``sure`` is the one word that it surely is a slip of.
    """

    is_right: bool
    kind: str = ""
    is_loose: bool | None = None
    is_english: bool = False
    is_linked: bool = False
    is_plausible: bool = False
    near: tuple[str, ...] | None = None
    sure: str | None = None


# What is said in haste of a word that nobody has asked for before: it leads to no remark.
_LEFT_OPEN = Verdict(is_right=False)


class Judge:
    """The judge of single words: letters only, no hyphens, whatever their case."""

    def __init__(self) -> None:
        self.said = Remembered("stavning", _EDITION, _packed, _unpacked)
        self._dictionary = Dictionary()
        self._compounds = Compounds(self._dictionary)
        self._near = Near(self._dictionary, self._compounds)
        self._certain = Certain(self._dictionary, self._compounds)

    def seen(self, word: str) -> Verdict:
        """Return whether a word is right, and what kind of noun; what else a verdict holds may not be there yet."""
        if found := self.said.get(word):
            return found
        if may_wait():
            return _LEFT_OPEN
        still_wanted()
        is_right = self._compounds.is_swedish(word)
        return self.said.put(word, Verdict(is_right=is_right, kind=self._compounds.kind(word) if is_right else ""))

    def verdict(self, word: str) -> Verdict:
        """Return what the dictionaries say of a word; not what was meant instead."""
        found = self.seen(word)
        if found.is_right or found.is_loose is not None or may_wait():
            return found
        return self.said.put(word, self._asked(word, found))

    def is_right(self, word: str) -> bool:
        """Whether a word is Swedish."""
        return self.seen(word).is_right

    def kind(self, word: str) -> str:
        """Return what kind of noun a word is, see ``kinds``."""
        return self.seen(word).kind

    def near(self, word: str) -> tuple[str, ...]:
        """Return what a wrong word may have been meant to be, the likeliest first."""
        return self._meant(word).near or ()

    def sure(self, word: str) -> str | None:
        """Return the one word that a wrong word surely is a slip of, if there is one."""
        return self._meant(word).sure

    def _meant(self, word: str) -> Verdict:
        """Return what is said of a word, with what it may have been meant to be."""
        verdict = self.verdict(word)
        if verdict.near is not None or may_wait():
            return verdict
        near = tuple(dict.fromkeys(self._near.near(word, is_loose=bool(verdict.is_loose))))
        sure = self._certain.slip_of(
            word.lower(), near, is_plausible=verdict.is_plausible, is_english=verdict.is_english
        )
        return self.said.put(word, replace(verdict, near=near[:_MOST_NEAR], sure=sure))

    def load(self) -> None:
        """Load at once what is otherwise loaded when a wrong word is met for the first time."""
        self._dictionary.load()

    def save(self) -> None:
        """Remember everything said for the next run."""
        self.said.save()

    def _asked(self, word: str, found: Verdict) -> Verdict:
        small = word.lower()
        is_plausible = self._compounds.is_plausible(small)
        if word[0].isupper():
            return replace(found, is_loose=False, is_plausible=is_plausible)
        is_linked = self._compounds.is_wrongly_linked(word)
        is_loose = not is_linked and self._compounds.is_loose_compound(word)
        is_english = self._dictionary.is_english(word)
        return replace(found, is_loose=is_loose, is_english=is_english, is_linked=is_linked, is_plausible=is_plausible)


@cache
def judge() -> Judge:
    """Return the one judge of this process: an open report is judged again and again."""
    return Judge()


def _packed(verdicts: Mapping[str, Verdict]) -> dict[str, Any]:
    return {
        "ratt": {
            kind: " ".join(word for word, verdict in verdicts.items() if verdict.is_right and verdict.kind == kind)
            for kind in sorted({verdict.kind for verdict in verdicts.values()})
        },
        "ovrigt": {
            word: [
                verdict.is_loose,
                verdict.is_english,
                None if verdict.near is None else " ".join(verdict.near),
                verdict.is_linked,
                verdict.is_plausible,
                verdict.sure,
            ]
            for word, verdict in verdicts.items()
            if not verdict.is_right
        },
    }


def _unpacked(data: Any) -> dict[str, Verdict]:  # noqa: ANN401 - whatever stands in the file
    found = {
        word: verdict
        for kind, words in data["ratt"].items()
        for verdict in (Verdict(is_right=True, kind=str(kind)),)
        for word in words.split()
    }
    for word, (is_loose, is_english, near, is_linked, is_plausible, sure) in data["ovrigt"].items():
        words = None if near is None else tuple(near.split())
        if not all(map(str.isalpha, (*(words or ()), *([sure] if sure else ())))):
            return {}
        found[word] = Verdict(
            is_right=False,
            is_loose=None if is_loose is None else bool(is_loose),
            is_english=bool(is_english),
            is_linked=bool(is_linked),
            is_plausible=bool(is_plausible),
            near=words,
            sure=sure,
        )
    return found
