"""Changes told of after their two values: "58 butiker, mot 61 året före. … Ökningen …", "jämfört med 2024, då …"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rapport.checks.reckoning import change_words as words
from rapport.checks.reckoning.changes import Change
from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar
from rapport.prose.sentences import Sentence

_BEFORE = r"(?:år(?:et|s)? (?:före|innan)|föregående år|förra året|fjol|fjolåret|(?:19|20)\d\d|ett år tidigare)"
_AGAINST = re.compile(r"[^.;:\d]{0,70}?(?:,| –| \() ?(?:mot|jämfört med|att jämföra med|från)(?: \w+)? ")
_THEN = re.compile(rf"[^.,;:\d]{{0,30}}?\b{_BEFORE}\b")
_APART = re.compile(r"[^.;:\d]{0,70}?(?:,| –| \() ?(?:[a-zåäö]+ ){0,3}")
_MORE = re.compile(
    rf"(?: [\w-]+){{0,2}} (?:(?P<upp>fler|mer|högre)|(?P<ner>färre|mindre|lägre)) än [^.,;:\d]{{0,20}}?\b{_BEFORE}\b"
)
# What comes back to the change that was told: of something of its own it is no more where a preposition stands behind.
_IT = re.compile(
    r"^(?:Den här |Denna |Den )?(?P<ord>(?P<upp>[Öö]kningen|[Uu]ppgången)|(?P<ner>[Mm]inskningen|[Nn]edgången))"
    r"(?! (?:av|i|inom|för|bland|på|från|till|per|under|mellan|hos)\b)"
)
_SIZE = re.compile(r"(?: [a-zåäö]+){1,2}(?: till| med)? ")
# "Jämfört med 2024, då 17,5 miljoner kronor beslutades, är det en minskning med 8 procent."
_THAT_YEAR = re.compile(rf"^(?:[\w-]+ ){{1,4}}{_BEFORE}, (?:då|när) (?:[a-zåäö]+ ){{0,4}}$", re.IGNORECASE)
_SO = re.compile(
    r"(?P<verb>[^.;:\d]{0,60}?), (?:är|var|innebär|blir|motsvarar) (?:det|detta) (?:alltså |därmed )?en "
    r"(?P<ord>(?P<upp>ökning|uppgång)|(?P<ner>minskning|nedgång))\b"
)
_VERB = re.compile(r"\b[a-zåäö]{5,}(?:des|ts|tes|de|te)\b")
_BACK, _STEM, _LARGEST_RATIO = 3, 6, Decimal(2)


def told_later(svar: Svar) -> Iterator[Change]:
    """Yield every change that a later sentence calls by its direction or its size."""
    read = mangder_by_sentence(svar)
    for number, (sentence, found) in enumerate(read):
        if match := _IT.match(sentence.text):
            yield from _of_the_last(svar, number, match)
        elif len(found) and (match := _SO.match(sentence.text, found[0].end)):
            yield from _of_that_year(svar, number, match)


def _of_the_last(svar: Svar, number: int, match: re.Match[str]) -> Iterator[Change]:
    """Yield the change that the sentences just before tell, where it is the only one."""
    read = mangder_by_sentence(svar)
    sentence, found = read[number]
    for back in range(number - 1, max(-1, number - _BACK), -1):
        before, earlier = read[back]
        if "\n" in svar.text[before.end : read[back + 1][0].start]:
            return
        pairs = list(_pairs(before, earlier))
        if len(pairs) == 1:
            size = (
                found[0] if len(found) == 1 and _SIZE.fullmatch(sentence.text[match.end() : found[0].start]) else None
            )
            yield _change(*pairs[0], sentence, match, size)
        if pairs or words.DIRECTION.search(before.text):
            return


def _pairs(sentence: Sentence, found: list[Mangd]) -> Iterator[tuple[Mangd, Mangd]]:
    """Yield the value of a year before and the one of now: "58 butiker, mot 61 året före", "640, 40 fler än 2024"."""
    text = sentence.text
    for now, other in pairwise(found):
        between = text[now.end : other.start]
        if now.is_rough or other.is_rough:
            continue
        if now.slag == other.slag and _AGAINST.fullmatch(between) and _THEN.match(text, other.end):
            yield other.moved(sentence.start), now.moved(sentence.start)
        elif (more := _MORE.match(text, other.end)) and _APART.fullmatch(between):
            then = now.value - other.value if more["upp"] else now.value + other.value
            if now.slag == other.slag and then > 0:
                yield (
                    other._replace(value=then, step=max(now.step, other.step)).moved(sentence.start),
                    now.moved(sentence.start),
                )


def _of_that_year(svar: Svar, number: int, match: re.Match[str]) -> Iterator[Change]:
    """Yield the change from a year before to what was told before by the same verb."""
    read = mangder_by_sentence(svar)
    sentence, found = read[number]
    then = found[0]
    lead = sentence.text[: then.start].rpartition(", ")[2]
    verb = _VERB.search(f"{lead} {match['verb']}")
    if not verb or then.is_rough or not _THAT_YEAR.match(sentence.text[: then.start]):
        return
    for back in range(number - 1, max(-1, number - _BACK - 1), -1):
        before, earlier = read[back]
        alike = [m for m in earlier if m.slag == then.slag]
        if f" {verb[0][:_STEM]}" in f" {before.text.lower()}" and alike:
            now = alike[0]
            ratio = max(now.value, then.value) / min(now.value, then.value) if now.value and then.value else Decimal(0)
            if len(alike) == 1 and not now.is_rough and 1 < ratio <= _LARGEST_RATIO:
                yield _change(then.moved(sentence.start), now.moved(before.start), sentence, match, None)
            return


def _change(first: Mangd, second: Mangd, sentence: Sentence, match: re.Match[str], size: Mangd | None) -> Change:
    said = size.moved(sentence.start) if size and not size.is_rough else None
    start, end = sentence.start + match.start("ord"), sentence.start + match.end("ord")
    return Change(first, second, "upp" if match["upp"] else "ner", match["ord"], None, "", said, start, end)
