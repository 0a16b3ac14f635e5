"""Remembered: what the dictionaries have said of words, in memory and in one file of the user's cache folder.

Words that somebody has asked for before load no dictionary.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from time import monotonic
from typing import Any, Generic, TypeVar

from rapport.cachefolder import read_cache, write_cache
from rapport.checks.spelling.dictionary import version

T = TypeVar("T")
MOST_WORDS = 50_000
PAUSE = 60  # seconds between writes while a text is being typed, half a word at a time


class Pace:
    """How often what is remembered is written: each time, or seldom where a text is checked as it is typed."""

    is_typed = False


class Remembered(Generic[T]):
    """What is said of each word, by the name of its file; ``edition`` rises when the dictionaries are read otherwise.

    ``packed`` makes plain data of it for the file, and ``unpacked`` brings it back; data that is not ours is none.
    """

    def __init__(
        self,
        name: str,
        edition: str,
        packed: Callable[[Mapping[str, T]], dict[str, Any]],
        unpacked: Callable[[Any], dict[str, T]],
    ) -> None:
        self._name = name
        self._edition = edition
        self._packed = packed
        self._unpacked = unpacked
        self._used: dict[str, T] = {}
        self._is_changed = False
        self._written = 0.0

    @cached_property
    def version(self) -> str:
        """What tells the dictionaries, and how they are read, from any others."""
        return f"{self._edition} {version()}"

    @cached_property
    def _kept(self) -> dict[str, T]:
        return self.read()

    def get(self, word: str) -> T | None:
        """Return what has been said of a word; None where nothing has."""
        found = self._used.get(word)
        if found is None and (found := self._kept.get(word)) is not None:
            self._used[word] = found
        return found

    def put(self, word: str, said: T) -> T:
        """Remember what is said of a word, and return it."""
        self._used[word] = said
        self._is_changed = True
        return said

    def save(self) -> None:
        """Remember everything said for the next run; when it is too much, only what was asked for since last time."""
        if not self._is_changed or (Pace.is_typed and monotonic() - self._written < PAUSE):
            return
        self._is_changed, self._written = False, monotonic()
        self._kept.update(self._used)
        if len(self._kept) > MOST_WORDS:
            self._kept.clear()
            self._kept.update([*self._used.items()][-MOST_WORDS:])
            self._used = {}
        self.write(self._kept)

    def read(self) -> dict[str, T]:
        """Return everything that is kept from the same dictionaries."""
        try:
            return self._unpacked(read_cache(self._name, self.version))
        except (ValueError, TypeError, AttributeError, KeyError):
            return {}

    def write(self, said: Mapping[str, T]) -> None:
        """Keep what is said of words, where the system lets us."""
        write_cache(self._name, self.version, self._packed(said))
