"""Dictionary: hunspell's sv_SE and en_US, read by spylls, and what is Swedish by them.

Loading them takes a second, and is put off until a word is asked for; see ``verdicts``.
"""

import warnings
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rapport.checks.spelling.derived import PREFIXES, roots
from rapport.checks.spelling.kinds import kind
from rapport.checks.spelling.likeness import cost
from rapport.checks.spelling.linking import Linking

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"
# So many letters has a part of a compound at the least: any, in a loose one, a name, one that is a compound itself.
_PART, _SHORT_PART, _NAME, _LONG_HEAD, _LONG_TAIL = 4, 3, 7, 8, 6
# So many letters at the end of a form are an ending at the most.
_ENDING = 4
# "sektionering" is no ring of sections.
_DERIVED = ("ring", "rande")
_LONG_STEM = 7
_ENDINGS = ("", "s", "t", "n", "et", "en", "na", "ar", "er", "or", "arna", "erna", "orna")


def version() -> str:
    """Return what tells these dictionaries, and how they are read, from any others; loads nothing."""
    data = _data()
    installed = [folder.name for folder in data.parents[2].glob("spylls-*.dist-info")]
    files = ("sv/sv_SE.aff", "sv/sv_SE.dic", "en/en_US.aff", "en/en_US.dic", "../algo/lookup.py")
    return " ".join([*sorted(installed), *(str((data / name).stat().st_size) for name in files)])


