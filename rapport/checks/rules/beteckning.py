"""Samma sak skrivs på flera sätt.

Varför: Ett begrepp ska heta likadant i hela redovisningen. Annars undrar läsaren om det är två olika saker
(Myndigheternas skrivregler). Regeln ser olika stor och liten bokstav, bindestreck som kommer och går, och ”anslag 1:1”
mot ”1:1-anslaget”. Ordet först i en mening, i citat, i namn och i rader av nyckelord räknas inte. Skiljer bara
bokstävernas storlek är det en upplysning: det kan vara en titel, eller någon annans namn.

Fel: Det regionala serviceprogrammet antogs. Arbetet med Regionala Serviceprogrammet fortsätter.
Rätt: Det regionala serviceprogrammet antogs. Arbetet med regionala serviceprogrammet fortsätter.

Tillåt med skäl: tillåt: {beteckning: Så står det i lagen.}
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapport.checks.rule import Hit, Remark, svar_in_order
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity
from rapport.prose.numbers import row_of

SEVERITY: Severity = "warning"
_TITLE = 5
# Words shorter than nine letters are too often both a name and a common word: Region and region.
_CAPITAL = re.compile(r"(?<=[a-zåäö,)] )[A-ZÅÄÖ](?:[a-zåäö]{4,} [A-ZÅÄÖ]?[a-zåäö]{8,}|[a-zåäö]{8,})\b(?!-)")
_COMMON = re.compile(r"\b[a-zåäö]{5,}\b")
_WORD, _SECOND = 9, 8  # so many letters has a word of its own, and the second of two
_NAMED = re.compile(
    r"(?:mål(?:et|en)?|prioritering(?:en|ar|arna)?|program(?:met)?|projekt(?:et)?|plan(?:en)?|områd(?:e|et)|rapport(?:en)?"
    r"|insats(?:en)?|strategi(?:n)?|tema(?:t)?|rubrik(?:en)?|begrepp(?:et)?|seminari(?:um|et)|kurs(?:en)?|nätverk(?:et)?"
    r"|kallad|kallas|heter|[A-ZÅÄÖ]\w*(?:,| och)?|ordförande (?:i|för)) $"
)
_NAME_GOES_ON = re.compile(r" (?:[A-ZÅÄÖ0-9]|(?:i|av|på|vid|om) [A-ZÅÄÖ]|(?:för|mot|och|inom|samt|råd\w*|\w+-) )")
_HYPHEN = re.compile(r"- (?:och|eller|samt) \w{4,}(?: \w{8,})?(?![\w\u00ad-])")
_JOIN = re.compile(r" (?:och|eller|samt)(?= )")
_LAST_WORD = re.compile(r"\w{3,}$")
_NUMBER = re.compile(r"\d:\d\b(?!\.\d)(?:-\w{5,})?")
_THING = re.compile(r"\w{5,} $")
_Span = tuple[int, int]
Mention = tuple[str, str, _Span]  # what is mentioned, how it is written, where
Groups = dict[str, dict[str, list[Hit]]]


@dataclass(frozen=True)
class _Mentions:
    """What one answer mentions that may be written otherwise elsewhere."""

    text: str

    @cached_property
    def capitals(self) -> tuple[Mention, ...]:
        """The words that stand with a capital inside a sentence, names and titles left out."""
        matches = (match for match in _CAPITAL.finditer(self.text) if not _is_name(self.text, match))
        return tuple((match[0].lower(), match[0], match.span()) for match in matches)

    @cached_property
    def common(self) -> dict[str, list[_Span]]:
        """Where every word and pair of words without capitals stands that is long enough to be one of those."""
        found: dict[str, list[_Span]] = defaultdict(list)
        words = [match.span() for match in _COMMON.finditer(self.text)]
        for (start, end), (second, second_end) in pairwise([*words, (0, 0)]):
            if end - start >= _WORD:
                found[self.text[start:end]].append((start, end))
            if second == end + 1 and second_end - second >= _SECOND and self.text[end] == " ":
                found[self.text[start:second_end]].append((start, second_end))
        return dict(found)

    @cached_property
    def hyphens(self) -> tuple[Mention, ...]:
        """The phrases with a hyphen before "och"; what is mentioned is the phrase without it."""
        found = []
        for match in _HYPHEN.finditer(self.text):
            if word := _LAST_WORD.search(self.text, max(0, match.start() - 40), match.start()):
                phrase = self.text[word.start() : match.end()].lower()
                found.append((phrase.replace("- ", " ", 1), phrase, (word.start(), match.end())))
        return tuple(found)

    @cached_property
    def lower(self) -> str:
        """The text in small letters; a letter that would become two is left, or places would move."""
        lower = self.text.lower()
        is_as_long = len(lower) == len(self.text)
        return lower if is_as_long else "".join(c if len(c.lower()) > 1 else c.lower() for c in self.text)

    @cached_property
    def joined(self) -> frozenset[str]:
        """What every phrase with an "och" in small letters has at the least."""
        return frozenset(_joined(self.lower))

    @cached_property
    def numbers(self) -> tuple[Mention, ...]:
        """The numbered things, with the number after, "anslag 1:1", or before, "1:1-anslaget"."""
        return tuple(_numbers(self.text))


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one remark for each thing with several spellings, at the rarest, with the others."""
    answers = [(svar, _mentions(svar)) for svar in svar_in_order(underlag)]
    for variants in _casing(answers).values():
        if len(variants) > 1:
            yield _remark(variants, "info")
    for variants in (*_hyphens(answers).values(), *_numbered(answers).values()):
        if len(variants) > 1:
            yield _remark(variants)


