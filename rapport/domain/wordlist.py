"""Words to look for in answers, in a notation for people, and where an answer has them.

``kommun``           the word itself, whatever the case of its letters
``samverk*``         a word that begins so
``*verket``          a word that ends so
``*miljö*``          a word that has it anywhere
``tack vare``        several words, one after the other; each may have its stars
``fungerat * bäst``  a star alone is any one word
``för att … kunnat`` three dots are one to six words

A name is found only as it is written; where a star begins it, or is alone, the word begins with a capital.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapport.prose.sentences import Word

ANY = "*"
GAP = "…"
SHORTEST = 3  # letters of a part of a word; they are what parts are found by
_GAP_MOST = 6
_GAPS = 2  # in one entry: each can be of any length, and all are tried
_MOST_KNOWN = 20_000  # different words to know by heart: some reports' worth
_RUN = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"\*?[^\W_]+\*?|\*|…")
_BLANKS = str.maketrans("\u00a0", " ")


class Found(NamedTuple):
    """Where an answer has some of the words of a list: the list's key, and where the words begin and end."""

    key: int
    start: int
    end: int


class _Part(NamedTuple):
    """One word of what is looked for; ``text`` is in small letters unless it is a name's."""

    text: str
    open_start: bool
    open_end: bool
    is_name: bool
    before: str  # the signs that stand between it and the word before

    def matches(self, word: str, small: str) -> bool:
        """Whether a word of an answer, given also in small letters, is this one."""
        if not self.is_name:
            word = small
        elif (self.open_start or self.text == ANY) and not word[0].isupper():
            return False
        if self.text == ANY:
            return True
        if self.open_start:
            return self.text in word if self.open_end else word.endswith(self.text)
        return word.startswith(self.text) if self.open_end else word == self.text


class _Needle:
    """What is looked for: its parts, the first of them in small letters, and the signs behind the last."""

    __slots__ = ("is_one_word", "key", "parts", "small", "tail")

    def __init__(self, key: int, parts: tuple[_Part, ...], tail: str = "") -> None:
        self.key = key
        self.parts = parts
        self.small = parts[0].text.lower() if parts else ""
        self.tail = tail
        self.is_one_word = parts[1:] == () and not tail


def fault(text: str) -> str | None:
    """Return in Swedish what is wrong with one entry of a list of words, if anything."""
    parts = _PIECE.findall(text)
    if not parts or parts[0] in {ANY, GAP} or parts[-1] == GAP:
        return "ska börja med ett ord, och inte sluta med tre punkter"
    if "*" in _PIECE.sub("", text) or re.search(r"\w\*\w", text):
        return "har en stjärna som inte står först eller sist i ett ord"
    if parts.count(GAP) > _GAPS:
        return f"har tre punkter på fler än {_GAPS} ställen"
    short = [part for part in parts if "*" in part and part != ANY and len(part.strip("*")) < SHORTEST]
    return f"behöver minst {SHORTEST} bokstäver vid en stjärna" if short else None


def pieces(words: Iterable[Word]) -> list[Word]:
    """Return words in their smallest pieces: ESF-rådet is two."""
    found: list[Word] = []
    for word in words:
        if word.text.isalnum():
            found.append(word)
        else:
            found += [Word(m[0], word.start + m.start(), word.start + m.end()) for m in _RUN.finditer(word.text)]
    return found


