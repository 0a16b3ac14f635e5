"""All names of bodies, to look up what an answer writes in."""

from dataclasses import dataclass
from functools import cache

from rapport.domain.organ import felnamn, namn
from rapport.domain.organ_fore import fore

SHORTEST = 8  # letters of a name that one slip leaves like no other
BEGINS = 5  # letters by which a name is known however it goes on
_ANCHOR = 5  # letters of a word that can tell a name of several
ENDINGS = (
    *("verket", "styrelsen", "myndigheten", "departementet", "inspektionen", "rådet", "kansliet", "arkivet", "ämbetet"),
    *("universitetet", "förmedlingen", "kassan", "kollegiet", "mäteriet", "ombudsmannen"),
)
_ANCHORS = frozenset(("region", "län"))

Parts = tuple[str, ...]


@dataclass(frozen=True)
class Index:
    """The names, by what they can be found by.

    ``by_key`` has each by its letters alone; ``most`` how many words those can have that begin with a word, their
    hyphens being blanks. ``by_word`` has the names of several words by each longer word, with its number in them.
    ``single`` are the names of one word, ``begins`` how these begin, and ``former`` the names of the past.
    """

    by_key: dict[str, str]
    most: dict[str, int]
    by_word: dict[str, list[tuple[Parts, int, str]]]
    single: tuple[str, ...]
    begins: frozenset[str]
    former: frozenset[str]


def letters(text: str) -> str:
    """Return the letters and figures of a text, and nothing else of it."""
    return "".join(filter(str.isalnum, text))


def bare(text: str) -> str:
    """Return the letters and figures of a text in small letters: what two ways of writing a name have in common."""
    return text.lower() if text.isalnum() else letters(text).lower()


@cache
def index() -> Index:
    """Return the index of all names."""
    known = [*felnamn(), *namn()]
    most: dict[str, int] = {}
    by_word: dict[str, list[tuple[Parts, int, str]]] = {}
    for name in known:
        parts = tuple(map(bare, name.split()))
        for begins in {parts[0], bare(name.replace("-", " ").split()[0])}:
            most[begins] = max(most.get(begins, 0), len(parts) + name.count("-"))
        for place, part in enumerate(parts if len(parts) > 1 and name not in felnamn() else ()):
            if len(part) >= _ANCHOR or part in _ANCHORS:
                by_word.setdefault(part, []).append((parts, place, name))
    for name in known:  # "Tillväxt verket"
        ending = next((one for one in ENDINGS if name.endswith(one) and name.isalpha()), "")
        if ending:
            head = bare(name.removesuffix(ending))
            most[head] = max(most.get(head, 0), 2)
    single = tuple(sorted(name for name in namn() if " " not in name and len(name) >= SHORTEST))
    begin = frozenset(name[:BEGINS].lower() for name in single)
    former = frozenset(map(bare, fore()))
    return Index({bare(name): name for name in known}, most, by_word, single, begin, former)
