"""Announced numbers and what is counted up behind them: "i tre län: A, B och C", "fem åtgärder:" before a list."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapport.checks.reckoning.announced_names import dated, listed_names, named_behind
from rapport.checks.reckoning.announced_words import NOT_COUNTED, OPEN, SOME_OF, is_count
from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.words import has_verb
from rapport.domain.mangder import Mangd, find_mangder
from rapport.domain.svar import Svar
from rapport.prose.numbers import MONTHS

Span = tuple[int, int]
_WORD = r"[A-ZÅÄÖa-zåäöéü][\w-]*"
# What may stand between the number and the colon: its noun, and a few words that say what those do.
NOUN = re.compile(
    rf" (?:{_WORD} ){{0,3}}?{_WORD}(?: (?:deltog|deltar|ingår|ingick|medverkade|genomfördes|prioriterades"
    rf"|har prioriterats|omfattas|omfattades|berörs|valdes(?: ut)?|fick stöd|är|var|har|blev))?(?::|, nämligen)\s*"
)
_NAME = r"[A-ZÅÄÖ][\wåäöéü-]*(?: (?:[A-ZÅÄÖ][\wåäöéü-]*))*"
_NAMES = re.compile(
    rf" (?:{_WORD} )?{_WORD} (?:i )?(?P<names>{_NAME}(?:, {_NAME})*,? (?:och|samt) {_NAME})"
    r"(?![\w-])(?! (?:och|samt) [A-ZÅÄÖ])(?!, [A-ZÅÄÖ])"
)
_PLURAL = re.compile(r" (?:\w+ )?\w+(?:(?:na|en|län|kommuner|regioner|orter|städer)|(?:na|en) i)")
# What is one thing although it has an "och".
_PAIRS = frozenset(
    (
        *("vård omsorg", "skola utbildning", "forskning innovation", "forskning utveckling", "kultur fritid"),
        *("mark vatten", "handel service", "hotell restaurang", "bygg anläggning", "skog trä", "el energi"),
        *("hälsa sjukvård", "lärande utveckling", "miljö klimat", "bygg fastighet", "transport logistik"),
        *("mat dryck", "hav vatten", "idrott fritid", "service handel", "natur miljö", "besöksnäring kultur"),
        *("plan bygg", "jord skog", "innovation förnyelse", "entreprenörskap företagande", "energi klimat"),
        *("drift underhåll", "råd stöd", "jämställdhet integration", "integration jämställdhet", "gång cykel"),
        *("kunskap kompetens", "boende fritid", "säkerhet beredskap", "material tillverkning", "ledning styrning"),
        *("styrning ledning", "barn unga", "uppföljning utvärdering", "analys uppföljning", "plan strategi"),
        *("kust skärgård", "it telekom"),
    )
)
_LONG = 4
# "Att stärka A, att utveckla B och att sprida C"
_OF_ALL = re.compile(
    r" av (?:länets|de|regionens|sammanlagt|totalt) "
    r"(?:\d{1,3}|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton) (?=[a-zåäö]+:)"
)
_CLAUSE = re.compile(r"(?:^|, |,? (?:och|samt) )att (?=[a-zåäö]+)")
_WHERE = re.compile(r"(?:till|från|i|på|under|med|via|vid|inom|för|av|mot) ")
_DATES = re.compile(rf"\d (?:{'|'.join(MONTHS)})\b")


class Announced(NamedTuple):
    """A number that says how many things follow, and how many there are."""

    said: Mangd
    many: int
    span: Span
    items: Span


_EACH = re.compile(
    r"\s*(?:en|ett|dels|den ena|det ena)\b.*\b(?:och|samt|dels) (?:en|ett|dels|den andra|det andra)\b", re.DOTALL
)


def announced_in(svar: Svar) -> Iterator[Announced]:
    """Yield every announced number of an answer that is not how many things follow it."""
    for sentence, found in mangder_by_sentence(svar):
        for mangd in found:
            if is_count(mangd):
                counted = _listed(sentence.text, mangd) or _named(sentence.text, mangd)
                if counted:
                    count, start, end = counted
                    at = sentence.start
                    yield Announced(mangd, count, (at + mangd.start, at + mangd.end), (at + start, at + end))


def _listed(text: str, mangd: Mangd) -> tuple[int, int, int] | None:
    """Return how many things are counted up behind a colon, and where they stand, if they are not as many as said."""
    if of_all := _OF_ALL.match(text, mangd.end):  # "i elva av länets 15 kommuner: A, B och C"
        return _moved(text, mangd, of_all.end())
    lead = NOUN.match(text, mangd.end)
    if not lead:
        is_some = SOME_OF.search(text[: mangd.start])
        return None if is_some else dated(text, mangd) or listed_names(text, mangd)
    if dated(text, mangd) or _DATES.search(text, lead.end()):
        return dated(text, mangd)
    if SOME_OF.search(text[: mangd.start]) or NOT_COUNTED.match(text[mangd.end :].lstrip()):
        return None
    start, end = lead.end(), len(text.rstrip(".!?"))
    many = _how_many(text[start:end], int(mangd.value))
    return None if many is None else (many, start, end)


def _moved(text: str, mangd: Mangd, at: int) -> tuple[int, int, int] | None:
    """Return the names behind a number "of the county's 15", as ``listed_names`` does."""
    cut = at - mangd.end - 1
    found = listed_names(f"{text[: mangd.end]} {text[at:]}", mangd)
    return found and (found[0], found[1] + cut, found[2] + cut)


def _how_many(body: str, said: int) -> int | None:
    """Return how many things a row of words is, if it surely is another number than is said."""
    if not body or re.search(r"[\n:;]", body) or OPEN.search(body) or next(find_mangder(body), None):
        return None
    outside = re.sub(r"\([^()]*\)", "", body)
    if _CLAUSE.match(outside):
        return _clauses(outside, said)
    # "En på kort sikt, till 2028, och en på lång": what a comma parts is no thing of its own.
    return None if _EACH.match(outside) else _things(outside, said)


def _clauses(outside: str, said: int) -> int | None:
    """Return how many clauses with "att" a row is, if they are not as many as said and have none inside them."""
    many = len(_CLAUSE.findall(outside))
    # "Att stärka A, att utveckla B och C": the last may be two.
    may_be_more = many < said and not re.search(r"\b(?:och|samt) att\b", outside)
    is_plain = many == len(re.findall(r"\batt\b", outside)) and not may_be_more
    return many if many != said and many > 1 and is_plain else None


def _things(outside: str, said: int) -> int | None:
    """Return how many things a row of words is, without what it has in brackets."""
    least, most = _range(outside)
    if 1 < most < said and not re.search(r"\batt\b", outside):
        return most
    if least < said or not _is_plain(outside):
        return None
    ends_plainly = _ends_plainly(outside)
    if least > said:
        return most if ends_plainly else least
    return most if ends_plainly and most > said else None


def _range(body: str) -> tuple[int, int]:
    """Return the fewest and the most things that a row of words can be."""
    commas = len(re.findall(r",(?! (?:och|samt|eller)\b)", body))
    joints = len(re.findall(r"\b(?:och|samt|eller|&)\b", body))
    last = len(re.findall(r", (?:och|samt|eller)\b|\bsamt\b", body))
    return commas + 1 + min(last, 1), commas + 1 + joints


def _is_plain(body: str) -> bool:
    """Whether what is counted up is short and no clauses."""
    items = re.split(r",(?: (?:och|samt) )?| (?:och|samt) ", body)
    # What begins with another preposition than the rest goes on with the thing before it: "en på kort sikt, till 2028".
    places = {match[0] for item in items if (match := _WHERE.match(item))}
    if re.search(r"\d", body) or (places and not all(item.startswith(tuple(places)) for item in items)):
        return False
    return all(0 < len(item.split()) <= _LONG for item in items) and not (
        has_verb(body) or re.search(r"\b(?:som|där|när|vilket|vilka|att)\b", body)
    )


def _ends_plainly(body: str) -> bool:
    """Whether the row ends with "c och d", each a word of its own, and has no other "och"."""
    *_, last = re.split(r", ", body)
    words = last.split()
    joints = re.findall(r"\b(?:och|samt|eller)\b", body)
    middle = len(words) // 2
    if len(words) % 2 == 0 or len(joints) != 1 or words[middle] not in {"och", "samt"} or words[middle - 1][-1] == "-":
        return False
    return f"{words[middle - 1]} {words[-1]}".lower() not in _PAIRS and middle <= _LONG // 2


def _named(text: str, mangd: Mangd) -> tuple[int, int, int] | None:
    """Return how many names stand directly behind "de fyra kommunerna", if they are not as many as said."""
    match = _NAMES.match(text, mangd.end)
    if not match or not _PLURAL.fullmatch(text[mangd.end : match.start("names") - 1]):
        return named_behind(text, mangd) if not SOME_OF.search(text[: mangd.start]) else None
    many = len(re.split(r",? och | samt |, ", match["names"]))
    is_open = OPEN.match(text[match.end() :].lstrip(" ,"))
    return None if is_open or many == int(mangd.value) else (many, *match.span("names"))
