"""Compounds: which words are Swedish, listed or not, and which only lack the right link between their parts."""

from collections.abc import Iterator

from rapport.checks.spelling.derived import PREFIXES, roots
from rapport.checks.spelling.dictionary import Dictionary
from rapport.checks.spelling.kinds import kind
from rapport.checks.spelling.letters import slips_inside, splits

# So many letters has a part of a compound at the least: any, in a loose one, a name, one that is a compound itself.
_PART, _SHORT_PART, _NAME, _LONG_HEAD, _LONG_TAIL = 4, 3, 7, 8, 6
# Ends of compounds that are shorter than others, and common in the field.
_SHORT_TAILS = frozenset(("typ", "råd", "mål", "led", "nät", "nod", "hus", "dag", "väg", "del"))
# A derivation of some length, as the end of a compound.
_LONG_DERIVED = 7
# What makes a word of a name: "kanaanitiska".
_OF_NAMES = frozenset(
    ending + case for ending in ("isk", "iska", "iskt", "it", "itisk", "itiska", "ier", "are") for case in ("", "s")
)
# "sektionering" is no ring of sections.
_DERIVED = ("ring", "rande")


class Compounds:
    """What is Swedish by a dictionary, and what could be made of its words."""

    def __init__(self, words: Dictionary) -> None:
        self._words = words

    def is_swedish(self, word: str) -> bool:
        """Whether a word is Swedish: a form of a listed word, or a compound of such."""
        if self._words.has(word) or any(map(self._is_with_name, splits(word, _NAME, _SHORT_PART))):
            return True
        if word.islower() and self._words.lists(word.capitalize()):
            return False
        small = word.lower()
        if small.endswith("as") and self._words.has(small[:-1]):  # "de gravidas", as any adjective
            return True
        if self._is_compound(small) or any(map(self._words.lists, roots(small, only_sure=True))):
            return True
        return self._is_derived(small) and not self._is_slip_inside(small)

    def kind(self, word: str) -> str:
        """Return what kind of noun a listed word is, see ``kinds``."""
        return kind(self._words.forms(word), is_first=lambda: self._words.linking.is_first(word))

    def is_wrongly_linked(self, word: str) -> bool:
        """Whether a word that is not Swedish only lacks or has too much between its parts: "näringlivet"."""
        return any(self.relinked(word))

    def is_loose_compound(self, word: str) -> bool:
        """Whether it can be split into words of three letters: "sikfångst", but "genförandet" too."""
        return any(
            self._words.has(tail) and (self._has_head(head, _SHORT_PART) or self._is_first(head.capitalize()))
            for head, tail in splits(word, _SHORT_PART, _SHORT_PART)
        )

    def is_plausible(self, word: str) -> bool:
        """Whether a word that is not Swedish by any rule may be so all the same: two words, or one with an ending."""
        if any(self._words.has(tail) and self._has_head(head, _PART) for head, tail in splits(word, _PART, _PART)):
            return not self.is_wrongly_linked(word)
        return any(map(self._words.lists, roots(word))) or any(
            word[at:] in _OF_NAMES and self._words.lists(word[:at].capitalize()) for at in range(_PART, len(word))
        )

    def _is_with_name(self, parts: tuple[str, str]) -> bool:
        """Whether it is a compound with a name: the dictionary wants a capital there, we write "norrlandslän"."""
        head, tail = parts
        return head.endswith("s") and self._words.lists(head.capitalize()) and self._words.has(tail)

    def _is_compound(self, word: str) -> bool:
        """Whether it is one that hunspell's own list of first parts lacks: "trepartssamverkan", "målgruppsanpassning".

        Not every word may end a compound, and the dictionary knows which.
        """
        found = [
            (head, tail)
            for head, tail in splits(word, _PART, _PART)
            if self._can_end(tail) and self._has_head(head, _PART) and not self._instead(head)
        ]
        if any(
            self._is_short(tail) and (self._words.linking.is_usual(head) or self._is_long_bound(head))
            for head, tail in splits(word, _PART, _SHORT_PART)
        ):
            return True
        is_sure = any(len(tail) >= _LONG_TAIL and self._words.linking.is_plain(head) for head, tail in found)
        return bool(found) and (is_sure or not self._is_slip_inside(word))

    def _is_long_bound(self, head: str) -> bool:
        """Whether a first part is a compound itself, with the s that its own end always has."""
        base = head.removesuffix("s")
        return self._words.linking.instead_of_long(base) == head and self._words.has(base)

    def _is_short(self, tail: str) -> bool:
        return len(tail) <= _LONG_TAIL and tail[:_SHORT_PART] in _SHORT_TAILS and self._words.has(tail)

    def _is_slip_inside(self, word: str) -> bool:
        """Whether a word is a letter from a listed one: "sammarbete" is no work."""
        return any(self._words.may_list(near) and self._words.lists(near) for near in slips_inside(word))

    def _is_derived(self, word: str) -> bool:
        """Whether it is a listed word with an ending, or a compound that ends in such a one: "licenshavare"."""
        if any(map(self._words.lists, roots(word))):
            return True
        if any(
            len(word) >= len(prefix) + _PART and word.startswith(prefix) and self._words.has(word[len(prefix) :])
            for prefix in PREFIXES
        ):
            return True
        return any(
            self._words.linking.is_plain(head) and any(map(self._words.lists, roots(tail)))
            for head, tail in splits(word, _PART, _LONG_DERIVED)
        )

    def _can_end(self, tail: str) -> bool:
        return self._words.has(tail) and self._words.has("arbets" + tail)

    def _instead(self, head: str) -> str | None:
        """Return the form that a first part should have; None where it may be right as it is."""
        if found := self._words.linking.instead(head):
            return found
        is_long = len(head) >= _LONG_HEAD and not self._words.linking.is_usual(head)
        return self._words.linking.instead_of_long(head) if is_long and self._words.has(head) else None

    def relinked(self, word: str) -> Iterator[str]:
        """Yield the compounds whose first part has another form than this one: "näringslivet" for "näringlivet"."""
        for head, tail in splits(word, _PART, _SHORT_PART):
            is_derived = head.endswith("e") and tail.startswith(_DERIVED)
            if (
                not is_derived
                and (self._can_end(tail) or self._is_short(tail))
                and (form := self._instead(head))
                and self.is_swedish(form + tail)
            ):
                yield form + tail

    def _has_head(self, head: str, least: int) -> bool:
        return any(len(form) >= least and self._is_first(form) for form in _first_forms(head))

    def _is_first(self, head: str) -> bool:
        return self._words.lists(head) or (len(head) >= _LONG_HEAD and self._words.has(head))


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
