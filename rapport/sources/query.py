"""What is searched for: words with all that they may look like in the papers.

The user's text never reaches the index as it is. It becomes terms of letters and digits, each in quotation marks.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rapport.nearest import closest
from rapport.sources.words import Token, fold, whole_tokens, without_ending

_LONG_FOR_PREFIX = 5  # letters: a shorter stem begins too many other words
_LONG_FOR_SLIPS = 9
_SAME_START = 3
_ALIKE = 70  # of 100: papers have many words, and some are always a little like
_MOST_VARIANTS = 40
COMPOUND, NEAR = 0.6, 0.8  # what a longer word, and a misspelt or misread one, is worth beside the word itself
IndexWords = Callable[[str], list[str]]

# Words that only begin as another does: miljoner are not made with miljö.
_NOT_MADE_WITH = {"miljo": "miljon", "kommun": "kommunik"}

_STOPWORDS = """
alla allt andra att av bara bl bland blev bli blir blivit både ca dag de dem den denna deras dess dessa det detta
dig din dock du där då efter eller en enligt ett exempel exempelvis finns fler flera fram från få får för före genom
gör göra ha hade han har henne hon hur i idag in inför ingen inom inte ja jag kan kommer kring kunde kunna man med
mellan men mer mot mycket ni nog nu nya när någon något några och också olika om oss per på redan samma samt sedan
ska skall skulle som sätt så sådan sådana såsom t till under upp ur ut utan utifrån vad var vara varit varje vars vi
via vid vidare vilka vilken vilket vill vår våra våren än är även år åren året över övriga
"""
STOPWORDS = frozenset(_STOPWORDS.split())


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing looked for: its word as written, the terms that stand for it, how much it matters.

    ``start`` is what longer words made with it begin with.

    Of several words (``smart specialisering``) all must stand beside each other: ``parts`` are they, in order.
    """

    word: str
    stem: str
    start: str = ""
    near: frozenset[str] = frozenset()
    weight: float = 1.0
    parts: tuple["Concept", ...] = ()

    def worth(self, term: str) -> float:
        """Return how well a term of a snippet is what is looked for: 0 to 1."""
        if term == self.stem:
            return 1.0
        if term in self.near:
            return NEAR
        is_compound = bool(self.start) and term.startswith(self.start)
        return COMPOUND if is_compound and not term.startswith(_NOT_MADE_WITH.get(self.start, "\n")) else 0.0

    @property
    def expression(self) -> str:
        """The FTS5 expression that finds snippets which may hold it."""
        if self.parts:
            return "(" + " AND ".join(part.expression for part in self.parts) + ")"
        compounds = [f"{quoted(self.start)}*"] if self.start else []
        return "(" + " OR ".join([quoted(self.stem), *compounds, *map(quoted, sorted(self.near))]) + ")"


def quoted(term: str) -> str:
    """Return a term as an FTS5 string, in which nothing is an operator."""
    return '"' + term.replace('"', '""') + '"'


def concepts(text: str, vocabulary: IndexWords) -> list[Concept]:
    """Return what a user looks for; words that say nothing are left out unless there are no others."""
    found = whole_tokens(text)
    telling = [token for token in found if token.word.lower() not in STOPWORDS]
    by_term = {token.term: token for token in reversed(telling or found)}
    return [concept(token, vocabulary) for token in sorted(by_term.values(), key=lambda token: token.start)]


def phrase(text: str, vocabulary: IndexWords, weight: float) -> Concept:
    """Return words that must stand beside each other, or the one word that there is, as one concept."""
    parts = [concept(token, vocabulary, weight) for token in whole_tokens(text)]
    return parts[0] if len(parts) == 1 else Concept(text, "", weight=weight, parts=tuple(parts))


def concept(token: Token, vocabulary: IndexWords, weight: float = 1.0) -> Concept:
    """Return a word with the terms of the papers that may be it, misread or misspelt."""
    near = {term for term in _near(token, vocabulary) if term != token.term}
    start = without_ending(fold(token.word))
    is_long = token.term.isalpha() and len(start) >= _LONG_FOR_PREFIX
    return Concept(token.word, token.term, start if is_long else "", frozenset(sorted(near)[:_MOST_VARIANTS]), weight)


def _near(token: Token, vocabulary: IndexWords) -> Iterator[str]:
    if not token.term.isalpha():
        return
    if lost := variants(token.word, token.term):
        start, pattern = lost
        yield from (term for term in vocabulary(start) if pattern.fullmatch(term))
    if len(token.term) >= _LONG_FOR_SLIPS and fold(token.word).startswith(token.term):
        yield from _slips(token.term, vocabulary(token.term[:_SAME_START]))


def close_words(index_words: IndexWords, text: str, most: int) -> list[str]:
    """Return the terms of the papers that look most like the words of a text that were not found."""
    found: list[str] = []
    for token in whole_tokens(text):
        if len(token.term) >= _SAME_START:
            known = [term for term in index_words(token.term[0]) if term.isalpha()]
            found += closest(token.term, known, 2, least=_ALIKE)
    return list(dict.fromkeys(found))[:most]


def _slips(wanted: str, known: Iterable[str]) -> Iterator[str]:
    """Yield terms that one slip of a key has made of the wanted one: a letter lost or put in, two in wrong order.

    A letter changed for another is not believed: förankring and förändring are two words.
    """
    from rapidfuzz.distance import OSA

    letters = sorted(wanted)
    for term in known:
        is_likely = abs(len(term) - len(wanted)) == 1 or (len(term) == len(wanted) and sorted(term) == letters)
        if is_likely and OSA.distance(wanted, term, score_cutoff=1) == 1:
            yield term


# What scanning makes of a letter. What could also be another word is only believed in long words.
_LOST = {"å": ("a", "é", "éa", "aé"), "ä": ("a", "é", "éa", "éd", "aé"), "ö": ("o", "é", "éo", "oé")}
_LOST_IN_LONG = {"å": ("i", "d", "ai"), "ä": ("i", "d", "ai", "ad"), "ö": ("d",), "m": ("m", "rn")}
_LONG = 7
_MIN_LETTERS = 3
_FIRST_L = "[li]"


def variants(word: str, stemmed: str) -> tuple[str, re.Pattern[str]] | None:
    """Return what a word's stem may have become in scanning: the letters that are safe, and a pattern for all of it.

    None when nothing in the word is likely to be lost.
    """
    letters = unicodedata.normalize("NFC", word.lower())[: len(stemmed)]
    if fold(letters) != stemmed or len(letters) < _MIN_LETTERS:
        return None
    is_long = len(word) >= _LONG
    pieces = [_piece(sign, is_first=number == 0, is_long=is_long) for number, sign in enumerate(letters)]
    pattern = "".join(pieces)
    if pattern == stemmed:
        return None
    safe = next((n for n, piece in enumerate(pieces) if len(piece) > 1), len(pieces))
    return stemmed[:safe], re.compile(pattern)


def _piece(sign: str, *, is_first: bool, is_long: bool) -> str:
    choices = _LOST.get(sign, ()) + (_LOST_IN_LONG.get(sign, ()) if is_long else ())
    if choices:
        return f"(?:{'|'.join(choices)})"
    return _FIRST_L if sign == "l" and is_first and is_long else sign
