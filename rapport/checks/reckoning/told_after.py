"""Doublings and halvings told apart from their two values: in the sentence after them, or of the number before them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from rapport.checks.reckoning import change_words as words
from rapport.checks.reckoning.changes import Change, changes_of
from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar
from rapport.prose.sentences import Sentence

_TIMES = re.compile(rf"\b{words.TIMES}", re.IGNORECASE)
# What joins a sentence to the numbers of the one before it.
FOLLOWS = re.compile(
    r"^(?:Det(?:ta)? (?:är|var|blir|betyder|innebär|motsvarar|vill säga)|Vilket|Alltså|Därmed|Det vill säga|En )\b"
    r"|\b(?:alltså|således|därmed)\b"
)
# What is not of those numbers: aims, other years, and what is compared with.
OF_OTHERS = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:mål\w* (?:är|var|om|att|på|för)|ambition\w*"
    r"|ska|skulle|väntas|kan|inte|jämför\w*|rike\w*|tidigare|snitt\w*|nästa)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"^[^.;:\d]{0,40}? sedan (?:20\d\d|förra året|starten|i fjol)(?:, då | \(då |, när )"
    r"(?:det var |endast |bara |de var )?"
)
_BY_YEARS = re.compile(r" (?:år |under )(?P<a>20\d\d) (?:och|mot|jämfört med|till) (?:[\w-]+ )?$")
_THE_YEAR = re.compile(r" (?:år |under )(?P<b>20\d\d)(?:, | – | \()(?:alltså |det vill säga |nästan |mer än )?en $")
_SO = re.compile(
    r"(?: [^\W\d][\w-]*){0,3}(?:, | – | \()(?:alltså |det vill säga |dvs\.? |vilket (?:är|innebär|betyder|motsvarar) )"
    r"(?:att [\w ]{2,25} )?(?:(?:mer än|gott och väl|drygt|nästan|närmare|en|har|hade) )*"
)
_OF_WHAT = re.compile(r"^Antalet (?P<ord>[^\W\d_]+)")
_BEHIND = re.compile(r"[\s\u00a0]+(?P<ord>[^\W\d_][\w-]*)")
_STEM, _SHORTEST = 5, 4

Counted = tuple[Sentence, list[Mangd]]


def told_after(svar: Svar) -> Iterator[Change]:
    """Yield every doubling whose two values stand in another place than a change's own."""
    if not _TIMES.search(svar.text):
        return
    sentences = mangder_by_sentence(svar)
    for number, (sentence, found) in enumerate(sentences):
        match = _TIMES.search(sentence.text)
        before = sentences[number - 1][0]
        is_next = number and not found and "\n" not in svar.text[before.end : sentence.start]
        if match and found and (change := _since(sentences[:number], sentence, found, match)):
            yield change
        elif match and is_next and FOLLOWS.search(sentence.text) and not OF_OTHERS.search(sentence.text):
            yield from _of_sentence_before(svar, before, sentence, match)
        elif match and found:
            yield from _behind(svar, sentence)
    for sentence, found in sentences:
        for first, second in pairwise(found):
            if change := _by_years(sentence, first, second):
                yield change


def _of_sentence_before(svar: Svar, before: Sentence, sentence: Sentence, match: re.Match[str]) -> Iterator[Change]:
    """Yield the only change of the sentence before one that calls it a doubling."""
    of_it = [one for one in changes_of(svar) if before.start <= one.start < before.end]
    if len(of_it) == 1 and not of_it[0].times:
        yield _doubling(of_it[0].first, of_it[0].second, sentence, match)


def _behind(svar: Svar, sentence: Sentence) -> Iterator[Change]:
    """Yield the change of a sentence that goes on to call it a doubling, after another word for which way it went."""
    for change in changes_of(svar):
        end = max(change.second.end, change.first.end) - sentence.start
        if sentence.start <= change.start < sentence.end and change.word and not change.times:
            match = _SO.match(sentence.text, end)
            if match and (word := _TIMES.match(sentence.text, match.end())):
                yield _doubling(change.first, change.second, sentence, word)


def _since(earlier: Sequence[Counted], sentence: Sentence, found: list[Mangd], match: re.Match[str]) -> Change | None:
    """Return "har fördubblats sedan 2023, då 310 svarade" against the only number of such that is told before."""
    then = found[0]
    counted = _OF_WHAT.search(sentence.text[: match.start()]) or _BEHIND.match(sentence.text, then.end)
    if not counted or then.is_rough or not _SINCE.fullmatch(sentence.text[match.end() : then.start]):
        return None
    noun = counted["ord"].lower()[:_STEM]
    now = [
        one.moved(other.start)
        for other, some in earlier
        for one in some
        if one.slag == then.slag and not one.is_rough and _is_of(other.text, one, noun)
    ]
    if len(now) != 1 or len(noun) < _SHORTEST:
        return None
    return _doubling(then.moved(sentence.start), now[0], sentence, match)


def _by_years(sentence: Sentence, first: Mangd, second: Mangd) -> Change | None:
    """Return "31 000 år 2024 och 44 000 år 2025, en fördubbling"."""
    text = sentence.text
    years, behind = _BY_YEARS.fullmatch(text[first.end : second.start]), _TIMES.search(text, second.end)
    last = _THE_YEAR.fullmatch(text[second.end : behind.start()]) if behind else None
    if not (years and last and behind) or first.is_rough or second.is_rough or first.slag != second.slag:
        return None
    one, other = (first, second) if years["a"] < last["b"] else (second, first)
    return _doubling(one.moved(sentence.start), other.moved(sentence.start), sentence, behind)


def _is_of(text: str, of: Mangd, noun: str) -> bool:
    """Whether one of the two words behind a number begins as another."""
    return any(word.lower().startswith(noun) for word in re.findall(r"[\w-]+|[.,;:]", text[of.end : of.end + 60])[:2])


def _doubling(first: Mangd, second: Mangd, sentence: Sentence, match: re.Match[str]) -> Change:
    times = Decimal(words.TIMES_BY_WORD[match["ganger"].lower()])
    side = words.side_of(sentence.text[max(0, match.start() - 25) : match.start()])
    start, end = sentence.start + match.start(), sentence.start + match.end()
    return Change(first, second, None, match[0], times, side, None, start, end)
