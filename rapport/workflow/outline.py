"""A report by its areas and questions: the outline of one file, and the questions that some words are about."""

import re
import unicodedata
from collections.abc import Iterator
from textwrap import shorten
from typing import NamedTuple

from rapport.domain.kalla import Register
from rapport.domain.mall import Fraga, Omrade
from rapport.domain.oversikt import FragaLage, OmradeLage
from rapport.domain.underlag import Underlag
from rapport.output.interface import Granskning
from rapport.output.room import left
from rapport.prose.numbers import thousands
from rapport.store.folder import KALLOR
from rapport.workflow.entries import Entry, entries, place_for

_NAME = 120  # characters of a question that are shown
_OMRADE = re.compile(r"""^["']?område["']?[ \t]*:[ \t]*["']?(?P<nummer>\d{1,4})""", re.MULTILINE)
UNANSWERED = "obesvarad"


class Heading(NamedTuple):
    """An area or a question in a file: from ``start`` to ``end``, named by what stands until ``key_end``.

    One that is not answered stands where its answer would, and takes no room.
    """

    name: str
    detail: str
    start: int
    key_end: int
    end: int
    is_answered: bool = True
    parts: "tuple[Heading, ...]" = ()


class Question(NamedTuple):
    """A question of the form, in words, and the area that it is of."""

    fraga: str
    name: str
    omrade: str


def outline(granskning: Granskning, path: str, text: str) -> list[Heading]:
    """Return the areas that a file has answers to with their questions, unanswered ones too; a register's papers."""
    if path == KALLOR:
        return [*_papers(granskning.underlag.kallor, text)]
    written = _OMRADE.search(text)
    nummer = {int(written["nummer"])} if written else granskning.underlag.places.nummer_in(path)
    return [
        _omrade(granskning, omrade, path, text) for omrade in granskning.oversikt.omraden if omrade.nummer in nummer
    ]


def _papers(register: Register, text: str) -> Iterator[Heading]:
    by_id = {kalla.id: kalla for kalla in register.kallor}
    for entry in entries(text, by_id):
        kalla = by_id[entry.fraga]
        about = [kalla.diarienummer, kalla.slag, kalla.datum.isoformat() if kalla.datum else None]
        yield Heading(kalla.titel, " · ".join(filter(None, about)), *entry[1:])


def _omrade(granskning: Granskning, lage: OmradeLage, path: str, text: str) -> Heading:
    mall = granskning.underlag.mall
    omrade = mall.omrade_by_nummer[lage.nummer]
    key = _OMRADE.search(text)
    start, key_end = key.span() if key else (0, 0)
    room = left(lage).partition(": ")[2]
    parts = tuple(sorted(_fragor(granskning, omrade, lage, path, text), key=lambda part: part.start))
    start = min([start, *(part.start for part in parts)])
    return Heading(f"Område {omrade.nummer}. {omrade.rubrik}", room, start, max(start, key_end), len(text), parts=parts)


def _fragor(granskning: Granskning, omrade: Omrade, lage: OmradeLage, path: str, text: str) -> Iterator[Heading]:
    """Yield the area's questions but for those that are answered in another file."""
    underlag = granskning.underlag
    order = [fraga.id for fraga in omrade.fragor]
    found = entries(text, order)
    by_fraga = {entry.fraga: entry for entry in found}
    lagen = {one.id: one for one in lage.fragor}
    first = underlag.places.of_omrade(omrade.nummer).path
    for fraga in omrade.fragor:
        elsewhere = underlag.places.by_fraga.get(fraga.id)
        if fraga.id not in by_fraga and ((elsewhere and elsewhere.path != path) or first not in {path, None}):
            continue
        at = place_for(text, found, fraga.id, order)
        entry = by_fraga.get(fraga.id, Entry(fraga.id, at, at, at))
        one = lagen[fraga.id]
        is_answered = fraga.id in by_fraga and one.is_borjad
        yield Heading(_name(fraga), _detail(one, is_answered=is_answered), *entry[1:], is_answered)


def _detail(lage: FragaLage, *, is_answered: bool) -> str:
    parts = [f"{thousands(lage.tecken)} tecken", lage.lage] if is_answered else [UNANSWERED]
    return " · ".join(filter(None, [*parts, lage.ansvarig]))


def _name(fraga: Fraga) -> str:
    return f"{fraga.id} {shorten(fraga.kort_text, _NAME, placeholder=' …')}"


def questions_about(underlag: Underlag, words: str) -> list[Question]:
    """Return the questions that have all of some words, or their beginnings, in the form's order; all for none."""
    wanted = _folded(words).split()
    mall = underlag.mall
    return [
        Question(
            fraga.id,
            f"{fraga.id} {' '.join(mall.full_text(fraga).split())}",
            f"Område {omrade.nummer}. {omrade.rubrik}",
        )
        for omrade in mall.omraden
        for fraga in omrade.fragor
        if _has(f" {_folded(f'{fraga.id} {mall.full_text(fraga)} område {omrade.nummer} {omrade.rubrik}')}", wanted)
    ]


def _has(text: str, wanted: list[str]) -> bool:
    return all(re.search(rf"(?<![\w.]){re.escape(word)}", text) for word in wanted)


def _folded(text: str) -> str:
    """Return a text without case and the marks above letters: å is a."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
