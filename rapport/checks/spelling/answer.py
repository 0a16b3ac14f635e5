"""The words of a report as the speller sees them: which ones somebody knows, which ones nobody does.

Each answer is read once and remembers what was found. Names of persons and places are unknown too; what is in
another language is not.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from rapport.checks.rule import svar_in_order
from rapport.checks.spelling.apart import Apart, apart
from rapport.checks.spelling.broken import broken
from rapport.checks.spelling.common import meant, misplaced
from rapport.checks.spelling.verdicts import judge
from rapport.checks.spelling.vocabulary import ENGLISH, Vocabulary, vocabulary
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.prose.blocks import Text, passages, plain

# A whole report has a tenth of so many words that are different in their answers, and of so many unknown ones.
_MOST_WORDS = 50_000
_MOST_UNKNOWN = 100
# What stands between blanks and holds no words, or none in Swedish: addresses, abbreviations, names of files.
_NO_WORDS = re.compile(r"[@_\\<>{}\u00ad\u200b-\u200f]|://|www\.(?<!\Swww\.)|\.(?<=[^\W\d_]\.)[^\W\d_]")
_BLANK = re.compile(r"\s|$")
# All that stands between blanks and hyphens; it is a word where it is letters only, a capital at most at its beginning.
# "region:s" and the like lose what follows.
_PIECE = re.compile(
    r"[:'’]*([A-ZÅÄÖÉ][a-zåäöéèüà]{2,44}+|[a-zåäöéèüà]{3,45}+)(?::[\w:'’]*|['’][:'’]*)?(?![\w:'’])|[\w:'’]+"
)
_QUOTATION = re.compile(r"[”\"“«][^”\"“»\n]{3,300}[”\"”»]")
_FEW_SWEDISH = 2
_OPENING = '”"“«(*–•'
_HYPHENS = ("-", "\u2011")
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "with", "from", "by", "this", "that", "are", "was", "were", "is", "in", "for", "on"]
)
_STRANGE = _ENGLISH | ENGLISH
# What only a Swedish sentence has two of, however many of its other words are slips; and what none has.
_SWEDISH = frozenset(
    ["och", "är", "att", "för", "från", "till", "inte", "ska", "även", "också", "samt", "genom", "vid", "eller", "ett"]
)
_NORDIC = frozenset(["av", "de", "den", "det", "har", "i", "om", "på", "som", "ett", "med", "och", "att", "för"])
_OTHER = frozenset(["og", "ikke", "fra", "til", "etter", "on", "sekä", "und", "der", "die", "et", "les"])


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that nobody knows, and where it stands in its answer's text.

    ``begins`` says that it begins a sentence or a quotation, where a capital means nothing, ``meant`` what it surely
    should be, if that is known.
    """

    text: str
    start: int
    begins: bool
    meant: str | None = None

    @property
    def end(self) -> int:
        """Where it ends in the answer's text."""
        return self.start + len(self.text)

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


@dataclass(slots=True)
class AnswerWords:
    """What is known of an answer's words, in small letters, and what is not, in order.

    ``apart`` are the words that should be one, or may. ``is_whole`` says that all of it was read: a text without end,
    or with too many strange words, is not. ``near`` is for whoever looks for words like another: what it found among
    the known ones.
    """

    known: dict[str, None] = field(default_factory=dict)
    unknown: list[Unknown] = field(default_factory=list)
    apart: list[Apart] = field(default_factory=list)
    is_whole: bool = True
    near: dict[tuple[str, int], list[tuple[str, int]]] = field(default_factory=dict)


@dataclass(slots=True)
class ReportWords:
    """The answers of a report with their words, and the unknown ones of all."""

    answers: list[AnswerWords] = field(default_factory=list)
    unknown: list[tuple[Svar, Unknown]] = field(default_factory=list)
    is_whole: bool = True


def read(underlag: Underlag) -> ReportWords:
    """Return the words of a report, sorted into known and unknown, until there are too many of either."""
    report, right = ReportWords(), vocabulary(underlag)
    strange: set[str] = set()
    known = 0
    for svar in svar_in_order(underlag):
        if len(strange) > _MOST_UNKNOWN or known > _MOST_WORDS:
            report.is_whole = False
            break
        answer = _answer(svar, right)
        report.answers.append(answer)
        report.unknown += [(svar, unknown) for unknown in answer.unknown]
        report.is_whole &= answer.is_whole
        strange.update(unknown.text for unknown in answer.unknown)
        known += len(answer.known)
    return report


def _answer(svar: Svar, right: Vocabulary) -> AnswerWords:
    return svar.remember(("stavning", right.own), lambda: _read(svar, right))


