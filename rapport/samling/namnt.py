"""What an answer names that can be told for sure: money, goals, bodies, municipalities, cases, what it rests on."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapport.domain.belopp import find_belopp
from rapport.domain.diarienummer import find_numbers
from rapport.domain.globala_mal import MAL
from rapport.domain.kommun_lan import before_kommun
from rapport.domain.svar import Svar
from rapport.samling.aktorer.hitta import actors_in
from rapport.samling.grunder import grounds_in
from rapport.samling.helheter import unsummed
from rapport.samling.schema import Value

# Names of municipalities that are words too, or other places': these count before "kommun" only.
_AS_WORDS = """
Ale Berg Boden Borgholm Eda Flen Gotland Habo Heby Hjo Hofors Jönköping Kalmar Kil Kinda Köping Lund Mark Mora Nora
Sala Salem Stockholm Sunne Trosa Uppsala Vara Värmdö Ydre Åmål Ånge Åre Örebro
"""
_WORDS = frozenset(_AS_WORDS.split())
_NOT_IT = re.compile(
    r"s? (?:län|universitet|tekniska|högskola|stift|University|stad|flygplats|centralstation|C\b|hamn)"
    r"|[-–/][A-ZÅÄÖa-zåäö]"
)
_OF_REGION = re.compile(r"(?:Region|Länsstyrelsen i|Länsstyrelsen|Högskolan i|universitetet i|Campus) $")
_MONEY = re.compile(
    r"(?<!\w)(?:[\w,.–-]+ )?(?:(?:miljon|miljoner|miljarder|tusen) )?(?:kronor|kr|tkr|mkr|mnkr|msek)\b", re.IGNORECASE
)
_ABOUT_GOALS = re.compile(r"Agenda 20\d\d|[Gg]lobala (?:hållbarhets)?mål|\bSDG")
_OF_OTHERS = re.compile(r"(?i) (?:i|ur|av) (?!agenda|de globala|fn)")
_GOALS = re.compile(
    r"(?:\b[Mm]ål(?:en|et)?|\bSDG|\b[Dd]elmål(?:en|et)?)(?: nr| nummer)? "
    r"(?P<row>\d{1,2}(?:\.\d{1,2})?(?:(?:, | och | samt |–|-)\d{1,2}(?:\.\d{1,2})?)*)(?![\d%]|[ \u00a0]\d{3}(?!\d))"
)
# The next of several goals, each with what it is about: "målen 8 om arbetsvillkor, 9 om industri och 12 (konsumtion)".
_MORE = re.compile(
    r"(?:(?P<opens> om | för | \()|,? [–-] |, |: | )(?:(?<=\()[^()]{2,120}\)|[^\d.;:!?()]{3,90}?)"
    r"(?:,| och| samt|, och|, samt) (?P<row>\d{1,2}(?:\.\d{1,2})?)(?![\d%])(?P<alike>(?P=opens))?"
)


class Namnt(NamedTuple):
    """Something that an answer names: what it is, in the columns of its table, and from where to where it stands."""

    tabell: str
    vad: tuple[Value, ...]
    start: int
    end: int


def named_in(svar: Svar, *, asks_for_ground: bool, region: str = "") -> Iterator[Namnt]:
    """Yield what an answer names, table by table; what it rests on where the question asks for that.

    ``region`` is whose answer it is, which every answer of its names.
    """
    bodies = [Namnt("aktorer", (one.namn,), one.start, one.end) for one in actors_in(svar.text, region)]
    yield from _amounts(svar)
    yield from _goals(svar)
    yield from bodies
    yield from _municipalities(svar, bodies)
    for number in find_numbers(svar.text):
        yield Namnt("diarienummer", (number.number,), number.start, number.end)
    if asks_for_ground:
        yield from (Namnt("grunder", (ground,), *span) for ground, span in grounds_in(svar.text))


def sentence_at(svar: Svar, start: int) -> str:
    """Return the sentence of an answer that a place stands in."""
    number = bisect_right(svar.meningar, start, key=lambda mening: mening.start) - 1
    return svar.meningar[number].text if number >= 0 else ""


def _amounts(svar: Svar) -> Iterator[Namnt]:
    """Yield each amount of money; what speaks of one that cannot be read has no value: "tolv miljoner kronor"."""
    amounts = [*find_belopp(svar.text)]
    why = unsummed(svar.text, svar.meningar, amounts)
    found = [
        Namnt("belopp", (float(one.value), float(one.step), why.get(one.start)), one.start, one.end) for one in amounts
    ]
    read = {at for one in found for at in range(one.start, one.end)}
    unread = (match.span() for match in _MONEY.finditer(svar.text) if read.isdisjoint(range(*match.span())))
    found += [Namnt("belopp", (None, None, "går inte att läsa"), *span) for span in unread]
    yield from sorted(found, key=lambda one: one.start)


def _goals(svar: Svar) -> Iterator[Namnt]:
    """Yield each goal of Agenda 2030 that is named by its number, once that has been spoken of."""
    about = _ABOUT_GOALS.search(svar.text)
    for match in _GOALS.finditer(svar.text) if about else ():
        assert about  # noqa: S101 - or there would be no match
        if about.start() > match.end() + 20 or _OF_OTHERS.match(svar.text, match.end()):
            continue
        for row in (match, *_more(svar.text, match)):
            for number in re.finditer(r"\d{1,2}(?:\.\d{1,2})?", row["row"]):
                mal = int(number[0].partition(".")[0])
                if mal in MAL:
                    start = row.start("row") + number.start()
                    yield Namnt("mal", (mal, MAL[mal][0]), start, start + len(number[0]))


def _more(text: str, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield the goals that follow one with what it is about, where each has its name, or several were announced."""
    are_several = match[0].lower().startswith(("målen", "delmålen", "sdg"))
    at = match.end()
    while more := _MORE.match(text, at):
        at = more.end("row")
        if not (are_several and more["alike"]) and not _is_called(int(more["row"].partition(".")[0]), text[at:]):
            return
        yield more


def _is_called(mal: int, text: str) -> bool:
    """Whether a goal's own name is what follows its number."""
    said = re.sub(r"^(?: om| för)?[ ,(–:”\"-]+", "", text[:80]).casefold()
    return any(said.startswith(name.casefold()) for name in MAL.get(mal, ()))


def _municipalities(svar: Svar, bodies: list[Namnt]) -> Iterator[Namnt]:
    """Yield each municipality by its name, but for those that are part of a body's: Region Jämtland Härjedalen."""
    taken = {at for body in bodies for at in range(body.start, body.end)}
    for match in _kommuner().finditer(svar.text):
        name, is_sure = _meant()[match["namn"]], match["kommun"] is not None
        start, end = match.span("namn")
        if is_sure or not (
            name in _WORDS
            or start in taken
            or match["namn"] not in (name, f"{name}s")
            or _NOT_IT.match(svar.text, end)
            or _OF_REGION.search(svar.text[max(0, start - 24) : start])
        ):
            yield Namnt("kommuner", (name,), start, end)


@cache
def _meant() -> dict[str, str]:
    """Return the municipality that each way of writing its name means."""
    return {way: name for name, ways in before_kommun().items() for way in (name, *ways)}


@cache
def _kommuner() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_meant(), key=lambda one: (-len(one), one))))
    return re.compile(rf"(?<![\w-])(?P<namn>{names})(?P<kommun> kommuns?\b)?(?!\w)")
