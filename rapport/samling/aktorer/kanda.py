"""Bodies that are known by their names: every way that these are written, in full, short, and with a small letter."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapport.domain.organ import gemena, namn, vanliga
from rapport.domain.organ_kort import kort
from rapport.domain.parter import med_lokala, needs_branch, parter
from rapport.domain.regioner import LAN
from rapport.samling.aktorer.ord import CAP, SENTENCE_START

# Money and programmes are no bodies, whoever has them.
_NO_BODY = re.compile(r"fonden\b|Fonden\b|Interreg|Horisont|Arktis|Kattegat|unionen$|(?<!Strukturfonds)partnerskapet$")
_SURELY_SHORT = 3  # letters: fewer are short for much else, unless the answer says what for
_BRANCH = re.compile(rf"[ \u00a0]{CAP}(?:[ \u00a0](?:& )?{CAP}){{0,4}}")


class Aktor(NamedTuple):
    """A body that a text names: what it is called in the data set, and from where to where it stands."""

    namn: str
    start: int
    end: int


def known_in(text: str) -> Iterator[Aktor]:
    """Yield each body that is known by its name, the longest that stands in a place."""
    ended = 0
    for word in re.finditer(r"(?<![\w-])[^\W\d_]+", text):
        if word.start() < ended:
            continue
        for way, name in _ways().get(word[0].casefold().removesuffix("s"), ()):
            end = _end(text, word.start(), way)
            if end is None or (name in vanliga() and " " not in way and SENTENCE_START.search(text[: word.start()])):
                continue
            branch = _BRANCH.match(text, end) if way in med_lokala() else None
            if branch or not needs_branch(way):
                yield Aktor(f"{way}{branch[0]}" if branch else name, word.start(), branch.end() if branch else end)
                ended = branch.end() if branch else end
                break


def _end(text: str, start: int, way: str) -> int | None:
    """Return where a name that is written in a way ends; None where something else stands there.

    Behind the first letter capitals are free: "Blekinge Tekniska Högskola". A genitive's s is no part of the name.
    """
    end = start + len(way)
    there = text[start:end].replace("\u00a0", " ")
    is_it = there == way or (
        " " in way and there[:1] == way[:1] and there.casefold() == way.casefold() and way.upper() != way
    )
    return end if is_it and re.match(r"(?::?s)?(?![\w-])", text[end : end + 3]) else None


@cache
def _ways() -> dict[str, list[tuple[str, str]]]:
    """Return every way of writing a body by its first word, the longest first, each with the body's name."""
    found: dict[str, str] = {}
    for name in _bodies():
        found[name] = name
        found |= {one: name for one in kort().get(name, ()) if len(one) >= _SURELY_SHORT}
    found |= {f"{name[0].lower()}{name[1:]}": name for name in gemena() & found.keys()}
    found |= parter() | {"polisen": "Polismyndigheten", "ESF-rådet": "Svenska ESF-rådet"}
    by_first: dict[str, list[tuple[str, str]]] = {}
    for way in sorted(found, key=lambda one: (-len(one), one)):
        first = re.split(r"[ ,:-]", way)[0].casefold().removesuffix("s")
        by_first.setdefault(first, []).append((way, found[way]))
    return by_first


@cache
def _bodies() -> list[str]:
    places = {one for lan in LAN for one in (lan.lan, lan.program)}
    return sorted(one for one in namn() - places if not _NO_BODY.search(one))
