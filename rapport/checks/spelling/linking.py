"""Linking: the form that a word has as the first part of a compound, as the dictionary's own compounds have it.

"utveckling" has an s ("utvecklings-"), "kompetens" nothing, "hälsa" an o ("hälso-"), "skola" loses its end ("skol-").
Two things tell: the flags of the word itself, and the listed compounds that begin with it. Where they are few or of
two minds nothing is said.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_SHORT_TAIL, _ROOT = 3, 2
_ONLY_FIRST, _FORBIDDEN = "Z", "%"
# What the dictionary's flags add to a word as the first part of a compound, and as the end of a longer first part.
_BEGINS = {"X": "", "s": "", "v": "s", "y": "e", "x": "o", "w": "u", "u": "es"}
_MOST_KNOWN = 20_000  # words: ten times what a report has
_GOES_ON = {"U": "", "f": "s", "h": "e", "i": "es"}
# What the last letter of a word may become; of any other word it stays.
_LINKS = {"a": ("a", "", "s", "e", "o", "u"), "e": ("e", "", "s", "es", "o")}
_OTHER = ("", "s")
# A form is usual where so many of the compounds have it, and another is a slip where so few do and enough do not.
_USUAL, _RARE, _FEW, _SOME = 0.2, 0.06, 0.12, 0.15
_ENOUGH, _MANY = 3, 10


class _Forms(NamedTuple):
    """The forms of one word as a first part: how many listed compounds have each, and which its flags allow."""

    times: Counter[str]
    begins: frozenset[str]
    goes_on: frozenset[str]

    def is_usual(self, form: str) -> bool:
        times = self.times[form]
        return form in self.begins or (times > _USUAL * self.times.total() and (times > 1 or not self.begins))

    def usual(self) -> str | None:
        """Return the one usual form, where the evidence is enough."""
        form, times = max(self.times.items(), key=lambda item: item[1], default=("", 0))
        others = self.times.total() - times
        if self.begins:
            is_sure = others <= _SOME * times or (others == 1 < times)
            return (
                min(self.begins) if len(self.begins) == 1 and is_sure and (not times or form in self.begins) else None
            )
        return form if times >= _ENOUGH and others <= (_FEW if times >= _MANY else _RARE) * times else None

    def always(self) -> str | None:
        """Return the one form that it has both as a first part and as the end of a longer one."""
        return self.usual() if self.begins == self.goes_on else None


class Linking:
    """What the words of a dictionary say of the first parts of compounds."""

    def __init__(self, words: Iterable[Any]) -> None:
        self._flags: dict[str, set[str]] = {}
        for word in words:
            if _FORBIDDEN not in word.flags and word.stem.isalpha() and word.stem.islower():
                self._flags.setdefault(word.stem, set()).update(word.flags)
        self._sorted = sorted(self._flags)
        self._forms: dict[str, _Forms] = {}

    def is_known(self, word: str) -> bool:
        """Whether a word is listed, in the form that has no ending."""
        return word in self._flags and not self._is_only_first(word)

    def is_plain(self, head: str) -> bool:
        """Whether a first part is a word as it is, or with an s, and usually has this form."""
        return any(self.is_known(base) and self._of(base).is_usual(head) for base in _plain_bases(head))

    def is_first(self, head: str) -> bool:
        """Whether this is the one form that a word has as a first part."""
        return any(self.is_known(base) and self._of(base).usual() == head for base in _plain_bases(head))

    def is_usual(self, head: str) -> bool:
        """Whether some word usually has this form as a first part."""
        if self._is_only_first(head) or self.is_plain(head):
            return True
        is_other = any(self._of(base).usual() for base in _plain_bases(head))
        return not is_other and any(self._of(base).is_usual(head) for base in _other_bases(head))

    def instead(self, head: str) -> str | None:
        """Return the form that a first part should have; None where it may be right as it is."""
        if self.is_usual(head):
            return None
        if self._is_only_first(f"{head}s") and not self.is_known(head):
            return f"{head}s"
        known = [base for base in _plain_bases(head) if self.is_known(base)]
        known = known or [base for base in (f"{head}a", f"{head}e") if self._of(base).times]
        found = {self._instead(base, head) for base in known}
        return found.pop() if len(found) == 1 else None

    def _instead(self, base: str, head: str) -> str | None:
        """Return what one word has instead of a form; whole words ("kudde-") and an s too many need more evidence."""
        forms = self._of(base)
        form = forms.usual()
        is_whole = head == base and base.endswith(("a", "e")) and form != f"{base}s"
        least = _MANY if is_whole else _ENOUGH if head == f"{base}s" else 0
        is_cut = is_whole and form == base[:-1]
        return None if form is None or is_cut or forms.times[form] < least else form

    def begins(self, letters: str) -> bool:
        """Whether some word begins with these letters."""
        at = bisect_left(self._sorted, letters)
        return at < len(self._sorted) and self._sorted[at].startswith(letters)

    def instead_of_long(self, head: str) -> str | None:
        """Return what a first part that is a compound itself should be: with an s, if its own end always has one."""
        ends = (head[at:] for at in range(_ROOT, len(head) - _SHORT_TAIL + 1))
        end = next(filter(self.is_known, ends), None)
        return f"{head}s" if end and self._of(end).always() == f"{end}s" else None

    def _is_only_first(self, head: str) -> bool:
        return _ONLY_FIRST in self._flags.get(head, ())

    def _of(self, base: str) -> _Forms:
        if base not in self._forms:
            if len(self._forms) >= _MOST_KNOWN:  # half-typed words are heads without end
                self._forms.clear()
            self._forms[base] = self._learned(base)
        return self._forms[base]

    def _learned(self, base: str) -> _Forms:
        if not self.is_known(base) or len(base) <= _ROOT:
            return _Forms(Counter(), frozenset(), frozenset())
        begins, goes_on = (
            frozenset(_linked(base, link) for flag, link in flags.items() if flag in self._flags[base])
            for flags in (_BEGINS, _GOES_ON)
        )
        root, links = (base[:-1], _LINKS[base[-1]]) if base[-1] in _LINKS else (base, _OTHER)
        listed = {root + link for link in links if self._is_only_first(root + link)}
        return _Forms(Counter(self._used(root, links)), begins | listed, goes_on)

    def _used(self, root: str, links: Iterable[str]) -> Iterator[str]:
        """Yield the first part of each listed compound that begins with a root and can be split in one way only."""
        for at in range(bisect_left(self._sorted, root), len(self._sorted)):
            word = self._sorted[at]
            if not word.startswith(root):
                return
            rest = word[len(root) :]
            found = [link for link in links if rest.startswith(link) and self._ends(rest[len(link) :])]
            if len(found) == 1:
                yield root + found[0]

    def _ends(self, tail: str) -> bool:
        return len(tail) >= _SHORT_TAIL and self.is_known(tail)


def _linked(base: str, link: str) -> str:
    """Return a word with what a flag adds: the letter takes the place of an "a", and "es" that of an "e"."""
    is_instead = link and (base.endswith("a") or (link == "es" and base.endswith("e")))
    return (base[:-1] if is_instead else base) + (link[1:] if link == "es" and base.endswith("e") else link)


def _plain_bases(head: str) -> Iterator[str]:
    """Yield the words that a first part is, alone or with an s."""
    yield head
    if head.endswith("s") and not head.endswith("ss"):
        yield head[:-1]


def _other_bases(head: str) -> Iterator[str]:
    """Yield the words that a first part may be when letters change: skol-a, plan-e-, gat-u-, kyrk-o-, skol-e-."""
    yield head + "a"
    yield head + "e"
    if head.endswith(("s", "e", "u", "o")):
        yield head[:-1] + "a"
        yield head[:-1] + "e"
    if head.endswith("e"):
        yield head[:-1]
