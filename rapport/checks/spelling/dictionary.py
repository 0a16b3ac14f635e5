"""Dictionary: hunspell's sv_SE and en_US, read by spylls: which words they list, and which public text uses most.

Loading them takes a second, and is put off until a word is asked for; see ``verdicts``.
"""

import warnings
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rapport.checks.spelling.linking import Linking
from rapport.domain.haste import still_wanted

# What is behind so many letters of a form, its last ones at the most, is an ending.
_FIRST, _ENDING = 3, 6
_FREQUENT = "vanliga.txt"


def version() -> str:
    """Return what tells these dictionaries, and how they are read, from any others; loads nothing."""
    data = _data()
    installed = [folder.name for folder in data.parents[2].glob("spylls-*.dist-info")]
    files = ("sv/sv_SE.aff", "sv/sv_SE.dic", "en/en_US.aff", "en/en_US.dic", "../algo/lookup.py")
    return " ".join([*sorted(installed), *(str((data / name).stat().st_size) for name in files)])


@cache
def frequent() -> frozenset[str]:
    """Return the forms that public text uses most; of several that a slip may stand for, one of these is meant.

    They stand in ``vanliga.txt`` beside this file, with what they were counted in.
    """
    lines = Path(__file__).with_name(_FREQUENT).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def small() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that nearly every text has beside those, and those of them that are right but less usual."""
    text = Path(__file__).with_name("smaord.txt").read_text(encoding="utf-8")
    own, _, less = "\n".join(line for line in text.splitlines() if not line.startswith("#")).partition("?")
    return frozenset(own.split()), frozenset(less.split())


class Dictionary:
    """The Swedish dictionary in memory, and the English one where somebody asks for it."""

    def __init__(self) -> None:
        # The parts of a word are asked for again and again, and a compound takes milliseconds.
        self.has = lru_cache(maxsize=100_000)(lambda word: self._swedish.lookup(word) or self.lists(word))

    @cached_property
    def _swedish(self) -> Any:  # noqa: ANN401 - spylls has no types
        return _loaded(_data() / "sv" / "sv_SE")

    @cached_property
    def _english(self) -> Any:  # noqa: ANN401 - as above
        return _loaded(_data() / "en" / "en_US")

    @cached_property
    def linking(self) -> Linking:
        """What its words say of the first parts of compounds."""
        return Linking(self._swedish.dic.words)

    @cached_property
    def stems(self) -> list[str]:
        """Its words without their endings."""
        return list(dict.fromkeys(word.stem for word in self._swedish.dic.words))

    def load(self) -> None:
        """Load all of it at once."""
        _ = self._swedish, self._english, self.linking, self.stems

    def is_english(self, word: str) -> bool:
        """Whether a word is English."""
        return bool(self._english.lookup(word))

    def lists(self, word: str) -> bool:
        """Whether a word is a form of a listed word; ten times faster than asking for compounds too."""
        return any(self.forms(word))

    def may_list(self, word: str) -> bool:
        """Whether some listed word begins as this one does; much faster than to look for its forms."""
        return self.linking.begins(word[: max(_FIRST, len(word) - _ENDING)])

    def forms(self, word: str) -> Iterator[Any]:
        """Yield every form of a listed word that is written so, as spylls has them.

        It stops looking at a word's forms when it meets a forbidden stem among them, so that it knows no "helgen" for a
        "helgena" that is none: the forbidden ones are left out here instead.
        """
        still_wanted()
        swedish = self._swedish
        forbidden, dic = swedish.aff.FORBIDDENWORD, swedish.dic
        kind = swedish.aff.casing.guess(word)
        for form in swedish.lookuper.affix_forms(word, captype=kind, allow_nosuggest=False, with_forbidden=True):
            if not dic.has_flag(form.stem, forbidden) and not dic.has_flag(word, forbidden):
                yield form


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