class WordLists:
    """Several lists of words, looked for at once: each word of an answer is looked up, none is searched for."""

    def __init__(self) -> None:
        self._whole: dict[str, list[_Needle]] = {}
        # What has a star is found by some letters of it, which a word then has at its beginning, its end or anywhere.
        self._begins: dict[str, list[_Needle]] = {}
        self._ends: dict[str, list[_Needle]] = {}
        self._holds: dict[str, list[_Needle]] = {}
        self._names: list[tuple[frozenset[str], _Needle]] = []
        self._known: dict[str, tuple[_Needle, ...]] = {}

    def add(self, key: int, entries: Iterable[str], *, names: bool = False) -> None:
        """Add entries to the list with a key; they must be without fault."""
        for entry in entries:
            needle = _needle(key, entry, is_name=names)
            first, text = needle.parts[0], needle.small
            if not first.open_start:
                where, by = (self._begins, text[:SHORTEST]) if first.open_end else (self._whole, text)
            else:
                where, by = (self._holds, text[:SHORTEST]) if first.open_end else (self._ends, text[-SHORTEST:])
            where.setdefault(by, []).append(needle)

    def add_names(self, key: int, names: frozenset[str]) -> None:
        """Add names of one word each to the list with a key; each may have the s of the genitive."""
        self._names.append((names, _Needle(key, ())))

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Found]:
        """Yield where words of the lists stand among the pieces of a text's words, in order."""
        known = self._known
        for number, (word, start, end) in enumerate(words):
            begun = known.get(word)
            for needle in self._learn(word) if begun is None else begun:
                if needle.is_one_word:
                    yield Found(needle.key, start, end)
                elif (past := _end(needle, text, words, number)) is not None:
                    yield Found(needle.key, start, past)

    def _learn(self, word: str) -> tuple[_Needle, ...]:
        """Return what can begin with a word, and know it from now on."""
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        small = word.lower()
        found = [*self._whole.get(small, ())]
        found += [needle for needle in self._begins.get(small[:SHORTEST], ()) if small.startswith(needle.small)]
        found += [needle for needle in self._ends.get(small[-SHORTEST:], ()) if small.endswith(needle.small)]
        found += self._held(small)
        # All this was in small letters; what a name is, the word itself says.
        chosen = [needle for needle in found if not needle.parts[0].is_name or needle.parts[0].matches(word, small)]
        chosen += [needle for names, needle in self._names if word in names or word.removesuffix("s") in names]
        return self._known.setdefault(word, tuple(chosen))

    def _held(self, small: str) -> Iterable[_Needle]:
        holds = self._holds
        found: dict[_Needle, None] = {}  # in order, and each once
        for at in range(len(small) - SHORTEST + 1):
            for needle in holds.get(small[at : at + SHORTEST], ()):
                if small.startswith(needle.small, at):
                    found[needle] = None
        return found


def _needle(key: int, entry: str, *, is_name: bool) -> _Needle:
    wanted = entry if is_name else entry.lower()
    if wanted.isalnum():
        return _Needle(key, (_Part(wanted, open_start=False, open_end=False, is_name=is_name, before=""),))
    parts, end = [], 0
    for match in _PIECE.finditer(wanted):
        piece = match[0]
        if piece in {ANY, GAP}:
            text, stars = piece, (False, False)
        else:
            text, stars = piece.strip("*"), (piece[0] == "*", piece[-1] == "*")
        parts.append(_Part(text, *stars, is_name, wanted[end : match.start()]))
        end = match.end()
    return _Needle(key, tuple(parts), wanted[end:])


def _end(needle: _Needle, text: str, words: Sequence[Word], first: int) -> int | None:
    """Return where a needle ends that begins with a certain word; None when what follows is something else."""
    last = _last(needle.parts, 1, text, words, first)
    if last is None or not text.startswith(needle.tail, words[last].end):
        return None
    return words[last].end + len(needle.tail)


def _last(parts: tuple[_Part, ...], number: int, text: str, words: Sequence[Word], at: int) -> int | None:
    """Return which word is the last, when the words up to ``at`` are the parts before ``number``."""
    if number == len(parts):
        return at
    part = parts[number]
    if part.text == GAP:
        return _last_after_gap(parts, number + 1, text, words, at)
    # A word's letters tell more often than the signs before it that it is another.
    if at + 1 >= len(words) or not part.matches(word := words[at + 1].text, word.lower()):
        return None
    following = _next(text, words, at, part.before)
    if following is None:
        return None
    return _last(parts, number + 1, text, words, _compound(text, words, following) if part.text == ANY else following)


def _last_after_gap(parts: tuple[_Part, ...], number: int, text: str, words: Sequence[Word], at: int) -> int | None:
    for _ in range(_GAP_MOST):
        following = _next(text, words, at, " ")
        if following is None:
            break
        at = _compound(text, words, following)
        if (last := _last(parts, number, text, words, at)) is not None:
            return last
    return None


def _next(text: str, words: Sequence[Word], at: int, between: str) -> int | None:
    """Return the word after another, when just these signs stand between them."""
    if at + 1 >= len(words):
        return None
    signs = text[words[at].end : words[at + 1].start]
    return at + 1 if signs.translate(_BLANKS) == between else None


def _compound(text: str, words: Sequence[Word], at: int) -> int:
    """Return the last piece of the word that a piece begins: a word with hyphens counts as one."""
    while (following := _next(text, words, at, "-")) is not None:
        at = following
    return at
