"""The words of a report as the speller sees them: which ones somebody knows, which ones nobody does.

Each answer is read once and remembers what was found. Names of persons and places are unknown too; what is in
another language is not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapport.checks.rule import svar_in_order
from rapport.checks.spelling.apart import Apart, apart
from rapport.checks.spelling.broken import broken, hyphened, joined, owned
from rapport.checks.spelling.common import meant, misplaced
from rapport.checks.spelling.foreign import foreign, italic, without_addresses
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.spelling.verdicts import judge
from rapport.checks.spelling.vocabulary import Vocabulary, vocabulary
from rapport.domain.haste import left_open
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag

# A whole report has a tenth of so many words that are different in their answers, and of so many unknown ones.
_MOST_WORDS = 50_000
_MOST_UNKNOWN = 100
_MOST_MET = 50_000  # words of reports that are written on for days
_POINT = re.compile(r"\. ?[a-zåäö\d]")
_SHORT = 5
# All that stands between blanks and hyphens; it is a word where it is letters only, a capital at most at its beginning.
# "region:s" and the like lose what follows.
_PIECE = re.compile(
    r"[:'’]*([A-ZÅÄÖÉ][a-zåäöéèüà]{2,44}+|[a-zåäöéèüà]{3,45}+)(?::[\w:'’]*|['’][:'’]*)?(?![\w:'’])|[\w:'’]+"
)
_OPENING = '”"“«(*–•'
_HYPHENS = ("-", "\u2011")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that nobody knows, and where it stands in its answer's text.

    ``begins`` says that it begins a sentence or a quotation, where a capital means nothing, ``is_part`` that it is part
    of something with hyphens, ``meant`` what it surely should be, if that is known.
    """

    text: str
    start: int
    begins: bool
    meant: str | None = None
    is_part: bool = False

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


def save() -> None:
    """Keep what has been said of words for the next run."""
    judge().save()
    paradigms().save()


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
    different: set[str] = set()
    for word, start in found:
        open_before, is_first = left_open(), text.startswith(_HYPHENS, start + len(word))
        if word in right.met or _is_cut(text, start, start + len(word)):
            answer.known[word.lower()] = None
        elif _is_known(word, right, is_first=is_first):
            answer.known[word.lower()] = None
            if not is_first and left_open() == open_before and len(right.met) < _MOST_MET:
                right.met.add(word)
        elif left_open() == open_before:  # what nobody has had the time to judge is neither
            strange[start] = word
            different.add(word)
        if len(answer.known) > _MOST_WORDS or len(different) > _MOST_UNKNOWN:
            answer.is_whole = False
            break
    covered = [range(word.start, word.end) for word in broken(svar)]
    away = foreign(svar, found, strange) if strange else set()
    hidden = away.union(*covered)
    answer.apart = [two for two in (*apart(text, found, strange), *hyphened(text)) if two.start not in hidden]
    covered += [range(two.start, two.end) for two in answer.apart if two.is_sure]
    unknown = [_unknown(svar, word, start) for start, word in strange.items() if start not in away]
    wrong = [
        Unknown(text[slip.start : slip.end], slip.start, begins=True, meant=slip.right) for slip in misplaced(text)
    ]
    answer.unknown = [word for word in unknown if not any(word.start in piece for piece in covered)]
    answer.unknown = sorted([*answer.unknown, *wrong], key=lambda word: word.start)
    return answer


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether a word is cut off, or short for another: "för att få hj...", "sept. 2023"."""
    return text.startswith(("...", "…"), end) or (end - start <= _SHORT and bool(_POINT.match(text, end)))


def _is_known(word: str, right: Vocabulary, *, is_first: bool) -> bool:
    """Whether a word is right; before a hyphen, as the first part of a compound."""
    if word.lower() not in right.own and (meant(word) or owned(word)):
        return False
    return right.accepts(word) or (is_first and right.accepts_head(word))


def _unknown(svar: Svar, word: str, start: int) -> Unknown:
    begins = svar.remember(
        "stavning, början", lambda: {_first_letter(svar.text, sentence.start) for sentence in svar.meningar}
    )
    is_part = bool(
        {svar.text[:start].rstrip(" ")[-1:], svar.text[start + len(word) : start + len(word) + 1]}.intersection(
            _HYPHENS
        )
    )
    return Unknown(word, start, start in begins or _is_opened(svar.text, start), meant(word) or joined(word), is_part)


def _words(svar: Svar) -> Iterator[tuple[str, int]]:
    """Yield the words to judge and where they begin; acronyms, figures, italic and foreign letters are none."""
    in_italic = italic(svar)
    for match in _PIECE.finditer(without_addresses(svar.text)):
        if match[1] and match.start(1) not in in_italic:
            yield match[1], match.start(1)


def _is_opened(text: str, start: int) -> bool:
    return text[max(start - 1, 0)] in _OPENING or text[max(start - 2, 0) : start] == ": "


def _first_letter(text: str, start: int) -> int:
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start
