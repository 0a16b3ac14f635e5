"""Kinds: which forms are nouns and nothing else, and can begin a compound; two such do not stand side by side.

The flags of the dictionary's endings tell: each is for one part of speech, whatever else its letter is for on a stem.
"""

from collections.abc import Callable, Iterable
from typing import Any

# A noun that begins compounds as it is, one with the s that binds it to the next, any other form, a definite one.
FIRST, BOUND, NOUN, DEFINITE = "f", "s", "n", "b"
_STEM, _NO_STEM = frozenset("ABCDEFGHIJ"), frozenset("jkmKLMNOPQR")
_ENDINGS = frozenset("ABCDEFGHIJ")
_LINKS = frozenset("svfyhxwuitrb")
_GENITIVE, _PLURAL_OR_DEFINITE, _NEUTER = "A", "E", frozenset("BC")
_DEFINITE = ("en", "et", "na", "an")


def kind(forms: Iterable[Any], *, is_first: Callable[[], bool]) -> str:
    """Return what kind of noun some forms of listed words are that are one word; nothing if one of them is no noun."""
    kinds = {_kind(form, is_first=is_first) for form in forms if not _is_link(form)}
    return kinds.pop() if len(kinds) == 1 else min(kinds) if kinds and "" not in kinds else ""


def _is_link(form: Any) -> bool:  # noqa: ANN401 - spylls has no types
    """Whether a form is only the first part of a compound."""
    return form.suffix is not None and form.suffix.flag in _LINKS


def _kind(form: Any, *, is_first: Callable[[], bool]) -> str:  # noqa: ANN401 - spylls has no types
    flags = form.in_dictionary.flags
    if form.prefix or not _STEM & flags or _NO_STEM & flags:
        return ""
    if form.suffix is None:
        return FIRST if is_first() else NOUN
    if form.suffix.flag not in _ENDINGS or form.suffix2:
        return ""
    if form.suffix.flag == _GENITIVE:
        return BOUND if is_first() else ""
    if form.text.endswith("s"):
        return ""
    is_plural = form.suffix.flag == _PLURAL_OR_DEFINITE and _NEUTER & flags
    return DEFINITE if form.text.endswith((*_DEFINITE, "n")) and not is_plural else NOUN
