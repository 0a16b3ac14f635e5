"""Municipalities of other counties among those of one's own: in lists that are said to be its own, and in tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from sys import maxsize
from typing import NamedTuple

from rapport.checks.passages import passages_of
from rapport.checks.rule import Hit
from rapport.domain.kommun_lan import lan_by_kommun
from rapport.domain.regioner import Lan
from rapport.domain.svar import Svar

_NAME = r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäö]+)?"
_ITEM = rf"(?:(?:Upplands|Lilla|Östra) )?{_NAME}"
_LIST = re.compile(rf"{_ITEM}(?: kommuns?)?(?:(?:, | och | samt |, och ){_ITEM}(?: kommuns?)?){{1,48}}")
_NAMED = re.compile(_ITEM)
_HEADING = re.compile(r"Kommun(?:er)?(?: \(.*\))?")
# What says that a list is the county's own: just before it, or somewhere.
_SURELY_OURS = re.compile(
    r"(?:(?:[Ll]änets|[Vv]åra) (?:\S+ )?kommuner|[Kk]ommuner(?:na)? i (?:länet|vårt län))[^.]{0,25}$"
)
_OURS = re.compile(r"\blänets\b|\bi (?:länet|vårt län)\b|länsdel|\b[a-zåäö]*[kK]ommuner(?:na)?\b")
_ADJECTIVES = {
    "Skåne län": "skånska",
    "Gotlands län": "gotländska",
    "Hallands län": "halländska",
    "Värmlands län": "värmländska",
    "Blekinge län": "blekingska",
}
# What shows that another county's may well be meant, before a list or anywhere in its sentence.
_BEFORE = re.compile(
    r"(?i)tåg|sträck|\bbana|stråk|linje|resor|resand|samverk|samarbet|nätverk|tillsammans|mellan|\bväg\b"
)
_ACROSS = re.compile(
    r"(?i)grann|gräns|utanför|andra län|annat län|i likhet|liksom|jämför|pendl|förbund|deltagar|talare"
    r"|\bhörde\b|tidigare"
)
# Parts of counties whose municipalities are beyond doubt.
_PARTS = {
    "Öland": "Borgholm Mörbylånga",
    "Hälsingland": "Bollnäs Hudiksvall Ljusdal Nordanstig Ovanåker Söderhamn",
    "Gästrikland": "Gävle Hofors Ockelbo Sandviken",
    "Medelpad": "Sundsvall Timrå Ånge",
    "Dalsland": "Bengtsfors Dals-Ed Färgelanda Mellerud Åmål",
    "Höga Kusten": "Härnösand Kramfors Sollefteå Örnsköldsvik",
}
_SHORT = {"Hälsingland": "Hälsinge"}
_BESIDE = re.compile(r"gräns|grann|samarbet|tillsammans|även|förutom", re.IGNORECASE)
_FEW, _FEWEST, _MOST_OF_ALL = 2, 3, 2 / 3
_NEAR = 150


class Outsider(NamedTuple):
    """A municipality of another county among the county's own: where it stands, its name and its county."""

    hit: Hit
    name: str
    lan: str


def outsiders(svar: Svar, own: Lan) -> Iterator[Outsider]:
    """Yield each municipality of another county that is told among the county's own, once."""
    named = [one for one in _known(svar, svar.text, 0) if one.lan == own.lan]
    is_whole = len({one.name for one in named}) >= max(_FEWEST + 1, _MOST_OF_ALL * own.kommuner)
    said: set[str] = set()
    for one in (*_in_sentences(svar, own, is_whole=is_whole), *_in_rows(svar, own)):
        if one.name not in said:
            said.add(one.name)
            yield one


def _in_sentences(svar: Svar, own: Lan, *, is_whole: bool) -> Iterator[Outsider]:
    """Yield those in the lists of a sentence that tells the county's, or of an answer that tells nearly all of them."""
    for sentence in svar.meningar:
        lists = [(m, list(_known(svar, m[0], sentence.start + m.start()))) for m in _LIST.finditer(sentence.text)]
        mixed = [(match, found) for match, found in lists if len({one.lan for one in found}) >= _FEW]
        if not mixed or _ACROSS.search(sentence.text):
            continue
        for match, found in mixed:
            before = sentence.text[max(0, match.start() - _NEAR) : match.start()]
            if not _BEFORE.search(before):
                yield from _few(found, own, 1 if is_whole else _least(before, own))


def _least(before: str, own: Lan) -> int:
    """Return how many of a list must be the county's own for others among them to be a slip."""
    if _SURELY_OURS.search(before) or f"{_ADJECTIVES.get(own.lan)} kommuner" in before:
        return _FEW
    return _FEWEST if _OURS.search(before) else maxsize


def _in_rows(svar: Svar, own: Lan) -> Iterator[Outsider]:
    """Yield those in a table's column of municipalities, and in a list with one at the head of each item."""
    columns: dict[int, list[Outsider]] = {}
    is_column = False
    for passage in passages_of(svar):
        if passage.kind == "cell":
            is_column = is_column or bool(_HEADING.fullmatch(passage.text.strip()))
        if passage.kind == "punkt" or (passage.kind == "cell" and is_column):
            head = re.match(rf"({_ITEM})(?= *(?:$|[:(,–]))", passage.text)
            columns.setdefault(passage.group, []).extend(_known(svar, head[1], passage.start) if head else ())
    for found in columns.values():
        yield from _few(found, own, _FEWEST)


def _few(found: Sequence[Outsider], own: Lan, least: int) -> Iterable[Outsider]:
    """Return the others' where there are at least so many of the county's own, and more of them than of the others'."""
    others = [one for one in found if one.lan != own.lan]
    ours = len(found) - len(others)
    return others if ours >= max(1, least) and (len(others) < ours or ours == len(others) == 1 == least) else ()


def _known(svar: Svar, text: str, offset: int) -> Iterator[Outsider]:
    """Yield every municipality that some words name, in whatever county."""
    known = lan_by_kommun()
    for item in _NAMED.finditer(text):
        name = item[0] if item[0] in known else item[0].removesuffix("s")
        if lan := known.get(name):
            start = offset + item.start()
            yield Outsider(Hit(svar, start, start + len(item[0])), name, lan)


def outside_part(svar: Svar) -> Iterator[tuple[Hit, str, str]]:
    """Yield each municipality in a list of a part's that is none of them, with its name and the part's."""
    for part, names in _PARTS.items():
        if part not in svar.text and _SHORT.get(part, part) not in svar.text:
            continue
        short = rf"(?:{part}s?|{_SHORT.get(part, part)})"
        theirs = rf"(?:kommuner(?:na)? (?:på|i) {part}|{part}s (?:\w+ )?kommuner|{short}kommuner(?:na)?)"
        for match in re.finditer(rf"{theirs}(?:, |: | \(| – | )(?P<lista>{_LIST.pattern})", svar.text):
            found = [one for one in _NAMED.finditer(match["lista"]) if one[0] in lan_by_kommun()]
            others = [one for one in found if one[0] not in names.split()]
            beside = svar.text[max(0, match.start() - 40) : match.start()]
            if others and 2 * len(others) <= len(found) and not _BESIDE.search(beside):
                for one in others:
                    start = match.start("lista") + one.start()
                    yield Hit(svar, start, start + len(one[0])), one[0], part
