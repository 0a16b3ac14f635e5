"""A text → the terms that are indexed and searched for, each with the characters it stands on.

Folding is the same on papers and on questions, so that a word finds itself whether or not å ä ö have survived
scanning. It never joins words that differ in other letters; what scanning does beyond it, a query guesses.

Some characters give two terms: the halves of a word and the whole of it, a case number and its parts. So what
scanning, hyphens and loose blanks have taken apart is still found.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_FOLD = str.maketrans({"å": "a", "ä": "a", "ö": "o", "ø": "o", "æ": "a", "ü": "u", "ß": "ss"})
# é stands for å, ä or ö where no Swedish word has an é: anywhere but last, or before an ending.
_TRUE_E = re.compile(r"é(?=(?:e?r|e?rna|e?n|ns|s|t|a)?$)")
_DIGIT_FOR = str.maketrans("0146", "olao")
_DIGIT_IN_WORD = re.compile(r"(?<!\d)[0146](?=[a-zåäöé])")
_MIN_LETTERS = 3  # in a word with a digit in it, for the digit to be a misread letter

# Endings that leave a word even when it is short (tåget, målen), and those that need more of it to be sure.
_AFTER_THREE = "arnas|ernas|ornas|arna|erna|orna|ets|ens|an|ar|en|er|et|or|a|e"
_AFTER_FOUR = (
    "heternas|heterna|hetens|heten|heter|hets|het|andets|andet|andes|ande|ades|ade|aste|ast|arens|aren|are"
    "|ats|ad|at|as|es|(?<=[aeiuy])ns|na|s|(?<=[aeiuy])n"
)
_T_ENDING = re.compile(r"(?<=sk|ig|al|iv)t$|(?<=ell)t$")
_STEMS = (re.compile(rf"(\w{{3,}}?)(?:{_AFTER_THREE})$"), re.compile(rf"(\w{{4,}}?)(?:{_AFTER_FOUR})$"))

_BLANKS = r" \u00a0\u2009\u202f"
_TOKEN = re.compile(
    rf"(?P<spaced>(?<!\w)[^\W\d_](?: [^\W\d_]){{3,}}(?!\w))"  # K a l l e l s e
    rf"|(?P<number>(?<![\w,.])\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+(?![\w{_BLANKS}]?\d)|\d+(?:,\d+)?(?!\w))"
    r"|(?P<word>[^\W_]+(?:[\u00a8\u02da\u0308\u030a][^\W_]*)*)"
)
_JOINED = re.compile(r"(?<!\w)[^\W_]+(?:[/:\-][^\W_]+)+")  # RUN/584/2025, 2025-12-01
_GLUED = re.compile(r"([^\W\d_]{4,})(\d+)")
_LOOSE_MARKS = re.compile("[\u00a8\u02da]")
_LONGEST = 60  # letters: what is longer is no word
_BROKEN_AFTER = "åäöÅÄÖ"
_WHOLE = "blå då få grå gå må nä nå också på rå sjö snö stå så två tå ä ändå å ö"
_OWN_WORDS = frozenset(_WHOLE.split())
_CONSONANTS = frozenset("bcdfghjklmnpqrstvxz")


@dataclass(frozen=True, slots=True)
class Token:
    """One term, the characters it stands for (start and end), and the word as it is written there."""

    term: str
    start: int
    end: int
    word: str


def tokens(text: str) -> list[Token]:
    """Return all terms of a text in order."""
    found = [*_words(text)]
    extra = [*_joined(text), *_mended(text, found), *_glued(found)]
    return sorted(found + extra, key=lambda token: token.start) if extra else found


def whole_tokens(text: str) -> list[Token]:
    """Return the terms that are not part of a larger one: a case number, not its three parts."""
    found = [*_words(text)]
    extra = [*_joined(text), *_mended(text, found)]
    alone = [token for token in found if not any(e.start <= token.start and token.end <= e.end for e in extra)]
    return sorted(alone + extra, key=lambda token: token.start)


def terms(text: str) -> list[str]:
    """Return the terms alone."""
    return [token.term for token in tokens(text)]


def _words(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        word = match[0]
        if match.lastgroup == "number":
            term = re.sub(r"\s", "", word).replace(",", "_")
        else:
            word = word.replace(" ", "")  # K a l l e l s e
            term = _term(word)
        yield Token(term, match.start(), match.end(), word)


@lru_cache(maxsize=100_000)
def _term(word: str) -> str:
    folded = fold(_LOOSE_MARKS.sub("", word))
    return stem(folded) if len(folded) <= _LONGEST else folded[:_LONGEST]


def _joined(text: str) -> Iterator[Token]:
    """Yield whole case numbers and dates, whose parts are terms too."""
    for match in _JOINED.finditer(text):
        if any(map(str.isdigit, match[0])):
            yield Token(joined_term(match[0]), *match.span(), match[0])


def joined_term(text: str) -> str:
    """Return the one term of a case number or date: run/584/2025 → run_584_2025."""
    return re.sub(r"\W", "_", fold(text))


def _glued(found: list[Token]) -> Iterator[Token]:
    """Yield a word and a number that a lost blank has made one: "motsvarande14"."""
    for token in found:
        if token.word[-1].isdigit() and (parts := _GLUED.fullmatch(token.word)):
            middle = token.end - len(parts[2])
            yield Token(_term(parts[1]), token.start, middle, parts[1])
            yield Token(parts[2], middle, token.end, parts[2])


def _mended(text: str, found: list[Token]) -> Iterator[Token]:
    """Yield words that copying has broken after å, ä or ö: "fö r", "samverkansrå det"."""
    for one, other in pairwise(found):
        if one.word[-1] not in _BROKEN_AFTER or text[one.end : other.start] != " " or not other.word[0].islower():
            continue
        if one.word.lower() not in _OWN_WORDS or (len(other.word) == 1 and other.word in _CONSONANTS):
            word = one.word + other.word
            yield Token(_term(word), one.start, other.end, word)


def fold(word: str) -> str:
    """Return a word in lower case without å ä ö, with digits that scanning has put for letters made letters."""
    text = unicodedata.normalize("NFC", word.lower())
    if "é" in text:
        text = _TRUE_E.sub("e", text)
    if _DIGIT_IN_WORD.search(text) and sum(map(str.isalpha, text)) >= _MIN_LETTERS:
        text = _DIGIT_IN_WORD.sub(lambda digit: digit[0].translate(_DIGIT_FOR), text)
    text = text.translate(_FOLD)
    return text if text.isascii() or "é" in text else _without_marks(text)


def stem(folded: str) -> str:
    """Return a folded word without its endings, so that samverkansrådets, -rådet and -råd are one.

    Endings are taken off until there are no more: what looks like one and is none (the -ad of råd) is then lost
    in all of a word's forms alike.
    """
    text = _T_ENDING.sub("", folded)
    while (shorter := without_ending(text)) != text:
        text = shorter
    return text


def without_ending(folded: str) -> str:
    """Return a folded word without its last ending, the longest that it can be."""
    found = [match[1] for pattern in _STEMS if (match := pattern.match(folded))]
    return min(found, key=len, default=folded)


def _without_marks(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text))) or text
