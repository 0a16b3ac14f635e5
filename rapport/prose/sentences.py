"""Sentences and words of an answer's plain text, with where they stand."""

import re
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:[-’':./&][^\W_]+)*", re.UNICODE)
# What ends a sentence: a sign and a blank, and then something that can begin one. A passage ends one too.
_END = re.compile(r"[.!?…\n](?:(?<=\n)\n*|[”’\")\]]*[ \u00a0]+(?<!\n)(?=[”’\"(\[]*[A-ZÅÄÖÉ0-9]))")
_SHORT = re.compile(
    r"(?:^|[\s(\[”\"])(?:[A-ZÅÄÖ]|bl\.? ?a|t\.? ?ex|d\.? ?v\.? ?s|m\.? ?fl|m\.? ?m|osv|etc|o\.? ?d|fr\.? ?o\.? ?m"
    r"|t\.? ?o\.? ?m|s\.? ?k|ca|nr|dnr|kl|resp|jfr|jmf|st|kap|prop|skr|bet|rskr|dir|tel|vol|sid|s|p|f|ff|dr|prof"
    r"|inkl|exkl|max|min|jan|feb|aug|sept|okt|nov|dec)\.$",
    re.IGNORECASE,
)
# Of those, what also ends a row of words: before a capital the sentence ends with it.
_LAST = re.compile(r"(?:^|[\s(\[”\"])(?:etc|osv|o\.? ?d|m\.? ?m|m\.? ?fl)\.$", re.IGNORECASE)


class Word(NamedTuple):
    """One word as it is written, and where it begins and ends in the answer's text."""

    text: str
    start: int
    end: int


class Sentence(NamedTuple):
    """One sentence: its text, and where it begins in the answer's text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the answer's text."""
        return self.start + len(self.text)

    @property
    def word_count(self) -> int:
        """How many words it has, as they are divided by blanks."""
        return sum(any(map(str.isalnum, word)) for word in self.text.split())


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; an abbreviation's full stop ends none, but for "etc." at a row's end."""
    found, start = [], 0
    for match in _END.finditer(text):
        end = match.start() + len(match[0].rstrip(" \u00a0\n"))
        sign = match.start() + 1
        if end >= sign and _goes_on(text[max(start, sign - 12) : sign], text[match.end() : match.end() + 3]):
            continue
        found.append((start, end))
        start = match.end()
    found.append((start, len(text)))
    return tuple(sentence for span in found if (sentence := _trimmed(text, *span)).text)


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence goes on after a full stop: it is an abbreviation's, and not one that a capital follows."""
    if not _SHORT.search(before):
        return False
    return not (_LAST.search(before) and after.lstrip('”’"([')[:1].isupper())


def _trimmed(text: str, start: int, end: int) -> Sentence:
    body = text[start:end].rstrip()
    bare = body.lstrip()
    return Sentence(bare, start + len(body) - len(bare))


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order; a hyphen, an apostrophe or a sign between letters is part of a word."""
    return tuple([Word(match[0], match.start(), match.end()) for match in WORD.finditer(text)])