def _read(svar: Svar, right: Vocabulary) -> AnswerWords:
    answer, text = AnswerWords(), svar.text
    found = list(_words(svar))
    strange: dict[int, str] = {}
    slips = {
        slip.start: Unknown(text[slip.start : slip.end], slip.start, begins=True, meant=slip.right)
        for slip in misplaced(text)
    }
    different: set[str] = set()
    for word, start in found:
        if common := meant(word.lower()) if word.lower() not in right.own else None:
            slips[start] = Unknown(word, start, word[0].isupper(), common)
        elif right.accepts(word) or (text.startswith(_HYPHENS, start + len(word)) and right.accepts_head(word)):
            answer.known[word.lower()] = None
        else:
            strange[start] = word
            different.add(word)
        if len(answer.known) > _MOST_WORDS or len(different) > _MOST_UNKNOWN:
            answer.is_whole = False
            break
    covered = [range(word.start, word.end) for word in broken(svar)]
    answer.apart = [two for two in apart(text, found, strange) if not any(two.start in piece for piece in covered)]
    if strange:
        pieces = covered + [range(two.start, two.end) for two in answer.apart if two.is_sure]
        foreign = {*_foreign(svar, found, strange), *_english_pairs(found, strange)}
        begins = {_first_letter(text, sentence.start) for sentence in svar.meningar}
        answer.unknown = [
            Unknown(word, start, start in begins or _is_opened(text, start))
            for start, word in strange.items()
            if start not in foreign and not any(start in piece for piece in pieces)
        ]
    answer.unknown = sorted([*answer.unknown, *slips.values()], key=lambda word: word.start)
    return answer


def _words(svar: Svar) -> Iterator[tuple[str, int]]:
    """Yield the words to judge and where they begin; acronyms, figures, italic and foreign letters are none."""
    italic = _italic(svar)
    for match in _PIECE.finditer(_without_addresses(svar.text)):
        if match[1] and match.start(1) not in italic:
            yield match[1], match.start(1)


def _without_addresses(text: str) -> str:
    """Return a text with blanks instead of all that stands between blanks and holds no words."""
    parts, done = [], 0
    for match in _NO_WORDS.finditer(text):
        if match.start() >= done:
            start, end = match.start(), _BLANK.search(text, match.end()).start()  # type: ignore[union-attr]
            while start > done and not text[start - 1].isspace():
                start -= 1
            parts += [text[done:start], " " * (end - start)]
            done = end
    return "".join([*parts, text[done:]])


def _italic(svar: Svar) -> set[int]:
    """Return where italic stands in the answer's text: titles, names, words in other languages."""
    found: set[int] = set()
    at = 0
    for passage in passages(svar.blocks):
        for inline in passage:
            length = len(plain([inline]))
            if isinstance(inline, Text) and inline.italic:
                found.update(range(at, at + length))
            at += length
        at += 1
    return found


def _is_opened(text: str, start: int) -> bool:
    return text[max(start - 1, 0)] in _OPENING or text[max(start - 2, 0) : start] == ": "


def _first_letter(text: str, start: int) -> int:
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start


def _foreign(svar: Svar, found: list[tuple[str, int]], unknown: dict[int, str]) -> Iterator[int]:
    """Yield where the words of sentences and quotations stand that are mostly in another language."""
    starts = [start for _, start in found]
    stretches = [(sentence.start, sentence.end) for sentence in svar.meningar]
    stretches += [quotation.span() for quotation in _QUOTATION.finditer(svar.text)]
    for start, end in stretches:
        inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
        # A capital says nothing here: a row of places is no foreign language.
        small = [(word, at) for word, at in inside if word[0].islower()]
        strange = [word for word, at in small if at in unknown or word in _ENGLISH]
        if len(set(strange)) > 1 and 2 * len(strange) >= len(small) and not _is_swedish(small, strange):
            yield from (at for _, at in inside)


def _is_swedish(small: list[tuple[str, int]], strange: list[str]) -> bool:
    """Whether a sentence with many strange words is Swedish with as many slips."""
    words = {word for word, _ in small}
    is_swedish = len(words & _SWEDISH) >= _FEW_SWEDISH or len(words & _NORDIC) > _FEW_SWEDISH
    return (
        is_swedish
        and not words & _OTHER
        and 2 * sum(word in _STRANGE or judge().verdict(word).is_english for word in strange) < len(strange)
    )


def _english_pairs(found: list[tuple[str, int]], unknown: dict[int, str]) -> Iterator[int]:
    """Yield where two strange words stand side by side, one of them English: "just transition"."""
    for pair in pairwise(found):
        is_strange = all(at in unknown or word.lower() in _STRANGE for word, at in pair)
        if is_strange and any(judge().verdict(word).is_english for word, _ in pair):
            yield from (at for _, at in pair)
