"""Where an answer points up or down in itself, "ovan" and "nedan", and nothing there can be meant."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapport.domain.svar import Svar
from rapport.prose.blocks import List, Table, placed_blocks
from rapport.prose.sentences import Sentence

_SAY = r"(?:(?:om)?nämn|beskriv|redovis|redogjor|framg|presenter|angiv|angetts|omtal|berör)\w*"
_LEADS = rf"(?<!\w)(?:{_SAY}|[Ee]nligt|[Ss]e(?: \w+){{0,2}})(?: \w+)?"
_POINTS = rf"%s(?:stående|nämnd\w*|(?= {_SAY}))|{_LEADS} (?P<ord>%s)(?!\w|-| (?:för|på|mark|jord|vid|mol|havs|\d))"
_KINDS = "tabell|diagram|figur|bild|kart|list|punktlist|sammanställning|uppställning|förteckning"
_SHOWING = rf"(?i:{_KINDS})\w*"
_ABOVE = re.compile(rf"\b(?:{_POINTS % ('[Oo]van', 'ovan')}|{_SHOWING} (?P<ord2>ovan)\b)")
_BELOW = re.compile(rf"\b(?:{_POINTS % ('[Nn]edan', 'nedan')}|{_SHOWING} (?P<ord2>nedan)\b)")
_NAMES = r"(?<=[\w,] )(?P<names>[A-ZÅÄÖ][\w-]{3,}(?: [A-ZÅÄÖ][\w-]{3,})*)"
_BEFORE = re.compile(rf"{_NAMES}(?:,?(?: [a-zåäö]+)? som (?:\w+ ){{0,2}}{_SAY}(?: \w+)?)? $")
_AFTER = re.compile(rf"(?: {_SAY})?(?: [a-zåäö]+)? {_NAMES}")
_SHOWN = re.compile(rf"(?i)({_KINDS})\w*(?: som \w+)?(?: \w+)? $")
_SHOWN_AFTER = re.compile(rf"(?i) (?:korta |enkla )?({_KINDS})\w*")
# "följande tabell" is always the answer's own; "tabellen visar" is, where no other paper is spoken of.
_NEXT = re.compile(rf"\bföljande (?P<vad>{_KINDS})(?:en)?\b")
_DEFINITE = re.compile(
    r"^(?P<ord>(?P<vad>Tabell|Diagram|Figur)(?:en|met)) (?:visar|redovisar|sammanfattar|anger|beskriver|illustrerar)\b"
    r"|\b(?:av|i) (?P<ord2>(?P<vad2>tabell|diagram|figur)(?:en|met)) (?:framgår|visas|redovisas|syns)\b"
    r"|\b(?:framgår|visas|redovisas|syns) (?:av|i) (?P<ord3>(?P<vad3>tabell|diagram|figur)(?:en|met))\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"\bföljande\b[^:]{0,80}:\s*$")  # nothing follows
_OF_OTHERS = re.compile(
    r"(?i)rapport|plan(?:en)?\b|strategi|utvärdering|utredning|program|statistik|webb|studie|artikel|underlag|bilag"
)
_THING = re.compile(r"\b[^\W\d_]{5,}")
_FIRST = 5  # so many words at the most stand before an "ovan" that has nothing else to point at
_STEM = 6


class Pointer(NamedTuple):
    """A word that points at nothing in its own answer: its place, and what it is about, as far as that is said.

    ``name`` is a name that stands nowhere before it, ``things`` are stems of the words that follow it.
    """

    start: int
    end: int
    is_above: bool
    name: str = ""
    things: tuple[str, ...] = ()


def pointers(svar: Svar) -> tuple[Pointer, ...]:
    """Return every "ovan" and "nedan" of an answer that cannot point at anything in it."""
    return svar.remember(("pointers",), lambda: tuple(_pointers(svar)))


def _pointers(svar: Svar) -> Iterator[Pointer]:
    text = svar.text
    if not any(sign in text for sign in ("ovan", "Ovan", "edan", "följande", "abell", "iagram", "igur")):
        return
    for sentence in svar.meningar:
        yield from _shown(svar, sentence)
        if (match := _LAST.search(sentence.text)) and not text[sentence.end :].strip():
            yield Pointer(sentence.start + match.start(), sentence.end, is_above=False)
        for match in _ABOVE.finditer(sentence.text):
            yield from _above(svar, sentence, *_span(match))
        for match in _BELOW.finditer(sentence.text):
            yield from _below(svar, sentence, *_span(match))


def _shown(svar: Svar, sentence: Sentence) -> Iterator[Pointer]:
    """Yield a table or a figure that the answer speaks of as its own and has not, neither above nor below."""
    text = sentence.text
    if (match := _NEXT.search(text)) and not _has_shown(svar, match["vad"].lower(), sentence.start, above=False):
        yield Pointer(sentence.start + match.start(), sentence.start + match.end(), is_above=False)
    for match in _DEFINITE.finditer(text):
        group = next(group for group in ("", "2", "3") if match[f"ord{group}"])
        is_shown = any(
            _has_shown(svar, match[f"vad{group}"].lower(), sentence.start, above=is_up) for is_up in (True, False)
        )
        said = svar.text[: sentence.start + match.start(f"ord{group}")].lower()
        if not is_shown and match[f"vad{group}"].lower() not in said and not _OF_OTHERS.search(said + text):
            start, end = match.span(f"ord{group}")
            things = (match[f"vad{group}"].lower(),)
            yield Pointer(sentence.start + start, sentence.start + end, is_above=True, things=things)


def _span(match: re.Match[str]) -> tuple[int, int]:
    return next((match.span(group) for group in ("ord", "ord2") if match[group]), match.span())


def _above(svar: Svar, sentence: Sentence, start: int, end: int) -> Iterator[Pointer]:
    at, past = sentence.start + start, sentence.start + end
    before = sentence.text[:start]
    if shown := _SHOWN.search(before) or _SHOWN_AFTER.match(sentence.text, end):
        if not _has_shown(svar, shown[1].lower(), at, above=True):
            yield Pointer(at, past, is_above=True, things=(shown[1].lower(),))
    elif named := _BEFORE.search(before) or _AFTER.match(sentence.text, end):
        where = sentence.start + named.start("names") if named.string is before else sentence.start
        if not any(name.lower()[:_STEM] in svar.text[:where].lower() for name in named["names"].split()):
            yield Pointer(at, past, is_above=True, name=named["names"])
    elif not svar.text[: sentence.start].strip() and len(before.split()) <= _FIRST:
        things = tuple(word.lower()[:_STEM] for word in _THING.findall(sentence.text[end:]) if not _is_said(word))
        yield Pointer(at, past, is_above=True, things=things[:2])


def _below(svar: Svar, sentence: Sentence, start: int, end: int) -> Iterator[Pointer]:
    at, past = sentence.start + start, sentence.start + end
    if shown := _SHOWN.search(sentence.text[:start]) or _SHOWN_AFTER.match(sentence.text, end):
        is_told = sentence.text.rstrip().endswith(":") and _is_of_words(shown[1].lower())
        is_there = is_told or _has_shown(svar, shown[1].lower(), at, above=False)
    else:
        rest = sentence.text[end:]
        is_there = bool(svar.text[sentence.end :].strip()) or len(rest.split()) >= _FIRST or ":" in rest
    if not is_there:
        yield Pointer(at, past, is_above=False)


def _is_said(word: str) -> bool:
    return re.match(_SAY, word.lower()) is not None


def _has_shown(svar: Svar, what: str, place: int, *, above: bool) -> bool:
    """Whether a table or a list stands above, or below, a place in an answer; a picture never does."""
    kinds: tuple[type, ...] = (Table,) if what == "tabell" else (List, Table) if _is_of_words(what) else ()
    return any(isinstance(block, kinds) and (at < place) is above for at, block in placed_blocks(svar.blocks))


def _is_of_words(what: str) -> bool:
    return what.endswith(("list", "ställning", "teckning"))
