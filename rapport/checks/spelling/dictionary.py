"""The dictionaries: hunspell's sv_SE and en_US, read by spylls. Loading them takes a second; see ``judge``."""

import hashlib
import warnings
from collections.abc import Iterator
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"


def installed() -> Path | None:
    """Return the folder of the extra's dictionaries; None without the extra. Loads nothing."""
    spec = find_spec("spylls")
    folders = list(spec.submodule_search_locations or []) if spec else []
    data = Path(folders[0], "hunspell", "data") if folders else Path()
    return data if (data / "sv" / "sv_SE.dic").is_file() else None


def fingerprint(data: Path) -> str:
    """Return what tells these dictionaries, and how they are read, from any others."""
    digest = hashlib.sha256()
    for name in ("sv/sv_SE.aff", "sv/sv_SE.dic", "en/en_US.dic", "../algo/lookup.py"):
        digest.update((data / name).read_bytes())
    return digest.hexdigest()


class Dictionary:
    """The Swedish dictionary in memory, and the English one where somebody asks for it."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._answers: dict[str, bool] = {}

    @cached_property
    def _swedish(self) -> Any:  # noqa: ANN401 - spylls has no types
        return _loaded(self._data / "sv" / "sv_SE")

    @cached_property
    def _english(self) -> Any:  # noqa: ANN401 - as above
        return _loaded(self._data / "en" / "en_US")

    @cached_property
    def stems(self) -> list[str]:
        """Every stem of the Swedish dictionary, once."""
        return list(dict.fromkeys(word.stem for word in self._swedish.dic.words))

    def has(self, word: str) -> bool:
        """Whether a word is Swedish, as a form of a listed word or a compound of such."""
        # The parts of a word are asked for again and again, and a compound takes milliseconds.
        if word not in self._answers:
            self._answers[word] = bool(self._swedish.lookup(word))
        return self._answers[word]

    def lists(self, word: str) -> bool:
        """Whether a word is a form of a listed word; ten times faster than ``has``."""
        forms = self._swedish.lookuper.good_forms(
            word, capitalization=False, allow_nosuggest=False, compound_forms=False
        )
        return any(forms)

    def has_english(self, word: str) -> bool:
        """Whether a word is English."""
        return bool(self._english.lookup(word))

    def one_letter_away(self, word: str) -> Iterator[str]:
        """Yield the listed words that are one slip away: letters swapped, one too many, one lost, one wrong."""
        return filter(self.lists, dict.fromkeys(_slips(word)))


@cache
def _loaded(path: Path) -> Any:  # noqa: ANN401 - as above
    from spylls.hunspell import Dictionary as Spylls

    with warnings.catch_warnings():
        # It leaves its files to be closed by the memory's own housekeeping.
        warnings.simplefilter("ignore", ResourceWarning)
        # A whole path: a bare name would be looked for in the working directory first.
        return Spylls.from_files(str(path))


def _slips(word: str) -> Iterator[str]:
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in parts if len(tail) > 1)
    yield from (head + tail[1:] for head, tail in parts if tail)
    yield from (head + letter + tail for head, tail in parts for letter in _LETTERS)
    yield from (head + letter + tail[1:] for head, tail in parts if tail for letter in _LETTERS)