def _mentions(svar: Svar) -> _Mentions:
    return svar.remember(("beteckning",), lambda: _Mentions(svar.text))


def _casing(answers: list[tuple[Svar, _Mentions]]) -> Groups:
    """Return the words that stand with a capital inside a sentence and without one elsewhere."""
    groups = _groups((svar, mentions.capitals) for svar, mentions in answers)
    for key, variants in groups.items():
        for svar, mentions in answers:
            if places := mentions.common.get(key):
                variants[key] += [Hit(svar, *place) for place in places]
        if _is_title(variants):
            del variants[key]
    return groups


def _groups(mentioned: Iterable[tuple[Svar, Iterable[Mention]]]) -> Groups:
    groups: Groups = defaultdict(lambda: defaultdict(list))
    for svar, mentions in mentioned:
        for thing, written, place in mentions:
            groups[thing][written].append(Hit(svar, *place))
    return groups


def _is_title(variants: dict[str, list[Hit]]) -> bool:
    """Whether a single word with a capital is so rare beside the common one that it must be somebody's title."""
    common = [len(places) for word, places in variants.items() if word.islower()]
    named = [len(places) for word, places in variants.items() if not word.islower() and " " not in word]
    return bool(named) and sum(common) > _TITLE * sum(named)


def _is_name(text: str, match: re.Match[str]) -> bool:
    is_quoted = text.count("”", 0, match.start()) % 2 == 1
    before = text[max(0, match.start() - 20) : match.start()]
    return is_quoted or bool(_NAMED.search(before)) or bool(_NAME_GOES_ON.match(text[match.end() :]))


def _hyphens(answers: list[tuple[Svar, _Mentions]]) -> Groups:
    """Return the phrases that have a hyphen before "och" in one place and none in another."""
    groups = _groups((svar, mentions.hyphens) for svar, mentions in answers)
    for plain, variants in groups.items():
        least = next(_joined(plain))
        for svar, mentions in answers:
            # Looking for the phrase itself in every answer would take a hundred times as long.
            if least in mentions.joined and (at := mentions.lower.find(plain)) >= 0:
                variants[plain].append(Hit(svar, at, at + len(plain)))
    return groups


def _joined(text: str) -> Iterator[str]:
    """Yield every "och" with the three letters before it and the four after it."""
    return (text[max(0, match.start() - 3) : match.end() + 5] for match in _JOIN.finditer(text))


def _numbered(answers: list[tuple[Svar, _Mentions]]) -> Groups:
    """Return the numbered things, by their numbers."""
    return _groups((svar, mentions.numbers) for svar, mentions in answers)


def _numbers(text: str) -> Iterator[Mention]:
    for match in _NUMBER.finditer(text):
        number, hyphen, thing = match[0].partition("-")
        start = match.start()
        if not hyphen:
            before = _THING.search(text, max(0, start - 40), start)
            if not before:
                continue
            thing, start = f"{before[0][-7:].strip().lower().removesuffix('et')[:6]} {number}", before.start()
        yield number, f"{hyphen}{thing}", (start, match.end())


def _remark(variants: dict[str, list[Hit]], severity: Severity | None = None) -> Remark:
    by_number = sorted(variants.values(), key=len)
    shown = ", ".join(f"”{places[0].excerpt}” ({len(places)})" for places in reversed(by_number))
    others = [places[0] for places in by_number[1:]]
    also = f"Det skrivs också {row_of([f'”{other.excerpt}”' for other in others])}: välj" if severity else "Välj"
    hint = f"{also} ett sätt och använd det i hela redovisningen."
    return by_number[0][0].remark(f"Samma sak skrivs på flera sätt: {shown}.", hint, severity=severity, related=others)
