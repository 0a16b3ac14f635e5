"""Whether an acronym is spelled out where it stands, in any of the ways that people do it."""

import re

from rapport.checks.rule import Hit

_BEFORE, _AFTER = 120, 120
# as in: (NPA), (nedan NPA), (”NPA”)
_IN_BRACKETS = re.compile(r"\((?:[^()\n]{0,30}[ ”\"])?$")
_END_OF_BRACKETS = re.compile(r"(?:-[a-zåäö]{2,20})?[”\"]?[),;]")
# as in: ofta kallad NPA, i dagligt tal NPA, förkortat NPA
_CALLED = re.compile(
    r"(?i)\b(?:(?:ofta |även |också |så )?kalla(?:d|t|de|s)|benämn\w+|förkorta\w*|förkortning(?:en)?|i dagligt tal"
    r"|i vardagstal|nedan|i fortsättningen|hädanefter|känd(?:a|t)? som|under namnet|det vill säga|dvs\.|alltså)"
    r" (?:för |som |till |är )?[”\"]?$"
)
# A name that is made with its acronym, as in: Statistikmyndigheten SCB
_AUTHORITY = re.compile(r"\b[A-ZÅÄÖ][a-zåäö]+myndigheten $")
# as in: NPA, det vill säga; NPA står för; NPA, ett nätverk för
_TELLS = re.compile(
    r"[”\"]?(?:,? (?:det vill säga|dvs\.|d\.v\.s\.|alltså|står för|som står för|betyder|utläses|uttyds)"
    r"|,? (?:som )?är (?:en |ett )?(?:förkortning|akronym)|, (?:en|ett|den|det) [a-zåäö]+)\b"
)
_BRACKETS = re.compile(r"(?:[-:][a-zåäö]+)?[”\"]?(?: [^()\n.]{1,40})? \(([^()\n]+)\)")
_COMMENT = re.compile(r"(?i)(?:se|jfr|bland|till|t\.ex|inklusive|exklusive|varav|där|som|nu|ny|i|från|sedan|dnr|med) ")
_PIECE = re.compile(r"[”\"]?(?:-[a-zåäö]+)?(?:, | [–-] |: )([^,.\n–]{4,80}?)(?:[,.\n]| –|$)")
_NAMED = 80  # so far before an acronym its name may begin


def is_spelled_out(hit: Hit) -> bool:
    """Whether the name stands beside the acronym, or words that say what it is."""
    text = hit.svar.text
    before, after = text[max(0, hit.start - _BEFORE) : hit.start], text[hit.end : hit.end + _AFTER]
    if _IN_BRACKETS.search(before) and _END_OF_BRACKETS.match(after):
        return True
    is_told = _CALLED.search(before) or _AUTHORITY.search(before) or _TELLS.match(after)
    return bool(is_told) or _is_beside(hit.excerpt, before, after)


def _is_beside(acronym: str, before: str, after: str) -> bool:
    """Whether words with the acronym's letters stand before it or after, with only a sign or brackets between."""
    if brackets := _BRACKETS.match(after):
        words = brackets[1]
        is_close = brackets.end() - brackets.end(1) + brackets.start(1) <= len("-xxxxxxxx () ")
        is_name = " " in words and not re.search(r"\d", words) and not _COMMENT.match(words)
        if (is_close and is_name) or has_letters(acronym, words):
            return True
    if before.endswith((", ", " – ", " - ", "\n", ": ")) and has_letters(acronym, before[-_NAMED:].rstrip("\n")):
        return True
    piece = _PIECE.match(after)
    return bool(piece and has_letters(acronym, piece[1]))


def has_letters(acronym: str, words: str) -> bool:
    """Whether an acronym's letters stand in some words in order, the first of them beginning a word."""
    letters = [re.escape(letter) for letter in acronym.lower() if letter.isalpha()]
    return bool(re.search(rf"\b{'.*?'.join(letters)}", words.lower()))