class Dictionary:
    """The Swedish dictionary in memory, and the English one where somebody asks for it."""

    def __init__(self) -> None:
        # The parts of a word are asked for again and again, and a compound takes milliseconds.
        self._has = lru_cache(maxsize=100_000)(lambda word: bool(self._swedish.lookup(word)))

    @cached_property
    def _swedish(self) -> Any:  # noqa: ANN401 - spylls has no types
        return _loaded(_data() / "sv" / "sv_SE")

    @cached_property
    def _english(self) -> Any:  # noqa: ANN401 - as above
        return _loaded(_data() / "en" / "en_US")

    @cached_property
    def _linking(self) -> Linking:
        return Linking(self._swedish.dic.words)

    @cached_property
    def _stems(self) -> list[str]:
        return list(dict.fromkeys(word.stem for word in self._swedish.dic.words))

    def is_swedish(self, word: str) -> bool:
        """Whether a word is Swedish: a form of a listed word, or a compound of such."""
        if self._has(word) or any(map(self._is_with_name, _splits(word, _NAME, _SHORT_PART))):
            return True
        if word.islower() and self._lists(word.capitalize()):
            return False
        small = word.lower()
        if self._is_compound(small) or any(map(self._lists, roots(small, only_sure=True))):
            return True
        return self._is_derived(small) and not self._is_slip_inside(small)

    def kind(self, word: str) -> str:
        """Return what kind of noun a listed word is, see ``kinds``."""
        return kind(self._listed_forms(word), is_first=self._linking.is_first(word))

    def is_wrongly_linked(self, word: str) -> bool:
        """Whether a word that is not Swedish only lacks or has too much between its parts: "näringlivet"."""
        return any(self._relinked(word))

    def is_loose_compound(self, word: str) -> bool:
        """Whether it can be split into words of three letters: "sikfångst", but "genförandet" too."""
        return any(
            self._has(tail) and (self._has_head(head, _SHORT_PART) or self._is_first(head.capitalize()))
            for head, tail in _splits(word, _SHORT_PART, _SHORT_PART)
        )

    def is_english(self, word: str) -> bool:
        """Whether a word is English."""
        return bool(self._english.lookup(word))

    def near(self, word: str, *, is_loose: bool) -> Iterator[str]:
        """Return what a wrong word may have been meant to be, the likeliest first."""
        small = word.lower()
        if word == small and self._lists(word.capitalize()):
            return iter([word.capitalize()])
        relinked = dict.fromkeys(self._relinked(small) if word == small else ())
        found = dict.fromkeys(self._one_letter_away(small))
        # A word with a capital may be a place, and those resemble compounds: Storsunda is no slip of "storsanda".
        if not found and not relinked and word == small:
            mended = () if is_loose else self._with_a_mended_part(word)
            return filter(str.isalpha, dict.fromkeys([*mended, *self._two_letters_away(word)]))
        likely = sorted(filter(str.isalpha, found), key=lambda near: cost(small, near, 1))
        return iter([*relinked, *likely])

    def _lists(self, word: str) -> bool:
        """Whether a word is a form of a listed word; ten times faster than asking for compounds too."""
        return any(self._listed_forms(word))

    def _listed_forms(self, word: str) -> Iterator[Any]:
        forms: Iterator[Any] = self._swedish.lookuper.good_forms(
            word, capitalization=False, allow_nosuggest=False, compound_forms=False
        )
        return forms

    def _is_with_name(self, parts: tuple[str, str]) -> bool:
        """Whether it is a compound with a name: the dictionary wants a capital there, we write "norrlandslän"."""
        head, tail = parts
        return head.endswith("s") and self._lists(head.capitalize()) and self._has(tail)

    def _is_compound(self, word: str) -> bool:
        """Whether it is one that hunspell's own list of first parts lacks: "trepartssamverkan", "målgruppsanpassning".

        Not every word may end a compound, and the dictionary knows which.
        """
        found = [
            (head, tail)
            for head, tail in _splits(word, _PART, _PART)
            if self._can_end(tail) and self._has_head(head, _PART) and not self._instead(head)
        ]
        is_sure = any(len(tail) >= _LONG_TAIL and self._linking.is_plain(head) for head, tail in found)
        return bool(found) and (is_sure or not self._is_slip_inside(word))

    def _is_slip_inside(self, word: str) -> bool:
        """Whether a word is a letter from a listed one: "sammarbete" is no work."""
        return any(self._linking.begins(near[:-_ENDING]) and self._lists(near) for near in _slips_inside(word))

    def _is_derived(self, word: str) -> bool:
        """Whether it is a listed word with an ending, or a compound that ends in such a one: "licenshavare"."""
        if any(map(self._lists, roots(word))):
            return True
        if any(
            len(word) >= len(prefix) + _PART and word.startswith(prefix) and self._has(word[len(prefix) :])
            for prefix in PREFIXES
        ):
            return True
        return any(
            self._linking.is_plain(head) and any(map(self._lists, roots(tail)))
            for head, tail in _splits(word, _PART, _LONG_STEM)
        )

    def _can_end(self, tail: str) -> bool:
        return self._has(tail) and self._has("arbets" + tail)

    def _instead(self, head: str) -> str | None:
        """Return the form that a first part should have; None where it may be right as it is."""
        if found := self._linking.instead(head):
            return found
        is_long = len(head) >= _LONG_HEAD and not self._linking.is_usual(head)
        return self._linking.instead_of_long(head) if is_long and self._has(head) else None

    def _relinked(self, word: str) -> Iterator[str]:
        """Yield the compounds whose first part has another form than this one: "näringslivet" for "näringlivet"."""
        for head, tail in _splits(word, _PART, _SHORT_PART):
            is_derived = head.endswith("e") and tail.startswith(_DERIVED)
            if (
                not is_derived
                and self._can_end(tail)
                and (form := self._instead(head))
                and self.is_swedish(form + tail)
            ):
                yield form + tail

    def _has_head(self, head: str, least: int) -> bool:
        return any(len(form) >= least and self._is_first(form) for form in _first_forms(head))

    def _is_first(self, head: str) -> bool:
        return self._lists(head) or (len(head) >= _LONG_HEAD and self._has(head))

    def _one_letter_away(self, word: str) -> Iterator[str]:
        """Yield the listed words that are one slip away: letters swapped, one too many, one lost, one wrong."""
        return filter(self._lists, dict.fromkeys(_slips(word)))

    def _with_a_mended_part(self, word: str) -> Iterator[str]:
        """Yield compounds in which one part is one slip away: "kompetensförsörjnigen"."""
        for head, tail in _splits(word, _PART, _PART):
            if self._has(tail):
                mended = [head + tail for head in self._one_letter_away(head)]
            elif self._lists(head) or self._lists(head.removesuffix("s")):
                mended = [head + tail for tail in self._one_letter_away(tail)]
            else:
                continue
            yield from filter(self._has, mended)

    def _two_letters_away(self, word: str) -> Iterator[str]:
        """Yield forms of stems that are two slips away: "genförandet" is "genomförande" and an ending."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if len(stem) < _LONG_STEM or not word.endswith(ending):
                continue
            for near, *_ in process.extract(stem, self._stems, scorer=OSA.distance, score_cutoff=2, limit=3):
                if self._lists(near + ending):
                    yield near + ending


def swedish() -> Any:  # noqa: ANN401 - as above
    """Return the Swedish dictionary as spylls reads it: its stems, each with the flags of the forms it has."""
    return _loaded(_data() / "sv" / "sv_SE")


@cache
def _data() -> Path:
    """Return the folder of the dictionaries, without importing what they come with."""
    spec = find_spec("spylls")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("spylls", name="spylls")
    return Path(spec.submodule_search_locations[0], "hunspell", "data")


@cache
def _loaded(path: Path) -> Any:  # noqa: ANN401 - as above
    from spylls.hunspell import Dictionary as Spylls

    with warnings.catch_warnings():
        # It leaves its files to be closed by the memory's own housekeeping.
        warnings.simplefilter("ignore", ResourceWarning)
        # A whole path: a bare name would be looked for in the working directory first.
        return Spylls.from_files(str(path))


def _splits(word: str, head: int, tail: int) -> Iterator[tuple[str, str]]:
    """Yield every split of a word into a head and a tail of at least so many letters."""
    return ((word[:at], word[at:]) for at in range(head, len(word) - tail + 1))


def _first_forms(head: str) -> Iterator[str]:
    """Yield the words that a first part may be made of: arbet-s-, skol-a, gat-u-, kyrk-o-, plan-e-, gymnasi-e-."""
    yield head
    if head.endswith("s") and not head.endswith("ss"):
        yield head[:-1]
    yield head + "a"
    yield head + "e"
    if head.endswith("e"):
        yield head[:-1]
    if head.endswith(("u", "o")):
        yield head[:-1] + "a"
    if head.endswith("ie"):
        yield head[:-1] + "um"


def _slips_inside(word: str) -> Iterator[str]:
    """Yield what a word may be a slip of: letters swapped, one too many or one lost, but not its first or its last."""
    for at in range(1, len(word) - 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield from (head + letter + tail for letter in _LETTERS)
        if tail[2:]:
            yield head + tail[1] + tail[0] + tail[2:]


def _slips(word: str) -> Iterator[str]:
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in parts if len(tail) > 1)
    yield from (head + tail[1:] for head, tail in parts if tail)
    yield from (head + letter + tail for head, tail in parts for letter in _LETTERS)
    yield from (head + letter + tail[1:] for head, tail in parts if tail for letter in _LETTERS)
